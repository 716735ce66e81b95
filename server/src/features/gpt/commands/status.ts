import { defineCommand } from '../../../platform/discord/commands.ts'
import type { Platform } from '../../../platform/feature.ts'
import { statusReply } from '../replies.ts'
import { statusOfGuild } from '../status.ts'
import { gptWords } from '../words.ts'

/** `/gptstatus`: for everybody, of this guild; it asks no service anything. */
export function statusCommand(platform: Platform) {
  return defineCommand({
    name: 'gptstatus',
    description: gptWords.everywhere('status_description'),
    options: {},
    answers: 'message',
    async handle(_options, { guildId, actor, language }) {
      const status = await statusOfGuild(platform, guildId, actor.userId)
      return { kind: 'message', message: statusReply(status, language) }
    },
  })
}
