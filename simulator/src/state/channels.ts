/** Channels and categories of guilds: made, changed, moved, deleted. */
import { AuditLogEvent, ChannelType } from 'discord-api-types/v10'
import { DiscordError, invalidForm } from '../discord-error.ts'
import { channelFor, guildWith, mayIn } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import type { Actor } from './members.ts'
import type { Channel, Guild, Overwrite } from './model.ts'
import { requireGrantable, requireTarget } from './overwrites.ts'
import { deleteThread } from './thread-edits.ts'
import { channelView, guildView } from './views.ts'
import type { World } from './world.ts'

export interface ChannelDraft {
  readonly name: string
  readonly type: number
  readonly topic: string | null
  /** Below all others of its kind when left out. */
  readonly position?: number
  readonly parent_id: string | null
  readonly nsfw: boolean
  readonly rate_limit_per_user: number
  /** The category's when left out. */
  readonly permission_overwrites?: Overwrite[]
}

/** Fields left out stay as they are. */
export type ChannelChange = Partial<ChannelDraft>

const CHANNELS_AT_MOST = 500
const IN_A_CATEGORY_AT_MOST = 50
/** Their names are written small and without spaces. */
const WRITTEN: readonly number[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum]
const SPOKEN: readonly number[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice]
const CONVERTIBLE: readonly number[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement]

export function createChannel(world: World, actor: Actor, guildId: string, draft: ChannelDraft): Channel {
  const guild = guildWith(world, actor.id, guildId, 'ManageChannels')
  const others = world.state.channelsOf(guildId).filter(({ thread }) => !thread)
  if (others.length >= CHANNELS_AT_MOST) throw new DiscordError(30013)
  requireType(guild, draft.type)
  requireAllowedName(world, draft.name)
  requireParent(world, guild, draft.type, draft.parent_id)
  const parent = draft.parent_id === null ? undefined : world.state.channels.get(draft.parent_id)
  const overwrites = draft.permission_overwrites ?? structuredClone(parent?.permission_overwrites ?? [])
  if (draft.permission_overwrites) requireOverwrites(world, actor, guild, draft.parent_id, [], overwrites)
  const lowest = Math.max(-1, ...others.filter((one) => kindOf(one) === kindOf(draft)).map(({ position }) => position))
  const channel: Channel = {
    ...draft,
    id: world.nextId(),
    guild_id: guildId,
    name: nameFor(draft.type, draft.name),
    position: draft.position ?? lowest + 1,
    permission_overwrites: overwrites,
    last_message_id: null,
    last_pin_timestamp: null,
    recipients: [],
    thread: null,
  }
  world.state.channels.set(channel.id, channel)
  publish(world, 'CHANNEL_CREATE', channel)
  const { name, type } = channel
  const changes = changesBetween({}, { name, type, permission_overwrites: overwrites })
  auditChannel(world, guild, AuditLogEvent.ChannelCreate, actor, channel, changes)
  return channel
}

export function editChannel(world: World, actor: Actor, channelId: string, change: ChannelChange): Channel {
  const { guild, channel } = guildChannelWith(world, actor.id, channelId, 'ManageChannels')
  const { type = channel.type, parent_id = channel.parent_id, permission_overwrites: overwrites } = change
  if (type !== channel.type) requireConvertible(guild, channel, type)
  if (change.name !== undefined) requireAllowedName(world, change.name)
  if (parent_id !== channel.parent_id) requireParent(world, guild, type, parent_id, [channel])
  if (overwrites) {
    if (!mayIn(world, actor.id, channel, 'ManageRoles')) throw new DiscordError(50013)
    requireOverwrites(world, actor, guild, parent_id, channel.permission_overwrites, overwrites, channel)
  }
  const renamed = change.name === undefined ? {} : { name: nameFor(type, change.name) }
  const wanted = { ...change, ...renamed }
  const changes = changesBetween(channel, wanted)
  if (changes.length === 0) return channel
  Object.assign(channel, wanted)
  publish(world, 'CHANNEL_UPDATE', channel)
  auditChannel(world, guild, AuditLogEvent.ChannelUpdate, actor, channel, changes)
  return channel
}

/** Deletes a channel of a guild or a thread; of a direct conversation nothing is lost. */
export function deleteChannel(world: World, actor: Actor, channelId: string): Channel {
  const known = channelFor(world, actor.id, channelId)
  if (known.guild_id === null) return known
  if (known.thread) return deleteThread(world, actor, known)
  const { guild, channel } = guildChannelWith(world, actor.id, channelId, 'ManageChannels')
  if (guild.features.includes('COMMUNITY') && guild.rules_channel_id === channelId) throw new DiscordError(50074)
  for (const other of world.state.channelsOf(guild.id)) if (other.parent_id === channelId) orphan(world, other)
  for (const [code, invite] of world.state.invites)
    if (invite.channel_id === channelId) world.state.invites.delete(code)
  world.state.channels.delete(channelId)
  world.state.messages.delete(channelId)
  publish(world, 'CHANNEL_DELETE', channel)
  const { name, type, permission_overwrites } = channel
  const changes = Object.entries({ name, type }).map(([key, old_value]) => ({ key, old_value }))
  const overwrites = { key: 'permission_overwrites', old_value: permission_overwrites.map((one) => ({ ...one })) }
  auditChannel(world, guild, AuditLogEvent.ChannelDelete, actor, channel, [...changes, overwrites])
  forgetInGuild(world, guild, channelId)
  return channel
}

