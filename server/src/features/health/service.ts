import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import { pingDatabase, poolStatistics } from '../../platform/database/health.ts'
import { loadMigrations, migrationsAreCurrent } from '../../platform/database/migrate.ts'
import type { GatewayState } from '../../platform/discord/gateway.ts'
import { findWithin, sharedQuestion } from '../../platform/health/finding.ts'
import { VERSION } from '../../platform/version.ts'
import { type Connection, connectionOf, NOT_CONNECTED, RETIRED_AFTER, reportedConnection } from './connection.ts'
import type { Health, HealthHistory, Ready, Status } from './contract.ts'
import * as store from './store.ts'

export interface HealthNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly serviceName: string
  /** The gateway of this process, null until it is started; absent where the process does not have that role. */
  readonly gateway?: () => GatewayState | null
}

/** Together less than the two seconds within which health answers whatever is broken. */
const PING_MS = 1000
const QUESTION_MS = 700
const KEPT = { hours: 24 * 30 }

export type HealthService = ReturnType<typeof healthService>

export function healthService({ db, clock, serviceName, gateway }: HealthNeeds) {
  const startedAt = clock.now()
  const uptimeSeconds = () => Math.floor(clock.now().since(startedAt).total('seconds'))
  const askSchema = sharedQuestion(async () => migrationsAreCurrent(db, await loadMigrations()))
  const askShards = sharedQuestion(() => store.readShards(db, clock.now().subtract(RETIRED_AFTER)))

  async function connection(): Promise<Connection> {
    if (gateway) return connectionOf(gateway())
    const found = await findWithin(QUESTION_MS, askShards())
    return 'answer' in found ? reportedConnection(found.answer, clock.now()) : NOT_CONNECTED
  }

  /** `ok`, or why not, of the database and of its tables. Asked one after the other: no use in tables of what is down. */
  async function database(): Promise<{ database: string; migrations: string }> {
    const ping = await pingDatabase(db, PING_MS)
    if (ping !== 'ok') return { database: ping, migrations: 'unknown' }
    const current = await findWithin(QUESTION_MS, askSchema())
    if ('problem' in current) return { database: `error:${current.problem}`, migrations: 'unknown' }
    return { database: 'ok', migrations: current.answer ? 'ok' : 'missing' }
  }

  return {
    async status(): Promise<Status> {
      const { isOnline, latencyMs } = await connection()
      return { online: isOnline, latency: latencyMs, uptime: `${Math.floor(uptimeSeconds() / 60)} min` }
    },

    async health(): Promise<Health> {
      const [state, { guildCount }] = await Promise.all([database(), connection()])
      return {
        service: serviceName,
        version: VERSION,
        uptime_seconds: uptimeSeconds(),
        db_status: state.migrations === 'missing' ? 'not_initialized' : state.database,
        timestamp: clock.now().round('second').toString(),
        guild_count: guildCount,
        // Commands are not counted yet, and there is no language model to speak of.
        active_commands_24h: null,
        gpt_status: null,
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

    /** Keeps what is true in this minute and forgets what is too old. */
    async sample(): Promise<void> {
      const now = clock.now()
      await store.keepSample(db, await this.health(), now.round({ smallestUnit: 'minute', roundingMode: 'floor' }))
      await store.removeSamples(db, now.subtract(KEPT))
    },
  }
}

function notReady(checks: Record<string, string>, failed: readonly [string, string][]): Refusal {
  const all = Object.entries(checks).map(([name, state]) => `${name} ${state}`)
  const errors = failed.map(([path, state]) => ({ path, message: `${path} is ${state}` }))
  return new Refusal('unavailable', 'health.not_ready', `Not ready: ${all.join(', ')}.`, { errors, retryAfter: 5 })
}
