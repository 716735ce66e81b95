import type { Day } from './clues.ts'

/** When and where an announcement is read. */
export interface Reader {
  /** When it was written, from which `tomorrow` counts. */
  readonly writtenAt: Temporal.Instant
  readonly timeZone: string
}

/** A day with the doubts that its resolving adds, 1 for none. */
export interface Resolved {
  readonly date: Temporal.PlainDate
  readonly confidence: number
}

/** Without a year a date so far off is more likely one that has just been. */
const FAR_DAYS = 300
const CONTRADICTED = 0.6
/** Where people write the month first, whatever the rest of the world does. */
const MONTH_FIRST =
  /^(?:America\/(?:New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|(?:Indiana|Kentucky|North_Dakota)\/\w+)|Pacific\/Honolulu)$/

/** In a spring gap the clock reads later by the length of the gap; in an autumn repeat it is the first of the two. */
export function instantOf(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

/** The date that a day means for an event at that clock; null when no such day comes. */
export function resolve(day: Day, time: Temporal.PlainTime, { writtenAt, timeZone }: Reader): Resolved | null {
  const today = writtenAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const isAhead = (date: Temporal.PlainDate) => Temporal.Instant.compare(instantOf(date, time, timeZone), writtenAt) > 0
  switch (day.kind) {
    case 'instant':
      return { date: day.at.toZonedDateTimeISO(timeZone).toPlainDate(), confidence: 1 }
    case 'ahead':
      return { date: today.add({ days: day.days }), confidence: 1 }
    case 'weekday':
      return { date: onWeekday(day, today, isAhead), confidence: 1 }
    case 'day of month':
      return onDayOfMonth(day, today, isAhead)
    case 'calendar':
      return inEitherOrder(day, today, isAhead, MONTH_FIRST.test(timeZone))
  }
}

type IsAhead = (date: Temporal.PlainDate) => boolean

function onWeekday({ day, week }: Day & { kind: 'weekday' }, today: Temporal.PlainDate, isAhead: IsAhead) {
  if (week === 'next') return today.add({ days: 8 - today.dayOfWeek + Number(day) })
  const first = today.add({ days: (Number(day) + 8 - today.dayOfWeek) % 7 })
  if (week === 'past') return first.subtract({ days: 7 })
  return isAhead(first) ? first : first.add({ days: 7 })
}

function onDayOfMonth(
  { dayOfMonth, weekday }: Day & { kind: 'day of month' },
  today: Temporal.PlainDate,
  isAhead: IsAhead,
): Resolved | null {
  const months = Array.from({ length: 4 }, (_, index) => today.toPlainYearMonth().add({ months: index }))
  const dates = months
    .filter(({ daysInMonth }) => daysInMonth >= dayOfMonth)
    .map((month) => month.toPlainDate({ day: dayOfMonth }))
    .filter(isAhead)
  const [first] = dates
  if (!first) return null
  const agrees = weekday === null || first.dayOfWeek === Number(weekday) + 1
  return { date: first, confidence: agrees ? 1 : CONTRADICTED }
}

/** `Thursday 12/3` is 3 December where 12 March is no Thursday. */
function inEitherOrder(
  day: Day & { kind: 'calendar' },
  today: Temporal.PlainDate,
  isAhead: IsAhead,
  isMonthFirst: boolean,
): Resolved | null {
  const asWritten = onCalendar(day, today, isAhead)
  if (!asWritten || !day.isAmbiguous) return asWritten
  const agrees = (one: Resolved | null) => one?.date.dayOfWeek === Number(day.weekday ?? -1) + 1
  const swapped = onCalendar({ ...day, month: day.day, day: day.month }, today, isAhead)
  if (agrees(asWritten) || agrees(swapped)) return agrees(asWritten) ? asWritten : swapped
  return { ...asWritten, confidence: asWritten.confidence * (isMonthFirst ? CONTRADICTED : 1) }
}

function onCalendar(
  { year, month, day, weekday }: Day & { kind: 'calendar' },
  today: Temporal.PlainDate,
  isAhead: IsAhead,
): Resolved | null {
  const agrees = (date: Temporal.PlainDate) => weekday === null || date.dayOfWeek === Number(weekday) + 1
  if (year !== null) {
    const date = new Temporal.PlainDate(year, month, day)
    return { date, confidence: agrees(date) ? 1 : CONTRADICTED }
  }
  // 29 February comes round after eight years at the latest.
  const years = Array.from({ length: 9 }, (_, index) => new Temporal.PlainYearMonth(today.year + index, month))
  const date = years
    .filter(({ daysInMonth }) => daysInMonth >= day)
    .map((candidate) => candidate.toPlainDate({ day }))
    .find(isAhead)
  if (!date) return null
  const isFar = today.until(date).days > FAR_DAYS
  return { date, confidence: (agrees(date) ? 1 : CONTRADICTED) * (isFar ? 0.6 : 1) }
}
