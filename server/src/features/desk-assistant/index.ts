import type { Feature, Platform } from '../../platform/feature.ts'
import { draftButtons, draftForms } from './drafting.ts'
import { entryButtons, entryForms } from './entries.ts'
import type { AssistantPorts } from './ports.ts'
import { assistantPrivacy } from './privacy.ts'
import { assistantRetention } from './retention.ts'
import { summaryRoutes } from './routes.ts'
import { summingWorker } from './summing-worker.ts'

export type { AssistantPorts } from './ports.ts'

/** Helps the staff of tickets: drafts replies, sums up what was closed, and makes FAQ entries of it. */
export function deskAssistant(ports: (platform: Platform) => AssistantPorts): Feature {
  return {
    name: 'desk_assistant',
    retention: assistantRetention,
    build(platform) {
      const needs = { ...platform, ...ports(platform) }
      return {
        buttons: [...draftButtons(needs), ...entryButtons(needs)],
        forms: [...draftForms(needs), ...entryForms(needs)],
        routes: (http) => summaryRoutes(http, platform.db),
        workers: [summingWorker(needs)],
        privacy: assistantPrivacy,
      }
    },
  }
}
