import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { UsageQuestion } from './usage.ts'

export interface CommandCount {
  readonly command: string
  readonly runs: number
}

/** The most used first; of those used as often, by name. */
export async function readTopCommands(
  db: Db,
  { guilds, since, firstDay }: UsageQuestion,
  limit: number,
): Promise<CommandCount[]> {
  const { rows } = await sql<{ command: string; runs: string }>`
    select command, sum(runs) as runs
    from (${usage({ guilds, since, firstDay })}) usage
    group by command order by sum(runs) desc, command collate "C" limit ${limit}`.execute(db)
  return rows.map(({ command, runs }) => ({ command, runs: Number(runs) }))
}

export async function readTotalRuns(db: Db, question: UsageQuestion): Promise<number> {
  const { rows } = await sql<{ runs: string }>`
    select coalesce(sum(runs), 0) as runs from (${usage(question)}) usage`.execute(db)
  return Number(rows[0]?.runs)
}

/** Whole days from the sums by day, what comes before them from the sums by hour. */
function usage({ guilds, since, firstDay }: UsageQuestion) {
  return sql`
    select command, runs from command_usage_daily where guild_id = any(${guilds}::bigint[]) and day >= ${firstDay}
    union all
    select command, runs from command_usage_hourly
    where guild_id = any(${guilds}::bigint[]) and hour >= ${since} and hour < ${firstDay}`
}

/** Of one guild or, with "0", of all together, from a day on; days are those of UTC. */
interface DaysQuestion {
  readonly guildId: GuildId | '0'
  readonly since: Temporal.Instant
}

export interface CommandFigures extends CommandCount {
  /** Refused or broken off. */
  readonly failures: number
}

/** The most used first; of those used as often, by name. */
export async function readCommandFigures(
  db: Db,
  { guildId, since }: DaysQuestion,
  limit: number,
): Promise<CommandFigures[]> {
  const { rows } = await sql<{ command: string; runs: string; failures: string }>`
    select command, sum(runs) as runs, sum(failures) as failures
    from command_usage_daily where guild_id = ${guildId} and day >= ${since}
    group by command order by sum(runs) desc, command collate "C" limit ${limit}`.execute(db)
  return rows.map(({ command, runs, failures }) => ({ command, runs: Number(runs), failures: Number(failures) }))
}

/** Of the days on which anything was run, by the day in ISO 8601. */
export async function readRunsByDay(db: Db, { guildId, since }: DaysQuestion): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ day: string; runs: string }>`
    select to_char(day at time zone 'UTC', 'YYYY-MM-DD') as day, sum(runs) as runs
    from command_usage_daily where guild_id = ${guildId} and day >= ${since}
    group by day`.execute(db)
  return new Map(rows.map(({ day, runs }) => [day, Number(runs)]))
}
