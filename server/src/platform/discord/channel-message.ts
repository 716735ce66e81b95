import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  CDNRoutes,
  ImageFormat,
  MessageType,
  RouteBases,
} from 'discord-api-types/v10'
import { ChannelId, MessageId, UserId } from '../../kernel/ids.ts'

/** A message as it stands in a channel. */
export interface ChannelMessage {
  readonly id: MessageId
  readonly channelId: ChannelId
  readonly authorId: UserId
  readonly author: MessageAuthor
  readonly isOfBot: boolean
  readonly content: string
  readonly embeds: APIMessage['embeds']
  /** With what can be pressed in it. */
  readonly components: NonNullable<APIMessage['components']>
  readonly attachments: readonly MessageAttachment[]
  /** Their names. */
  readonly stickers: readonly string[]
  /** Who is named in the text, and how they are called; a role or channel is not among them. */
  readonly mentions: ReadonlyMap<UserId, string>
  /** What it answers; that may be deleted. */
  readonly replyTo: MessageId | null
  readonly isPinned: boolean
  /** Of a webhook, which is no user; so are what a followed channel announces and the bot's answers to commands. */
  readonly isOfWebhook: boolean
  readonly kind: APIMessage['type']
  /** Whether it is the answer to a command or a button. */
  readonly isAnswer: boolean
  readonly createdAt: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
}

export interface MessageAuthor {
  readonly username: string
  /** As the guild sees the name where the message came through the gateway; over HTTP Discord tells no nicknames. */
  readonly displayName: string
  /** Null for those who chose none. */
  readonly avatarUrl: string | null
}

export interface MessageAttachment {
  readonly id: string
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** As whoever sent it says. */
  readonly contentType: string | null
  /** Lasts about a day: https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
  readonly url: string
  /** In pixels; null for what is no picture or film. */
  readonly width: number | null
  readonly height: number | null
}

/** The gateway tells of the membership too. */
type NamedUser = APIUser & { readonly member?: { readonly nick?: string | null } }
type ToldMessage = Omit<APIMessage, 'mentions'> & {
  readonly mentions: readonly NamedUser[]
  readonly member?: { readonly nick?: string | null }
}

/** As Discord tells of it, over HTTP and through the gateway. */
export function messageOf(message: ToldMessage): ChannelMessage {
  const { author, message_reference: reference } = message
  return {
    id: MessageId.parse(message.id),
    channelId: ChannelId.parse(message.channel_id),
    authorId: UserId.parse(author.id),
    author: {
      username: author.username,
      displayName: nameOf({ ...author, ...(message.member && { member: message.member }) }),
      avatarUrl: author.avatar
        ? RouteBases.cdn + CDNRoutes.userAvatar(author.id, author.avatar, ImageFormat.PNG)
        : null,
    },
    isOfBot: author.bot ?? false,
    content: message.content,
    embeds: message.embeds,
    components: message.components ?? [],
    attachments: message.attachments.map(attachmentOf),
    stickers: message.sticker_items?.map(({ name }) => name) ?? [],
    mentions: new Map(message.mentions.map((user) => [UserId.parse(user.id), nameOf(user)])),
    replyTo: message.type === MessageType.Reply && reference?.message_id ? MessageId.parse(reference.message_id) : null,
    isPinned: message.pinned,
    isOfWebhook: message.webhook_id !== undefined,
    kind: message.type,
    isAnswer: message.interaction_metadata !== undefined,
    createdAt: Temporal.Instant.from(message.timestamp),
    editedAt: message.edited_timestamp ? Temporal.Instant.from(message.edited_timestamp) : null,
  }
}

function nameOf({ member, global_name, username }: NamedUser): string {
  return member?.nick ?? global_name ?? username
}

function attachmentOf({ id, filename, size, content_type, url, width, height }: APIAttachment): MessageAttachment {
  return {
    id,
    name: filename,
    size,
    contentType: content_type ?? null,
    url,
    width: width ?? null,
    height: height ?? null,
  }
}
