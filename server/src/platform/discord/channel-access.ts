import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Clock } from '../../kernel/clock.ts'
import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Channel } from './channel-calls.ts'
import { type GuildReader, type GuildSketch, orNull } from './guild-reader.ts'
import { allows, canSend, channelPermissions, isThread, type Standing } from './permissions.ts'
import type { DiscordRest, Member } from './rest.ts'

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

export interface AccessReader {
  /** Null when there is no such channel in a guild of the bot. Throws a DiscordFailure when Discord cannot say. */
  channelAccess(channelId: ChannelId, userId: UserId): Promise<ChannelAccess | null>
}

/**
 * Reads rights over HTTP, so that roles of the program without a gateway can check them too. Guilds, their roles and
 * those of the bot are remembered for a while; channels and other members are read anew.
 */
export function accessReader(rest: DiscordRest, guilds: GuildReader, clock: Clock): AccessReader {
  async function find(channelId: ChannelId): Promise<(Channel & { readonly guildId: GuildId }) | null> {
    const channel = await orNull(rest.channel(channelId))
    return channel?.guildId ? { ...channel, guildId: channel.guildId } : null
  }

  return {
    async channelAccess(channelId, userId) {
      const channel = await find(channelId)
      if (!channel) return null
      const [sketch, bot, governing, user] = await Promise.all([
        guilds.guild(channel.guildId),
        rest.self().then((self) => guilds.member(channel.guildId, self)),
        isThread(channel.type) && channel.parentId ? rest.channel(channel.parentId) : channel,
        orNull(rest.member(channel.guildId, userId)),
      ])
      if (!sketch || !bot) return null
      const rightsOf = (member: Member) => rights(sketch, channel.type, governing, member, clock.now())
      return {
        guildId: channel.guildId,
        channelType: channel.type,
        user: user ? rightsOf(user) : NONE,
        bot: rightsOf(bot),
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
