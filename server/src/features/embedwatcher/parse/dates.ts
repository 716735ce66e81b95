import type { Clue, Groups, Reading, Scanner } from './scanner.ts'
import { LONG_DAYS, MONTH_NAMES, monthOf, SHORT_DAYS, type Weekday, weekdayOf } from './words.ts'

export interface CalendarDay {
  /** Null when it was not said. */
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** The weekday that stands beside it. */
  readonly weekday: Weekday | null
  /** Where the month comes first it would be another day. */
  readonly isAmbiguous: boolean
}

export interface Dates {
  readonly dates: readonly Clue<CalendarDay>[]
  /** Days that no month has: `31/02/2027`. */
  readonly impossible: readonly Clue<null>[]
}

const BEGIN = '(?<![\\p{L}\\p{N}/.:€$£#-])'
const WEEKDAY = `(?:(?<weekday>${LONG_DAYS}|${SHORT_DAYS})(?: (?:evening|afternoon|morning))?\\.?,? ?-? ?(?:on |the |de )?)?`
const ORDINAL = '(?:st|nd|rd|th|ste|de|e)?'
const DAY = `(?<day>\\d{1,2})${ORDINAL}`
const MONTH = `(?<month>${MONTH_NAMES})`
const YEAR = "(?:,? ?(?:(?<year>20\\d\\d|19\\d\\d)|'(?<short>\\d\\d))(?![\\d:]|[.hu]\\d))?"
const FIRST_OF = `(?:\\d{1,2}${ORDINAL})`
/** `5-7 December`: the first day counts. */
const SPAN = `(?:(?<first>\\d{1,2})${ORDINAL} ?(?:-|to|tot en met|tot|t/m|until|and|en|&|/) ?)?`
const ENDED = '(?![\\p{L}\\p{N}]|[/-]\\d|\\.\\d)'

const ISO = new RegExp(
  `${BEGIN}${WEEKDAY}(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})${ENDED}`,
  'gu',
)
const FULL = new RegExp(
  `${BEGIN}${WEEKDAY}(?:(?<named>${MONTH_NAMES}),? )?(?<day>\\d{1,2})(?<sign> ?[/.-] ?)(?<month>\\d{1,2})\\k<sign>(?<year>20\\d\\d|19\\d\\d|\\d\\d)${ENDED}`,
  'gu',
)
/** A clock directly after it. */
const THEN_CLOCK =
  '(?:(?=\\.?[ ,|:@()-]{1,4}(?:(?:at|om|from|van|vanaf) )?\\d{1,2}(?:[:.hu]\\d\\d| ?(?:[ap]m|u|uur|h)(?!\\p{L})))(?<clock>)|)'
const SHORT = new RegExp(
  `${BEGIN}${WEEKDAY}(?<day>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})${ENDED}(?!\\.?\\d| ?(?:uur|u|h|euro|%))${THEN_CLOCK}`,
  'gu',
)
const DAY_MONTH = new RegExp(`${BEGIN}${WEEKDAY}${SPAN}${DAY}(?: of| van)?[ -]?${MONTH}(?!\\p{L})\\.?${YEAR}`, 'gu')
const MONTH_DAY = new RegExp(
  `${BEGIN}${WEEKDAY}${MONTH}(?!\\p{L})\\.? ?(?:the )?${DAY}(?: ?- ?${FIRST_OF}(?![\\d:.hu]))?(?![\\p{L}\\p{N}]|[:.]\\d|/\\d| ?(?:am|pm|uur|u|h)(?!\\p{L}))${YEAR}`,
  'gu',
)

/** Every calendar date of a segment, from the clearest form to the least clear. */
export function takeDates(scanner: Scanner): Dates {
  const { label } = scanner.segment
  const isLabelled = label === 'date' || label === 'when'
  const found = [
    ...scanner.take(ISO, (groups) => dayOf(groups, 0.98)),
    ...scanner.take(FULL, (groups) => numeric(groups, 0.97)),
    ...scanner.take(DAY_MONTH, named),
    ...scanner.take(MONTH_DAY, named),
    ...(label === 'time' ? [] : scanner.take(SHORT, (groups) => withoutYear(groups, isLabelled))),
  ]
  return {
    dates: found.flatMap((clue) => (clue.value ? [{ ...clue, value: clue.value }] : [])),
    impossible: found.flatMap((clue) => (clue.value ? [] : [{ ...clue, value: null }])),
  }
}

function named({ month = '', day = '', first, year, short, weekday }: Groups): Reading<CalendarDay | null> | null {
  const said = { year, short, weekday, day: first ?? day, month: String(monthOf(month)) }
  return dayOf(said, (year ?? short) === undefined ? 0.95 : 0.98)
}

/** The day first, as everywhere but in one country, unless only the other way round is a date. */
function numeric(groups: Groups, confidence: number): Reading<CalendarDay | null> {
  const { day = '', month = '', named: name, sign = '' } = groups
  const [first, second] = [Number(day), Number(month)]
  const swapped = { ...groups, day: month, month: day }
  if (name !== undefined && first === monthOf(name) && second !== first) return dayOf(swapped, confidence)
  if (second > 12 && first <= 12) return dayOf(swapped, confidence * 0.95)
  const isAmbiguous = first <= 12 && second <= 12 && first !== second && name === undefined && !sign.includes('.')
  if (!isAmbiguous) return dayOf(groups, confidence)
  if (fitsWeekday(swapped) && !fitsWeekday(groups)) return dayOf(swapped, confidence * 0.95)
  const { value } = dayOf(groups, confidence)
  return { value: value && { ...value, isAmbiguous: !fitsWeekday(groups) }, confidence: confidence * 0.95 }
}

function fitsWeekday(groups: Groups): boolean {
  const { value } = dayOf(groups, 1)
  if (!value?.weekday || value.year === null) return false
  return new Temporal.PlainDate(value.year, value.month, value.day).dayOfWeek === Number(value.weekday) + 1
}

/** Scores, fractions and `24/7` look the same: without label or weekday it takes a slash, or two full numbers and a clock. */
function withoutYear(groups: Groups, isLabelled: boolean): Reading<CalendarDay | null> | null {
  const { day = '', month = '', sign = '', weekday, clock } = groups
  if (isLabelled) return numeric(groups, 0.93)
  const isFull = day.length === 2 && month.length === 2
  const isDate =
    sign === '/' ? !(day === '24' && month === '7') && (day !== month || isFull) : isFull && clock !== undefined
  if (weekday === undefined && !isDate) return null
  const reading = numeric(groups, weekday !== undefined ? 0.93 : isFull || clock !== undefined ? 0.88 : 0.78)
  return reading.value ? { ...reading, value: reading.value } : null
}

function dayOf({ day, month, year, short, weekday }: Groups, confidence: number): Reading<CalendarDay | null> {
  const written = year ?? short
  const full = written === undefined ? null : Number(written) + (written.length === 2 ? 2000 : 0)
  const value = {
    year: full,
    month: Number(month),
    day: Number(day),
    weekday: weekdayOf(weekday ?? '') ?? null,
    isAmbiguous: false,
  }
  return { value: value.day >= 1 && value.day <= daysIn(value) ? value : null, confidence }
}

function daysIn({ year, month }: CalendarDay): number {
  // Of years that are not said some leap year is one.
  return month >= 1 && month <= 12 ? new Temporal.PlainYearMonth(year ?? 2028, month).daysInMonth : 0
}
