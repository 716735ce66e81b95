import { RequestMethod } from '@discordjs/rest'
import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  Routes,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord-api-types/v10'
import { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../kernel/ids.ts'
import { type ApplicationCalls, applicationCalls } from './application-calls.ts'
import type { OutgoingMessage } from './message.ts'
import { discordRequests, type RequestOptions } from './requests.ts'

/** A message as it stands in a channel. */
export interface ChannelMessage {
  readonly id: MessageId
  readonly channelId: ChannelId
  readonly authorId: UserId
  readonly content: string
  readonly embeds: APIMessage['embeds']
}

export interface Channel {
  readonly id: ChannelId
  readonly name: string
  readonly type: APIChannel['type']
  /** Null in direct messages. */
  readonly guildId: GuildId | null
  /** Its category; of a thread, the channel it hangs on. */
  readonly parentId: ChannelId | null
  readonly overwrites: readonly APIOverwrite[]
}

export interface Guild {
  readonly id: GuildId
  readonly name: string
  readonly icon: string | null
  readonly ownerId: UserId
}

export interface Role {
  readonly id: RoleId
  readonly name: string
  readonly permissions: bigint
  /** Whether everybody may mention it. */
  readonly mentionable: boolean
}

export interface Member {
  readonly userId: UserId
  readonly roleIds: readonly RoleId[]
  readonly timedOutUntil: Temporal.Instant | null
}

interface MessageWindow {
  /** 1 to 100. */
  readonly limit: number
  readonly after?: MessageId
}

interface SendOptions {
  /** Makes a repeat within some minutes give the first message back instead of posting a second one. */
  readonly nonce?: string
}

/** What the product asks of Discord over HTTP; each call throws a DiscordFailure when Discord does not do it. */
export interface DiscordRest extends ApplicationCalls {
  sendMessage(channelId: ChannelId, message: OutgoingMessage, options?: SendOptions): Promise<ChannelMessage>
  sendDm(userId: UserId, message: OutgoingMessage, options?: SendOptions): Promise<ChannelMessage>
  /** Newest first. With `after`, those that follow it most closely. */
  recentMessages(channelId: ChannelId, window: MessageWindow): Promise<ChannelMessage[]>
  channel(channelId: ChannelId): Promise<Channel>
  guild(guildId: GuildId): Promise<Guild>
  guildRoles(guildId: GuildId): Promise<Role[]>
  /** Without threads. */
  guildChannels(guildId: GuildId): Promise<Channel[]>
  /** The bot's own user. */
  self(): Promise<UserId>
  /** Whoever may do everything with the bot's application: its owner, or the owner and the admins of its team. */
  applicationOwners(): Promise<UserId[]>
  /** Throws `gone` for someone who is no member. */
  member(guildId: GuildId, userId: UserId): Promise<Member>
}

/** Discord over HTTP, for every role of the program; needs no gateway. */
export function discordRest(options: RequestOptions): DiscordRest {
  const send = discordRequests(options)
  // Discord's published API description is trusted for the shape of its own answers.
  const get = async <Answer>(path: `/${string}`, query?: URLSearchParams): Promise<Answer> =>
    (await send({ method: RequestMethod.Get, path, ...(query && { query }) })) as Answer
  const post = async <Answer>(path: `/${string}`, body: unknown): Promise<Answer> =>
    (await send({ method: RequestMethod.Post, path, body })) as Answer

  const sendMessage: DiscordRest['sendMessage'] = async (channelId, message, { nonce } = {}) => {
    const body = nonce === undefined ? message : { ...message, nonce, enforce_nonce: true }
    return messageOf(await post<APIMessage>(Routes.channelMessages(channelId), body))
  }
  let self: UserId | null = null
  const selfId = async () => {
    self ??= UserId.parse((await get<APIUser>(Routes.user('@me'))).id)
    return self
  }

  return {
    ...applicationCalls(send),
    sendMessage,
    async sendDm(userId, message, sending) {
      const { id } = await post<{ id: string }>(Routes.userChannels(), { recipient_id: userId })
      return sendMessage(ChannelId.parse(id), message, sending)
    },
    async recentMessages(channelId, { limit, after }) {
      const query = new URLSearchParams({ limit: String(limit), ...(after && { after }) })
      return (await get<APIMessage[]>(Routes.channelMessages(channelId), query)).map(messageOf)
    },
    channel: async (channelId) => channelOf(await get(Routes.channel(channelId))),
    async guild(guildId) {
      const guild = await get<APIGuild>(Routes.guild(guildId))
      return { id: guildId, name: guild.name, icon: guild.icon, ownerId: UserId.parse(guild.owner_id) }
    },
    guildRoles: async (guildId) => (await get<APIRole[]>(Routes.guildRoles(guildId))).map(roleOf),
    guildChannels: async (guildId) => (await get<APIChannel[]>(Routes.guildChannels(guildId))).map(channelOf),
    self: selfId,
    applicationOwners: async () => ownersOf(await get(Routes.currentApplication())),
    member: async (guildId, userId) => memberOf(await get(Routes.guildMember(guildId, userId))),
  }
}

function messageOf(message: APIMessage): ChannelMessage {
  return {
    id: MessageId.parse(message.id),
    channelId: ChannelId.parse(message.channel_id),
    authorId: UserId.parse(message.author.id),
    content: message.content,
    embeds: message.embeds,
  }
}

function channelOf(channel: APIChannel): Channel {
  const parentId = 'parent_id' in channel ? (channel.parent_id ?? null) : null
  return {
    id: ChannelId.parse(channel.id),
    name: channel.name ?? '',
    type: channel.type,
    guildId: 'guild_id' in channel && channel.guild_id ? GuildId.parse(channel.guild_id) : null,
    parentId: parentId === null ? null : ChannelId.parse(parentId),
    overwrites: ('permission_overwrites' in channel && channel.permission_overwrites) || [],
  }
}

function roleOf(role: APIRole): Role {
  return {
    id: RoleId.parse(role.id),
    name: role.name,
    permissions: BigInt(role.permissions),
    mentionable: role.mentionable,
  }
}

function memberOf(member: APIGuildMember): Member {
  const until = member.communication_disabled_until
  return {
    userId: UserId.parse(member.user.id),
    roleIds: member.roles.map(RoleId.parse),
    timedOutUntil: until ? Temporal.Instant.from(until) : null,
  }
}

/** An application of a team has the team itself in place of an owner: https://discord.com/developers/docs/topics/teams */
function ownersOf({ owner, team }: APIApplication): UserId[] {
  if (!team) return owner ? [UserId.parse(owner.id)] : []
  const admins = team.members.filter(
    ({ role, membership_state: state }) =>
      role === TeamMemberRole.Admin && state === TeamMemberMembershipState.Accepted,
  )
  return [team.owner_user_id, ...admins.map(({ user }) => user.id)].map(UserId.parse)
}
