/** Messages of channels: sent, edited, deleted, read. Whoever acts needs the permissions Discord asks for. */
import { AuditLogEvent, MessageFlags, MessageType } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { madeAtMs } from '../snowflake.ts'
import { channelFor, channelWith, mayIn, messageOf } from './access.ts'
import { audit } from './audit-log.ts'
import { requireDeliverable } from './direct-messages.ts'
import type { Actor } from './members.ts'
import { type AllowedMentions, mentionsIn } from './mentions.ts'
import { type NewAttachment, numbered, store, withAttachmentUrls } from './message-parts.ts'
import { messageEventView } from './message-view.ts'
import type { Channel, Component, Embed, InteractionMetadata, Message, MessageReference } from './model.ts'
import { earlierByNonce, rememberNonce } from './nonces.ts'
import { requireTalkable, wakeThread } from './threads.ts'
import type { World } from './world.ts'

export interface MessageDraft {
  readonly content: string
  readonly embeds: readonly Embed[]
  readonly components: readonly Component[]
  readonly attachments: readonly NewAttachment[]
  readonly flags: number
  readonly tts: boolean
  readonly allowedMentions: AllowedMentions | null
  readonly nonce: string | number | null
  readonly enforceNonce: boolean
  readonly replyTo: { readonly messageId: string; readonly mustExist: boolean } | null
}

/** Fields left out stay as they are. */
export interface MessageChange {
  readonly content?: string
  readonly embeds?: readonly Embed[]
  readonly components?: readonly Component[]
  readonly flags?: number
  readonly allowedMentions?: AllowedMentions | null
  /** Ids of those to keep; all when left out. */
  readonly keptAttachments?: readonly string[]
  readonly attachments?: readonly NewAttachment[]
}

/** What a message is apart from what its author wrote. */
export interface Circumstances {
  readonly type: number
  readonly interaction: InteractionMetadata | null
  readonly webhookId: string | null
  readonly ephemeralTo: string | null
}

export const EMPTY_DRAFT: MessageDraft = {
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  tts: false,
  allowedMentions: null,
  nonce: null,
  enforceNonce: false,
  replyTo: null,
}

/** Flags a sender may set: suppressed embeds, silent, components v2. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2
const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000

/** Sends a message as a person or the bot. A nonce that was just used gives the message it was used for. */
export function createMessage(world: World, actorId: string, channelId: string, draft: MessageDraft): Message {
  const channel = channelFor(world, actorId, channelId)
  requireTalkable(world, actorId, channel)
  if (channel.guild_id === null && actorId === world.state.application.id) requireDeliverable(world, channel)
  const earlier = earlierByNonce(world, actorId, draft)
  if (earlier) return earlier
  requireContents(world, actorId, channel, draft)
  requireSlowness(world, actorId, channel)
  wakeThread(world, channel)
  const reply = referenceOf(world, actorId, channel, draft)
  const type = reply ? MessageType.Reply : MessageType.Default
  const circumstances = { type, interaction: null, webhookId: null, ephemeralTo: null }
  const message = buildMessage(world, actorId, channel, draft, circumstances, reply)
  if (draft.nonce !== null) rememberNonce(world, message)
  return postMessage(world, channel, message)
}

/** Makes a message without posting it; for ephemeral answers that is all there is. */
export function buildMessage(
  world: World,
  authorId: string,
  channel: Channel,
  draft: MessageDraft,
  circumstances: Circumstances,
  reference: MessageReference | null = null,
): Message {
  const id = world.nextId()
  const attachments = draft.attachments.map((upload) => store(world, channel.id, upload))
  const repliedTo = reference?.message_id ? messageOf(world, channel.id, reference.message_id).author_id : null
  const ephemeral = circumstances.ephemeralTo === null ? 0 : MessageFlags.Ephemeral
  return {
    id,
    channel_id: channel.id,
    guild_id: channel.guild_id,
    author_id: authorId,
    type: circumstances.type,
    content: draft.content,
    timestamp: world.clock.iso(),
    edited_timestamp: null,
    tts: draft.tts,
    ...mentionsIn(world, authorId, channel, { ...draft, repliedTo }),
    attachments,
    embeds: withAttachmentUrls(draft.embeds, attachments),
    components: numbered(draft.components),
    reactions: [],
    pinned: false,
    flags: (draft.flags & (SETTABLE | MessageFlags.Loading)) | ephemeral,
    nonce: draft.nonce,
    message_reference: reference,
    interaction_metadata: circumstances.interaction,
    webhook_id: circumstances.webhookId,
    ephemeral_to: circumstances.ephemeralTo,
  }
}

/** Puts a message into its channel, or before the one person who sees it, and tells everybody. */
export function postMessage(world: World, channel: Channel, message: Message): Message {
  if (message.ephemeral_to !== null) {
    world.state.ephemeral.set(message.id, message)
    world.announce(message)
    world.changed()
    return message
  }
  const messages = world.state.messages.get(channel.id) ?? new Map<string, Message>()
  world.state.messages.set(channel.id, messages.set(message.id, message))
  channel.last_message_id = message.id
  if (channel.thread) channel.thread.total_message_sent += 1
  publishMessage(world, 'MESSAGE_CREATE', message)
  world.announce(message)
  return message
}

/** Only authors edit; others with MANAGE_MESSAGES may suppress embeds. */
export function editMessage(
  world: World,
  actorId: string,
  channelId: string,
  id: string,
  change: MessageChange,
): Message {
  const channel = channelFor(world, actorId, channelId)
  const message = messageOf(world, channelId, id)
  if (channel.thread?.metadata.archived) throw new DiscordError(50083)
  if (message.author_id !== actorId) {
    const onlyFlags = Object.keys(change).every((key) => key === 'flags')
    if (!onlyFlags) throw new DiscordError(50005)
    channelWith(world, actorId, channelId, 'ManageMessages')
  }
  return applyChange(world, channel, message, change)
}

