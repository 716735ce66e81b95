import { PermissionFlagsBits } from 'discord-api-types/v10'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../kernel/clock.ts'
import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { DiscordFailure } from './failure.ts'
import { allows, canSend, channelPermissions, isThread, type Standing } from './permissions.ts'
import type { Channel, DiscordRest, Guild, Member, Role } from './rest.ts'

/** What one user, and the bot, may do in a channel of a guild. */
export interface ChannelAccess {
  readonly guildId: GuildId
  readonly channelType: Channel['type']
  readonly user: Rights
  readonly bot: Rights
}

interface Rights {
  readonly isMember: boolean
  readonly canView: boolean
  readonly canSend: boolean
  readonly canEmbed: boolean
  readonly canReadHistory: boolean
  /** `@everyone`, and every role. */
  readonly canMentionEveryone: boolean
  readonly isAdmin: boolean
  canMention(roleId: RoleId): boolean
}

interface GuildSketch {
  readonly guild: Guild
  readonly roles: readonly Role[]
  readonly bot: Member
}

export interface AccessReader {
  /** Null when there is no such channel in a guild of the bot. Throws a DiscordFailure when Discord cannot say. */
  channelAccess(channelId: ChannelId, userId: UserId): Promise<ChannelAccess | null>
}

/** Guilds, their roles and those of the bot change seldom and are asked for often; channels and other members are read anew. */
const GUILDS = { max: 1_000, ttl: 30_000 }

/** Reads rights over HTTP, so that roles of the program without a gateway can check them too. */
export function accessReader(rest: DiscordRest, clock: Clock): AccessReader {
  const guilds = new LRUCache<GuildId, GuildSketch>({
    ...GUILDS,
    perf: { now: () => clock.now().epochMilliseconds },
    fetchMethod: async (guildId) => {
      const self = await rest.self()
      const [guild, roles, bot] = await Promise.all([
        rest.guild(guildId),
        rest.guildRoles(guildId),
        rest.member(guildId, self),
      ])
      return { guild, roles, bot }
    },
  })

  async function find(channelId: ChannelId): Promise<(Channel & { readonly guildId: GuildId }) | null> {
    const channel = await orNull(rest.channel(channelId))
    return channel?.guildId ? { ...channel, guildId: channel.guildId } : null
  }

  return {
    async channelAccess(channelId, userId) {
      const channel = await find(channelId)
      if (!channel) return null
      const [sketch, governing, user] = await Promise.all([
        guilds.forceFetch(channel.guildId),
        isThread(channel.type) && channel.parentId ? rest.channel(channel.parentId) : channel,
        orNull(rest.member(channel.guildId, userId)),
      ])
      const rightsOf = (member: Member) => rights(sketch, channel.type, governing, member, clock.now())
      return {
        guildId: channel.guildId,
        channelType: channel.type,
        user: user ? rightsOf(user) : NONE,
        bot: rightsOf(sketch.bot),
      }
    },
  }
}

const NONE: Rights = {
  isMember: false,
  canView: false,
  canSend: false,
  canEmbed: false,
  canReadHistory: false,
  canMentionEveryone: false,
  isAdmin: false,
  canMention: () => false,
}

/** A private thread has members of its own, which are not looked up: Discord then answers a send with 403. */
function rights(
  { guild, roles }: GuildSketch,
  type: Channel['type'],
  governing: Channel,
  member: Member,
  now: Temporal.Instant,
): Rights {
  const standing: Standing = {
    guildId: guild.id,
    guildOwnerId: guild.ownerId,
    roles,
    userId: member.userId,
    roleIds: member.roleIds,
    isTimedOut: member.timedOutUntil !== null && Temporal.Instant.compare(now, member.timedOutUntil) < 0,
  }
  const permissions = channelPermissions(standing, governing.overwrites)
  const canView = allows(permissions, PermissionFlagsBits.ViewChannel)
  const canMentionEveryone = canView && allows(permissions, PermissionFlagsBits.MentionEveryone)
  return {
    isMember: true,
    canView,
    canSend: canSend(permissions, type),
    canEmbed: canView && allows(permissions, PermissionFlagsBits.EmbedLinks),
    canReadHistory: canView && allows(permissions, PermissionFlagsBits.ReadMessageHistory),
    canMentionEveryone,
    isAdmin: allows(permissions, PermissionFlagsBits.Administrator),
    canMention: (roleId) => roles.some(({ id, mentionable }) => id === roleId && (mentionable || canMentionEveryone)),
  }
}

/** To the bot a channel it may not see, a guild it has left and an id that never was are all the same. */
async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DiscordFailure && (error.kind === 'gone' || error.kind === 'forbidden')) return null
    throw error
  }
}
