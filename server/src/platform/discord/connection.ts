import type { GatewayState } from './gateway.ts'
import type { ShardReport } from './shard-report-store.ts'

/** Whether and how the bot is connected to Discord. */
export type Connection = Pick<GatewayState, 'isOnline' | 'latencyMs'> & { readonly guildCount: number | null }

/** How gateway processes say that they are connected. */
export interface ReportedConnection extends Connection {
  /** Since when all shards have had their session. */
  readonly since: Temporal.Instant | null
}

export const NOT_CONNECTED: ReportedConnection = { isOnline: false, latencyMs: null, guildCount: null, since: null }
/** Gateway processes report every five seconds; one that missed three reports is not there. */
const SILENT_AFTER = { seconds: 15 }

/** The bot as this process sees it, being itself the gateway. */
export function connectionOf(state: GatewayState | null): Connection {
  if (!state?.isOnline) return NOT_CONNECTED
  const { latencyMs, guildCount } = state
  return { isOnline: true, latencyMs: latencyMs === null ? null : Math.round(latencyMs), guildCount }
}

/** The bot as its gateway processes reported it: online when every shard is. */
export function reportedConnection(shards: readonly ShardReport[], now: Temporal.Instant): ReportedConnection {
  const online = shards.filter((shard) => isOnline(shard, now))
  if (shards.length === 0 || online.length < shards.length) return NOT_CONNECTED
  const guildsOf = new Map(online.map(({ processId, guildCount }) => [processId, guildCount ?? 0]))
  const latencies = online.flatMap(({ latencyMs }) => latencyMs ?? [])
  return {
    isOnline: true,
    latencyMs: latencies.length > 0 ? Math.max(...latencies) : null,
    guildCount: [...guildsOf.values()].reduce((sum, guilds) => sum + guilds, 0),
    since:
      online
        .flatMap(({ sessionStartedAt }) => sessionStartedAt ?? [])
        .sort(Temporal.Instant.compare)
        .at(-1) ?? null,
  }
}

function isOnline(
  { sessionStartedAt, lastAckAt, heartbeatIntervalMs, reportedAt }: ShardReport,
  now: Temporal.Instant,
) {
  if (sessionStartedAt === null || lastAckAt === null || heartbeatIntervalMs === null) return false
  const isReported = isAfter(reportedAt, now.subtract(SILENT_AFTER))
  return isReported && isAfter(lastAckAt, now.subtract({ milliseconds: 2 * heartbeatIntervalMs }))
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