/** Changes a message without asking who does it: interactions have their token for that. */
export function applyChange(world: World, channel: Channel, message: Message, change: MessageChange): Message {
  const kept = message.attachments.filter(({ id }) => change.keptAttachments?.includes(id) ?? true)
  const added = (change.attachments ?? []).map((upload) => store(world, channel.id, upload))
  const attachments = [...kept, ...added]
  const v2 = (message.flags | (change.flags ?? 0)) & MessageFlags.IsComponentsV2
  const content = change.content ?? message.content
  const embeds = change.embeds ?? message.embeds
  const components = change.components ?? message.components
  if (!content && !embeds.length && !components.length && !attachments.length) throw new DiscordError(50006)
  const flags = change.flags ?? message.flags
  const isWritten = change.content !== undefined || change.components !== undefined
  const allowedMentions = change.allowedMentions ?? null
  const said = { content, components, allowedMentions, repliedTo: null }
  Object.assign(message, isWritten ? mentionsIn(world, message.author_id, channel, said) : {}, {
    content,
    attachments,
    embeds: withAttachmentUrls(embeds, attachments),
    components: numbered(components),
    flags: (message.flags & ~(SETTABLE | MessageFlags.Loading)) | (flags & SETTABLE) | v2,
    edited_timestamp: message.flags & MessageFlags.Loading ? null : world.clock.iso(),
  })
  publishMessage(world, 'MESSAGE_UPDATE', message)
  return message
}

export function deleteMessage(world: World, actorId: string, channelId: string, id: string): void {
  const channel = channelFor(world, actorId, channelId)
  const message = messageOf(world, channelId, id)
  const isOwn = message.author_id === actorId
  if (channel.thread?.metadata.archived) throw new DiscordError(50083)
  if (!isOwn && channel.guild_id === null) throw new DiscordError(50003)
  if (!isOwn) channelWith(world, actorId, channelId, 'ManageMessages')
  removeMessage(world, message)
}

/** Takes a message away, whoever asked. */
export function removeMessage(world: World, message: Message): void {
  if (world.state.ephemeral.delete(message.id)) {
    world.changed()
    return
  }
  world.state.messages.get(message.channel_id)?.delete(message.id)
  const { id, channel_id, guild_id } = message
  const data = { id, channel_id, ...(guild_id === null ? {} : { guild_id }) }
  world.publish({ event: 'MESSAGE_DELETE', data, guildId: guild_id, channelId: channel_id })
}

/** Two weeks is the oldest that goes this way; unknown ids are passed over. */
export function bulkDelete(
  world: World,
  { id: actorId, reason }: Actor,
  channelId: string,
  ids: readonly string[],
): void {
  const channel = channelWith(world, actorId, channelId, 'ManageMessages')
  if (channel.guild_id === null) throw new DiscordError(50003)
  const oldest = world.clock.now() - TWO_WEEKS_MS
  if (ids.some((id) => madeAtMs(id) < oldest)) throw new DiscordError(50034)
  const messages = world.state.messages.get(channelId)
  const known = [...new Set(ids)].filter((id) => messages?.delete(id))
  const data = { ids: known, channel_id: channelId, guild_id: channel.guild_id }
  world.publish({ event: 'MESSAGE_DELETE_BULK', data, guildId: channel.guild_id, channelId })
  const guild = world.state.guilds.get(channel.guild_id)
  const options = { count: String(known.length) }
  const action = AuditLogEvent.MessageBulkDelete
  if (guild) audit(world, guild, { action, actorId, targetId: channelId, reason, options })
}

export function publishMessage(world: World, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  if (message.ephemeral_to !== null) {
    world.changed()
    return
  }
  const data = messageEventView(world, message)
  world.publish({ event, data, guildId: message.guild_id, channelId: message.channel_id })
}

/** Discord names a sender who may not do part of what he asks by the one code 50013. */
function requireContents(world: World, actorId: string, channel: Channel, draft: MessageDraft): void {
  const { content, embeds, components, attachments } = draft
  if (!content.trim() && !embeds.length && !components.length && !attachments.length) throw new DiscordError(50006)
  if (embeds.length && !mayIn(world, actorId, channel, 'EmbedLinks')) throw new DiscordError(50013)
  if (attachments.length && !mayIn(world, actorId, channel, 'AttachFiles')) throw new DiscordError(50013)
}

function requireSlowness(world: World, actorId: string, channel: Channel): void {
  if (!channel.rate_limit_per_user || actorId === world.state.application.id) return
  if (mayIn(world, actorId, channel, 'ManageMessages') || mayIn(world, actorId, channel, 'ManageChannels')) return
  const since = world.clock.now() - channel.rate_limit_per_user * 1000
  const own = world.state.messagesOf(channel.id).filter(({ author_id }) => author_id === actorId)
  if (own.some(({ timestamp }) => Date.parse(timestamp) > since)) throw new DiscordError(20016)
}

function referenceOf(
  world: World,
  actorId: string,
  channel: Channel,
  { replyTo }: MessageDraft,
): MessageReference | null {
  if (!replyTo) return null
  if (!mayIn(world, actorId, channel, 'ReadMessageHistory')) throw new DiscordError(160002)
  const exists = world.state.messages.get(channel.id)?.has(replyTo.messageId)
  if (!exists && replyTo.mustExist) throw new DiscordError(10008)
  if (!exists) return null
  const guild = channel.guild_id === null ? {} : { guild_id: channel.guild_id }
  return { type: 0, channel_id: channel.id, message_id: replyTo.messageId, ...guild }
}
