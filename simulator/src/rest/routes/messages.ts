/** Messages of channels, their reactions and pins. */
import { DiscordError } from '../../discord-error.ts'
import { Fields } from '../../fields.ts'
import { channelFor, channelWith, mayIn, messageOf } from '../../state/access.ts'
import { messageView } from '../../state/message-view.ts'
import { bulkDelete, createMessage, deleteMessage, editMessage } from '../../state/messages.ts'
import type { Message } from '../../state/model.ts'
import {
  addReaction,
  clearReactions,
  parseEmoji,
  reactionOf,
  removeReaction,
  setPinned,
} from '../../state/reactions.ts'
import { userById } from '../../state/views.ts'
import { messageChange, messageDraft, requireFields } from '../message-body.ts'
import { type Call, nothing, ok, type Routes } from '../router.ts'

const MESSAGE = '/channels/{channel_id}/messages/{message_id}'
const REACTIONS = `${MESSAGE}/reactions`

export const messageRoutes: Routes = {
  'GET /channels/{channel_id}/messages': (call) => ok(listed(call).map((message) => messageView(call.world, message))),
  'POST /channels/{channel_id}/messages': ({ world, actorId, body, files, param }) => {
    const draft = messageDraft(requireFields(body ?? {}), files)
    return ok(messageView(world, createMessage(world, actorId, param('channel_id'), draft)))
  },
  'POST /channels/{channel_id}/messages/bulk-delete': ({ world, actorId, body, reason, param }) => {
    const fields = Fields.of(body)
    const ids = fields.required('messages', fields.snowflakes('messages', { min: 2, max: 100 }))
    bulkDelete(world, { id: actorId, reason }, param('channel_id'), ids)
    return nothing
  },
  [`GET ${MESSAGE}`]: (call) => ok(messageView(call.world, readable(call))),
  [`PATCH ${MESSAGE}`]: ({ world, actorId, body, files, param }) => {
    const change = messageChange(Fields.of(body), files)
    return ok(messageView(world, editMessage(world, actorId, param('channel_id'), param('message_id'), change)))
  },
  [`DELETE ${MESSAGE}`]: ({ world, actorId, param }) => {
    deleteMessage(world, actorId, param('channel_id'), param('message_id'))
    return nothing
  },
  [`POST ${MESSAGE}/crosspost`]: (call) => {
    const channel = channelWith(call.world, call.actorId, call.param('channel_id'), 'SendMessages')
    if (channel.type !== 5) throw new DiscordError(50024)
    const message = readable(call)
    message.flags |= 1
    return ok(messageView(call.world, message))
  },
  'POST /channels/{channel_id}/typing': ({ world, actorId, param }) => {
    const channel = channelWith(world, actorId, param('channel_id'))
    const sending = channel.thread ? 'SendMessagesInThreads' : 'SendMessages'
    if (!mayIn(world, actorId, channel, sending)) throw new DiscordError(50013)
    const guild = channel.guild_id === null ? {} : { guild_id: channel.guild_id }
    const data = { channel_id: channel.id, user_id: actorId, timestamp: Math.floor(world.clock.now() / 1000), ...guild }
    world.publish({ event: 'TYPING_START', data, guildId: channel.guild_id, channelId: channel.id })
    return nothing
  },
}

