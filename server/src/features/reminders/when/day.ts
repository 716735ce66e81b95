import { dateOf, instantOf } from '../wall-clock.ts'
import { calendarDate } from './calendar-date.ts'
import { durationOf } from './duration.ts'
import { ordinalOf, weekdayOf } from './words.ts'

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** Words for a part of a day, and what is left of the text without it. */
const PARTS: readonly [RegExp, PartOfDay, string][] = [
  [/(?<!\p{L})(?:tonight|this evening|vanavond)(?!\p{L})/u, 'evening', 'today'],
  [/(?<!\p{L})(?:this afternoon|van(?:na)?middag)(?!\p{L})/u, 'afternoon', 'today'],
  [/(?<!\p{L})(?:this morning|vanochtend|vanmorgen)(?!\p{L})/u, 'morning', 'today'],
  [/(?<!\p{L})(?:in the evening|at night|'s avonds)(?!\p{L})/u, 'evening', ''],
  [/(?<!\p{L})(?:in the afternoon|'s (?:na)?middags)(?!\p{L})/u, 'afternoon', ''],
  [/(?<!\p{L})(?:in the morning|'s (?:ochtends|morgens))(?!\p{L})/u, 'morning', ''],
  [/(?<=\p{L}) ?(?:avond|evening|night)(?:en|s)?$/u, 'evening', ''],
  [/(?<=\p{L}) ?(?:(?:na)?middag|afternoon)(?:en|s)?$/u, 'afternoon', ''],
  [/(?<=\p{L}) ?(?:ochtend|morning|vroeg)(?:en|s)?$/u, 'morning', ''],
]

export function takePartOfDay(text: string): { readonly part: PartOfDay | null; readonly rest: string } {
  for (const [words, part, left] of PARTS) {
    if (words.test(text)) return { part, rest: text.replace(words, left).replace(/\s+/g, ' ').trim() }
  }
  return { part: null, rest: text }
}

export interface Present {
  readonly now: Temporal.Instant
  readonly timeZone: string
}

/** The event on the day that the text names, with that clock; `past` when the text names one that is over. */
export function eventOn(text: string, time: Temporal.PlainTime, present: Present): Temporal.Instant | 'past' | null {
  const day = dayNamed(text.replace(/^(?:on|op) /, ''), time, present)
  if (!day) return null
  const eventAt = instantOf(day, time, present.timeZone)
  return Temporal.Instant.compare(eventAt, present.now) > 0 ? eventAt : 'past'
}

function dayNamed(text: string, time: Temporal.PlainTime, present: Present): Temporal.PlainDate | null {
  const today = dateOf(present.now, present.timeZone)
  const ahead = (date: Temporal.PlainDate) =>
    Temporal.Instant.compare(instantOf(date, time, present.timeZone), present.now) > 0
  switch (text) {
    case '':
      return ahead(today) ? today : today.add({ days: 1 })
    case 'today':
    case 'vandaag':
      return today
    case 'yesterday':
    case 'gisteren':
      return today.subtract({ days: 1 })
    case 'tomorrow':
    case 'tmrw':
    case 'morgen':
      return today.add({ days: 1 })
    case 'the day after tomorrow':
    case 'day after tomorrow':
    case 'overmorgen':
      return today.add({ days: 2 })
    case 'next week':
    case 'volgende week':
      return today.add({ days: 7 })
    default:
      return weekdayAhead(text, today, ahead) ?? dated(text, today, ahead) ?? later(text, today)
  }
}

const SOON = /^(?:(?:this|coming|deze|dit|komende|aanstaande|aankomende) )?(?<day>\p{L}+)$/u
const NEXT_WEEK = /^(?:next|volgende) (?<day>\p{L}+)$|^(?<said>\p{L}+) (?:next week|volgende week)$/u

/** `friday` is the first one still ahead, today's included; `next friday` is that of the week after this one. */
function weekdayAhead(text: string, today: Temporal.PlainDate, ahead: (date: Temporal.PlainDate) => boolean) {
  const soon = weekdayOf(SOON.exec(text)?.groups?.day ?? '')
  if (soon !== undefined) {
    const first = today.add({ days: (Number(soon) + 8 - today.dayOfWeek) % 7 })
    return ahead(first) ? first : first.add({ days: 7 })
  }
  const groups = NEXT_WEEK.exec(text)?.groups
  const next = weekdayOf(groups?.day ?? groups?.said ?? '')
  return next === undefined ? null : today.add({ days: 8 - today.dayOfWeek + Number(next) })
}

/** `15/01/2027`, `5 maart`, `friday 27 november` (which must be one), `the 15th`. */
function dated(text: string, today: Temporal.PlainDate, ahead: (date: Temporal.PlainDate) => boolean) {
  const weekday = /^(?<day>\p{L}+) (?<date>.+)$/u.exec(text)?.groups
  const named = weekdayOf(weekday?.day ?? '')
  const said = named === undefined ? text : (weekday?.date ?? '')
  const day = onDate(said, today, ahead) ?? onDayOfMonth(said, today, ahead)
  return named === undefined || day?.dayOfWeek === Number(named) + 1 ? day : null
}

function onDate(text: string, today: Temporal.PlainDate, ahead: (date: Temporal.PlainDate) => boolean) {
  const date = calendarDate(text)
  if (!date) return null
  const { year, month, day } = date
  if (year !== null) return new Temporal.PlainDate(year, month, day)
  // 29 February comes round after eight years at the latest.
  const years = Array.from({ length: 9 }, (_, index) => new Temporal.PlainYearMonth(today.year + index, month))
  const found = years.find((candidate) => candidate.daysInMonth >= day && ahead(candidate.toPlainDate({ day })))
  return found?.toPlainDate({ day }) ?? null
}

function onDayOfMonth(text: string, today: Temporal.PlainDate, ahead: (date: Temporal.PlainDate) => boolean) {
  const day = /\d/.test(text) ? ordinalOf(text.replace(/^(?:the|de) /, '')) : undefined
  if (day === undefined || day < 1) return null
  const months = Array.from({ length: 3 }, (_, index) => today.toPlainYearMonth().add({ months: index }))
  const found = months.find((month) => month.daysInMonth >= day && ahead(month.toPlainDate({ day })))
  return found?.toPlainDate({ day }) ?? null
}

/** `in 2 weeks`: days from today, when a clock stands beside it. */
function later(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const ahead = durationOf(text)
  return ahead && ahead.seconds === 0 ? today.add(ahead.calendar) : null
}
