/** Overwrites of channels: what a role or a member may do there beyond the guild, or may not. */
import { AuditLogEvent, PermissionFlagsBits } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { has, permissionsIn } from '../permissions.ts'
import { bitsOf, channelFor, mayIn, memberOf } from './access.ts'
import { changesBetween } from './audit-log.ts'
import type { Actor } from './members.ts'
import type { AuditLogChange, AuditLogEntry, Channel, Guild, Member, Overwrite } from './model.ts'
import { auditLogEntryView, channelView } from './views.ts'
import type { World } from './world.ts'

/** Entries about overwrites name whose they are beside what changed; discord.js breaks without. */
interface OverwriteEntry extends AuditLogEntry {
  readonly options: { readonly id: string; readonly type: string; readonly role_name?: string }
}

interface Place {
  readonly guild: Guild
  /** Missing while the channel is being made. */
  readonly channel?: Channel
  readonly parentId: string | null
}

/** Makes or replaces one overwrite. */
export function setOverwrite(world: World, actor: Actor, channelId: string, overwrite: Overwrite): void {
  const { guild, channel } = managed(world, actor, channelId)
  requireTarget(world, guild, overwrite)
  const old = channel.permission_overwrites.find(({ id }) => id === overwrite.id)
  const others = channel.permission_overwrites.filter(({ id }) => id !== overwrite.id)
  requireGrantable(world, actor.id, { guild, channel, parentId: channel.parent_id }, old ? [old] : [], [overwrite])
  const changes = changesBetween(old ?? {}, overwrite)
  if (changes.length === 0) return
  channel.permission_overwrites = [...others, overwrite]
  publishOverwrites(world, channel)
  const action = old ? AuditLogEvent.ChannelOverwriteUpdate : AuditLogEvent.ChannelOverwriteCreate
  auditOverwrite(world, guild, action, actor, channel, overwrite, changes)
}

export function deleteOverwrite(world: World, actor: Actor, channelId: string, overwriteId: string): void {
  const { guild, channel } = managed(world, actor, channelId)
  const old = channel.permission_overwrites.find(({ id }) => id === overwriteId)
  if (!old) throw new DiscordError(10009)
  channel.permission_overwrites = channel.permission_overwrites.filter((overwrite) => overwrite !== old)
  publishOverwrites(world, channel)
  const changes = Object.entries(old).map(([key, old_value]) => ({ key, old_value }))
  auditOverwrite(world, guild, AuditLogEvent.ChannelOverwriteDelete, actor, channel, old, changes)
}

/** Roles must be the guild's own, members anybody known. */
export function requireTarget(world: World, guild: Guild, { id, type }: Overwrite): void {
  const isKnown = type === 0 ? guild.roles.has(id) : world.state.users.has(id)
  if (!isKnown) throw new DiscordError(10009)
}

/**
 * Nobody allows or denies what he does not have himself, in the guild or in the category, unless an overwrite gives him
 * MANAGE_ROLES right here; MANAGE_ROLES itself is for administrators.
 * https://docs.discord.com/developers/resources/channel#edit-channel-permissions
 */
export function requireGrantable(
  world: World,
  actorId: string,
  { guild, channel, parentId }: Place,
  before: readonly Overwrite[],
  after: readonly Overwrite[],
): void {
  const member = memberOf(guild, actorId)
  const now = world.clock.now()
  const own = permissionsIn(guild, member, now)
  if (has(own, PermissionFlagsBits.Administrator)) return
  const changed = changedBits(before, after)
  if ((changed & PermissionFlagsBits.ManageRoles) !== 0n) throw new DiscordError(50013)
  if (channel && isGivenRolesHere(guild, member, channel)) return
  const parent = parentId === null ? undefined : world.state.channels.get(parentId)
  const inParent = parent ? permissionsIn(guild, member, now, parent) : 0n
  if (!has(own | inParent, changed)) throw new DiscordError(50013)
}

function managed(world: World, actor: Actor, channelId: string): { guild: Guild; channel: Channel } {
  const channel = channelFor(world, actor.id, channelId)
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  if (!guild) throw new DiscordError(50003)
  if (channel.thread) throw new DiscordError(50024)
  if (!mayIn(world, actor.id, channel, 'ManageRoles')) throw new DiscordError(50013)
  return { guild, channel }
}

function isGivenRolesHere(guild: Guild, member: Member, channel: Channel): boolean {
  const ids = [guild.id, member.user_id, ...member.roles]
  return channel.permission_overwrites.some(
    ({ id, allow }) => ids.includes(id) && has(BigInt(allow), bitsOf(['ManageRoles'])),
  )
}

function changedBits(before: readonly Overwrite[], after: readonly Overwrite[]): bigint {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  let changed = 0n
  for (const id of ids) {
    const old = before.find((overwrite) => overwrite.id === id)
    const now = after.find((overwrite) => overwrite.id === id)
    changed |= BigInt(old?.allow ?? 0) ^ BigInt(now?.allow ?? 0)
    changed |= BigInt(old?.deny ?? 0) ^ BigInt(now?.deny ?? 0)
  }
  return changed
}

function publishOverwrites(world: World, channel: Channel): void {
  world.publish({ event: 'CHANNEL_UPDATE', data: channelView(world, channel), guildId: channel.guild_id })
}

function auditOverwrite(
  world: World,
  guild: Guild,
  action_type: AuditLogEvent,
  actor: Actor,
  channel: Channel,
  { id, type }: Overwrite,
  changes: AuditLogChange[],
): void {
  const role = type === 0 ? guild.roles.get(id) : undefined
  const entry: OverwriteEntry = {
    id: world.nextId(),
    user_id: actor.id,
    target_id: channel.id,
    action_type,
    reason: actor.reason,
    changes,
    options: { id, type: String(type), ...(role ? { role_name: role.name } : {}) },
  }
  guild.audit_log.push(entry)
  const data = { ...auditLogEntryView(entry), guild_id: guild.id }
  world.publish({ event: 'GUILD_AUDIT_LOG_ENTRY_CREATE', data, guildId: guild.id })
}