export const reactionRoutes: Routes = {
  [`PUT ${REACTIONS}/{emoji_name}/@me`]: ({ world, actorId, param }) => {
    addReaction(world, actorId, param('channel_id'), param('message_id'), parseEmoji(param('emoji_name')))
    return nothing
  },
  [`DELETE ${REACTIONS}/{emoji_name}/@me`]: ({ world, actorId, param }) => {
    const emoji = parseEmoji(param('emoji_name'))
    removeReaction(world, actorId, param('channel_id'), param('message_id'), emoji, actorId)
    return nothing
  },
  [`DELETE ${REACTIONS}/{emoji_name}/{user_id}`]: ({ world, actorId, param }) => {
    const emoji = parseEmoji(param('emoji_name'))
    removeReaction(world, actorId, param('channel_id'), param('message_id'), emoji, param('user_id'))
    return nothing
  },
  [`GET ${REACTIONS}/{emoji_name}`]: (call) => {
    const ids = reactionOf(readable(call), parseEmoji(call.param('emoji_name')))?.user_ids ?? []
    const after = BigInt(call.query.get('after') ?? 0)
    const limit = limitOf(call, 25)
    const later = ids.filter((id) => BigInt(id) > after).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    return ok(later.slice(0, limit).map((id) => userById(call.world, id)))
  },
  [`DELETE ${REACTIONS}`]: ({ world, actorId, param }) => {
    clearReactions(world, actorId, param('channel_id'), param('message_id'))
    return nothing
  },
  [`DELETE ${REACTIONS}/{emoji_name}`]: ({ world, actorId, param }) => {
    clearReactions(world, actorId, param('channel_id'), param('message_id'), parseEmoji(param('emoji_name')))
    return nothing
  },
}

/** The older and the newer addresses of pins. */
export const pinRoutes: Routes = {
  'GET /channels/{channel_id}/pins': (call) => ok(pinned(call).map((message) => messageView(call.world, message))),
  'GET /channels/{channel_id}/messages/pins': (call) => {
    const items = pinned(call).map((message) => ({
      pinned_at: message.timestamp,
      message: messageView(call.world, message),
    }))
    return ok({ items, has_more: false })
  },
  'PUT /channels/{channel_id}/pins/{message_id}': (call) => pin(call, true),
  'DELETE /channels/{channel_id}/pins/{message_id}': (call) => pin(call, false),
  'PUT /channels/{channel_id}/messages/pins/{message_id}': (call) => pin(call, true),
  'DELETE /channels/{channel_id}/messages/pins/{message_id}': (call) => pin(call, false),
}

function pin({ world, actorId, param }: Call, isPinned: boolean) {
  setPinned(world, actorId, param('channel_id'), param('message_id'), isPinned)
  return nothing
}

function pinned({ world, actorId, param }: Call): Message[] {
  const channel = channelFor(world, actorId, param('channel_id'))
  return world.state
    .messagesOf(channel.id)
    .filter((message) => message.pinned)
    .reverse()
}

function readable({ world, actorId, param }: Call): Message {
  const channel = channelWith(world, actorId, param('channel_id'), 'ReadMessageHistory')
  return messageOf(world, channel.id, param('message_id'))
}

/** Newest first; without READ_MESSAGE_HISTORY there is nothing to read. */
function listed(call: Call): Message[] {
  const { world, actorId, query } = call
  const channel = channelFor(world, actorId, call.param('channel_id'))
  if (!mayIn(world, actorId, channel, 'ReadMessageHistory')) return []
  const all = world.state.messagesOf(channel.id)
  const limit = limitOf(call, 50)
  const at = (name: string) => {
    const id = query.get(name)
    return id === null || !/^\d+$/.test(id) ? undefined : BigInt(id)
  }
  const [before, after, around] = [at('before'), at('after'), at('around')]
  if (around !== undefined) return aroundOf(all, around, limit)
  if (after !== undefined)
    return all
      .filter(({ id }) => BigInt(id) > after)
      .slice(0, limit)
      .reverse()
  return all
    .filter(({ id }) => before === undefined || BigInt(id) < before)
    .slice(-limit)
    .reverse()
}

function aroundOf(all: readonly Message[], around: bigint, limit: number): Message[] {
  const older = all.filter(({ id }) => BigInt(id) < around).slice(-Math.floor(limit / 2))
  const newer = all.filter(({ id }) => BigInt(id) >= around).slice(0, limit - older.length)
  return [...older, ...newer].reverse()
}

function limitOf({ query }: Call, otherwise: number): number {
  const fields = new Fields({ limit: query.get('limit') })
  return fields.integer('limit', { min: 1, max: 100 }) ?? otherwise
}
