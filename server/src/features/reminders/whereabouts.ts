import { type ChannelId, RoleId, type UserId } from '../../kernel/ids.ts'
import { invalidField, Refusal } from '../../kernel/refusal.ts'
import type { AccessReader, ChannelAccess } from '../../platform/discord/channel-access.ts'
import { holdsMessages } from '../../platform/discord/permissions.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { Mention } from './reminder.ts'
import { reminderSettings } from './settings.ts'

export type Whereabouts = ReturnType<typeof whereabouts>

/** Where reminders may go: the channel must be one of the bot's, and both its owner and the bot may write there. */
export function whereabouts(access: AccessReader, settings: Settings) {
  return {
    /** What the owner and the bot may do in the channel. */
    async at(channelId: ChannelId, ownerId: UserId): Promise<ChannelAccess> {
      const found = await access.channelAccess(channelId, ownerId)
      if (!found) throw unknownChannel()
      return found
    },

    async checkMayRemind(found: ChannelAccess, mention: Mention): Promise<void> {
      checkChannel(found)
      if (mention === 'none') return
      if (!(await settings.read(reminderSettings.allowEveryone, found.guildId)))
        throw forbidden(
          'reminders.mentions_off',
          '/mention',
          'mention must be "none": this server does not allow mentions in reminders.',
        )
      checkMention(found, mention)
    },
  }
}

function checkChannel({ channelType, user, bot }: ChannelAccess): void {
  if (!user.isMember)
    throw forbidden(
      'reminders.not_a_member',
      '/channel_id',
      'channel_id is in a server of which the owner of the reminder is no member.',
    )
  if (!holdsMessages(channelType))
    throw invalidField('reminders.no_text_channel', '/channel_id', 'channel_id must be a channel that holds messages.')
  if (!user.canSend)
    throw forbidden(
      'reminders.owner_cannot_send',
      '/channel_id',
      'channel_id is a channel in which the owner of the reminder may not write.',
    )
  if (!bot.canSend || !bot.canEmbed)
    throw invalidField(
      'reminders.bot_cannot_send',
      '/channel_id',
      'channel_id is a channel in which the bot may not send messages with embeds.',
    )
}

function checkMention({ user, bot }: ChannelAccess, mention: Exclude<Mention, 'none'>): void {
  const isAllowed = mention === 'everyone' ? user.canMentionEveryone : user.canMention(RoleId.parse(mention))
  if (!isAllowed)
    throw forbidden(
      'reminders.owner_cannot_mention',
      '/mention',
      'mention names somebody whom the owner of the reminder may not mention there.',
    )
  const canBot = mention === 'everyone' ? bot.canMentionEveryone : bot.canMention(RoleId.parse(mention))
  if (!canBot)
    throw invalidField(
      'reminders.bot_cannot_mention',
      '/mention',
      'mention names somebody whom the bot may not mention there.',
    )
}

function unknownChannel(): Refusal {
  return invalidField(
    'reminders.unknown_channel',
    '/channel_id',
    'channel_id must be a channel of a server that the bot is in and can see.',
  )
}

function forbidden(code: string, path: string, message: string): Refusal {
  return new Refusal('forbidden', code, message, { errors: [{ path, message }] })
}
