import { RequestMethod } from '@discordjs/rest'
import { type APIChannel, type APIOverwrite, ChannelType, OverwriteType, Routes } from 'discord-api-types/v10'
import { ChannelId, GuildId, type RoleId, type UserId } from '../../kernel/ids.ts'
import type { DiscordFailure } from './failure.ts'
import type { SendRequest } from './requests.ts'

export interface Channel {
  readonly id: ChannelId
  readonly name: string
  readonly type: APIChannel['type']
  /** Null in direct messages. */
  readonly guildId: GuildId | null
  /** Its category; of a thread, the channel it hangs on. */
  readonly parentId: ChannelId | null
  readonly overwrites: readonly APIOverwrite[]
  readonly topic: string | null
  /** Null for what is no thread. */
  readonly thread: { readonly isArchived: boolean; readonly isLocked: boolean } | null
}

/** What everybody who has a role, or one member, may do in a channel beside what they may in the guild. */
export type ChannelOverwrite = { readonly allow: bigint; readonly deny: bigint } & (
  | { readonly of: 'role'; readonly id: RoleId }
  | { readonly of: 'member'; readonly id: UserId }
)

/** Names have 1 to 100 characters, topics up to 1024. */
export interface ChannelDraft {
  readonly name: string
  /** Its category. */
  readonly parentId: ChannelId | null
  readonly topic: string | null
  readonly overwrites: readonly ChannelOverwrite[]
}

export interface ThreadDraft {
  readonly name: string
  /** Of silence, after which it is archived. */
  readonly autoArchiveMinutes: 60 | 1440 | 4320 | 10_080
}

export interface ThreadChange {
  readonly name?: string
  readonly isArchived?: boolean
  readonly isLocked?: boolean
}

/**
 * What is done with channels and threads; each call throws a DiscordFailure when Discord does not do it. Two changes of
 * name or topic are allowed in ten minutes (https://github.com/discord/discord-api-docs/issues/1900); the third fails at
 * once with `retryAfterMs`.
 */
export interface ChannelCalls {
  /** A text channel. `channelTrouble` tells why it could not be made. */
  createChannel(guildId: GuildId, channel: ChannelDraft, reason: string): Promise<Channel>
  /** What the change does not name stays. */
  editChannel(channelId: ChannelId, change: Partial<ChannelDraft>, reason: string): Promise<Channel>
  /** With its messages; a thread too. */
  deleteChannel(channelId: ChannelId, reason: string): Promise<void>
  /** Replaces the one of the same role or member. */
  setOverwrite(channelId: ChannelId, overwrite: ChannelOverwrite, reason: string): Promise<void>
  deleteOverwrite(channelId: ChannelId, targetId: RoleId | UserId, reason: string): Promise<void>
  /** Those in it cannot invite others. */
  createPrivateThread(channelId: ChannelId, thread: ThreadDraft, reason: string): Promise<Channel>
  /** An archived thread must be opened by the same or an earlier change. */
  editThread(threadId: ChannelId, change: ThreadChange, reason: string): Promise<Channel>
  /** Whoever is in it stays in it; the thread must not be archived. Discord takes no reason here. */
  addThreadMember(threadId: ChannelId, userId: UserId): Promise<void>
  removeThreadMember(threadId: ChannelId, userId: UserId): Promise<void>
  /** Those that the bot sees and that are not archived. */
  activeThreads(guildId: GuildId): Promise<Channel[]>
}

export function channelCalls(send: SendRequest): ChannelCalls {
  const ask = async (method: RequestMethod, path: `/${string}`, body: unknown, reason: string) =>
    channelOf((await send({ method, path, body, reason })) as APIChannel)

  return {
    createChannel: (guildId, channel, reason) => {
      const body = { type: ChannelType.GuildText, ...bodyOf(channel) }
      return ask(RequestMethod.Post, Routes.guildChannels(guildId), body, reason)
    },
    editChannel: (channelId, change, reason) =>
      ask(RequestMethod.Patch, Routes.channel(channelId), bodyOf(change), reason),
    async deleteChannel(channelId, reason) {
      await send({ method: RequestMethod.Delete, path: Routes.channel(channelId), reason })
    },
    async setOverwrite(channelId, overwrite, reason) {
      const { id: _, ...body } = overwriteBody(overwrite)
      await send({
        method: RequestMethod.Put,
        path: Routes.channelPermission(channelId, overwrite.id),
        body,
        reason,
      })
    },
    async deleteOverwrite(channelId, targetId, reason) {
      await send({ method: RequestMethod.Delete, path: Routes.channelPermission(channelId, targetId), reason })
    },
    ...threadCalls(send, ask),
  }
}

