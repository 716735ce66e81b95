import type { GuildId } from '../../../kernel/ids.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import type { Overview } from '../overview.ts'
import { healthReply } from '../replies.ts'
import { healthWords } from '../words.ts'

/** `/health`: for everybody, of the guild where it is asked. */
export function healthCommand(overview: (guildId: GuildId) => Promise<Overview>) {
  return defineCommand({
    name: 'health',
    description: healthWords.everywhere('description'),
    options: {},
    answers: 'message',
    handle: async (_options, { guildId, language }) => ({
      kind: 'message',
      message: healthReply(await overview(guildId), language),
    }),
  })
}
