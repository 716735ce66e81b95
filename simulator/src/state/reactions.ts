/** Reactions and pins on messages. */
import { DiscordError } from '../discord-error.ts'
import { channelWith, memberOf, messageOf } from './access.ts'
import { publishMessage } from './messages.ts'
import type { Channel, Emoji, Message, Reaction } from './model.ts'
import { memberView } from './views.ts'
import type { World } from './world.ts'

const PINS_AT_MOST = 50

/** As paths write it: a Unicode emoji, or `name:id`. */
export function parseEmoji(text: string): Emoji {
  const custom = /^(?:a:)?(\w{2,32}):(\d{17,20})$/.exec(text)
  if (custom?.[1] && custom[2]) return { id: custom[2], name: custom[1] }
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\u{FE0F}?\u{20E3}/u.test(text))
    throw new DiscordError(10014)
  return { id: null, name: text }
}

export function addReaction(world: World, actorId: string, channelId: string, messageId: string, emoji: Emoji): void {
  const channel = channelWith(world, actorId, channelId, 'ReadMessageHistory')
  const message = messageOf(world, channelId, messageId)
  const known = reactionOf(message, emoji)
  if (!known) channelWith(world, actorId, channelId, 'AddReactions')
  if (known?.user_ids.includes(actorId)) return
  if (known) known.user_ids.push(actorId)
  else message.reactions.push({ emoji, user_ids: [actorId] })
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  const member = guild ? { member: memberView(world, memberOf(guild, actorId)) } : {}
  const extra = { user_id: actorId, message_author_id: message.author_id, burst: false, type: 0, ...member }
  publish(world, 'MESSAGE_REACTION_ADD', channel, message, { emoji, ...extra })
}

/** One's own, or somebody else's with MANAGE_MESSAGES. */
export function removeReaction(
  world: World,
  actorId: string,
  channelId: string,
  messageId: string,
  emoji: Emoji,
  userId: string,
): void {
  const channel = channelWith(world, actorId, channelId, ...(userId === actorId ? [] : (['ManageMessages'] as const)))
  const message = messageOf(world, channelId, messageId)
  const reaction = reactionOf(message, emoji)
  if (!reaction?.user_ids.includes(userId)) return
  reaction.user_ids = reaction.user_ids.filter((id) => id !== userId)
  message.reactions = message.reactions.filter(({ user_ids }) => user_ids.length > 0)
  publish(world, 'MESSAGE_REACTION_REMOVE', channel, message, { emoji, user_id: userId, burst: false, type: 0 })
}

/** All of them, or all of one emoji. */
export function clearReactions(
  world: World,
  actorId: string,
  channelId: string,
  messageId: string,
  emoji?: Emoji,
): void {
  const channel = channelWith(world, actorId, channelId, 'ManageMessages')
  const message = messageOf(world, channelId, messageId)
  const cleared = emoji && reactionOf(message, emoji)
  message.reactions = emoji ? message.reactions.filter((reaction) => reaction !== cleared) : []
  if (emoji) publish(world, 'MESSAGE_REACTION_REMOVE_EMOJI', channel, message, { emoji })
  else publish(world, 'MESSAGE_REACTION_REMOVE_ALL', channel, message, {})
}

export function reactionOf(message: Message, emoji: Emoji): Reaction | undefined {
  const isSame = (other: Emoji) => (emoji.id ? other.id === emoji.id : other.id === null && other.name === emoji.name)
  return message.reactions.find((reaction) => isSame(reaction.emoji))
}

export function setPinned(world: World, actorId: string, channelId: string, messageId: string, pinned: boolean): void {
  const channel = pinsFor(world, actorId, channelId)
  const message = messageOf(world, channelId, messageId)
  if (message.pinned === pinned) return
  const pins = world.state.messagesOf(channelId).filter((one) => one.pinned)
  if (pinned && pins.length >= PINS_AT_MOST) throw new DiscordError(30003)
  message.pinned = pinned
  if (pinned) channel.last_pin_timestamp = world.clock.iso()
  publishMessage(world, 'MESSAGE_UPDATE', message)
  const guild = channel.guild_id === null ? {} : { guild_id: channel.guild_id }
  const data = { channel_id: channelId, last_pin_timestamp: channel.last_pin_timestamp, ...guild }
  world.publish({ event: 'CHANNEL_PINS_UPDATE', data, guildId: channel.guild_id, channelId })
}

/** Since 2026 PIN_MESSAGES is a permission of its own; in direct messages both sides may pin. */
function pinsFor(world: World, actorId: string, channelId: string): Channel {
  const channel = channelWith(world, actorId, channelId)
  return channel.guild_id === null ? channel : channelWith(world, actorId, channelId, 'PinMessages')
}

function publish(world: World, event: string, channel: Channel, message: Message, extra: object): void {
  const guild = channel.guild_id === null ? {} : { guild_id: channel.guild_id }
  const data = { ...extra, channel_id: channel.id, message_id: message.id, ...guild }
  world.publish({ event, data, guildId: channel.guild_id, channelId: channel.id })
}
