import { type SqlBool, sql } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

export interface PastCall {
  readonly userId: UserId | null
  readonly model: string
  readonly outcome: string
  readonly tokens: number
  readonly latencyMs: number | null
  readonly endedAt: Temporal.Instant
}

/** Services that ask for more are asked again all the same. */
const LONGEST_LIMIT = { hours: 24 }
const ofGuilds = (guildIds: readonly GuildId[]) => sql<SqlBool>`guild_id = any(${guildIds}::bigint[])`

/** The last calls that ended so, newest first. */
export async function readLastCalls(
  db: Db,
  guildIds: readonly GuildId[],
  how: 'answered' | 'failed',
  limit: number,
): Promise<PastCall[]> {
  const rows = await db
    .selectFrom('model_calls')
    .select(['user_id', 'model', 'outcome', 'latency_ms', 'ended_at'])
    .select(sql<string>`tokens_read + tokens_written`.as('tokens'))
    .where(ofGuilds(guildIds))
    .where('outcome', how === 'answered' ? '=' : '<>', 'answered')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ user_id, model, outcome, tokens, latency_ms, ended_at }) =>
    outcome && ended_at
      ? [
          {
            userId: user_id === null ? null : UserId.parse(user_id),
            model,
            outcome,
            tokens: Number(tokens),
            latencyMs: latency_ms,
            endedAt: ended_at,
          },
        ]
      : [],
  )
}

export interface Totals {
  readonly answers: number
  readonly failures: number
  readonly tokens: number
}

/** From that day on. */
export async function readTotals(
  db: Db,
  guildIds: readonly GuildId[],
  since: Temporal.Instant | null,
): Promise<Totals> {
  const { rows } = await sql<Record<keyof Totals, string>>`
    select coalesce(sum(answers), 0) as answers, coalesce(sum(failures), 0) as failures,
      coalesce(sum(spent_tokens), 0) as tokens
    from model_days where guild_id = any(${guildIds}::bigint[]) and day >= ${since ?? '-infinity'}`.execute(db)
  const [row] = rows
  return { answers: Number(row?.answers), failures: Number(row?.failures), tokens: Number(row?.tokens) }
}

/** Of the last so many calls; 0 without any. */
export async function readAverageLatency(db: Db, guildIds: readonly GuildId[], calls: number): Promise<number> {
  const { rows } = await sql<{ average: number | null }>`
    select round(avg(latency_ms))::integer as average from (
      select latency_ms from model_calls where ${ofGuilds(guildIds)} and latency_ms is not null
      order by id desc limit ${calls}) last`.execute(db)
  return rows[0]?.average ?? 0
}

/** When the service may be asked again, by those of these calls that were told so; null where that has come. */
export async function readLimitReset(
  db: Db,
  guildIds: readonly GuildId[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('model_calls')
    .select(({ fn }) => fn.max('limited_until').as('until'))
    .where(ofGuilds(guildIds))
    .where('ended_at', '>=', now.subtract(LONGEST_LIMIT))
    .where('limited_until', '>', now)
    .executeTakeFirst()
  return row?.until ?? null
}

export interface Recent {
  readonly answers: number
  readonly failures: number
  readonly isLimited: boolean
}

/** Of all guilds: how calls ended since then, and whether the service wants to be asked less. */
export async function readRecent(db: Db, since: Temporal.Instant, now: Temporal.Instant): Promise<Recent> {
  const { rows } = await sql<{ answers: string; failures: string; is_limited: boolean | null }>`
    select count(*) filter (where outcome = 'answered') as answers,
      count(*) filter (where outcome <> 'answered') as failures,
      bool_or(outcome = 'rate_limited' or limited_until > ${now}) as is_limited
    from model_calls where ended_at >= ${since}`.execute(db)
  const [row] = rows
  return { answers: Number(row?.answers), failures: Number(row?.failures), isLimited: row?.is_limited ?? false }
}