type ThreadCalls = Pick<
  ChannelCalls,
  'createPrivateThread' | 'editThread' | 'addThreadMember' | 'removeThreadMember' | 'activeThreads'
>

function threadCalls(
  send: SendRequest,
  ask: (method: RequestMethod, path: `/${string}`, body: unknown, reason: string) => Promise<Channel>,
): ThreadCalls {
  return {
    createPrivateThread: (channelId, { name, autoArchiveMinutes }, reason) => {
      const type = ChannelType.PrivateThread
      const body = { type, name, auto_archive_duration: autoArchiveMinutes, invitable: false }
      return ask(RequestMethod.Post, Routes.threads(channelId), body, reason)
    },
    editThread: (threadId, { name, isArchived: archived, isLocked: locked }, reason) => {
      const body = { ...(name !== undefined && { name }), archived, locked }
      return ask(RequestMethod.Patch, Routes.channel(threadId), body, reason)
    },
    async addThreadMember(threadId, userId) {
      await send({ method: RequestMethod.Put, path: Routes.threadMembers(threadId, userId) })
    },
    async removeThreadMember(threadId, userId) {
      await send({ method: RequestMethod.Delete, path: Routes.threadMembers(threadId, userId) })
    },
    async activeThreads(guildId) {
      const found = await send({ method: RequestMethod.Get, path: Routes.guildActiveThreads(guildId) })
      return (found as { threads: APIChannel[] }).threads.map(channelOf)
    },
  }
}

/** Why a channel was not made or changed, where something else can be tried. */
export type ChannelTrouble = 'category_full' | 'guild_full' | 'name_refused'

/**
 * A category holds 50 channels and a guild 500. Names are refused for their form, and in guilds of Server Discovery for
 * words (https://github.com/ralphkb/sentinel-tickets/issues/105), of which there is no list.
 */
export function channelTrouble({ code, problems }: DiscordFailure): ChannelTrouble | null {
  if (code === 30013) return 'guild_full'
  if (code === 20031 || problems.some(({ path }) => path === '/name')) return 'name_refused'
  return problems.some((problem) => problem.code === 'CHANNEL_PARENT_MAX_CHANNELS') ? 'category_full' : null
}

/** As Discord tells of it, over HTTP and through the gateway. */
export function channelOf(channel: APIChannel): Channel {
  const parentId = 'parent_id' in channel ? (channel.parent_id ?? null) : null
  const thread = 'thread_metadata' in channel ? channel.thread_metadata : undefined
  return {
    id: ChannelId.parse(channel.id),
    name: channel.name ?? '',
    type: channel.type,
    guildId: 'guild_id' in channel && channel.guild_id ? GuildId.parse(channel.guild_id) : null,
    parentId: parentId === null ? null : ChannelId.parse(parentId),
    overwrites: ('permission_overwrites' in channel && channel.permission_overwrites) || [],
    topic: ('topic' in channel && channel.topic) || null,
    thread: thread ? { isArchived: thread.archived, isLocked: thread.locked ?? false } : null,
  }
}

/** The HTTP library counts a body that bears a name or topic, even undefined, against the limit of renaming. */
function bodyOf({ name, parentId, topic, overwrites }: Partial<ChannelDraft>) {
  return {
    ...(name !== undefined && { name }),
    ...(parentId !== undefined && { parent_id: parentId }),
    ...(topic !== undefined && { topic }),
    ...(overwrites !== undefined && { permission_overwrites: overwrites.map(overwriteBody) }),
  }
}

function overwriteBody({ of, id, allow, deny }: ChannelOverwrite): APIOverwrite {
  const type = of === 'role' ? OverwriteType.Role : OverwriteType.Member
  return { id, type, allow: String(allow), deny: String(deny) }
}
