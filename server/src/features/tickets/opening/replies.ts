import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, plain, row } from '../../../platform/discord/message-parts.ts'
import { cut, defused, timestamp, verbatim } from '../../../platform/discord/text.ts'
import type { Panel } from '../panels/panel.ts'
import type { Suggestion } from '../ports.ts'
import type { Ticket } from '../ticket.ts'
import type { Offered, Opened } from './service.ts'
import { openingWords } from './words-opening.ts'

const GREEN = 0x22c55e
/** Three of them stay below the 6000 characters of all embeds of a message. */
const LONGEST_ANSWER = 1400
const LONGEST_TITLE = 200
const LONGEST_REASON = 300

/** Each entry with why it is shown, and what can be done. */
export function offeredMessage({ opening, suggestions }: Offered, language: Language): OutgoingMessage {
  const say = openingWords(language)
  const solves = suggestions.map(({ entryId }, index) =>
    button(customId('tickets', 'solved', `${opening.id}.${entryId}`), say('solves', { number: index + 1 }), {
      style: ButtonStyle.Success,
    }),
  )
  return {
    content: say('offered'),
    embeds: suggestions.map((suggestion, index) => entryOf(suggestion, index, language)),
    components: [row(...solves, button(customId('tickets', 'go', opening.id), say('open_it')))],
    allowed_mentions: NO_MENTIONS,
  }
}

function entryOf({ title, answer, reason }: Suggestion, index: number, language: Language) {
  return {
    color: GREEN,
    title: `${index + 1}. ${cut(verbatim(title), LONGEST_TITLE)}`,
    description: `${cut(defused(answer), LONGEST_ANSWER)}\n\n-# ${cut(reason[language], LONGEST_REASON)}`,
  }
}

/** What was typed with a command is kept; its panel wants to know more. */
export function fillMessage(openingId: string, { name }: Panel, language: Language): OutgoingMessage {
  const say = openingWords(language)
  const fill = button(customId('tickets', 'fill', openingId), say('fill'), { style: ButtonStyle.Primary })
  return plain(say('form_needed', { panel: verbatim(name) }), row(fill))
}

export function makingMessage({ ticket, opensAt }: Opened, language: Language): OutgoingMessage {
  return told('making', ticket, opensAt, language)
}

/** Once its place was waited for: where it is, or what it waits for. */
export function placedMessage(opened: Opened, position: number | null, language: Language): OutgoingMessage {
  const { ticket, opensAt } = opened
  const say = openingWords(language)
  if (ticket.channelId !== null)
    return plain(lines(say('ready', { number: ticket.number, channel: ticket.channelId }), opensAt, language))
  if (position !== null) return plain(lines(say('waiting', { number: ticket.number, position }), opensAt, language))
  return told('coming', ticket, opensAt, language)
}

function told(
  key: 'making' | 'coming',
  { number }: Ticket,
  opensAt: Temporal.Instant | null,
  language: Language,
): OutgoingMessage {
  return plain(lines(openingWords(language)(key, { number }), opensAt, language))
}

function lines(first: string, opensAt: Temporal.Instant | null, language: Language): string {
  if (!opensAt) return first
  const values = { at: timestamp(opensAt, 'F'), in: timestamp(opensAt, 'R') }
  return `${first}\n${openingWords(language)('outside_warned', values)}`
}
