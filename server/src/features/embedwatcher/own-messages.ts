import { MessageType } from 'discord-api-types/v10'
import type { ChannelId } from '../../kernel/ids.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'

/** What people write; the rest is Discord's own: somebody joined, pinned, boosted. */
const WRITTEN: ReadonlySet<ChannelMessage['kind']> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
])

export function isWritten({ kind }: ChannelMessage): boolean {
  return WRITTEN.has(kind)
}

/**
 * Whether a message of the bot may be news that somebody had it post. Whatever the product says by itself about an
 * announcement is no news, or its reminders would be announcements again: it answers (a reply, a command's answer),
 * bears buttons, or stands where the log and the questions go. Sendings of reminders are told by their own mark.
 */
export function mayBeNews(
  { components, kind, isAnswer, channelId }: ChannelMessage,
  told: readonly (ChannelId | null)[],
): boolean {
  return components.length === 0 && kind === MessageType.Default && !isAnswer && !told.includes(channelId)
}
