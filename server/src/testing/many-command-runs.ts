import { sql } from 'kysely'
import type { Db } from '../platform/database/connect.ts'

const DAYS_OF_RUNS = 90
const DAYS_OF_SUMS = 365
export const MANY_RUNS = 10_000_000

/**
 * As if a bot of 50 guilds and 40 commands had run for a year: ten million runs of the last 90 days with their sums by
 * hour and day, and the sums of the days before. Some guilds and commands are used far more than others.
 */
export async function manyCommandRuns(db: Db, now: Temporal.Instant): Promise<void> {
  const today = now.round({ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' })
  const perDay = Math.ceil(MANY_RUNS / DAYS_OF_RUNS)
  for (let ago = DAYS_OF_RUNS; ago > 0; ago -= 1) await runsOf(db, today.subtract({ hours: 24 * ago }), perDay)
  await sql`
    insert into command_usage_daily
    select guild, ${today}::timestamptz - ago * interval '1 day', 'command_' || command, 10000 / (command + 1), 3, 5000
    from generate_series(0, 50) guild, generate_series(0, 39) command,
      generate_series(${DAYS_OF_RUNS + 1}::int, ${DAYS_OF_SUMS}::int) ago`.execute(db)
  await sql`
    insert into command_usage_hourly
    select 0, ${today}::timestamptz - ago * interval '1 hour', 'command_' || command, 400 / (command + 1), 1, 200
    from generate_series(0, 39) command,
      generate_series(${24 * DAYS_OF_RUNS + 1}::int, ${24 * DAYS_OF_SUMS}::int) ago`.execute(db)
  for (const table of ['command_runs', 'command_usage_hourly', 'command_usage_daily'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

/** One day, with its sums. Ids are as Discord makes them of the instant; here they differ by their milliseconds. */
async function runsOf(db: Db, day: Temporal.Instant, count: number): Promise<void> {
  await sql`
    with run as (
      insert into command_runs
      select ((extract(epoch from ran_at) * 1000)::bigint - 1420070400000) << 22, 1 + floor(50 * random() ^ 2),
        1 + n % 5000, 'command_' || floor(40 * random() ^ 2), n % 20 > 0, case when n % 20 = 0 then 'refused' end,
        n % 900, ran_at
      from (
        select n, ${day}::timestamptz + n * interval '1 day' / ${count}::int as ran_at
        from generate_series(0, ${count - 1}::int) n
      ) moment
      returning *
    ), hourly as (
      insert into command_usage_hourly
      select coalesce(guild_id, 0), hour, command, count(*), count(*) filter (where not is_success), sum(duration_ms)
      from (select *, date_trunc('hour', ran_at, 'UTC') as hour from run) run
      group by grouping sets ((guild_id, hour, command), (hour, command))
    )
    insert into command_usage_daily
    select coalesce(guild_id, 0), ${day}, command, count(*), count(*) filter (where not is_success), sum(duration_ms)
    from run group by grouping sets ((guild_id, command), (command))`.execute(db)
}

/** The smallest id of that instant. */
export function idAt(instant: Temporal.Instant): string {
  return String(BigInt(instant.epochMilliseconds - 1_420_070_400_000) << 22n)
}
