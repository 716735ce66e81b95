import { MessageType } from 'discord-api-types/v10'
import type { KeptAttachment } from '../../attachments/attachment-store.ts'
import type { Kind } from '../../attachments/sniff.ts'
import type { Recorded } from '../../recording/message-store.ts'
import type { transcriptWords } from '../../words.ts'
import type { Entry } from '../entry.ts'
import { type KnownNames, namesIn } from '../references.ts'
import { embedHtml } from './embed.ts'
import { escaped } from './escape.ts'
import { type Markup, markdownHtml, textHtml } from './markup.ts'
import { faceClass } from './style.ts'

type Words = ReturnType<typeof transcriptWords>

/** What a message needs of the page. Pure, but for the pictures that are handed in. */
export interface Page extends Omit<Markup, 'names'> {
  readonly say: Words
  readonly names: KnownNames
  /** Of those that are kept and small enough, by the id of the attachment. */
  readonly pictures: ReadonlyMap<string, { readonly kind: Kind; readonly bytes: Uint8Array }>
  /** Where the bytes of a kept file are found; null: nowhere for this reader. */
  readonly fileAddress: ((attachmentId: string) => string) | null
}

/** `isFirst`: begins a group of messages of one person. */
export function messageHtml(entry: Entry, isFirst: boolean, page: Page): string {
  const { message } = entry
  const { messageId, deletedAt } = message
  const face = isFirst ? faceHtml(message, page) : ''
  const body = bodyHtml(entry, page)
  return `<article id="m${messageId}"${isFirst ? ' class="first"' : ''}>${face}<div${deletedAt ? ' class="gone"' : ''}>${body}</div></article>\n`
}

function faceHtml(message: Recorded, { say, time, terms }: Page): string {
  const name = nameOf(message, say)
  const initials = [...name.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, 2).map(([word]) => [...word][0]?.toUpperCase() ?? '')
  const tag = message.isBot ? ` <span class="tag">${escaped(say('bot'))}</span>` : ''
  return `<span class="face ${faceClass(message.authorId)}" aria-hidden="true">${escaped(initials.join('') || '?')}</span><div><bdi class="name">${textHtml(name, { terms })}</bdi>${tag} <time datetime="${message.sentAt}"><small>${escaped(time(message.sentAt))}</small></time></div>`
}

export function nameOf({ isErased, authorName }: Pick<Recorded, 'isErased' | 'authorName'>, say: Words): string {
  return isErased ? say('erased_name') : authorName || say('some_user')
}

function bodyHtml(entry: Entry, page: Page): string {
  const { message, attachments, former } = entry
  const { say, time } = page
  const markup = { ...page, names: namesIn(message, page.names, (of) => say(`some_${of}`)) }
  const notes = [
    message.editedAt && former.length === 0 ? say('edited', { at: time(message.editedAt) }) : null,
    deletionOf(message, page),
  ].filter((note) => note !== null)
  return [
    answeredHtml(entry, page),
    sentenceHtml(message, page),
    message.content === '' ? '' : `<div class="text"><bdi>${markdownHtml(message.content, markup)}</bdi></div>`,
    ...message.embeds.map((embed) => embedHtml(embed, markup, say('picture'))),
    partsHtml(message, markup),
    ...message.stickers.map((name) => `<p class="dim">${textHtml(say('sticker', { name }), page)}</p>`),
    ...attachments.map((attachment) => fileHtml(attachment, page)),
    formerHtml(entry, markup, page),
    ...notes.map((note) => `<small>(${escaped(note)})</small>`),
  ].join('')
}

function deletionOf({ deletedAt, isDeletionMissed, isKnown }: Recorded, { say, time }: Page): string | null {
  if (!deletedAt || !isKnown) return null
  return say(isDeletionMissed ? 'deleted_unheard' : 'deleted', { at: time(deletedAt) })
}

/** What takes the place of a text that is not there. */
function sentenceHtml(message: Recorded, { say }: Page): string {
  const sentence = sentenceOf(message, say)
  return sentence === null ? '' : `<p class="dim">${escaped(sentence)}</p>`
}

export function sentenceOf(message: Recorded, say: Words): string | null {
  const { isKnown, isErased, isWithheld, deletedAt, content, embeds, kind } = message
  if (!isKnown) return say('unseen')
  if (isErased) return say('erased')
  if (isWithheld) return say('withheld')
  if (isOfDiscord(kind)) return say('system_message', { kind })
  const isEmpty = content === '' && embeds.length === 0
  return isEmpty && deletedAt !== null ? say('deleted_for_reader') : null
}

const WRITTEN: readonly number[] = [
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]

/** Such as that somebody was added to a thread: https://discord.com/developers/docs/resources/message#message-object-message-types */
function isOfDiscord(kind: number): boolean {
  return !WRITTEN.includes(kind)
}

function answeredHtml({ message: { replyTo }, answered }: Entry, { say }: Page): string {
  if (!replyTo) return ''
  if (!answered) return `<p class="reply">↩ ${escaped(say('reply_to_lost'))}</p>`
  const text = [...answered.content.replaceAll(/\s+/g, ' ')].slice(0, 100).join('')
  const said = say('reply_to', { name: answered.authorName || say('some_user'), text: text || '…' })
  return `<p class="reply">↩ <a href="#m${answered.messageId}"><bdi>${escaped(said)}</bdi></a></p>`
}

function partsHtml({ components }: Recorded, markup: Markup): string {
  const texts = components.flatMap(({ kind, text }) =>
    kind === 'text' ? [`<div class="text"><bdi>${markdownHtml(text, markup)}</bdi></div>`] : [],
  )
  const pressed = components.filter(({ kind }) => kind !== 'text')
  const parts = pressed.map(({ text }) => `<span class="part"><bdi>${textHtml(text, markup)}</bdi></span>`)
  return texts.join('') + (parts.length > 0 ? `<div class="parts">${parts.join('')}</div>` : '')
}

function formerHtml({ message, former }: Entry, markup: Markup, { say, time }: Page): string {
  if (!message.editedAt || former.length === 0) return ''
  const texts = former.map(
    ({ content, embeds, until }) =>
      `<p>${escaped(say('said_until', { at: time(until) }))}</p><div class="text"><bdi>${markdownHtml(content, markup)}</bdi></div>${embeds.map((embed) => embedHtml(embed, markup, say('picture'))).join('')}`,
  )
  return `<details><summary>${escaped(say('edited', { at: time(message.editedAt) }))}</summary>${texts.join('')}</details>`
}

function fileHtml({ id, name, size, state }: KeptAttachment, page: Page): string {
  const { say, pictures, fileAddress } = page
  const picture = pictures.get(id)
  const shown = picture
    ? `<img alt="${escaped(name)}" src="data:${picture.kind};base64,${Buffer.from(picture.bytes).toString('base64')}">`
    : ''
  const isHere = state === 'kept'
  const link =
    isHere && fileAddress
      ? ` <a href="${escaped(fileAddress(id))}" rel="noopener noreferrer">${escaped(say('open_file'))}</a>`
      : ''
  const why = isHere ? '' : ` · ${escaped(say(`file_${state}`))}`
  return `<div class="file">${shown}<bdi>${textHtml(name, page)}</bdi> <small>${sizeInWords(size)}${why}</small>${link}</div>`
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const unit = bytes < 1024 * 1024 ? 'KiB' : 'MiB'
  return `${(bytes / (unit === 'KiB' ? 1024 : 1024 * 1024)).toFixed(1)} ${unit}`
}
