import type { Db } from '../../../../platform/database/connect.ts'
import { type KeptAttachment, readBytes } from '../../attachments/attachment-store.ts'
import { isPicture } from '../../attachments/sniff.ts'
import type { Term } from '../../search/words-of.ts'
import { transcriptWords } from '../../words.ts'
import type { Entry } from '../entry.ts'
import { momentIn } from '../moment.ts'
import type { Transcript } from '../transcript.ts'
import { messageHtml, type Page } from './article.ts'
import { escaped } from './escape.ts'
import { STYLE } from './style.ts'

export interface PageOptions {
  /** What was looked for, as it was typed; '' for everything. */
  readonly typed: string
  readonly terms: readonly Term[]
  /** Hidden fields of the search, such as those of a signed link. */
  readonly hidden: Readonly<Record<string, string>>
  /** Null: the page is a file and can ask nobody. */
  readonly searchAddress: string | null
  readonly fileAddress: Page['fileAddress']
}

/** Later messages of the same person within this time stand under one name. */
const GROUPED_WITHIN = { minutes: 7 }
const LARGEST_PICTURE = 1024 * 1024
const LARGEST_PICTURES = 24 * 1024 * 1024

/** A page that needs nothing but itself, message after message. */
export async function* transcriptHtml(db: Db, transcript: Transcript, options: PageOptions): AsyncGenerator<string> {
  const { language, zone, names } = transcript
  const say = transcriptWords(language)
  const time = momentIn(language, zone)
  yield headHtml(transcript, options)
  let before: Entry | null = null
  let room = LARGEST_PICTURES
  for await (const entry of transcript.entries()) {
    const pictures = await picturesOf(db, transcript, entry.attachments, room)
    for (const { bytes } of pictures.values()) room -= bytes.length
    const page = { say, names, time, terms: options.terms, pictures, fileAddress: options.fileAddress }
    yield messageHtml(entry, !isContinued(before, entry), page)
    before = entry
  }
  if (!before) yield `<p class="dim">${escaped(say('empty'))}</p>`
  yield `</main><footer><small>${escaped(say('made_at', { at: time(transcript.madeAt), zone }))}</small></footer></body></html>\n`
}

function headHtml(transcript: Transcript, options: PageOptions): string {
  const { ticket, guildName, extent, count, language, zone } = transcript
  const say = transcriptWords(language)
  const time = momentIn(language, zone)
  const title = escaped(say('title', { number: ticket.number, guild: guildName }))
  const opened = say('opened_by', { name: ticket.username, at: time(ticket.openedAt) })
  const closed = ticket.closedAt ? ` ${say('closed_at', { at: time(ticket.closedAt) })}.` : ''
  const told = options.terms.length > 0 ? say('found', { count, words: options.typed }) : say('messages', { count })
  const answers = ticket.answers.map(
    ({ question, answer }) =>
      `<p><strong><bdi>${escaped(question)}</bdi></strong><br><bdi>${escaped(answer)}</bdi></p>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head>
<body><header><h1>${title}</h1><p class="dim"><bdi>${escaped(opened)}</bdi>.${escaped(closed)} ${escaped(say('status', { status: ticket.status }))}</p>
${ticket.description === '' ? '' : `<p><bdi>${escaped(ticket.description)}</bdi></p>`}${answers.join('')}
${extent === 'complete' ? '' : `<p class="note">${escaped(say(extent))}</p>`}<p id="count">${escaped(told)}</p>${searchHtml(transcript, options)}</header><main>
`
}

function searchHtml({ language }: Transcript, { searchAddress, hidden, typed }: PageOptions): string {
  if (searchAddress === null) return ''
  const say = transcriptWords(language)
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const all =
    typed === ''
      ? ''
      : ` <a href="${escaped(`${searchAddress}?${new URLSearchParams(hidden)}`)}">${escaped(say('search_all'))}</a>`
  return `<form method="get" action="${escaped(searchAddress)}" role="search">${fields.join('')}<input type="search" name="q" value="${escaped(typed)}" maxlength="200" aria-label="${escaped(say('search_label'))}"><button>${escaped(say('search'))}</button>${all}</form>`
}

function isContinued(before: Entry | null, { message, answered }: Entry): boolean {
  if (!before || answered || message.authorId === null) return false
  const { authorId, sentAt, authorName } = before.message
  const isSame = authorId === message.authorId && authorName === message.authorName
  return isSame && Temporal.Instant.compare(sentAt.add(GROUPED_WITHIN), message.sentAt) > 0
}

async function picturesOf(
  db: Db,
  { guildId, ticketId }: Transcript,
  attachments: readonly KeptAttachment[],
  room: number,
): Promise<Page['pictures']> {
  const pictures = new Map<string, { kind: Parameters<typeof isPicture>[0]; bytes: Uint8Array }>()
  let left = room
  for (const { id, size, state } of attachments) {
    if (state !== 'kept' || size > LARGEST_PICTURE || size > left) continue
    const found = await readBytes(db, guildId, ticketId, id)
    if (!found || !isPicture(found.kind)) continue
    left -= found.bytes.length
    pictures.set(id, found)
  }
  return pictures
}
