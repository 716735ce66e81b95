import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import { poolStatistics } from '../../platform/database/health.ts'
import type { GatewayState } from '../../platform/discord/gateway.ts'
import { VERSION } from '../../platform/version.ts'
import type { Health, HealthHistory, Ready, Status } from './contract.ts'
import { healthQuestions } from './questions.ts'
import * as store from './store.ts'

export interface HealthNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly serviceName: string
  /** The gateway of this process, null until it is started; absent where the process does not have that role. */
  readonly gateway?: () => GatewayState | null
  /** How many commands members ran in the last 24 hours. */
  readonly recentCommands?: () => Promise<number>
  /** How the language model fares; null without one. */
  readonly modelStatus?: () => Promise<Health['gpt_status']>
}

export type HealthService = ReturnType<typeof healthService>

export function healthService(needs: HealthNeeds) {
  const { db, clock, serviceName, gateway } = needs
  const { connection, database, recentCommands, modelStatus } = healthQuestions(needs)
  const startedAt = clock.now()
  const uptimeSeconds = () => Math.floor(clock.now().since(startedAt).total('seconds'))

  return {
    async status(): Promise<Status> {
      const { isOnline, latencyMs } = await connection()
      return { online: isOnline, latency: latencyMs, uptime: `${Math.floor(uptimeSeconds() / 60)} min` }
    },

    async health(): Promise<Health> {
      const [state, { guildCount }, commands, gptStatus] = await Promise.all([
        database(),
        connection(),
        recentCommands(),
        modelStatus(),
      ])
      return {
        service: serviceName,
        version: VERSION,
        uptime_seconds: uptimeSeconds(),
        db_status: state.migrations === 'missing' ? 'not_initialized' : state.database,
        timestamp: clock.now().round('second').toString(),
        guild_count: guildCount,
        active_commands_24h: commands,
        gpt_status: gptStatus,
        database_pool_size: poolStatistics(db).total,
      }
    },

    /** @throws {Refusal} that names each check, while one of them fails. */
    async ready(): Promise<Ready> {
      const checks: Record<string, string> = await database()
      if (gateway) checks.gateway = gateway()?.isOnline ? 'ok' : 'not connected'
      const failed = Object.entries(checks).filter(([, state]) => state !== 'ok')
      if (failed.length > 0) throw notReady(checks, failed)
      return { status: 'ok', checks: Object.fromEntries(Object.keys(checks).map((name) => [name, 'ok'] as const)) }
    },

    async history(hours: number, limit: number): Promise<HealthHistory> {
      const history = await store.readSamples(db, clock.now().subtract({ hours }), limit)
      return { history, period_hours: hours, total_records: history.length }
    },

    /** Keeps what is true in this minute. */
    async sample(): Promise<void> {
      const now = clock.now()
      await store.keepSample(db, await this.health(), now.round({ smallestUnit: 'minute', roundingMode: 'floor' }))
    },
  }
}

function notReady(checks: Record<string, string>, failed: readonly [string, string][]): Refusal {
  const all = Object.entries(checks).map(([name, state]) => `${name} ${state}`)
  const errors = failed.map(([path, state]) => ({ path, message: `${path} is ${state}` }))
  return new Refusal('unavailable', 'health.not_ready', `Not ready: ${all.join(', ')}.`, { errors, retryAfter: 5 })
}
