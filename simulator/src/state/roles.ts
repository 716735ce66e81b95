/** Roles of a guild: made, changed, moved, deleted by those who stand above them. */
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { has, isAbove, mayEditRole, permissionsIn, standsAbove } from '../permissions.ts'
import { guildWith, memberOf, roleOf } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import type { Actor } from './members.ts'
import type { Guild, Role } from './model.ts'
import { roleView } from './views.ts'
import type { World } from './world.ts'

/** Fields left out stay as they are, or get Discord's defaults. */
export type RoleChange = Partial<Pick<Role, 'name' | 'color' | 'hoist' | 'mentionable' | 'permissions'>>

export interface RoleMove {
  readonly id: string
  readonly position: number
}

const ROLES_AT_MOST = 250

/** Makes a role just above @everyone. */
export function createRole(world: World, actor: Actor, guildId: string, change: RoleChange): Role {
  const guild = guildWith(world, actor.id, guildId, 'ManageRoles')
  if (guild.roles.size >= ROLES_AT_MOST) throw new DiscordError(30005)
  const everyones = guild.roles.get(guildId)?.permissions ?? '0'
  requireOwned(world, actor, guild, BigInt(change.permissions ?? 0))
  const role: Role = {
    id: world.nextId(),
    name: 'new role',
    color: 0,
    hoist: false,
    mentionable: false,
    permissions: everyones,
    ...change,
    position: 1,
    managed: false,
  }
  guild.roles.set(role.id, role)
  publishRole(world, guild, 'GUILD_ROLE_CREATE', role)
  const { name, color, hoist, mentionable, permissions } = role
  const changes = changesBetween({}, { name, color, hoist, mentionable, permissions })
  audit(world, guild, { ...act(AuditLogEvent.RoleCreate, actor, role.id), changes })
  return role
}

/** Of @everyone only the permissions and who may mention it change. */
export function editRole(world: World, actor: Actor, guildId: string, roleId: string, change: RoleChange): Role {
  const guild = guildWith(world, actor.id, guildId, 'ManageRoles')
  const role = roleOf(guild, roleId)
  if (!mayEditRole(guild, memberOf(guild, actor.id), role, world.clock.now())) throw new DiscordError(50013)
  if (change.permissions !== undefined) {
    requireOwned(world, actor, guild, BigInt(role.permissions) ^ BigInt(change.permissions))
  }
  const { permissions, mentionable } = { ...role, ...change }
  const wanted = roleId === guildId ? { permissions, mentionable } : change
  const changes = changesBetween(role, wanted)
  if (changes.length === 0) return role
  Object.assign(role, wanted)
  publishRole(world, guild, 'GUILD_ROLE_UPDATE', role)
  audit(world, guild, { ...act(AuditLogEvent.RoleUpdate, actor, roleId), changes })
  return role
}

export function deleteRole(world: World, actor: Actor, guildId: string, roleId: string): void {
  const guild = guildWith(world, actor.id, guildId, 'ManageRoles')
  const role = roleOf(guild, roleId)
  if (role.managed || roleId === guildId) throw new DiscordError(50028)
  if (!mayEditRole(guild, memberOf(guild, actor.id), role, world.clock.now())) throw new DiscordError(50013)
  guild.roles.delete(roleId)
  for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== roleId)
  for (const channel of world.state.channelsOf(guildId)) {
    channel.permission_overwrites = channel.permission_overwrites.filter(({ id }) => id !== roleId)
  }
  world.publish({ event: 'GUILD_ROLE_DELETE', data: { guild_id: guildId, role_id: roleId }, guildId })
  const { name, color, permissions } = role
  const changes = Object.entries({ name, color, permissions }).map(([key, old_value]) => ({ key, old_value }))
  audit(world, guild, { ...act(AuditLogEvent.RoleDelete, actor, roleId), changes })
}

/**
 * Puts roles at their new places; the others keep their order around them. Callers may name all roles, as discord.js
 * does: those the actor does not stand above must only come out where they were. All roles, lowest first.
 */
export function moveRoles(world: World, actor: Actor, guildId: string, moves: readonly RoleMove[]): Role[] {
  const guild = guildWith(world, actor.id, guildId, 'ManageRoles')
  for (const { id, position } of moves)
    if (roleOf(guild, id).id === guildId && position > 0) throw new DiscordError(50028)
  const before = lowestFirst(guild)
  const after = reordered(before, new Map(moves.map(({ id, position }) => [id, position])))
  const member = memberOf(guild, actor.id)
  const mayMove = (role: Role) => role.id === guildId || standsAbove(guild, member, role)
  if (after.some((role, place) => !mayMove(role) && before[place] !== role)) throw new DiscordError(50013)
  for (const [position, role] of after.entries()) {
    if (role.position === position) continue
    const changes = changesBetween({ position: role.position }, { position })
    role.position = position
    publishRole(world, guild, 'GUILD_ROLE_UPDATE', role)
    audit(world, guild, { ...act(AuditLogEvent.RoleUpdate, actor, role.id), changes })
  }
  return after
}

/** Lowest first; @everyone is the first. */
export function lowestFirst(guild: Guild): Role[] {
  return [...guild.roles.values()].sort((a, b) => (isAbove(a, b) ? 1 : -1))
}

function reordered(roles: readonly Role[], places: ReadonlyMap<string, number>): Role[] {
  const [everyone, ...others] = roles
  const ordered = [...(everyone ? [everyone] : []), ...others.filter(({ id }) => !places.has(id))]
  const moved = others.filter(({ id }) => places.has(id)).sort((a, b) => placeOf(a) - placeOf(b))
  for (const role of moved) ordered.splice(Math.max(1, placeOf(role)), 0, role)
  return ordered

  function placeOf({ id }: Role): number {
    return places.get(id) ?? 0
  }
}

/** Nobody hands out, or takes away, permissions that he does not have. */
function requireOwned(world: World, { id }: Actor, guild: Guild, bits: bigint): void {
  if (!has(permissionsIn(guild, memberOf(guild, id), world.clock.now()), bits)) throw new DiscordError(50013)
}

function act(action: AuditLogEvent, { id: actorId, reason }: Actor, targetId: string) {
  return { action, actorId, targetId, reason }
}

function publishRole(world: World, guild: Guild, event: 'GUILD_ROLE_CREATE' | 'GUILD_ROLE_UPDATE', role: Role): void {
  world.publish({ event, data: { guild_id: guild.id, role: roleView(role) }, guildId: guild.id })
}
