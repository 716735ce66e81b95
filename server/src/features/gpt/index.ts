import type { Feature } from '../../platform/feature.ts'
import { statusCommand } from './commands/status.ts'
import { lostWorker } from './lost-worker.ts'
import { gptPrivacy } from './privacy.ts'
import { gptRetention } from './retention.ts'
import { gptRoutes } from './routes.ts'
import { gptSettings } from './settings.ts'

/** The language model of a guild: what it chooses about it, what it may cost, and what it did. */
export const gpt: Feature = {
  name: 'gpt',
  settings: gptSettings,
  retention: gptRetention,
  build: (platform) => ({
    routes: (http) => gptRoutes(http, platform),
    commands: [statusCommand(platform)],
    workers: [lostWorker(platform)],
    privacy: gptPrivacy,
  }),
}
