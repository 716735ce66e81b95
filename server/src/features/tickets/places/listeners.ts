import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { ChannelId, GuildId, MessageId, UserId } from '../../../kernel/ids.ts'
import { defineListener, type Listener } from '../../../platform/discord/listeners.ts'
import { askForChecks } from './check-store.ts'
import { type Concerned, forgetControl, lookAgain } from './look-store.ts'
import { readMarker } from './marker.ts'
import { serveNext } from './queue-store.ts'
import type { PlaceNeeds } from './work.ts'

/** By then whoever made the channel has written down that it did. */
const MADE_BY_THEN = { minutes: 1 }

/** What happens in Discord that concerns places of tickets; what is not heard is looked for when the bot is ready. */
export function placesListeners({ db, clock }: Pick<PlaceNeeds, 'db' | 'clock'>): Listener[] {
  const look = (guildId: string, concerned: Concerned) => lookAgain(db, GuildId.parse(guildId), concerned, clock.now())

  return [
    defineListener('tickets.channel_deleted', GatewayDispatchEvents.ChannelDelete, async ({ id, ...channel }) => {
      if (!('guild_id' in channel) || channel.guild_id === undefined) return
      await look(channel.guild_id, { channelId: ChannelId.parse(id) })
      await serveNext(db, GuildId.parse(channel.guild_id), clock.now())
    }),
    defineListener('tickets.thread_deleted', GatewayDispatchEvents.ThreadDelete, ({ id, guild_id }) =>
      look(guild_id, { channelId: ChannelId.parse(id) }),
    ),
    defineListener('tickets.channel_made', GatewayDispatchEvents.ChannelCreate, async (channel) => {
      if (!readMarker('topic' in channel ? (channel.topic ?? null) : null) || !('guild_id' in channel)) return
      if (channel.guild_id) await askForChecks(db, [GuildId.parse(channel.guild_id)], clock.now().add(MADE_BY_THEN))
    }),
    defineListener('tickets.member_came', GatewayDispatchEvents.GuildMemberAdd, ({ guild_id, user }) =>
      look(guild_id, { openerId: UserId.parse(user.id) }),
    ),
    defineListener('tickets.member_left', GatewayDispatchEvents.GuildMemberRemove, ({ guild_id, user }) =>
      look(guild_id, { openerId: UserId.parse(user.id) }),
    ),
    defineListener('tickets.role_deleted', GatewayDispatchEvents.GuildRoleDelete, ({ guild_id }) =>
      look(guild_id, 'all'),
    ),
    defineListener('tickets.role_made', GatewayDispatchEvents.GuildRoleCreate, ({ guild_id }) =>
      look(guild_id, 'troubled'),
    ),
    defineListener('tickets.role_changed', GatewayDispatchEvents.GuildRoleUpdate, ({ guild_id }) =>
      look(guild_id, 'troubled'),
    ),
    defineListener('tickets.message_deleted', GatewayDispatchEvents.MessageDelete, async ({ id, guild_id }) => {
      if (guild_id) await forgetControl(db, GuildId.parse(guild_id), [MessageId.parse(id)], clock.now())
    }),
    defineListener('tickets.messages_deleted', GatewayDispatchEvents.MessageDeleteBulk, async ({ ids, guild_id }) => {
      if (guild_id) await forgetControl(db, GuildId.parse(guild_id), ids.map(MessageId.parse), clock.now())
    }),
  ]
}
