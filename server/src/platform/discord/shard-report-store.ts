import type { Db } from '../database/connect.ts'

/** What gateway processes wrote about one of their shards. */
export interface ShardReport {
  readonly processId: string
  /** Null while it is not connected. */
  readonly sessionStartedAt: Temporal.Instant | null
  readonly lastAckAt: Temporal.Instant | null
  readonly heartbeatIntervalMs: number | null
  readonly latencyMs: number | null
  readonly guildCount: number | null
  readonly reportedAt: Temporal.Instant
}

/** A shard that nobody has reported for so long was given up when the number of shards changed. */
const GIVEN_UP_AFTER = { hours: 1 }

/** Of every shard that is not given up. */
export async function readShards(db: Db, now: Temporal.Instant): Promise<ShardReport[]> {
  const rows = await db
    .selectFrom('gateway_status')
    .selectAll()
    .where('updated_at', '>=', now.subtract(GIVEN_UP_AFTER))
    .execute()
  return rows.map((row) => ({
    processId: row.process_id,
    sessionStartedAt: row.session_started_at,
    lastAckAt: row.last_heartbeat_ack_at,
    heartbeatIntervalMs: row.heartbeat_interval_ms,
    latencyMs: row.latency_ms,
    guildCount: row.guild_count,
    reportedAt: row.updated_at,
  }))
}
