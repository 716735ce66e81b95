import { type ChannelId, RoleId, type UserId } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/language.ts'
import { invalidField, Refusal } from '../../kernel/refusal.ts'
import type { AccessReader, ChannelAccess } from '../../platform/discord/channel-access.ts'
import { holdsMessages } from '../../platform/discord/permissions.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { Mention } from './reminder.ts'
import { reminderSettings } from './settings.ts'
import { refusalWords } from './words-refusals.ts'

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
        throw forbidden('reminders.mentions_off', '/mention', refusalWords.everywhere('mentions_off'))
      checkMention(found, mention)
    },
  }
}

function checkChannel({ channelType, user, bot }: ChannelAccess): void {
  if (!user.isMember) throw forbidden('reminders.not_a_member', '/channel_id', refusalWords.everywhere('not_a_member'))
  if (!holdsMessages(channelType))
    throw invalidField('reminders.no_text_channel', '/channel_id', refusalWords.everywhere('no_text_channel'))
  if (!user.canSend)
    throw forbidden('reminders.owner_cannot_send', '/channel_id', refusalWords.everywhere('owner_cannot_send'))
  if (!bot.canSend || !bot.canEmbed)
    throw invalidField('reminders.bot_cannot_send', '/channel_id', refusalWords.everywhere('bot_cannot_send'))
}

function checkMention({ user, bot }: ChannelAccess, mention: Exclude<Mention, 'none'>): void {
  const isAllowed = mention === 'everyone' ? user.canMentionEveryone : user.canMention(RoleId.parse(mention))
  if (!isAllowed)
    throw forbidden('reminders.owner_cannot_mention', '/mention', refusalWords.everywhere('owner_cannot_mention'))
  const canBot = mention === 'everyone' ? bot.canMentionEveryone : bot.canMention(RoleId.parse(mention))
  if (!canBot)
    throw invalidField('reminders.bot_cannot_mention', '/mention', refusalWords.everywhere('bot_cannot_mention'))
}

function unknownChannel(): Refusal {
  return invalidField('reminders.unknown_channel', '/channel_id', refusalWords.everywhere('unknown_channel'))
}

function forbidden(code: string, path: string, said: Localised): Refusal {
  return new Refusal('forbidden', code, said, { errors: [{ path, message: said.en, said }] })
}
