import type { Localised } from '../../kernel/language.ts'
import { invalidField, type Refusal } from '../../kernel/refusal.ts'
import type { Weekday } from './reminder.ts'
import { type Clocked, inPartOfDay, type Locale, takeClock } from './when/clock.ts'
import { eventOn, type Present, takePartOfDay } from './when/day.ts'
import { durationOf } from './when/duration.ts'
import { repetitionOf } from './when/repetition.ts'
import { whenWords } from './when/words-when.ts'

export { describeSchedule } from './when/describe.ts'

/** What a plain-language time means: an event at an instant, or a clock that comes round on days. */
export type When =
  | { readonly kind: 'once'; readonly eventAt: Temporal.Instant }
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[]; readonly time: Temporal.PlainTime }
  | { readonly kind: 'rrule'; readonly rrule: string; readonly time: Temporal.PlainTime }

export interface WhenContext extends Present {
  /** English and Dutch are both understood; this settles only what they read differently (`half 8`). */
  readonly locale?: Locale
}

const LONGEST = 200

/**
 * Reads a time as people say it, in English or Dutch. Every word must be understood; nothing is guessed from a part.
 * @throws {Refusal} with examples.
 */
export function parseWhen(text: string, context: WhenContext): When {
  const said = normal(text)
  if (text.length > LONGEST) throw refuse(whenWords.everywhere('too_long', { most: LONGEST }))
  if (said === '') throw refuse(whenWords.everywhere('missing'))
  const instant = instantIn(said) ?? fromNow(said, context)
  if (instant) return once(instant, context)
  const clocked = takeClock(said.replace(/(?<=^\d{4}-\d\d-\d\d)t(?=\d)/, ' '), context.locale ?? 'en')
  if (clocked) return whenOf(clocked, context)
  if (namesDay(said, context)) throw refuse(whenWords.everywhere('no_clock', { said }))
  throw notUnderstood()
}

/** Whether the text is a time of day and nothing else. */
export const isClock = (text: string, locale: Locale): boolean => takeClock(normal(text), locale)?.rest === ''

/** Whether the text says on which days something comes round, and nothing else. */
export const isRepetition = (text: string): boolean => repetitionOf(normal(text)) !== null

function whenOf({ time: clock, rest: around }: Clocked, context: WhenContext): When {
  const { part, rest } = takePartOfDay(around)
  const time = inPartOfDay(clock, part)
  const repetition = repetitionOf(rest)
  if (repetition) return { ...repetition, time }
  const eventAt = eventOn(rest, time, context)
  if (!eventAt) throw notUnderstood()
  if (eventAt === 'past') throw past()
  return once(eventAt, context)
}

function once(eventAt: Temporal.Instant, { now, timeZone }: Present): When {
  if (Temporal.Instant.compare(eventAt, now) <= 0) throw past()
  if (eventAt.toZonedDateTimeISO(timeZone).year >= 2100) throw refuse(whenWords.everywhere('too_far'))
  return { kind: 'once', eventAt }
}

function namesDay(said: string, context: WhenContext): boolean {
  const { rest } = takePartOfDay(said)
  return repetitionOf(rest) !== null || eventOn(rest, new Temporal.PlainTime(12), context) !== null
}

function normal(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'")
  return plain
    .replace(/[,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim()
}

/** Discord's own timestamps and ISO 8601. */
function instantIn(said: string): Temporal.Instant | null {
  const stamp = /^<t:(?<seconds>\d{1,11})(?::[a-z])?>$/.exec(said)
  if (stamp) return Temporal.Instant.fromEpochMilliseconds(Number(stamp.groups?.seconds) * 1000)
  const iso = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:z|[+-]\d\d:\d\d)$/.test(said)
  if (!iso) return null
  try {
    return Temporal.Instant.from(said.toUpperCase())
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `in 10 minutes` from this second on; days and longer keep the wall clock. */
function fromNow(said: string, { now, timeZone }: Present): Temporal.Instant | null {
  const ahead = durationOf(said)
  if (!ahead) return null
  const local = now.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toZonedDateTimeISO(timeZone)
  return local.add({ ...ahead.calendar, seconds: ahead.seconds }).toInstant()
}

function refuse(sentence: Localised): Refusal {
  return invalidField('reminders.when', '/when', sentence)
}

function past(): Refusal {
  return refuse(whenWords.everywhere('past'))
}

function notUnderstood(): Refusal {
  return refuse(whenWords.everywhere('not_understood'))
}
