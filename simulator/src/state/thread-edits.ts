/** What becomes of threads once they are made: renamed, archived, locked, deleted, and found again in the archive. */
import { AuditLogEvent, ChannelType } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { channelWith, mayIn, maySee } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import type { Actor } from './members.ts'
import type { Channel, Thread, ThreadMetadata } from './model.ts'
import { publishThread } from './threads.ts'
import type { World } from './world.ts'

/** Fields left out stay as they are. */
export interface ThreadChange {
  readonly name?: string
  readonly archived?: boolean
  readonly locked?: boolean
  readonly invitable?: boolean
  readonly auto_archive_duration?: number
  readonly rate_limit_per_user?: number
}

export type ArchiveKind = 'public' | 'private' | 'joined private'

/** What a thread's maker may change without MANAGE_THREADS (https://docs.discord.com/developers/topics/threads). */
const OWNERS: readonly string[] = ['name', 'archived', 'auto_archive_duration', 'invitable']

export function editThread(world: World, actor: Actor, channel: Channel, change: ThreadChange): Channel {
  const thread = threadOf(channel)
  requireEditable(world, actor, channel, thread, change)
  if (thread.metadata.archived && change.archived !== false) throw new DiscordError(50083)
  const { name, rate_limit_per_user, ...metadata } = change
  const own = {
    ...(name === undefined ? {} : { name }),
    ...(rate_limit_per_user === undefined ? {} : { rate_limit_per_user }),
  }
  const changes = [...changesBetween(channel, own), ...changesBetween(thread.metadata, metadata)]
  if (changes.length === 0) return channel
  const turned = metadata.archived !== undefined && metadata.archived !== thread.metadata.archived
  Object.assign(channel, own)
  Object.assign(thread.metadata, metadata, turned ? archivedNow(world) : {})
  publishThread(world, 'THREAD_UPDATE', channel)
  auditThread(world, AuditLogEvent.ThreadUpdate, actor, channel, changes)
  return channel
}

export function deleteThread(world: World, actor: Actor, channel: Channel): Channel {
  if (!mayIn(world, actor.id, channel, 'ManageThreads')) throw new DiscordError(50013)
  // Told while it is still there, so that only those hear of it who could see it.
  publishThread(world, 'THREAD_DELETE', channel)
  world.state.channels.delete(channel.id)
  world.state.messages.delete(channel.id)
  auditThread(world, AuditLogEvent.ThreadDelete, actor, channel, [{ key: 'name', old_value: channel.name }])
  return channel
}

/** Those of the guild that are open and that the actor sees. */
export function activeThreads(world: World, actorId: string, guildId: string): Channel[] {
  const isOpen = ({ thread }: Channel) => thread !== null && !thread.metadata.archived
  return world.state.channelsOf(guildId).filter((channel) => isOpen(channel) && maySee(world, actorId, channel))
}

/** Of one channel, archived last first; threads one has joined go by their ids instead. */
export function archivedThreads(world: World, actorId: string, channelId: string, kind: ArchiveKind): Channel[] {
  const parent = channelWith(world, actorId, channelId, 'ReadMessageHistory')
  if (kind === 'private') channelWith(world, actorId, channelId, 'ManageThreads')
  const found = world.state
    .channelsOf(parent.guild_id ?? '')
    .filter((channel) => channel.parent_id === channelId && isOfKind(channel, kind, actorId))
  if (kind === 'joined private') return found.sort((a, b) => (BigInt(a.id) > BigInt(b.id) ? -1 : 1))
  return found.sort((a, b) => archivedAtMs(b) - archivedAtMs(a))
}

export function archivedAtMs({ thread }: Channel): number {
  return Date.parse(thread?.metadata.archive_timestamp ?? '')
}

function isOfKind(channel: Channel, kind: ArchiveKind, actorId: string): boolean {
  if (!channel.thread?.metadata.archived) return false
  const isPrivate = channel.type === ChannelType.PrivateThread
  if (kind === 'public') return !isPrivate
  return isPrivate && (kind === 'private' || channel.thread.members.has(actorId))
}

function requireEditable(world: World, actor: Actor, channel: Channel, thread: Thread, change: ThreadChange): void {
  if (mayIn(world, actor.id, channel, 'ManageThreads')) return
  const fields = Object.keys(change)
  if (thread.metadata.locked) throw new DiscordError(50013)
  const isOwners = thread.owner_id === actor.id && fields.every((field) => OWNERS.includes(field))
  const opensOnly = change.archived === false && fields.length === 1
  if (!isOwners && !(opensOnly && mayIn(world, actor.id, channel, 'SendMessagesInThreads'))) {
    throw new DiscordError(50013)
  }
}

function archivedNow(world: World): Pick<ThreadMetadata, 'archive_timestamp'> {
  return { archive_timestamp: world.clock.iso() }
}

function threadOf({ thread }: Channel): Thread {
  if (!thread) throw new DiscordError(50024)
  return thread
}

function auditThread(
  world: World,
  action: AuditLogEvent,
  { id: actorId, reason }: Actor,
  channel: Channel,
  changes: ReturnType<typeof changesBetween>,
): void {
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  if (guild) audit(world, guild, { action, actorId, targetId: channel.id, reason, changes })
}
