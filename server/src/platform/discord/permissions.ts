import { type APIOverwrite, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { GuildId, RoleId, UserId } from '../../kernel/ids.ts'

/**
 * What a member may do in a channel, computed as Discord does
 * (https://discord.com/developers/docs/topics/permissions#permission-overwrites): roles first, then the channel's
 * overwrites for everyone, for roles (all denials before all permissions), for the member.
 */
export interface Standing {
  readonly guildId: GuildId
  readonly guildOwnerId: UserId
  /** Every role of the guild; the one that everybody has bears the id of the guild. */
  readonly roles: readonly { readonly id: RoleId; readonly permissions: bigint }[]
  readonly userId: UserId
  readonly roleIds: readonly RoleId[]
  readonly isTimedOut: boolean
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)
/** What a member in a time-out keeps: https://discord.com/developers/docs/topics/permissions#permissions-for-timed-out-members */
const LEFT_IN_TIME_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory

/** The member's permissions in the guild as a whole. */
export function guildPermissions({ guildId, guildOwnerId, roles, userId, roleIds, isTimedOut }: Standing): bigint {
  if (userId === guildOwnerId) return ALL
  const granted = roles
    .filter(({ id }) => sameId(id, guildId) || roleIds.includes(id))
    .reduce((permissions, role) => permissions | role.permissions, 0n)
  if (allows(granted, PermissionFlagsBits.Administrator)) return ALL
  return isTimedOut ? granted & LEFT_IN_TIME_OUT : granted
}

/** The member's permissions in a channel with these overwrites; of a thread, those of the channel it hangs on. */
export function channelPermissions(standing: Standing, overwrites: readonly APIOverwrite[]): bigint {
  const base = guildPermissions(standing)
  if (allows(base, PermissionFlagsBits.Administrator)) return base
  const { guildId, roleIds, userId, isTimedOut } = standing
  const everyone = overwrites.filter(({ id }) => id === guildId)
  const ofRoles = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && roleIds.some((role) => sameId(role, id)),
  )
  const ofMember = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId)
  const permissions = [everyone, ofRoles, ofMember].reduce(overwrite, base)
  return isTimedOut ? permissions & LEFT_IN_TIME_OUT : permissions
}

/** Whether every one of these permission bits is granted. */
export function allows(permissions: bigint, bits: bigint): boolean {
  return (permissions & bits) === bits
}

/** The kinds of channel that hold messages. */
export function holdsMessages(type: ChannelType): boolean {
  return isThread(type) || MESSAGE_CHANNELS.has(type)
}

export function isThread(type: ChannelType): boolean {
  return THREADS.has(type)
}

/** Whether someone with these permissions can post in a channel of this type. */
export function canSend(permissions: bigint, type: ChannelType): boolean {
  const send = isThread(type) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  return holdsMessages(type) && allows(permissions, PermissionFlagsBits.ViewChannel | send)
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])
const MESSAGE_CHANNELS: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
])

function overwrite(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const denied = overwrites.reduce((bits, { deny }) => bits | BigInt(deny), 0n)
  const granted = overwrites.reduce((bits, { allow }) => bits | BigInt(allow), 0n)
  return (permissions & ~denied) | granted
}

/** Ids of different kinds are different types, yet Discord gives the role that everybody has the id of the guild. */
function sameId(one: string, other: string): boolean {
  return one === other
}
