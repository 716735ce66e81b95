/** Threads: made in a channel or from a message, joined, left, archived; and whether one may talk somewhere at all. */
import { AuditLogEvent, ChannelType, MessageFlags } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { channelFor, channelWith, mayIn, messageOf } from './access.ts'
import { audit } from './audit-log.ts'
import type { Channel, Message } from './model.ts'
import { channelView, memberView, threadMemberView } from './views.ts'
import type { World } from './world.ts'

export interface ThreadDraft {
  readonly name: string
  readonly type: number
  readonly autoArchiveMinutes: number
  readonly invitable: boolean
  readonly rateLimitPerUser: number
}

const TALKABLE: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildStageVoice,
])
const THREAD_TYPES: ReadonlySet<number> = new Set([10, 11, 12])

export function isThreadType(type: number): boolean {
  return THREAD_TYPES.has(type)
}

/** 50008, 50013 or 160005 for those who may not write here. */
export function requireTalkable(world: World, actorId: string, channel: Channel): void {
  if (!TALKABLE.has(channel.type)) throw new DiscordError(50008)
  const sending = channel.thread ? 'SendMessagesInThreads' : 'SendMessages'
  if (!mayIn(world, actorId, channel, sending)) throw new DiscordError(50013)
  const { thread } = channel
  if (thread?.metadata.locked && !mayIn(world, actorId, channel, 'ManageThreads')) throw new DiscordError(160005)
}

/** Talking in an archived thread opens it again. */
export function wakeThread(world: World, channel: Channel): void {
  if (!channel.thread?.metadata.archived) return
  channel.thread.metadata.archived = false
  channel.thread.metadata.archive_timestamp = world.clock.iso()
  publishThread(world, 'THREAD_UPDATE', channel)
}

/** A thread of its own; with a message it is that message's thread and has its id. */
export function createThread(
  world: World,
  actorId: string,
  parentId: string,
  draft: ThreadDraft,
  starter?: Message,
  reason: string | null = null,
): Channel {
  const isPrivate = draft.type === ChannelType.PrivateThread
  const parent = channelWith(world, actorId, parentId, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
  if (parent.guild_id === null || parent.thread || !TALKABLE.has(parent.type)) throw new DiscordError(50024)
  if (starter && starter.flags & MessageFlags.HasThread) throw new DiscordError(160004)
  const now = world.clock.iso()
  const metadata = {
    archived: false,
    auto_archive_duration: draft.autoArchiveMinutes,
    archive_timestamp: now,
    locked: false,
    invitable: draft.invitable,
    create_timestamp: now,
  }
  const thread: Channel = {
    ...parent,
    id: starter?.id ?? world.nextId(),
    type: parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : draft.type,
    name: draft.name,
    parent_id: parent.id,
    rate_limit_per_user: draft.rateLimitPerUser,
    permission_overwrites: [],
    last_message_id: null,
    last_pin_timestamp: null,
    thread: { owner_id: actorId, metadata, members: new Map([[actorId, now]]), total_message_sent: 0 },
  }
  if (starter) starter.flags |= MessageFlags.HasThread
  world.state.channels.set(thread.id, thread)
  const data = { ...channelView(world, thread), newly_created: true, member: threadMemberView(thread, actorId) }
  world.publish({ event: 'THREAD_CREATE', data, guildId: parent.guild_id, channelId: thread.id })
  const guild = world.state.guilds.get(parent.guild_id)
  if (guild) audit(world, guild, { action: AuditLogEvent.ThreadCreate, actorId, targetId: thread.id, reason })
  return thread
}

/** Adds somebody, or oneself. */
export function addThreadMember(world: World, actorId: string, threadId: string, userId: string): void {
  const channel = threadFor(world, actorId, threadId)
  if (channel.thread?.metadata.archived) throw new DiscordError(50083)
  if (userId !== actorId && !mayIn(world, actorId, channel, 'SendMessagesInThreads')) throw new DiscordError(50013)
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  if (!guild?.members.has(userId)) throw new DiscordError(50001)
  if (channel.thread?.members.has(userId)) return
  channel.thread?.members.set(userId, world.clock.iso())
  publishMembers(world, channel, [userId], [])
}

/** Removes somebody, or oneself. */
export function removeThreadMember(world: World, actorId: string, threadId: string, userId: string): void {
  const channel = threadFor(world, actorId, threadId)
  if (channel.thread?.metadata.archived) throw new DiscordError(50083)
  const mayRemove = userId === actorId || mayIn(world, actorId, channel, 'ManageThreads')
  if (!mayRemove && channel.thread?.owner_id !== actorId) throw new DiscordError(50013)
  if (!channel.thread?.members.delete(userId)) return
  publishMembers(world, channel, [], [userId])
}

export function threadFor(world: World, actorId: string, threadId: string): Channel {
  const channel = channelFor(world, actorId, threadId)
  if (!channel.thread) throw new DiscordError(50024)
  return channel
}

/** The message a thread is made from. */
export function starterOf(world: World, actorId: string, channelId: string, messageId: string): Message {
  channelFor(world, actorId, channelId)
  return messageOf(world, channelId, messageId)
}

export function publishThread(world: World, event: 'THREAD_UPDATE' | 'THREAD_DELETE', channel: Channel): void {
  const { id, guild_id, parent_id, type } = channel
  const data = event === 'THREAD_DELETE' ? { id, guild_id, parent_id, type } : channelView(world, channel)
  world.publish({ event, data, guildId: guild_id, channelId: id })
}

function publishMembers(world: World, channel: Channel, added: readonly string[], removed: readonly string[]): void {
  const guild = world.state.guilds.get(channel.guild_id ?? '')
  const addedMembers = added.map((id) => {
    const member = guild?.members.get(id)
    return {
      ...threadMemberView(channel, id),
      presence: null,
      ...(member ? { member: memberView(world, member) } : {}),
    }
  })
  const data = {
    id: channel.id,
    guild_id: channel.guild_id,
    member_count: channel.thread?.members.size ?? 0,
    ...(added.length ? { added_members: addedMembers } : {}),
    ...(removed.length ? { removed_member_ids: removed } : {}),
  }
  world.publish({ event: 'THREAD_MEMBERS_UPDATE', data, guildId: channel.guild_id, channelId: channel.id })
}
