import { GatewayDispatchEvents, type GatewayInviteCreateDispatchData } from 'discord-api-types/v10'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { defineListener, type Listener } from '../../platform/discord/listeners.ts'
import type { ListedInvite } from './attribution.ts'
import type { InviteService } from './service.ts'

/** One name for all: so they stand in one line, and an invite is known before the join that uses it. */
const NAME = 'invites.follow'

export function inviteListeners(service: InviteService): readonly Listener[] {
  return [
    defineListener(NAME, GatewayDispatchEvents.GuildMemberAdd, async ({ guild_id, user, nick, joined_at }) => {
      // Bots come by an application's own address, which nobody counts.
      if (user.bot || joined_at === null) return
      await service.joined({
        guildId: GuildId.parse(guild_id),
        userId: UserId.parse(user.id),
        joinedAt: Temporal.Instant.from(joined_at),
        name: nick ?? user.global_name ?? user.username,
      })
    }),
    defineListener(NAME, GatewayDispatchEvents.GuildMemberRemove, ({ guild_id, user }) =>
      service.left(GuildId.parse(guild_id), UserId.parse(user.id)),
    ),
    defineListener(NAME, GatewayDispatchEvents.InviteCreate, async (invite) => {
      if (invite.guild_id) await service.inviteMade(GuildId.parse(invite.guild_id), madeOf(invite))
    }),
    defineListener(NAME, GatewayDispatchEvents.InviteDelete, async ({ guild_id, code }) => {
      if (guild_id) await service.inviteGone(GuildId.parse(guild_id), code)
    }),
  ]
}

function madeOf({ code, inviter, max_uses, expires_at }: GatewayInviteCreateDispatchData): ListedInvite {
  return {
    code,
    inviterId: inviter ? UserId.parse(inviter.id) : null,
    isVanity: false,
    uses: 0,
    maxUses: max_uses,
    expiresAt: expires_at ? Temporal.Instant.from(expires_at) : null,
  }
}
