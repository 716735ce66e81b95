import type { Actor } from '../../kernel/actor.ts'
import type { GuildId, RoleId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { GuildAccess } from '../discord/guild-access.ts'

/** What somebody who may use paths of a guild is there. */
export type GuildRank = 'admin' | 'staff'

/** Which roles of a guild make their holders staff; a feature knows. */
export type StaffRoles = (guildId: GuildId) => Promise<readonly RoleId[]>

export const NO_STAFF: StaffRoles = async () => []

/** Whom a path of a guild lets in. */
export interface GuildDoor {
  readonly guildAccess: GuildAccess
  readonly staffRoles: StaffRoles
}

/** @throws {Refusal} unless the person administers the guild and their credentials open it. */
export async function requireGuildAdmin(
  guildAccess: GuildAccess,
  { userId, onlyGuild }: Actor,
  guildId: GuildId,
): Promise<GuildRank> {
  const standing = onlyGuild && onlyGuild !== guildId ? 'stranger' : await guildAccess.standing(guildId, userId)
  if (standing === null) throw notThere()
  if (standing !== 'admin')
    throw new Refusal('forbidden', 'http.not_guild_admin', 'You do not have admin access to this guild.')
  return 'admin'
}

/** @throws {Refusal} unless the person administers the guild or has one of its staff roles, and their credentials open it. */
export async function requireGuildStaff(
  { guildAccess, staffRoles }: GuildDoor,
  { userId, onlyGuild }: Actor,
  guildId: GuildId,
): Promise<GuildRank> {
  const notStaff = () => new Refusal('forbidden', 'http.not_guild_staff', 'You are not staff of this guild.')
  if (onlyGuild && onlyGuild !== guildId) throw notStaff()
  const membership = await guildAccess.membership(guildId, userId)
  if (membership === null) throw notThere()
  if (membership.standing === 'admin') return 'admin'
  const roles = membership.roleIds.length > 0 ? await staffRoles(guildId) : []
  if (!roles.some((role) => membership.roleIds.includes(role))) throw notStaff()
  return 'staff'
}

function notThere(): Refusal {
  return new Refusal('not_found', 'http.guild_not_found', 'The bot is not in this guild.')
}
