import { PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { boolean, integer } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import { statsReply } from '../replies.ts'
import { commandStats } from '../stats.ts'
import { analyticsWords } from '../words.ts'

const MOST_DAYS = 365
const MOST_COMMANDS = 25

/** `/command_stats`: for admins, of their guild; of all guilds for the owner of the bot alone. */
export function statsCommand({ db, clock, guildAccess }: Pick<Platform, 'db' | 'clock' | 'guildAccess'>) {
  const stats = commandStats({ db, clock })
  const say = analyticsWords.everywhere
  return defineCommand({
    name: 'command_stats',
    description: say('stats_description'),
    needs: { member: PermissionFlagsBits.Administrator },
    options: {
      days: integer(say('days'), { min: 1, max: MOST_DAYS }),
      limit: integer(say('limit'), { min: 1, max: MOST_COMMANDS }),
      guild_only: boolean(say('guild_only')),
    },
    answers: 'message',
    async handle({ days, limit, guild_only }, { actor, guildId, language }) {
      const isOfAll = guild_only === false
      if (isOfAll && !(await guildAccess.isBotOwner(actor.userId)))
        throw new Refusal('forbidden', 'analytics.owners_only', say('owners_only'))
      const question = { guildId: isOfAll ? null : guildId, days: days ?? 7, limit: limit ?? 10 }
      return { kind: 'message', message: statsReply(await stats(question), isOfAll, language) }
    },
  })
}
