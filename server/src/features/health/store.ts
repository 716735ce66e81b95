import type { Db } from '../../platform/database/connect.ts'
import type { Health, HealthSample } from './contract.ts'

/** Keeps the sample unless another process was first in this minute. */
export async function keepSample(db: Db, { timestamp, ...sample }: Health, minute: Temporal.Instant): Promise<void> {
  await db
    .insertInto('health_samples')
    .values({ ...sample, checked_at: minute })
    .onConflict((conflict) => conflict.column('checked_at').doNothing())
    .execute()
}

/** Newest first. */
export async function readSamples(db: Db, since: Temporal.Instant, limit: number): Promise<HealthSample[]> {
  const rows = await db
    .selectFrom('health_samples')
    .selectAll()
    .where('checked_at', '>=', since)
    .orderBy('checked_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    service: row.service,
    version: row.version,
    uptime_seconds: row.uptime_seconds,
    db_status: row.db_status,
    guild_count: row.guild_count,
    active_commands_24h: row.active_commands_24h,
    gpt_status: gptStatusOf(row.gpt_status),
    database_pool_size: row.database_pool_size,
    checked_at: row.checked_at.toString(),
  }))
}

function gptStatusOf(text: string | null): HealthSample['gpt_status'] {
  return text === 'operational' || text === 'degraded' || text === 'error' ? text : null
}
