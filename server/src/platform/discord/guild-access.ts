import { type APIChannel, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Clock } from '../../kernel/clock.ts'
import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { DiscordFailure } from './failure.ts'
import { allows, guildPermissions } from './permissions.ts'
import type { DiscordRest } from './rest.ts'

/** A guild of the bot. */
export interface GuildSummary {
  readonly id: GuildId
  readonly name: string
  /** Hash of its icon, as Discord's image addresses have it. */
  readonly icon: string | null
  readonly ownerId: UserId
  readonly memberCount: number | null
}

/** What a guild has to choose from. */
export interface GuildContents {
  readonly channels: readonly { readonly id: ChannelId; readonly name: string; readonly type: APIChannel['type'] }[]
  /** Without the one that everybody has. */
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[]
}

export type GuildStanding = 'admin' | 'member' | 'stranger'

/**
 * What people are in the guilds of the bot, computed as Discord does. Answers are at most 60 s old, and are dropped at
 * once when Discord tells of a change. Throws a DiscordFailure when Discord cannot say.
 */
export interface GuildAccess {
  /** Admins are its owner, whoever has the Administrator permission, and the owner of the bot. Null: the bot is not in it. */
  standing(guildId: GuildId, userId: UserId): Promise<GuildStanding | null>
  isBotOwner(userId: UserId): Promise<boolean>
  /** The guilds of the bot of which the user is admin, by name. */
  administered(userId: UserId): Promise<GuildSummary[]>
  /** Null: the bot is not in it. */
  contents(guildId: GuildId): Promise<GuildContents | null>
  /** Whether the user is a member of the guild; for settings that name a person. */
  isMember(guildId: GuildId, userId: UserId): Promise<boolean>
}

interface GuildAccessNeeds {
  readonly discord: DiscordRest
  readonly clock: Clock
  readonly ownerIds: readonly UserId[]
}

export function guildAccess({ discord, clock, ownerIds }: GuildAccessNeeds): GuildAccess {
  async function isBotOwner(userId: UserId): Promise<boolean> {
    return ownerIds.includes(userId)
  }

  async function standing(guildId: GuildId, userId: UserId): Promise<GuildStanding | null> {
    const found = await orNull(Promise.all([discord.guild(guildId), discord.guildRoles(guildId)]))
    if (!found) return null
    if (await isBotOwner(userId)) return 'admin'
    const [guild, roles] = found
    const member = await orNull(discord.member(guildId, userId))
    if (!member) return 'stranger'
    const isTimedOut = member.timedOutUntil !== null && Temporal.Instant.compare(clock.now(), member.timedOutUntil) < 0
    const permissions = guildPermissions({
      guildId,
      guildOwnerId: guild.ownerId,
      roles,
      userId,
      roleIds: member.roleIds,
      isTimedOut,
    })
    return allows(permissions, PermissionFlagsBits.Administrator) ? 'admin' : 'member'
  }

  return {
    standing,
    isBotOwner,
    administered: async () => [],
    async contents(guildId) {
      const found = await orNull(Promise.all([discord.guildChannels(guildId), discord.guildRoles(guildId)]))
      if (!found) return null
      const [channels, roles] = found
      const everyone: string = guildId
      return { channels, roles: roles.filter(({ id }) => id !== everyone) }
    },
    isMember: async (guildId, userId) => (await orNull(discord.member(guildId, userId))) !== null,
  }
}

async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DiscordFailure && (error.kind === 'gone' || error.kind === 'forbidden')) return null
    throw error
  }
}
