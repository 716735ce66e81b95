import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { integer, required, user } from '../../../platform/discord/options.ts'
import type { InviteCounts } from '../counts.ts'
import { setReply } from '../replies.ts'
import { inviteWords } from '../words.ts'

const needs = { member: PermissionFlagsBits.ManageGuild }
const MOST = 1_000_000

/** `/setinvites` and `/resetinvites`, seen by everybody. */
export function setCommands(counts: InviteCounts) {
  return [
    defineCommand({
      name: 'setinvites',
      description: inviteWords.everywhere('set_description'),
      options: {
        member: required(user(inviteWords.everywhere('set_member'))),
        count: required(integer(inviteWords.everywhere('set_count'), { min: 0, max: MOST })),
      },
      needs,
      answers: 'message',
      isPublic: () => true,
      async handle({ member, count }, { actor, guildId, language }) {
        const change = await counts.set(actor, guildId, member, count)
        return { kind: 'message', message: setReply(member, change, language) }
      },
    }),
    defineCommand({
      name: 'resetinvites',
      description: inviteWords.everywhere('reset_description'),
      options: { member: required(user(inviteWords.everywhere('set_member'))) },
      needs,
      answers: 'message',
      isPublic: () => true,
      async handle({ member }, { actor, guildId, language }) {
        return { kind: 'message', message: setReply(member, await counts.set(actor, guildId, member, 0), language) }
      },
    }),
  ]
}
