import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import { panelCommand } from './admin/commands.ts'
import { panelInteractions } from './admin/interactions.ts'
import { postCommand } from './admin/post-command.ts'
import { panelChoices } from './choices.ts'
import { postingsWorker } from './postings.ts'
import { panelRoutes } from './routes.ts'
import { panelService } from './service.ts'

/** The kinds of tickets that a guild offers, and the messages that offer them. */
export function panelParts(platform: Platform) {
  const needs = { ...platform, service: panelService(platform) }
  return {
    ...panelInteractions(needs),
    commands: [panelCommand(needs), postCommand(needs)],
    routes: (http) => panelRoutes(http, needs.service, platform.idempotent),
    workers: [postingsWorker(platform)],
    choices: panelChoices(platform),
  } satisfies FeatureParts
}
