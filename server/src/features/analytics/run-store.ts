import { sql } from 'kysely'
import { firstMessageIdAt } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { CommandRun } from '../../platform/discord/command-run.ts'

/**
 * Writes runs with the sums over them in one statement. Runs that are known already, from an earlier try whose outcome
 * nobody learnt, count no second time. Everything is written in the order of its keys, so that processes that write at
 * once wait for each other instead of blocking each other. Whoever had everything erased after a run is not named by it.
 */
export async function insertRuns(db: Db, runs: readonly CommandRun[]): Promise<void> {
  const rows = runs.map((run) => ({
    interaction_id: run.interactionId,
    guild_id: run.guildId,
    user_id: run.userId,
    command: run.command,
    is_success: run.error === null,
    error_class: run.error?.errorClass ?? null,
    duration_ms: run.durationMs,
    ran_at: run.ranAt.toString(),
  }))
  await sql`
    with new_runs as (
      insert into command_runs
      select interaction_id, guild_id, case when exists (
          select from privacy_receipts receipt where receipt.user_id = run.user_id and receipt.erased_at >= run.ran_at
          and coalesce(receipt.scope_guild_id, run.guild_id) = run.guild_id) then null else user_id end,
        command, is_success, error_class, duration_ms, ran_at
      from jsonb_populate_recordset(null::command_runs, ${JSON.stringify(rows)}::jsonb) run order by interaction_id
      on conflict do nothing returning *
    ), sums as (
      select coalesce(guild_id, 0) as guild_id, grouping(hour) = 0 as is_hour, coalesce(hour, day) as since, command,
        count(*) as runs, count(*) filter (where not is_success) as failures, sum(duration_ms)::bigint as duration_ms
      from (
        select *, date_trunc('hour', ran_at, 'UTC') as hour, date_trunc('day', ran_at, 'UTC') as day from new_runs
      ) run
      group by grouping sets ((guild_id, hour, command), (guild_id, day, command), (hour, command), (day, command))
    ), hourly as (
      insert into command_usage_hourly as known
      select guild_id, since, command, runs, failures, duration_ms from sums where is_hour order by 1, 2, 3
      on conflict (guild_id, hour, command) do update set runs = known.runs + excluded.runs,
        failures = known.failures + excluded.failures, duration_ms = known.duration_ms + excluded.duration_ms
    )
    insert into command_usage_daily as known
    select guild_id, since, command, runs, failures, duration_ms from sums where not is_hour order by 1, 2, 3
    on conflict (guild_id, day, command) do update set runs = known.runs + excluded.runs,
      failures = known.failures + excluded.failures, duration_ms = known.duration_ms + excluded.duration_ms
  `.execute(db)
}

/** @returns how many. */
export async function forgetRuns(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from command_runs where interaction_id in (
      select interaction_id from command_runs where interaction_id < ${firstMessageIdAt(before)}
      order by interaction_id limit ${limit})`.execute(db)
  return Number(numAffectedRows)
}
