import type { Feature } from '../../platform/feature.ts'
import { askingOf } from './asking/asking.ts'
import { againButton, askCommand } from './asking/commands.ts'
import type { FaqOf } from './asking/ports.ts'
import { statusCommand } from './commands/status.ts'
import { knowledgeFilesWorker } from './knowledge/files-worker.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { lostWorker } from './lost-worker.ts'
import { gptPrivacy } from './privacy.ts'
import { gptRetention } from './retention.ts'
import { gptRoutes } from './routes.ts'
import { gptSettings } from './settings.ts'

/** The language model of a guild: what it chooses about it, what it may cost, what it did, and what members ask it. */
export function gpt(faqOf: FaqOf): Feature {
  return {
    name: 'gpt',
    settings: gptSettings,
    retention: gptRetention,
    build(platform) {
      const asking = askingOf(platform, faqOf(platform))
      return {
        routes(http) {
          gptRoutes(http, platform)
          knowledgeRoutes(http, platform)
        },
        commands: [statusCommand(platform), askCommand(asking)],
        buttons: [againButton(asking)],
        workers: [lostWorker(platform), knowledgeFilesWorker(platform)],
        privacy: gptPrivacy,
      }
    },
  }
}
