import type { Db } from '../database/connect.ts'
import type { GatewayState } from './gateway.ts'

interface Measurement {
  readonly processId: string
  readonly state: GatewayState
  readonly now: Temporal.Instant
}

/** What this process knows of its shards, for processes without a gateway. A shard without a connection has no session. */
export async function writeGatewayStatus(db: Db, { processId, state, now }: Measurement): Promise<void> {
  if (state.shards.length === 0) return
  const ago = (ms: number | null) => (ms === null ? null : now.subtract({ milliseconds: Math.round(ms) }))
  const rows = state.shards.map((shard) => ({
    shard_id: shard.shardId,
    process_id: processId,
    session_started_at: shard.isConnected ? ago(shard.sinceStartMs) : null,
    last_heartbeat_ack_at: ago(shard.sinceAckMs),
    heartbeat_interval_ms: shard.heartbeatIntervalMs,
    latency_ms: shard.latencyMs === null ? null : Math.round(shard.latencyMs),
    guild_count: state.guildCount,
    updated_at: now,
  }))
  await db
    .insertInto('gateway_status')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('shard_id').doUpdateSet((columns) => ({
        process_id: columns.ref('excluded.process_id'),
        session_started_at: columns.ref('excluded.session_started_at'),
        last_heartbeat_ack_at: columns.ref('excluded.last_heartbeat_ack_at'),
        heartbeat_interval_ms: columns.ref('excluded.heartbeat_interval_ms'),
        latency_ms: columns.ref('excluded.latency_ms'),
        guild_count: columns.ref('excluded.guild_count'),
        updated_at: columns.ref('excluded.updated_at'),
      })),
    )
    .execute()
}
