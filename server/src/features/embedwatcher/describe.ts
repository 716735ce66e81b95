import type { Language } from '../../kernel/language.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import { nextEvent, sendingsOf } from './event-time.ts'
import type { Evidence, Reason } from './parse.ts'
import type { EventTime } from './ports.ts'
import type { Reading } from './reading.ts'
import { announcementWords } from './words.ts'

/** Times and readings in sentences. What members wrote is shown as they wrote it, and formats nothing. */

/** The first of January 2024 was a Monday. */
const MONDAY = new Temporal.PlainDate(2024, 1, 1)
const MOST_LINES = 12
const MOST_OF_EACH = 80

export function timeInWords(when: EventTime, now: Temporal.Instant, language: Language): string {
  if (when.kind === 'once') return `${timestamp(when.eventAt, 'F')} (${timestamp(when.eventAt, 'R')})`
  const say = announcementWords(language)
  const names = when.days.map((day) => MONDAY.add({ days: Number(day) }).toLocaleString(language, { weekday: 'long' }))
  const next = nextEvent(when, now)
  return say('weekly', {
    days: new Intl.ListFormat(language).format(names),
    clock: when.time.toString({ smallestUnit: 'minute' }),
    zone: when.timeZone,
    next: next ? timestamp(next, 'F') : '–',
  })
}

export function sendingsInWords(
  when: EventTime,
  leadMinutes: readonly number[],
  now: Temporal.Instant,
  language: Language,
): string {
  const sendings = sendingsOf(when, leadMinutes, now).map((at) => timestamp(at, 'f'))
  return sendings.length > 0
    ? new Intl.ListFormat(language).format(sendings)
    : announcementWords(language)('no_sending')
}

export function evidenceLines(evidence: readonly Evidence[], language: Language): string[] {
  const say = announcementWords(language)
  return evidence.slice(0, MOST_LINES).map(({ part, text, reading, confidence }) =>
    say('evidence', {
      part: say(`part_${part}`),
      text: quoted(text),
      reading: part === 'location' ? quoted(reading) : part === 'days' ? dayNames(reading, language) : reading,
      percent: Math.round(confidence * 100),
    }),
  )
}

/** That it is the language model's guess, if it is. */
export function suggestionLines({ when, model }: Reading, now: Temporal.Instant, language: Language): string[] {
  if (!when || model?.outcome !== 'suggested') return []
  return [announcementWords(language)('model_suggests', { when: timeInWords(when, now, language) })]
}

/** Why it has no time, or why that is not sure enough. */
export function whyLines(
  { when, confidence, reasons, model }: Pick<Reading, 'when' | 'confidence' | 'reasons' | 'model'>,
  thresholdPercent: number,
  language: Language,
): string[] {
  const say = announcementWords(language)
  const certainty = say('certainty', { percent: Math.floor(confidence * 100), threshold: thresholdPercent })
  const why = (model?.before?.reasons ?? reasons).slice(0, MOST_LINES).map((reason) => reasonLine(reason, language))
  return when ? [...why, certainty] : why
}

function reasonLine({ code, text }: Reason, language: Language): string {
  const say = announcementWords(language)
  if (code === 'no_date' || code === 'no_time') return say(`reason_${code}`)
  if (code === 'past' && text === '') return say('reason_over')
  return say(`reason_${code}`, { text: quoted(text) })
}

function dayNames(numbers: string, language: Language): string {
  const names = numbers
    .split(',')
    .map((day) => MONDAY.add({ days: Number(day) || 0 }).toLocaleString(language, { weekday: 'long' }))
  return new Intl.ListFormat(language).format(names)
}

const quoted = (text: string) => verbatim(cut(text.replaceAll(/\s+/g, ' '), MOST_OF_EACH))