/** The guild's channel, for somebody who sees it and has this permission there; threads are not meant. */
export function guildChannelWith(
  world: World,
  actorId: string,
  channelId: string,
  permission: 'ManageChannels' | 'CreateInstantInvite',
): { guild: Guild; channel: Channel } {
  const channel = channelFor(world, actorId, channelId)
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  if (!guild) throw new DiscordError(50003)
  if (channel.thread) throw new DiscordError(50024)
  if (!mayIn(world, actorId, channel, permission)) throw new DiscordError(50013)
  return { guild, channel }
}

/**
 * A category of this guild with room enough.
 * @param entering channels that will be in it, when there are such already
 */
export function requireParent(
  world: World,
  guild: Guild,
  type: number,
  parentId: string | null,
  entering: readonly Channel[] = [],
): void {
  if (parentId === null) return
  const refuse = (code: string, message: string) => invalidForm(['parent_id'], `CHANNEL_PARENT_${code}`, message)
  const parent = world.state.channels.get(parentId)
  if (parent?.guild_id !== guild.id) throw refuse('INVALID', 'Category does not exist')
  if (parent.type !== ChannelType.GuildCategory) throw refuse('INVALID_TYPE', 'Not a category')
  if (type === ChannelType.GuildCategory) throw refuse('INVALID_PARENT', 'Categories cannot have subcategories')
  const inside = world.state.channelsOf(guild.id).filter((one) => one.parent_id === parentId && !entering.includes(one))
  // No code of its own: https://github.com/discord/discord-api-docs/pull/1289
  if (inside.length + Math.max(1, entering.length) > IN_A_CATEGORY_AT_MOST) {
    throw refuse('MAX_CHANNELS', `Maximum number of channels in category reached (${IN_A_CATEGORY_AT_MOST})`)
  }
}

function requireOverwrites(
  world: World,
  actor: Actor,
  guild: Guild,
  parentId: string | null,
  before: readonly Overwrite[],
  after: readonly Overwrite[],
  channel?: Channel,
): void {
  for (const overwrite of after) requireTarget(world, guild, overwrite)
  requireGrantable(world, actor.id, { guild, parentId, ...(channel ? { channel } : {}) }, before, after)
}

function requireType(guild: Guild, type: number): void {
  const isKnown = [...WRITTEN, ...SPOKEN, ChannelType.GuildCategory].includes(type)
  if (!isKnown) throw invalidForm(['type'], 'BASE_TYPE_CHOICES', 'Value must be one of (0, 2, 4, 5, 13, 15).')
  const needsCommunity = type === ChannelType.GuildAnnouncement || type === ChannelType.GuildStageVoice
  if (needsCommunity && !guild.features.includes('COMMUNITY')) throw new DiscordError(50024)
}

/** Only text and announcement channels turn into each other. */
function requireConvertible(guild: Guild, channel: Channel, type: number): void {
  if (!CONVERTIBLE.includes(type) || !CONVERTIBLE.includes(channel.type)) {
    throw invalidForm(['type'], 'BASE_TYPE_CHOICES', 'Value must be one of (0, 5).')
  }
  requireType(guild, type)
}

/** Discord publishes no list of the words; its answer is seen in https://github.com/ralphkb/sentinel-tickets/issues/105 */
function requireAllowedName(world: World, name: string): void {
  if (!world.refusedNames.some((pattern) => pattern.test(name))) return
  const message = 'Contains words not allowed for servers in Server Discovery.'
  throw invalidForm(['name'], 'INVALID_COMMUNITY_PROPERTY_NAME', message)
}

function nameFor(type: number, name: string): string {
  if (!WRITTEN.includes(type)) return name.trim()
  const written = name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[!-,./:-@[-^`{-~]/g, '')
    .replace(/-{2,}/g, '-')
  if (written === '') throw invalidForm(['name'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.')
  return written
}

/** Categories, voice and text are each counted for themselves. */
function kindOf({ type }: { readonly type: number }): string {
  if (type === ChannelType.GuildCategory) return 'category'
  return SPOKEN.includes(type) ? 'spoken' : 'written'
}

/** What lay in a deleted channel: a category's channels stay, a channel's threads go. */
function orphan(world: World, channel: Channel): void {
  if (channel.thread) {
    world.state.channels.delete(channel.id)
    world.state.messages.delete(channel.id)
    return
  }
  channel.parent_id = null
  publish(world, 'CHANNEL_UPDATE', channel)
}

function forgetInGuild(world: World, guild: Guild, channelId: string): void {
  const { system_channel_id, rules_channel_id } = guild
  if (system_channel_id !== channelId && rules_channel_id !== channelId) return
  if (system_channel_id === channelId) guild.system_channel_id = null
  if (rules_channel_id === channelId) guild.rules_channel_id = null
  world.publish({ event: 'GUILD_UPDATE', data: guildView(guild), guildId: guild.id })
}

function auditChannel(
  world: World,
  guild: Guild,
  action: AuditLogEvent,
  { id: actorId, reason }: Actor,
  channel: Channel,
  changes: Parameters<typeof audit>[2]['changes'] = [],
): void {
  audit(world, guild, { action, actorId, targetId: channel.id, reason, changes })
}

/** Bots hear of all channels of a guild, also of those they cannot see. */
function publish(world: World, event: 'CHANNEL_CREATE' | 'CHANNEL_UPDATE' | 'CHANNEL_DELETE', channel: Channel): void {
  world.publish({ event, data: channelView(world, channel), guildId: channel.guild_id })
}
