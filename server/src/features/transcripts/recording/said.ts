import { ComponentType, MessageType } from 'discord-api-types/v10'
import type { MessageId, UserId } from '../../../kernel/ids.ts'
import type { JsonObject } from '../../../platform/database/tables.ts'
import type { ChannelMessage, MessageAttachment } from '../../../platform/discord/channel-message.ts'

/** What is kept of a message. Pure. */

export interface KeptEmbed {
  readonly title: string | null
  readonly url: string | null
  readonly description: string | null
  /** 24 bits of red, green and blue. */
  readonly color: number | null
  readonly author: string | null
  readonly fields: readonly { readonly name: string; readonly value: string; readonly isInline: boolean }[]
  readonly image: string | null
  readonly footer: string | null
}

/** What can be read of a component. */
export interface KeptComponent {
  readonly kind: 'button' | 'select' | 'text'
  readonly text: string
}

export interface Said {
  readonly messageId: MessageId
  readonly authorId: UserId
  readonly authorName: string
  readonly authorAvatar: string | null
  readonly isBot: boolean
  readonly isWebhook: boolean
  readonly kind: number
  readonly content: string
  readonly embeds: readonly KeptEmbed[]
  readonly components: readonly KeptComponent[]
  readonly stickers: readonly string[]
  /** Names by ids. */
  readonly mentions: Readonly<Record<string, string>>
  readonly replyTo: MessageId | null
  readonly sentAt: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
  /** Discord did not give what it says. */
  readonly isWithheld: boolean
  readonly attachments: readonly MessageAttachment[]
}

/** `isGiven`: whether Discord gives us what others write. */
export function saidOf(message: ChannelMessage, isGiven: boolean): Said {
  const { id, authorId, author, isOfBot, isOfWebhook, kind, replyTo, createdAt, editedAt } = message
  return {
    messageId: id,
    authorId,
    authorName: storable(author.displayName),
    authorAvatar: author.avatarUrl,
    isBot: isOfBot,
    isWebhook: isOfWebhook,
    kind,
    content: storable(message.content),
    embeds: message.embeds.map(keptEmbed),
    components: keptComponents(message.components),
    stickers: message.stickers.map(storable),
    mentions: Object.fromEntries([...message.mentions].map(([userId, name]) => [userId, storable(name)])),
    replyTo,
    sentAt: createdAt,
    editedAt,
    isWithheld: !isGiven && isBlank(message),
    attachments: message.attachments.map((attachment) => ({ ...attachment, name: storable(attachment.name) })),
  }
}

/**
 * Without the Message Content Intent what others write comes without text, embeds, components and attachments:
 * https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function isBlank({ kind, content, embeds, components, attachments, stickers }: ChannelMessage): boolean {
  const isWritten = kind === MessageType.Default || kind === MessageType.Reply
  return isWritten && content === '' && [embeds, components, attachments, stickers].every(({ length }) => length === 0)
}

/** PostgreSQL's text holds no NUL, and halves of surrogate pairs have no UTF-8. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

const storableOrNull = (text: string | undefined) => (text ? storable(text) : null)

function keptEmbed(embed: ChannelMessage['embeds'][number]): KeptEmbed {
  const { title, url, description, color, author, fields = [], image, thumbnail, footer } = embed
  return {
    title: storableOrNull(title),
    url: storableOrNull(url),
    description: storableOrNull(description),
    color: color ?? null,
    author: storableOrNull(author?.name),
    fields: fields.map(({ name, value, inline = false }) => ({
      name: storable(name),
      value: storable(value),
      isInline: inline,
    })),
    image: pictureOf(image?.url ?? thumbnail?.url),
    footer: storableOrNull(footer?.text),
  }
}

/** Discord signs addresses of its own files anew whenever it tells them, so that part says nothing. */
function pictureOf(url: string | undefined): string | null {
  if (!url) return null
  const [address = ''] = storable(url).split('?', 1)
  return /^https:\/\/(cdn\.discordapp\.com|media\.discordapp\.net)\//.test(address) ? address : storable(url)
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

/** Rows, sections and containers hold others. */
function keptComponents(components: readonly object[]): KeptComponent[] {
  return components.flatMap((component): KeptComponent[] => {
    const {
      type,
      label,
      placeholder,
      content,
      components: inner,
      accessory,
    } = component as Readonly<Record<string, unknown>>
    const own = (kind: KeptComponent['kind'], text: unknown): KeptComponent[] =>
      typeof text === 'string' && text !== '' ? [{ kind, text: storable(text) }] : []
    return [
      ...(type === ComponentType.Button ? own('button', label) : []),
      ...(typeof type === 'number' && SELECTS.includes(type) ? own('select', placeholder) : []),
      ...(type === ComponentType.TextDisplay ? own('text', content) : []),
      ...(Array.isArray(inner) ? keptComponents(inner) : []),
      ...(typeof accessory === 'object' && accessory !== null ? keptComponents([accessory]) : []),
    ]
  })
}

type Texts = Pick<Said, 'content' | 'embeds' | 'components' | 'stickers'>

/** All that a message says, for whoever looks for words or reads without markup. */
export function textOf({ content, embeds, components, stickers }: Texts, files: readonly string[] = []): string {
  const ofEmbeds = embeds.flatMap(({ author, title, description, fields, footer }) => [
    author,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer,
  ])
  const ofComponents = components.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []))
  return [content, ...ofEmbeds, ...ofComponents, ...stickers, ...files]
    .filter((part) => part !== null && part !== '')
    .join('\n')
}

type Comparable = Texts & Pick<Said, 'editedAt' | 'isWithheld'> & { readonly isErased: boolean }

/**
 * What a message as it is seen is to the one that is kept: `edited` says something else than before; `refreshed` is what
 * Discord adds by itself, such as the preview of a link, or what was not given before. What is older changes nothing.
 */
export function changeTo(kept: Comparable, seen: Said): 'none' | 'refreshed' | 'edited' {
  if (kept.isErased) return 'none'
  const order = compareTimes(seen.editedAt, kept.editedAt)
  if (order < 0) return 'none'
  const isSame = seen.content === kept.content && isAlike(seen.embeds, kept.embeds)
  if (isSame) return order > 0 || !isAlike(seen.components, kept.components) ? 'refreshed' : 'none'
  if (order > 0) return 'edited'
  return seen.isWithheld ? 'none' : 'refreshed'
}

function compareTimes(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  return (one?.epochMilliseconds ?? 0) - (other?.epochMilliseconds ?? 0)
}

/** jsonb keeps no order of names. */
function isAlike(one: readonly object[], other: readonly object[]): boolean {
  const ordered = (_name: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(one, ordered) === JSON.stringify(other, ordered)
}

/** As a column of jsonb takes it. */
export const asJson = (value: readonly object[] | JsonObject | Readonly<Record<string, string>>) =>
  JSON.stringify(value)
