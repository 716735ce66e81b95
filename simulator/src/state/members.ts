/** Who is in a guild: joining, leaving, nicknames, roles, time-outs, kicks and bans. */
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { mayAssign, mayBan, mayKick, mayRename, mayTimeOut } from '../permissions.ts'
import { memberOf, roleOf, userOf } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import type { AuditLogChange, Guild, Member } from './model.ts'
import { memberView, userById } from './views.ts'
import type { World } from './world.ts'

/** Somebody who acts on a guild, and why. */
export interface Actor {
  readonly id: string
  readonly reason: string | null
}

export interface MemberChange {
  readonly nick?: string | null
  readonly roles?: readonly string[]
  readonly communication_disabled_until?: string | null
}

/** Lets a user in, with these roles from the first moment. */
export function addMember(world: World, guild: Guild, userId: string, roles: readonly string[] = []): Member {
  const user = userOf(world, userId)
  if (guild.bans.has(userId)) throw new DiscordError(40007)
  const known = guild.members.get(userId)
  if (known) return known
  const member: Member = {
    user_id: user.id,
    nick: null,
    roles: [...roles],
    joined_at: world.clock.iso(),
    communication_disabled_until: null,
    pending: false,
  }
  guild.members.set(userId, member)
  if (userId === world.state.application.id) world.publish({ event: 'GUILD_CREATE', data: {}, guildId: guild.id })
  const data = { ...memberView(world, member), guild_id: guild.id }
  world.publish({ event: 'GUILD_MEMBER_ADD', data, guildId: guild.id })
  return member
}

/** Takes a user out; the bot itself gets GUILD_DELETE. */
export function removeMember(world: World, guild: Guild, userId: string): void {
  memberOf(guild, userId)
  guild.members.delete(userId)
  if (userId === world.state.application.id) {
    world.publish({ event: 'GUILD_DELETE', data: { id: guild.id }, guildId: guild.id })
    return
  }
  for (const channel of world.state.channelsOf(guild.id)) channel.thread?.members.delete(userId)
  const data = { guild_id: guild.id, user: userById(world, userId) }
  world.publish({ event: 'GUILD_MEMBER_REMOVE', data, guildId: guild.id })
}

export function editMember(world: World, guild: Guild, userId: string, change: MemberChange, actor: Actor): Member {
  const member = memberOf(guild, userId)
  const own = memberOf(guild, actor.id)
  const now = world.clock.now()
  if (change.nick !== undefined && !mayRename(guild, own, member, now)) throw new DiscordError(50013)
  if (change.communication_disabled_until !== undefined && !mayTimeOut(guild, own, member, now)) {
    throw new DiscordError(50013)
  }
  if (change.roles) requireAssignable(world, guild, own, member.roles, change.roles)
  const before = { ...member }
  const { roles, ...plain } = change
  Object.assign(member, plain, roles ? { roles: [...new Set(roles)] } : {})
  publishMember(world, guild, member)
  const { roles: rolesBefore, ...othersBefore } = before
  const changes = changesBetween(othersBefore, plain)
  const target = { actorId: actor.id, targetId: userId, reason: actor.reason }
  if (changes.length) audit(world, guild, { action: AuditLogEvent.MemberUpdate, ...target, changes })
  const roleChanges = changedRoles(guild, rolesBefore, member.roles)
  if (roleChanges.length)
    audit(world, guild, { action: AuditLogEvent.MemberRoleUpdate, ...target, changes: roleChanges })
  return member
}

export function giveRole(world: World, guild: Guild, userId: string, roleId: string, actor: Actor): void {
  const { roles } = memberOf(guild, userId)
  roleOf(guild, roleId)
  const now = world.clock.now()
  if (!mayAssign(guild, memberOf(guild, actor.id), roleOf(guild, roleId), now)) throw new DiscordError(50013)
  if (!roles.includes(roleId)) editMember(world, guild, userId, { roles: [...roles, roleId] }, actor)
}

export function takeRole(world: World, guild: Guild, userId: string, roleId: string, actor: Actor): void {
  const { roles } = memberOf(guild, userId)
  const now = world.clock.now()
  if (!mayAssign(guild, memberOf(guild, actor.id), roleOf(guild, roleId), now)) throw new DiscordError(50013)
  if (!roles.includes(roleId)) return
  editMember(world, guild, userId, { roles: roles.filter((id) => id !== roleId) }, actor)
}

export function kick(world: World, guild: Guild, userId: string, actor: Actor): void {
  const member = memberOf(guild, userId)
  if (!mayKick(guild, memberOf(guild, actor.id), member, world.clock.now())) throw new DiscordError(50013)
  removeMember(world, guild, userId)
  audit(world, guild, { action: AuditLogEvent.MemberKick, actorId: actor.id, targetId: userId, reason: actor.reason })
}

export function ban(world: World, guild: Guild, userId: string, actor: Actor): void {
  userOf(world, userId)
  const member = guild.members.get(userId)
  if (!mayBan(guild, memberOf(guild, actor.id), member, world.clock.now())) throw new DiscordError(50013)
  guild.bans.set(userId, { user_id: userId, reason: actor.reason })
  if (member) removeMember(world, guild, userId)
  const data = { guild_id: guild.id, user: userById(world, userId) }
  world.publish({ event: 'GUILD_BAN_ADD', data, guildId: guild.id })
  audit(world, guild, { action: AuditLogEvent.MemberBanAdd, actorId: actor.id, targetId: userId, reason: actor.reason })
}

export function unban(world: World, guild: Guild, userId: string, actor: Actor): void {
  if (!guild.bans.delete(userId)) throw new DiscordError(10026)
  const data = { guild_id: guild.id, user: userById(world, userId) }
  world.publish({ event: 'GUILD_BAN_REMOVE', data, guildId: guild.id })
  const act = { actorId: actor.id, targetId: userId, reason: actor.reason }
  audit(world, guild, { action: AuditLogEvent.MemberBanRemove, ...act })
}

function publishMember(world: World, guild: Guild, member: Member): void {
  const data = { ...memberView(world, member), guild_id: guild.id }
  world.publish({ event: 'GUILD_MEMBER_UPDATE', data, guildId: guild.id })
}

/** Every role that is added or taken away must be below the actor's own highest. */
function requireAssignable(
  world: World,
  guild: Guild,
  own: Member,
  from: readonly string[],
  to: readonly string[],
): void {
  const differing = [...from.filter((id) => !to.includes(id)), ...to.filter((id) => !from.includes(id))]
  for (const id of differing) {
    if (!mayAssign(guild, own, roleOf(guild, id), world.clock.now())) throw new DiscordError(50013)
  }
}

function changedRoles(guild: Guild, from: readonly string[], to: readonly string[]): AuditLogChange[] {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? '' }))
  const added = to.filter((id) => !from.includes(id))
  const removed = from.filter((id) => !to.includes(id))
  return [
    ...(added.length ? [{ key: '$add', new_value: named(added) }] : []),
    ...(removed.length ? [{ key: '$remove', new_value: named(removed) }] : []),
  ]
}
