import { AllowedMentionsTypes } from 'discord-api-types/v10'
import { isSnowflake, RoleId, UserId } from '../../kernel/ids.ts'
import type { ChannelAccess } from '../../platform/discord/channel-access.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'

/** As many as Discord takes of each kind: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
const MOST = 100

/** Who is notified by a text that the bot sends for somebody: whom he could notify there himself, and nobody else. */
export function mentionsAllowed(
  text: string,
  { canMentionEveryone, canMention }: Pick<ChannelAccess['user'], 'canMentionEveryone' | 'canMention'>,
): NonNullable<OutgoingMessage['allowed_mentions']> {
  const named = (pattern: RegExp) => {
    const ids = [...text.matchAll(pattern)].map(([, id = '']) => id)
    return [...new Set(ids)].filter(isSnowflake).slice(0, MOST)
  }
  return {
    parse: canMentionEveryone ? [AllowedMentionsTypes.Everyone] : [],
    users: named(/<@!?(\d+)>/g).map(UserId.parse),
    roles: named(/<@&(\d+)>/g)
      .map(RoleId.parse)
      .filter(canMention),
  }
}
