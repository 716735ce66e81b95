import type { TypedCommand } from '../../platform/discord/command-names.ts'
import type { Feature, Platform } from '../../platform/feature.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { commandUsage } from './command-usage.ts'
import { statsCommand } from './commands/stats.ts'
import type { ModelFigures, ReminderFigures, TicketFigures } from './figures.ts'
import { metricsService } from './metrics.ts'
import { analyticsPrivacy } from './privacy.ts'
import { analyticsRetention } from './retention.ts'
import { analyticsRoutes } from './routes.ts'
import { RunBatch } from './run-batch.ts'
import { componentFaultMeter, runMeter } from './run-meter.ts'
import { runWriter } from './run-writer.ts'

export interface AnalyticsOptions {
  /** Everything that a member can type, of all features. */
  commands(): readonly TypedCommand[]
  /** Of all features. */
  readonly settings: readonly Setting[]
  readonly reminders: (platform: Platform) => ReminderFigures
  readonly tickets: (platform: Platform) => TicketFigures
  readonly model: (platform: Platform) => ModelFigures
}

/** Keeps which commands members ran, and tells the figures of the whole bot. */
export function analytics({ commands, settings, reminders, tickets, model }: AnalyticsOptions): Feature {
  const settingOf = new Map(settings.map((setting) => [`${setting.scope}.${setting.key}`, setting]))
  return {
    name: 'analytics',
    retention: analyticsRetention,
    build(platform) {
      const batch = new RunBatch()
      const meterRun = runMeter(platform.meters, batch)
      const usage = commandUsage(platform)
      const { mainGuildId } = platform.config.discord
      const metrics = metricsService({
        ...platform,
        mainGuildId,
        usage,
        reminders: reminders(platform),
        tickets: tickets(platform),
        model: model(platform),
        commands,
        unwrittenRuns: () => batch.size,
        shows({ scope, key }) {
          const setting = settingOf.get(`${scope}.${key}`)
          if (!setting) return 'nothing'
          return setting.secret ? 'presence' : 'value'
        },
      })
      return {
        routes: (http) => analyticsRoutes(http, { usage, metrics, mainGuildId }),
        commands: [statsCommand(platform)],
        hearsCommands(run) {
          batch.add(run)
          meterRun(run)
        },
        hearsComponentFaults: componentFaultMeter(platform.meters),
        gatewayWorkers: [runWriter(batch, platform)],
        privacy: analyticsPrivacy,
      }
    },
  }
}
