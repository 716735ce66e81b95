/** Conversations between the bot and one person. */
import { ChannelType } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { userOf } from './access.ts'
import { blankChannel } from './blank.ts'
import type { Channel } from './model.ts'
import type { World } from './world.ts'

/** The conversation with this person, made if there is none. */
export function openDirectChannel(world: World, userId: string): Channel {
  const known = directChannelOf(world, userId)
  if (known) return known
  if (userOf(world, userId).bot) throw new DiscordError(50007)
  const channel: Channel = {
    ...blankChannel(world.nextId(), null, ''),
    type: ChannelType.DM,
    recipients: [userId],
  }
  world.state.channels.set(channel.id, channel)
  return channel
}

export function directChannelOf(world: World, userId: string): Channel | undefined {
  return [...world.state.channels.values()].find(
    ({ guild_id, recipients }) => guild_id === null && recipients.includes(userId),
  )
}

/** 50278 without a guild in common, 50007 for those who take no messages. */
export function requireDeliverable(world: World, channel: Channel): void {
  const { application, guilds } = world.state
  for (const recipient of channel.recipients) {
    const isShared = [...guilds.values()].some(({ members }) => members.has(recipient) && members.has(application.id))
    if (!isShared) throw new DiscordError(50278)
    if (!userOf(world, recipient).accepts_dms) throw new DiscordError(50007)
  }
}
