import { ChannelType, type GatewayGuildCreateDispatchData } from 'discord-api-types/v10'
import { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { canSend, channelPermissions, type Standing } from '../../platform/discord/permissions.ts'

/** What Discord tells of a guild when the bot comes into it, or connects. Pure. */

export interface Arrival {
  readonly guildId: GuildId
  readonly joinedAt: Temporal.Instant
  readonly ownerId: UserId
  /** Like `nl`. */
  readonly preferredLocale: string
  /** Where the bot can greet: where Discord tells the guild what concerns it, else the first channel; null: nowhere. */
  readonly channelId: ChannelId | null
}

type Told = GatewayGuildCreateDispatchData
type ToldChannel = Told['channels'][number]

export function arrivalOf(told: Told, self: UserId): Arrival {
  return {
    guildId: GuildId.parse(told.id),
    joinedAt: Temporal.Instant.from(told.joined_at),
    ownerId: UserId.parse(told.owner_id),
    preferredLocale: told.preferred_locale,
    channelId: placeToGreet(told, self),
  }
}

function placeToGreet(told: Told, self: UserId): ChannelId | null {
  const standing = standingOf(told, self)
  const places = told.channels
    .filter((channel) => isFor(channel, standing))
    .toSorted((one, other) => rank(one, told) - rank(other, told))
  return places[0] ? ChannelId.parse(places[0].id) : null
}

function rank({ id, ...channel }: ToldChannel, { system_channel_id: system }: Told): number {
  return id === system ? -1 : 'position' in channel ? channel.position : 0
}

function isFor(channel: ToldChannel, standing: Standing): boolean {
  const isForText = channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement
  const overwrites = ('permission_overwrites' in channel && channel.permission_overwrites) || []
  return isForText && canSend(channelPermissions(standing, overwrites), channel.type)
}

function standingOf(told: Told, self: UserId): Standing {
  const own = told.members.find(({ user }) => user.id === self)
  return {
    guildId: GuildId.parse(told.id),
    guildOwnerId: UserId.parse(told.owner_id),
    roles: told.roles.map(({ id, permissions }) => ({ id: RoleId.parse(id), permissions: BigInt(permissions) })),
    userId: self,
    roleIds: (own?.roles ?? []).map(RoleId.parse),
    isTimedOut: false,
  }
}
