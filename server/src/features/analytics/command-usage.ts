import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { TopCommands } from './contract.ts'
import { usageQuestion } from './usage.ts'
import { type CommandCount, readTopCommands, readTotalRuns } from './usage-store.ts'

export interface TopQuestion {
  /** The guild, or all together. */
  readonly guildId: GuildId | null
  readonly days: number
  readonly limit: number
}

export type CommandUsage = ReturnType<typeof commandUsage>

/** How often commands are run, from sums that are written with the runs. */
export function commandUsage({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  const top = (guilds: readonly GuildId[] | 'all', days: number, limit: number): Promise<CommandCount[]> =>
    readTopCommands(db, usageQuestion(guilds, { hours: days * 24 }, clock.now()), limit)

  return {
    top,
    ofLastDay: (guilds: readonly GuildId[] | 'all') =>
      readTotalRuns(db, usageQuestion(guilds, { hours: 24 }, clock.now())),

    async topCommands({ guildId, days, limit }: TopQuestion): Promise<TopCommands> {
      const found = await top(guildId ? [guildId] : 'all', days, limit)
      return {
        commands: Object.fromEntries(found.map(({ command, runs }) => [command, runs])),
        period_days: days,
        guild_id: guildId && BigInt(guildId),
        total_commands: found.length,
      }
    },
  }
}
