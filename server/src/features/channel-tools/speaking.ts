import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { answered } from '../../platform/discord/answered.ts'
import type { ChannelAccess } from '../../platform/discord/channel-access.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { permissionNames } from '../../platform/discord/permission-names.ts'
import { isThread } from '../../platform/discord/permissions.ts'
import type { OperationalEvent } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { speakingWords } from './words-speaking.ts'

/** Who has the bot say something, and where. */
export interface Speech {
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly userId: UserId
}

/** A request whose answer was lost is repeated with its nonce, which gives back the message that it made. */
const ATTEMPTS = 3

export type Speaking = ReturnType<typeof speaking>

/** What `/sendto` and `/embed` have in common: whether somebody may, and the sending itself. */
export function speaking({ access, discord }: Pick<Platform, 'access' | 'discord'>) {
  return {
    /** @throws {Refusal} unless the channel is one of the guild where both the member and the bot can write. */
    async requirePlace({ guildId, channelId, userId }: Speech, withEmbed: boolean): Promise<ChannelAccess> {
      const found = await access.channelAccess(channelId, userId)
      if (found?.guildId !== guildId) throw refusal('not_found', 'not_here')
      if (!found.user.canView || !found.user.canSend) throw refusal('forbidden', 'you_cannot')
      const missing = missingOf(found, withEmbed)
      if (missing !== 0n) throw botNeeds(missing, channelId)
      return found
    },

    /** Once, however often it is asked for with the same nonce within minutes. */
    async send({ channelId }: Speech, message: OutgoingMessage, nonce: string): Promise<MessageId> {
      for (let attempt = 1; ; attempt += 1) {
        const sent = await answered(discord.sendMessage(channelId, message, { nonce }))
        if (!(sent instanceof DiscordFailure)) return sent.id
        if (sent.kind !== 'unavailable') throw refusal('forbidden', sent.kind === 'invalid' ? 'not_taken' : 'not_let')
        if (attempt === ATTEMPTS) throw refusal('unavailable', 'unanswered')
      }
    },
  }
}

/** Who had the bot write where; what was written stands there. */
export function spokenEvent(
  { guildId, channelId, userId }: Speech,
  messageId: MessageId,
  command: 'sendto' | 'embed',
): OperationalEvent {
  return {
    type: 'MESSAGE_SENT_BY_ADMIN',
    guildId,
    message: `An admin had the bot write in a channel with /${command}`,
    details: { channel_id: channelId, message_id: messageId, user_id: userId, command },
  }
}

export function linkTo({ guildId, channelId }: Speech, messageId: MessageId): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`
}

function missingOf({ bot, channelType }: ChannelAccess, withEmbed: boolean): bigint {
  const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks } = PermissionFlagsBits
  const send = isThread(channelType) ? SendMessagesInThreads : SendMessages
  return (bot.canView ? 0n : ViewChannel) | (bot.canSend ? 0n : send) | (withEmbed && !bot.canEmbed ? EmbedLinks : 0n)
}

function botNeeds(missing: bigint, channelId: ChannelId): Refusal {
  const [en = '', nl = ''] = LANGUAGES.map((language) =>
    speakingWords(language)('bot_needs', {
      channel: `<#${channelId}>`,
      permissions: permissionNames(missing, language),
    }),
  )
  return new Refusal('forbidden', 'channel_tools.bot_needs', { en, nl })
}

type Reason = 'not_here' | 'you_cannot' | 'not_taken' | 'not_let' | 'unanswered'

function refusal(kind: 'not_found' | 'forbidden' | 'unavailable', reason: Reason): Refusal {
  return new Refusal(kind, `channel_tools.${reason}`, speakingWords.everywhere(reason))
}
