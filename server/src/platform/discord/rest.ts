import { RequestMethod } from '@discordjs/rest'
import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  Routes,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord-api-types/v10'
import { type ChannelId, type GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { type ApplicationCalls, applicationCalls } from './application-calls.ts'
import { type Channel, type ChannelCalls, channelCalls, channelOf } from './channel-calls.ts'
import { fitter } from './fitter.ts'
import { type GuildCalls, guildCalls } from './guild-calls.ts'
import { type MessageCalls, messageCalls } from './message-calls.ts'
import { discordRequests, type RequestOptions } from './requests.ts'

export interface Guild {
  readonly id: GuildId
  readonly name: string
  readonly icon: string | null
  readonly ownerId: UserId
  /** The address that it has chosen for itself. */
  readonly vanityCode: string | null
  /** https://discord.com/developers/docs/resources/guild#guild-object-guild-features */
  readonly features: readonly string[]
}

export interface Role {
  readonly id: RoleId
  readonly name: string
  readonly permissions: bigint
  /** Whether everybody may mention it. */
  readonly mentionable: boolean
  /** Higher ones rule over lower ones; of two in the same place, the one with the smaller id. */
  readonly position: number
  /** Given by Discord or an integration; nobody else can give it. */
  readonly isManaged: boolean
}

export interface Member {
  readonly userId: UserId
  readonly username: string
  readonly isBot: boolean
  readonly joinedAt: Temporal.Instant | null
  readonly roleIds: readonly RoleId[]
  readonly timedOutUntil: Temporal.Instant | null
}

export interface Application {
  readonly id: string
  /** https://discord.com/developers/docs/resources/application#application-object-application-flags */
  readonly flags: number
}

/** What the product asks of Discord over HTTP; each call throws a DiscordFailure when Discord does not do it. */
export interface DiscordRest extends ApplicationCalls, MessageCalls, GuildCalls, ChannelCalls {
  channel(channelId: ChannelId): Promise<Channel>
  guild(guildId: GuildId): Promise<Guild>
  guildRoles(guildId: GuildId): Promise<Role[]>
  /** Without threads. */
  guildChannels(guildId: GuildId): Promise<Channel[]>
  /** The bot's own user. */
  self(): Promise<UserId>
  /** Which privileged intents Discord grants are among its flags. */
  application(): Promise<Application>
  /** Whoever may do everything with the bot's application: its owner, or the owner and the admins of its team. */
  applicationOwners(): Promise<UserId[]>
  /** Throws `gone` for someone who is no member. */
  member(guildId: GuildId, userId: UserId): Promise<Member>
}

/** Discord over HTTP, for every role of the program; needs no gateway. */
export function discordRest(options: RequestOptions): DiscordRest {
  const send = discordRequests(options)
  const fit = fitter(options.logger)
  // Discord's published API description is trusted for the shape of its own answers.
  const get = async <Answer>(path: `/${string}`): Promise<Answer> =>
    (await send({ method: RequestMethod.Get, path })) as Answer
  let self: UserId | null = null
  const selfId = async () => {
    self ??= UserId.parse((await get<APIUser>(Routes.user('@me'))).id)
    return self
  }

  return {
    ...applicationCalls(send, fit),
    ...messageCalls(send, fit),
    ...guildCalls(send),
    ...channelCalls(send),
    channel: async (channelId) => channelOf(await get(Routes.channel(channelId))),
    async guild(guildId) {
      const guild = await get<APIGuild>(Routes.guild(guildId))
      return {
        id: guildId,
        name: guild.name,
        icon: guild.icon,
        ownerId: UserId.parse(guild.owner_id),
        vanityCode: guild.vanity_url_code,
        features: guild.features,
      }
    },
    guildRoles: async (guildId) => (await get<APIRole[]>(Routes.guildRoles(guildId))).map(roleOf),
    guildChannels: async (guildId) => (await get<APIChannel[]>(Routes.guildChannels(guildId))).map(channelOf),
    self: selfId,
    async application() {
      const { id, flags = 0 } = await get<APIApplication>(Routes.currentApplication())
      return { id, flags }
    },
    applicationOwners: async () => ownersOf(await get(Routes.currentApplication())),
    member: async (guildId, userId) => memberOf(await get(Routes.guildMember(guildId, userId))),
  }
}

function roleOf(role: APIRole): Role {
  return {
    id: RoleId.parse(role.id),
    name: role.name,
    permissions: BigInt(role.permissions),
    mentionable: role.mentionable,
    position: role.position,
    isManaged: role.managed,
  }
}

function memberOf(member: APIGuildMember): Member {
  const until = member.communication_disabled_until
  return {
    userId: UserId.parse(member.user.id),
    username: member.user.username,
    isBot: member.user.bot ?? false,
    joinedAt: member.joined_at ? Temporal.Instant.from(member.joined_at) : null,
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
