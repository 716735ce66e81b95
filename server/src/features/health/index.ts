import type { GuildId } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/language.ts'
import type { GatewayState } from '../../platform/discord/gateway.ts'
import { countBehind } from '../../platform/discord/outbox-store.ts'
import type { Feature, Platform } from '../../platform/feature.ts'
import { healthCommand } from './commands/health.ts'
import type { Health } from './contract.ts'
import { healthSampler } from './jobs.ts'
import { healthOverview } from './overview.ts'
import { healthRetention } from './retention.ts'
import { healthRoutes } from './routes.ts'
import { healthService } from './service.ts'

interface HealthOptions {
  readonly serviceName: string
  /** The gateway of this process, null until it is started; absent where the process does not have that role. */
  readonly gateway?: () => GatewayState | null
  /** How many commands members ran in the last 24 hours, told by whoever counts them. */
  readonly recentCommands?: (platform: Platform) => Promise<number>
  /** How the language model fares, told by whoever keeps its books; null without one. */
  modelStatus(platform: Platform): Promise<Health['gpt_status']>
  /** What guilds turn on and off. */
  readonly switches: readonly {
    readonly label: Localised
    isOn(platform: Platform, guildId: GuildId): Promise<boolean>
  }[]
  /** How many messages of the guild's reminders were due before then and are not sent. */
  remindersBehind(platform: Platform, guildId: GuildId, before: Temporal.Instant): Promise<number>
}

/** Tells people, dashboards and orchestrators how the program fares. */
export function health({ recentCommands, modelStatus, switches, remindersBehind, ...options }: HealthOptions): Feature {
  return {
    name: 'health',
    retention: healthRetention,
    build(platform) {
      const service = healthService({
        ...options,
        db: platform.db,
        clock: platform.clock,
        modelStatus: () => modelStatus(platform),
        ...(recentCommands && { recentCommands: () => recentCommands(platform) }),
      })
      const overview = healthOverview({
        ...options,
        service,
        clock: platform.clock,
        switches: switches.map(({ label, isOn }) => ({ label, isOn: (guildId) => isOn(platform, guildId) })),
        messagesBehind: (before) => countBehind(platform.db, before),
        remindersBehind: (guildId, before) => remindersBehind(platform, guildId, before),
      })
      return {
        routes: (http) => healthRoutes(http, service),
        commands: [healthCommand(overview)],
        workers: [healthSampler(service, platform)],
      }
    },
  }
}
