import { type APIChannel, PermissionFlagsBits } from 'discord-api-types/v10'
import { LRUCache } from 'lru-cache'
import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../database/connect.ts'
import type { GuildReader } from './guild-reader.ts'
import { type GuildSummary, presentGuilds } from './guilds-store.ts'
import { allows, guildPermissions } from './permissions.ts'

export type { GuildSummary }

/** What a guild has to choose from. */
export interface GuildContents {
  readonly channels: readonly { readonly id: ChannelId; readonly name: string; readonly type: APIChannel['type'] }[]
  /** Without the one that everybody has. */
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[]
}

export type GuildStanding = 'admin' | 'member' | 'stranger'

export interface GuildMembership {
  readonly standing: GuildStanding
  /** Of strangers none. */
  readonly roleIds: readonly RoleId[]
}

/**
 * What people are in the guilds of the bot, computed as Discord does. Answers are at most 60 s old, and are dropped at
 * once when Discord tells of a change. Throws a DiscordFailure when Discord cannot say.
 */
export interface GuildAccess {
  /** Admins are its owner, whoever has the Administrator permission, and the owner of the bot. Null: the bot is not in it. */
  standing(guildId: GuildId, userId: UserId): Promise<GuildStanding | null>
  /** The standing with the roles that the member has besides the one of everybody. Null: the bot is not in the guild. */
  membership(guildId: GuildId, userId: UserId): Promise<GuildMembership | null>
  isBotOwner(userId: UserId): Promise<boolean>
  /** The guilds of the bot of which the user is admin, by name. */
  administered(userId: UserId): Promise<GuildSummary[]>
  /** Null: the bot is not in it. */
  contents(guildId: GuildId): Promise<GuildContents | null>
  /** Whether the user is a member of the guild; for settings that name a person. */
  isMember(guildId: GuildId, userId: UserId): Promise<boolean>
}

interface GuildAccessNeeds {
  readonly db: Db
  readonly guilds: GuildReader
  /** People of OWNER_IDS, who own the bot besides the owner of its application. */
  readonly ownerIds: readonly UserId[]
}

/** Discord is asked about each of them, so a bot of thousands of guilds does not look into all for one request. */
const MOST_LOOKED_INTO = 200
const AT_ONCE = 8
const MOST_KNOWN = 50_000

export function guildAccess({ db, guilds, ownerIds }: GuildAccessNeeds): GuildAccess {
  /** Who was seen to be admin where. It decides nothing but where to look first. */
  const known = new LRUCache<string, true>({ max: MOST_KNOWN })

  async function isBotOwner(userId: UserId): Promise<boolean> {
    return ownerIds.includes(userId) || (await guilds.applicationOwners()).has(userId)
  }

  async function membership(guildId: GuildId, userId: UserId): Promise<GuildMembership | null> {
    const [found, member] = await Promise.all([guilds.guild(guildId), guilds.member(guildId, userId)])
    if (!found) return null
    const { guild, roles } = found
    // A time-out does not take Administrator away, and nothing else is asked for here.
    const rights = { guildId, guildOwnerId: guild.ownerId, roles, userId, isTimedOut: false }
    const isAdmin =
      member && allows(guildPermissions({ ...rights, roleIds: member.roleIds }), PermissionFlagsBits.Administrator)
    if (isAdmin) known.set(`${guildId}:${userId}`, true)
    const roleIds = member?.roleIds ?? []
    if (isAdmin || (await isBotOwner(userId))) return { standing: 'admin', roleIds }
    return { standing: member ? 'member' : 'stranger', roleIds }
  }

  async function standing(guildId: GuildId, userId: UserId): Promise<GuildStanding | null> {
    return (await membership(guildId, userId))?.standing ?? null
  }

  return {
    standing,
    membership,
    isBotOwner,
    async administered(userId) {
      const present = await presentGuilds(db)
      if (await isBotOwner(userId)) return present
      const rank = ({ id, ownerId }: GuildSummary) => (ownerId === userId || known.has(`${id}:${userId}`) ? 0 : 1)
      const looked = present.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_LOOKED_INTO)
      // Strangers, as most are in most guilds, cost one request instead of three.
      const isAdmin = async ({ id }: GuildSummary) =>
        (await guilds.member(id, userId)) !== null && (await standing(id, userId)) === 'admin'
      const own = new Set(await filterSideBySide(looked, isAdmin))
      return present.filter((guild) => own.has(guild))
    },
    async contents(guildId) {
      const [found, channels] = await Promise.all([guilds.guild(guildId), guilds.channels(guildId)])
      if (!found || !channels) return null
      const everyone: string = guildId
      return { channels, roles: found.roles.filter(({ id }) => id !== everyone) }
    },
    isMember: async (guildId, userId) => (await guilds.member(guildId, userId)) !== null,
  }
}

async function filterSideBySide<Item>(
  items: readonly Item[],
  isMeant: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const waiting = items.values()
  const meant: Item[] = []
  const lane = async () => {
    for (const item of waiting) if (await isMeant(item)) meant.push(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return meant
}
