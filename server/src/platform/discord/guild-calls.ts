import { RequestMethod } from '@discordjs/rest'
import { type APIExtendedInvite, type APIGuild, type APIGuildMember, Routes } from 'discord-api-types/v10'
import { type ChannelId, type GuildId, type RoleId, UserId } from '../../kernel/ids.ts'
import { DiscordFailure } from './failure.ts'
import type { SendRequest } from './requests.ts'

/** An invite to a guild that can still be used. */
export interface Invite {
  readonly code: string
  /** Null for invites that Discord itself made, as for a widget. */
  readonly inviterId: UserId | null
  readonly uses: number
  /** 0: as often as you like. */
  readonly maxUses: number
  /** Null: it never ends. */
  readonly expiresAt: Temporal.Instant | null
}

/** The address that a guild has chosen for itself: https://discord.com/developers/docs/resources/guild#get-guild-vanity-url */
export interface VanityInvite {
  readonly code: string
  readonly uses: number
}

/** Who joined when. */
export interface Membership {
  readonly userId: UserId
  readonly isBot: boolean
  /** Null for guests. */
  readonly joinedAt: Temporal.Instant | null
}

/** What is done in guilds beyond reading; each call throws a DiscordFailure when Discord does not do it. */
export interface GuildCalls {
  /** Giving a role that the member has changes nothing. */
  addRole(guildId: GuildId, userId: UserId, roleId: RoleId, reason: string): Promise<void>
  removeRole(guildId: GuildId, userId: UserId, roleId: RoleId, reason: string): Promise<void>
  /** Needs Manage Server. */
  invites(guildId: GuildId): Promise<Invite[]>
  /** Null for guilds without one. Needs Manage Server. */
  vanityInvite(guildId: GuildId): Promise<VanityInvite | null>
  /**
   * Up to 1000 members by their ids, after one of them. Needs the Server Members Intent:
   * https://discord.com/developers/docs/resources/guild#list-guild-members
   */
  membersAfter(guildId: GuildId, after: UserId | null, limit: number): Promise<Membership[]>
  /** Where Discord tells a guild what concerns it. */
  systemChannel(guildId: GuildId): Promise<ChannelId | null>
}

export function guildCalls(send: SendRequest): GuildCalls {
  return {
    async addRole(guildId, userId, roleId, reason) {
      await send({ method: RequestMethod.Put, path: Routes.guildMemberRole(guildId, userId, roleId), reason })
    },
    async removeRole(guildId, userId, roleId, reason) {
      await send({ method: RequestMethod.Delete, path: Routes.guildMemberRole(guildId, userId, roleId), reason })
    },
    async invites(guildId) {
      const path = Routes.guildInvites(guildId)
      return ((await send({ method: RequestMethod.Get, path })) as APIExtendedInvite[]).map(inviteOf)
    },
    async vanityInvite(guildId) {
      const path = Routes.guildVanityUrl(guildId)
      try {
        const { code, uses } = (await send({ method: RequestMethod.Get, path })) as {
          code: string | null
          uses: number
        }
        return code === null ? null : { code, uses }
      } catch (error) {
        // Invite code is either invalid or taken: what Discord says of a guild that may have none.
        if (error instanceof DiscordFailure && (error.code === 50020 || error.kind === 'gone')) return null
        throw error
      }
    },
    async membersAfter(guildId, after, limit) {
      const query = new URLSearchParams({ limit: String(limit), ...(after && { after }) })
      const path = Routes.guildMembers(guildId)
      return ((await send({ method: RequestMethod.Get, path, query })) as APIGuildMember[]).map(membershipOf)
    },
    async systemChannel(guildId) {
      const { system_channel_id: id } = (await send({
        method: RequestMethod.Get,
        path: Routes.guild(guildId),
      })) as APIGuild
      return id as ChannelId | null
    },
  }
}

function inviteOf({ code, inviter, uses, max_uses: maxUses, expires_at: expiresAt }: APIExtendedInvite): Invite {
  return {
    code,
    inviterId: inviter ? UserId.parse(inviter.id) : null,
    uses,
    maxUses,
    expiresAt: expiresAt ? Temporal.Instant.from(expiresAt) : null,
  }
}

function membershipOf({ user, joined_at: joinedAt }: APIGuildMember): Membership {
  return {
    userId: UserId.parse(user.id),
    isBot: user.bot ?? false,
    joinedAt: joinedAt ? Temporal.Instant.from(joinedAt) : null,
  }
}
