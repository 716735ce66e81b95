import type { Feature } from '../../platform/feature.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { settingRegistry } from '../../platform/settings/registry.ts'
import { settingsInteractions } from './commands.ts'
import { logChannelWorker } from './log-channel.ts'
import { settingsPrivacy, settingsRetention } from './privacy.ts'
import { settingsRoutes } from './routes.ts'
import { settingsService } from './service.ts'

/** What guilds have chosen, whichever feature it concerns: read, changed, explained by its history, rolled back. */
export function settings(declared: readonly Setting[]): Feature {
  const registry = settingRegistry(declared)
  return {
    name: 'settings',
    retention: settingsRetention,
    build(platform) {
      const service = settingsService({ ...platform, registry })
      return {
        routes: (http) => settingsRoutes(http, service, platform.idempotent),
        ...settingsInteractions({ ...platform, service }),
        privacy: settingsPrivacy,
        workers: [logChannelWorker({ ...platform, registry })],
      }
    },
  }
}
