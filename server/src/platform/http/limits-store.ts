import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import type { Bucket } from './limit-bucket.ts'

/** What this process let through of a bucket and the others do not know of; nothing, to hear of the others. */
export interface Spending extends Bucket {
  readonly key: string
}

/**
 * Adds what was spent here to what was spent everywhere, and answers the sums. Rows are locked in the order of their
 * keys, so that processes wait for each other and never in a circle.
 */
export async function exchangeSpending(db: Db, spendings: readonly Spending[]): Promise<Map<string, Bucket>> {
  const sorted = spendings.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const keys = sorted.map(({ key }) => key)
  const spent = sorted.map((spending) => spending.spent)
  const at = sorted.map(({ atMs }) => Temporal.Instant.fromEpochMilliseconds(atMs))
  const { rows } = await sql<{ key: string; spent: number; updated_at: Temporal.Instant }>`
    insert into limit_buckets as bucket (key, spent, updated_at)
    select * from unnest(${keys}::text[], ${spent}::float8[], ${at}::timestamptz[])
    on conflict (key) do update set
      spent = excluded.spent + greatest(0, bucket.spent
        - greatest(0, extract(epoch from excluded.updated_at - bucket.updated_at)::float8) / 60),
      updated_at = greatest(bucket.updated_at, excluded.updated_at)
    returning key, spent, updated_at`.execute(db)
  return new Map(rows.map((row) => [row.key, { spent: row.spent, atMs: row.updated_at.epochMilliseconds }]))
}

/** Forgets buckets in which nothing can be spent any more. */
export async function removeIdle(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('limit_buckets').where('updated_at', '<', before).execute()
}
