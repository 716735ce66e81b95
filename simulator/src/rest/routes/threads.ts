/** Threads: made, joined, left, listed. */
import { ChannelType } from 'discord-api-types/v10'
import { DiscordError, invalidForm } from '../../discord-error.ts'
import { Fields } from '../../fields.ts'
import { guildFor } from '../../state/access.ts'
import type { Channel } from '../../state/model.ts'
import { type ArchiveKind, activeThreads, archivedAtMs, archivedThreads } from '../../state/thread-edits.ts'
import {
  addThreadMember,
  createThread,
  isThreadType,
  removeThreadMember,
  starterOf,
  threadFor,
} from '../../state/threads.ts'
import { channelView, memberView, threadMemberView } from '../../state/views.ts'
import { between, isAsked, queryOf } from '../call.ts'
import { threadDraft } from '../channel-body.ts'
import { requireMembersIntent } from '../members-intent.ts'
import { type Call, created, nothing, ok, type Routes } from '../router.ts'

const MEMBERS = '/channels/{channel_id}/thread-members'

export const threadRoutes: Routes = {
  'POST /channels/{channel_id}/messages/{message_id}/threads': (call) => {
    const { world, actorId, param } = call
    const draft = threadDraft(Fields.of(call.body), ChannelType.PublicThread)
    const starter = starterOf(world, actorId, param('channel_id'), param('message_id'))
    return created(madeView(call, createThread(world, actorId, param('channel_id'), draft, starter, call.reason)))
  },
  'POST /channels/{channel_id}/threads': (call) => {
    const { world, actorId, param } = call
    const fields = Fields.of(call.body)
    const draft = threadDraft(fields, threadType(fields))
    return created(madeView(call, createThread(world, actorId, param('channel_id'), draft, undefined, call.reason)))
  },
  'GET /guilds/{guild_id}/threads/active': (call) => {
    const guild = guildFor(call.world, call.actorId, call.param('guild_id'))
    return ok(listed(call, activeThreads(call.world, call.actorId, guild.id), false))
  },
  'GET /channels/{channel_id}/threads/archived/public': (call) => ok(archived(call, 'public')),
  'GET /channels/{channel_id}/threads/archived/private': (call) => ok(archived(call, 'private')),
  'GET /channels/{channel_id}/users/@me/threads/archived/private': (call) => ok(archived(call, 'joined private')),
}

export const threadMemberRoutes: Routes = {
  [`GET ${MEMBERS}`]: (call) => {
    requireMembersIntent(call.world)
    const channel = threadFor(call.world, call.actorId, call.param('channel_id'))
    const query = queryOf(call)
    const ids = between(channel.thread?.members.keys() ?? [], (id) => id, query)
    const limit = query.integer('limit', { min: 1, max: 100 }) ?? 100
    return ok(ids.slice(0, limit).map((id) => threadMember(call, channel, id)))
  },
  [`GET ${MEMBERS}/{user_id}`]: (call) => {
    const channel = threadFor(call.world, call.actorId, call.param('channel_id'))
    const userId = call.param('user_id') === '@me' ? call.actorId : call.param('user_id')
    if (!channel.thread?.members.has(userId)) throw new DiscordError(10007)
    return ok(threadMember(call, channel, userId))
  },
  [`PUT ${MEMBERS}/@me`]: ({ world, actorId, param }) => {
    addThreadMember(world, actorId, param('channel_id'), actorId)
    return nothing
  },
  [`PUT ${MEMBERS}/{user_id}`]: ({ world, actorId, param }) => {
    addThreadMember(world, actorId, param('channel_id'), param('user_id'))
    return nothing
  },
  [`DELETE ${MEMBERS}/@me`]: ({ world, actorId, param }) => {
    removeThreadMember(world, actorId, param('channel_id'), actorId)
    return nothing
  },
  [`DELETE ${MEMBERS}/{user_id}`]: ({ world, actorId, param }) => {
    removeThreadMember(world, actorId, param('channel_id'), param('user_id'))
    return nothing
  },
}

/** Private unless said otherwise. */
function threadType(fields: Fields): number {
  const type = fields.integer('type') ?? ChannelType.PrivateThread
  if (isThreadType(type)) return type
  throw invalidForm(['type'], 'BASE_TYPE_CHOICES', 'Value must be one of (10, 11, 12).')
}

function madeView({ world, actorId }: Call, thread: Channel) {
  return { ...channelView(world, thread), member: threadMemberView(thread, actorId) }
}

/** Archive pages begin before an instant; those of joined threads before an id. */
function archived(call: Call, kind: ArchiveKind) {
  const query = queryOf(call)
  const limit = query.integer('limit', { min: 2, max: 100 }) ?? 50
  const all = archivedThreads(call.world, call.actorId, call.param('channel_id'), kind)
  const found = kind === 'joined private' ? olderThan(all, query.snowflake('before')) : archivedBefore(all, query)
  return listed(call, found.slice(0, limit), found.length > limit)
}

function olderThan(threads: readonly Channel[], id: string | undefined): Channel[] {
  return threads.filter((thread) => id === undefined || BigInt(thread.id) < BigInt(id))
}

function archivedBefore(threads: readonly Channel[], query: Fields): Channel[] {
  const before = query.text('before')
  const beforeMs = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before)
  if (Number.isNaN(beforeMs))
    throw query.refuse('before', 'DATE_TIME_TYPE_PARSE', 'Could not parse. Should be ISO8601.')
  return threads.filter((thread) => archivedAtMs(thread) < beforeMs)
}

function listed({ world, actorId }: Call, threads: readonly Channel[], hasMore: boolean) {
  const joined = threads.filter(({ thread }) => thread?.members.has(actorId))
  return {
    threads: threads.map((thread) => channelView(world, thread)),
    members: joined.map((thread) => threadMemberView(thread, actorId)),
    has_more: hasMore,
  }
}

function threadMember(call: Call, channel: Channel, userId: string) {
  const member = call.world.state.guilds.get(channel.guild_id ?? '')?.members.get(userId)
  const whole = isAsked(call, 'with_member') && member ? { member: memberView(call.world, member) } : {}
  return { ...threadMemberView(channel, userId), ...whole }
}
