import type { Recorded } from '../recording/message-store.ts'
import { textOf } from '../recording/said.ts'
import { transcriptWords } from '../words.ts'
import type { Entry } from './entry.ts'
import { nameOf, sentenceOf, sizeInWords } from './html/article.ts'
import { withReferencesTold } from './markdown/inline.ts'
import { momentIn } from './moment.ts'
import { namesIn, referenceText } from './references.ts'
import type { Transcript } from './transcript.ts'

/** As lines of text, message after message. */
export async function* transcriptText(transcript: Transcript): AsyncGenerator<string> {
  const { ticket, guildName, extent, count, language, zone } = transcript
  const say = transcriptWords(language)
  const time = momentIn(language, zone)
  const head = [
    say('title', { number: ticket.number, guild: guildName }),
    say('opened_by', { name: ticket.username, at: time(ticket.openedAt) }),
    ticket.closedAt ? say('closed_at', { at: time(ticket.closedAt) }) : null,
    say('status', { status: ticket.status }),
    ticket.description === '' ? null : `${say('description')}: ${ticket.description}`,
    ...ticket.answers.map(({ question, answer }) => `${question}: ${answer}`),
    extent === 'complete' ? null : say(extent),
    count === 0 ? say('empty') : say('messages', { count }),
    say('made_at', { at: time(transcript.madeAt), zone }),
  ]
  yield `${head.filter((line) => line !== null).join('\n')}\n\n`
  const tell = tellerOf(transcript)
  for await (const entry of transcript.entries()) yield `${entryText(entry, say, time, tell(entry.message))}\n`
}

type Tell = (text: string) => string

/** Names what a text of that message refers to. Times are in UTC and say so: whoever copies a line takes that along. */
function tellerOf({ language, names }: Transcript): (message: Recorded) => Tell {
  const say = transcriptWords(language)
  const inUtc = momentIn(language, 'UTC')
  const time = (instant: Temporal.Instant) => `${inUtc(instant)} UTC`
  return (message) => {
    const named = namesIn(message, names, (of, id) => `${say(`some_${of}`)} (${id})`)
    return (text) => withReferencesTold(text, (reference) => referenceText(reference, { names: named, time }))
  }
}

/** What the page reads as markup, told in words. */
function told(message: Recorded, tell: Tell): Recorded {
  const embeds = message.embeds.map((embed) => ({
    ...embed,
    description: embed.description && tell(embed.description),
    fields: embed.fields.map((field) => ({ ...field, value: tell(field.value) })),
  }))
  const components = message.components.map((component) => ({ ...component, text: tell(component.text) }))
  return { ...message, content: tell(message.content), embeds, components }
}

function entryText(
  { message, former, attachments }: Entry,
  say: ReturnType<typeof transcriptWords>,
  time: (instant: Temporal.Instant) => string,
  tell: Tell,
): string {
  const notes = [
    message.editedAt ? say('edited', { at: time(message.editedAt) }) : null,
    message.deletedAt && message.isKnown
      ? say(message.isDeletionMissed ? 'deleted_unheard' : 'deleted', { at: time(message.deletedAt) })
      : null,
  ].filter((note) => note !== null)
  const lines = [
    `[${time(message.sentAt)}] ${nameOf(message, say)}${notes.map((note) => ` (${note})`).join('')}`,
    sentenceOf(message, say),
    textOf(told(message, tell)) || null,
    ...former
      // Where only its embeds or components were changed, this shows nothing else.
      .filter(({ content }, index) => content !== (former[index + 1] ?? message).content)
      .map(({ content, until }) => `(${say('said_until', { at: time(until) })}) ${tell(content)}`),
    ...attachments.map(({ name, size, state }) => {
      const why = state === 'kept' ? '' : `, ${say(`file_${state}`)}`
      return `<${name}> ${sizeInWords(size)}${why}`
    }),
  ]
  const [first = '', ...rest] = lines
    .filter((line) => line !== null)
    .join('\n')
    .split('\n')
  return [first, ...rest.map((line) => `    ${line}`)].join('\n')
}
