/** Finds things for whoever acts, or refuses in Discord's words: what does not exist, is not seen, is not allowed. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { has, permissionsIn, permissionsOf } from '../permissions.ts'
import type { Channel, Guild, Member, Message, Role, User } from './model.ts'
import type { World } from './world.ts'

export type Permission = keyof typeof PermissionFlagsBits

export function bitsOf(permissions: readonly Permission[]): bigint {
  return permissions.reduce((all, name) => all | PermissionFlagsBits[name], 0n)
}

/** The guild, for one of its members. */
export function guildFor(world: World, actorId: string, guildId: string): Guild {
  const guild = world.state.guilds.get(guildId)
  if (!guild?.members.has(actorId)) throw new DiscordError(10004)
  return guild
}

export function userOf(world: World, userId: string): User {
  const user = world.state.users.get(userId)
  if (!user) throw new DiscordError(10013)
  return user
}

export function memberOf(guild: Guild, userId: string): Member {
  const member = guild.members.get(userId)
  if (!member) throw new DiscordError(10007)
  return member
}

export function roleOf(guild: Guild, roleId: string): Role {
  const role = guild.roles.get(roleId)
  if (!role) throw new DiscordError(10011)
  return role
}

/** The channel, if the actor may see it. */
export function channelFor(world: World, actorId: string, channelId: string): Channel {
  const channel = world.state.channels.get(channelId)
  if (!channel) throw new DiscordError(10003)
  if (!maySee(world, actorId, channel)) throw new DiscordError(50001)
  return channel
}

/** The channel, if the actor may see it and has all of these permissions there. */
export function channelWith(
  world: World,
  actorId: string,
  channelId: string,
  ...permissions: readonly Permission[]
): Channel {
  const channel = channelFor(world, actorId, channelId)
  if (!mayIn(world, actorId, channel, ...permissions)) throw new DiscordError(50013)
  return channel
}

/** The guild, if the actor is in it with all of these permissions. */
export function guildWith(
  world: World,
  actorId: string,
  guildId: string,
  ...permissions: readonly Permission[]
): Guild {
  const guild = guildFor(world, actorId, guildId)
  const granted = permissionsIn(guild, memberOf(guild, actorId), world.clock.now())
  if (!has(granted, bitsOf(permissions))) throw new DiscordError(50013)
  return guild
}

export function mayIn(world: World, actorId: string, channel: Channel, ...permissions: readonly Permission[]): boolean {
  return has(permissionsOf(world.state, actorId, channel, world.clock.now()), bitsOf(permissions))
}

/** Private threads are seen by who was added and by who manages threads. */
export function maySee(world: World, actorId: string, channel: Channel): boolean {
  if (!mayIn(world, actorId, channel, 'ViewChannel')) return false
  const isPrivate = channel.type === 12
  return !isPrivate || channel.thread?.members.has(actorId) === true || mayIn(world, actorId, channel, 'ManageThreads')
}

/** A message of the channel, not an ephemeral one. */
export function messageOf(world: World, channelId: string, messageId: string): Message {
  const message = world.state.messages.get(channelId)?.get(messageId)
  if (!message) throw new DiscordError(10008)
  return message
}
