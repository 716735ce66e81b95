import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { DayCount } from '../../platform/discord/chart.ts'
import { type CommandFigures, readCommandFigures, readRunsByDay } from './usage-store.ts'

export interface StatsQuestion {
  /** Null: all guilds together. */
  readonly guildId: GuildId | null
  readonly days: number
  readonly limit: number
}

export interface CommandStats {
  readonly commands: readonly CommandFigures[]
  /** Every day, oldest first, also those on which nothing was run. */
  readonly days: readonly DayCount[]
  /** Of all commands. */
  readonly total: number
}

/** How commands were used in the last whole days of UTC, today included. */
export function commandStats({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  return async ({ guildId, days, limit }: StatsQuestion): Promise<CommandStats> => {
    const today = clock.now().toZonedDateTimeISO('UTC').startOfDay()
    const first = today.subtract({ days: days - 1 })
    const question = { guildId: guildId ?? ('0' as const), since: first.toInstant() }
    const commands = await readCommandFigures(db, question, limit)
    const runs = await readRunsByDay(db, question)
    const all = Array.from({ length: days }, (_, index) => first.add({ days: index }).toPlainDate().toString())
    return {
      commands,
      days: all.map((day) => ({ day, runs: runs.get(day) ?? 0 })),
      total: [...runs.values()].reduce((sum, count) => sum + count, 0),
    }
  }
}
