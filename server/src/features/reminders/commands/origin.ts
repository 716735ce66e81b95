import { ChannelId, GuildId, isSnowflake, MessageId } from '../../../kernel/ids.ts'
import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import type { AccessReader } from '../../../platform/discord/channel-access.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { Reminder } from '../reminder.ts'
import { refusalWords } from '../words-refusals.ts'

const LINK = /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d+)\/(\d+)\/(\d+)\/?$/

/** The message a link leads to, if it is one of this guild that the member can read. */
export async function originOf(
  link: string,
  { actor, guildId }: Invocation,
  access: AccessReader,
): Promise<NonNullable<Reminder['origin']>> {
  const [, guild = '', channel = '', message = ''] = LINK.exec(link.trim()) ?? []
  if (![guild, channel, message].every(isSnowflake))
    throw invalidField('reminders.link', '/link', refusalWords.everywhere('link'))
  const origin = { channelId: ChannelId.parse(channel), messageId: MessageId.parse(message) }
  const found = GuildId.parse(guild) === guildId ? await access.channelAccess(origin.channelId, actor.userId) : null
  if (found?.guildId !== guildId || !found.user.canView || !found.user.canReadHistory)
    throw new Refusal('forbidden', 'reminders.link_elsewhere', refusalWords.everywhere('link_elsewhere'))
  return origin
}
