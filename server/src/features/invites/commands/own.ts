import { defineCommand } from '../../../platform/discord/commands.ts'
import { user } from '../../../platform/discord/options.ts'
import type { InviteCounts } from '../counts.ts'
import { ownReply } from '../replies.ts'
import { inviteWords } from '../words.ts'

/** `/invites`: what one's own count is made of, or somebody else's. */
export function ownCommand(counts: InviteCounts) {
  return defineCommand({
    name: 'invites',
    description: inviteWords.everywhere('own_description'),
    options: { member: user(inviteWords.everywhere('own_member')) },
    answers: 'message',
    async handle({ member }, { actor, guildId, language }) {
      const userId = member ?? actor.userId
      return { kind: 'message', message: ownReply(userId, await counts.of(guildId, userId), language) }
    },
  })
}
