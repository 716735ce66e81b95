/**
 * Who may do what: Discord's permission algorithm and role hierarchy as pure functions over the state.
 * https://docs.discord.com/developers/topics/permissions
 */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Channel, Guild, Member, Overwrite, Role } from './state/model.ts'
import type { State } from './state/state.ts'

/** Every bit Discord has named. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/** What anybody can do in a direct message; there are no roles there. */
export const DM_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis

const LEFT_TO_TIMED_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory

/** Of no use where one cannot send. */
const NEEDS_SENDING =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks

/** Whether all of these bits are in the set. */
export function has(permissions: bigint, bits: bigint): boolean {
  return (permissions & bits) === bits
}

/**
 * What a member may do in the guild, or in one of its channels.
 * @param parent the channel a thread belongs to, whose overwrites count there
 */
export function permissionsIn(
  guild: Guild,
  member: Member,
  nowMs: number,
  channel?: Channel,
  parent?: Channel,
): bigint {
  if (member.user_id === guild.owner_id) return ALL_PERMISSIONS
  const base = rolePermissions(guild, member)
  if (has(base, PermissionFlagsBits.Administrator)) return ALL_PERMISSIONS
  const granted = channel ? inChannel(guild, member, base, channel, parent) : base
  return isTimedOut(member, nowMs) ? granted & LEFT_TO_TIMED_OUT : granted
}

/** What a user may do in a channel of any kind: nothing for those who are not in the guild or the conversation. */
export function permissionsOf(state: State, userId: string, channel: Channel, nowMs: number): bigint {
  const guild = channel.guild_id === null ? undefined : state.guilds.get(channel.guild_id)
  if (!guild) {
    const takesPart = channel.recipients.includes(userId) || userId === state.application.id
    return takesPart ? DM_PERMISSIONS : 0n
  }
  const member = guild.members.get(userId)
  return member ? permissionsIn(guild, member, nowMs, channel, state.permissionChannel(channel)) : 0n
}

function isTimedOut(member: Member, nowMs: number): boolean {
  return member.communication_disabled_until !== null && Date.parse(member.communication_disabled_until) > nowMs
}

/** The role that decides the member's rank; @everyone for those who have none. */
export function highestRole(guild: Guild, member: Member): Role | undefined {
  return rolesOf(guild, member).reduce<Role | undefined>(
    (highest, role) => (highest && isAbove(highest, role) ? highest : role),
    guild.roles.get(guild.id),
  )
}

/** Whether the first role stands above the second; of two at one position the older one does. */
export function isAbove(role: Role, other: Role): boolean {
  return role.position === other.position ? BigInt(role.id) < BigInt(other.id) : role.position > other.position
}

/** Whether the member stands above a role: only then may he give, take, edit or delete it. */
export function standsAbove(guild: Guild, member: Member, role: Role): boolean {
  if (member.user_id === guild.owner_id) return true
  const highest = highestRole(guild, member)
  return highest !== undefined && isAbove(highest, role)
}

/** Whether the first member stands above the second: only then may he kick, ban, time out or rename that one. */
export function outranks(guild: Guild, member: Member, other: Member): boolean {
  if (other.user_id === guild.owner_id) return false
  const highest = highestRole(guild, other)
  return member.user_id === guild.owner_id || (highest !== undefined && standsAbove(guild, member, highest))
}

/** Whether the member may give this role to somebody, or take it. */
export function mayAssign(guild: Guild, member: Member, role: Role, nowMs: number): boolean {
  const isOrdinary = !role.managed && role.id !== guild.id
  return isOrdinary && mayEditRole(guild, member, role, nowMs)
}

/** Whether the member may change this role. */
export function mayEditRole(guild: Guild, member: Member, role: Role, nowMs: number): boolean {
  const mayManage = has(permissionsIn(guild, member, nowMs), PermissionFlagsBits.ManageRoles)
  return mayManage && (role.id === guild.id || standsAbove(guild, member, role))
}

/** Whether the member may kick that one. */
export function mayKick(guild: Guild, member: Member, other: Member, nowMs: number): boolean {
  return mayActOn(guild, member, other, PermissionFlagsBits.KickMembers, nowMs)
}

/** Whether the member may ban; `other` is missing when the banned one is no member. */
export function mayBan(guild: Guild, member: Member, other: Member | undefined, nowMs: number): boolean {
  if (other) return mayActOn(guild, member, other, PermissionFlagsBits.BanMembers, nowMs)
  return has(permissionsIn(guild, member, nowMs), PermissionFlagsBits.BanMembers)
}

/** Whether the member may time that one out. Administrators cannot be timed out. */
export function mayTimeOut(guild: Guild, member: Member, other: Member, nowMs: number): boolean {
  if (has(rolePermissions(guild, other), PermissionFlagsBits.Administrator)) return false
  return mayActOn(guild, member, other, PermissionFlagsBits.ModerateMembers, nowMs)
}

/** Whether the member may set that one's nickname, or his own. */
export function mayRename(guild: Guild, member: Member, other: Member, nowMs: number): boolean {
  if (member.user_id !== other.user_id)
    return mayActOn(guild, member, other, PermissionFlagsBits.ManageNicknames, nowMs)
  const permissions = permissionsIn(guild, member, nowMs)
  return (permissions & (PermissionFlagsBits.ChangeNickname | PermissionFlagsBits.ManageNicknames)) !== 0n
}

function mayActOn(guild: Guild, member: Member, other: Member, permission: bigint, nowMs: number): boolean {
  return has(permissionsIn(guild, member, nowMs), permission) && outranks(guild, member, other)
}

function rolesOf(guild: Guild, member: Member): Role[] {
  return member.roles.flatMap((id) => guild.roles.get(id) ?? [])
}

function rolePermissions(guild: Guild, member: Member): bigint {
  const everyone = guild.roles.get(guild.id)
  return rolesOf(guild, member).reduce(
    (all, role) => all | BigInt(role.permissions),
    BigInt(everyone?.permissions ?? 0),
  )
}

function inChannel(guild: Guild, member: Member, base: bigint, channel: Channel, parent: Channel | undefined): bigint {
  const { permission_overwrites: overwrites } = channel.thread && parent ? parent : channel
  const ofEveryone = overwrites.filter(({ id }) => id === guild.id)
  const ofRoles = overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && member.roles.includes(id))
  const ofMember = overwrites.filter(({ id, type }) => type === 1 && id === member.user_id)
  return withoutImplied([ofEveryone, ofRoles, ofMember].reduce(overwritten, base), channel.thread !== null)
}

/** All denials of one step come before all its allowances, so one role's "allow" beats another's "deny". */
function overwritten(permissions: bigint, overwrites: Overwrite[]): bigint {
  const denied = overwrites.reduce((all, { deny }) => all | BigInt(deny), 0n)
  const allowed = overwrites.reduce((all, { allow }) => all | BigInt(allow), 0n)
  return (permissions & ~denied) | allowed
}

function withoutImplied(permissions: bigint, isThread: boolean): bigint {
  if (!has(permissions, PermissionFlagsBits.ViewChannel)) return 0n
  // In threads SEND_MESSAGES means nothing: SEND_MESSAGES_IN_THREADS takes its place.
  const sending = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  return has(permissions, sending) ? permissions : permissions & ~NEEDS_SENDING
}
