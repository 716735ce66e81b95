import type { Clock } from './clocks.ts'
import type { Clues, Day, Judged } from './clues.ts'
import { isAsked } from './cues.ts'
import { instantOf, type Reader, type Resolved, resolve } from './resolve.ts'
import { roleOf } from './roles.ts'
import { type Clue, Scanner } from './scanner.ts'
import type { Segment } from './segments.ts'
import { dayOfClock } from './ties.ts'
import { takeZones } from './zones.ts'

export interface Chosen<T> {
  readonly clue: Clue<T>
  /** The clue's own, less for what contradicts it. */
  readonly confidence: number
}

/** `Shall we say Friday at 20:00?`, `19:00 or 20:00` */
const OPEN = 0.6
const TIMED = new Set(['date', 'time', 'when', 'days'])

/** What is labelled counts most, then what stands together, then the rest; the first of equals. */
function best<T>(clues: readonly Judged<T>[], together: ReadonlySet<Segment>, worth: (clue: Judged<T>) => number) {
  const rank = (clue: Judged<T>) =>
    (TIMED.has(clue.segment.label ?? '') ? 4 : 0) +
    (together.has(clue.segment) ? 2 : 0) +
    (clue.segment.part === 'footer' ? -1 : 0) +
    worth(clue)
  const ranked = clues.map((clue) => ({ clue, rank: rank(clue) }))
  const most = Math.max(...ranked.map((one) => one.rank))
  return ranked.find((one) => one.rank === most)?.clue
}

/** The day of the event: an exact one before one told from today, and best with its clock beside it. */
export function chooseDay(clues: Clues): Judged<Day> | undefined {
  const clocks = clues.clocks.filter(({ against }) => against === null)
  const days = clues.days.filter(({ against }) => against === null)
  const timed = daysWithClock(clues)
  return best(days, new Set(clocks.map(({ segment }) => segment)), (day) => {
    const exactness = day.value.kind === 'instant' ? 3 : day.value.kind === 'calendar' ? 1.5 : 0
    return exactness + (timed.has(day) ? 2 : 0) - (roleOf(day) === 'early' ? 1 : 0)
  })
}

/** The days that have a clock of their own. */
function daysWithClock({ days, clocks }: Clues): ReadonlySet<Judged<Day> | undefined> {
  const possible = days.filter(({ against }) => against === null)
  return new Set(clocks.filter(({ against }) => against === null).map((clock) => dayOfClock(clock, possible)))
}

/** The clock of the event: that of the start rather than of the doors, and best beside its day. */
export function chooseClock(clues: Clues, beside: Clue<unknown> | undefined): Chosen<Clock> | undefined {
  const possible = clues.clocks.filter(({ against }) => against === null)
  const late = possible.filter((clock) => roleOf(clock) !== 'early')
  const starts = late.length > 0 ? late : possible
  const together = new Set(beside ? [beside.segment] : [])
  const clue = best(
    starts,
    together,
    (clock) => (roleOf(clock) === 'start' ? 1.5 : 0) + (beside && dayOfClock(clock, [beside]) ? 1 : 0),
  )
  if (!clue) return undefined
  const others = starts.filter((other) => !isSameMoment(other, clue, clues))
  const isOpen = isAsked(clue) || possible.some((other) => isAlternative(other, clue))
  return { clue, confidence: clue.confidence * (isOpen ? OPEN : doubtOf(clue, others, together, clues)) }
}

/** The same clock, or `9pm EST` beside `6pm PST`. */
function isSameMoment(one: Clue<Clock>, other: Clue<Clock>, { zones }: Clues): boolean {
  const [zone, otherZone] = [zoneOf(one, zones)?.value, zoneOf(other, zones)?.value]
  if (Temporal.PlainTime.compare(one.value.time, other.value.time) === 0)
    return zone === otherZone || !zone || !otherZone
  return zone !== undefined && otherZone !== undefined && minuteOf(one, zone) === minuteOf(other, otherZone)
}

/** Of the day in UTC, on some day: only to be compared. */
function minuteOf({ value }: Clue<Clock>, timeZone: string): number {
  const { hour, minute } = instantOf(new Temporal.PlainDate(2027, 1, 15), value.time, timeZone).toZonedDateTimeISO(
    'UTC',
  )
  return hour * 60 + minute
}

/** `19:00 or 20:00` */
function isAlternative(one: Clue<unknown>, other: Clue<unknown>): boolean {
  if (one.segment !== other.segment || one === other) return false
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return /(?<!\p{L})(?:or|of)(?!\p{L})/u.test(one.segment.read.text.slice(first.end, second.start))
}

/** Clocks of several days leave it open; an agenda of several clocks begins with its first. */
function doubtOf(
  clue: Judged<Clock>,
  others: readonly Judged<Clock>[],
  together: ReadonlySet<Segment>,
  { days, weekly }: Clues,
): number {
  const named = [...days, ...weekly].filter(({ against }) => against === null)
  const own = dayOfClock(clue, named)
  if (own && others.map((other) => dayOfClock(other, named)).some((day) => day && day.text !== own.text)) return 0.65
  const isClear = clue.segment.label === 'time' || clue.segment.label === 'when' || others.length === 0
  if (isClear) return 1
  return others.some(({ segment }) => segment === clue.segment) || together.has(clue.segment) ? 0.9 : 0.8
}

/** The zone that stands after the clock, or else one that the announcement names for all of them. */
export function chooseZone({ zones, clocks }: Clues, clock: Clue<unknown>, segments: readonly Segment[]) {
  const own = zoneOf(clock, zones)
  if (own) return { clue: own, confidence: own.confidence }
  const taken = new Set(clocks.map((time) => zoneOf(time, zones)))
  const headed = segments.flatMap(zonesOfHeading)
  const free = [...zones.filter((zone) => !taken.has(zone)), ...headed]
  const [clue] = free.toSorted((a, b) => nearness(b, clock) - nearness(a, clock))
  if (!clue) return undefined
  const isAlone = free.every(({ value }) => value === clue.value)
  return { clue, confidence: clue.confidence * (isAlone ? 1 : 0.8) }
}

function zoneOf(clock: Clue<unknown>, zones: readonly Clue<string>[]): Clue<string> | undefined {
  return zones.find(({ segment, start }) => segment === clock.segment && start >= clock.end && start - clock.end <= 3)
}

function nearness({ segment }: Clue<string>, clock: Clue<unknown>): number {
  return segment === clock.segment ? 2 : segment.label === 'zone' ? 1 : 0
}

/** `Time (CET):` names it before the colon. */
function zonesOfHeading({ heading, ...segment }: Segment): Clue<string>[] {
  return heading ? takeZones(new Scanner({ ...segment, heading: null, read: heading })) : []
}

/** The date of that day, and how much the other days of the announcement contradict it. */
export function dateOf(chosen: Judged<Day>, clues: Clues, time: Temporal.PlainTime, reader: Reader): Resolved | null {
  const resolved = resolve(chosen.value, time, reader)
  if (!resolved) return null
  const contradictions = clues.days.filter((other) => {
    if (other === chosen || other.against !== null) return false
    const date = resolve(other.value, time, reader)?.date
    return date !== undefined && !date.equals(resolved.date) && !isSameWeekday(other.value, resolved.date)
  })
  const timed = daysWithClock(clues)
  const isRival = (other: Judged<Day>) =>
    timed.has(other) || (isAlike(other, chosen) && !(timed.has(chosen) && isElsewhere(other, chosen)))
  const doubt = contradictions.length === 0 ? 1 : contradictions.some(isRival) ? 0.65 : 0.85
  return { ...resolved, confidence: resolved.confidence * chosen.confidence * doubt }
}

function isAlike(one: Judged<Day>, other: Judged<Day>): boolean {
  return (
    (one.value.kind === 'calendar') === (other.value.kind === 'calendar') &&
    TIMED.has(one.segment.label ?? '') === TIMED.has(other.segment.label ?? '')
  )
}

/** In another sentence, where it may well be that of something else. */
function isElsewhere(one: Clue<unknown>, other: Clue<unknown>): boolean {
  if (one.segment !== other.segment) return true
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return /[.!?;] /.test(one.segment.read.text.slice(first.end, second.start))
}

/** `Friday` beside the date of a Friday says nothing new. */
function isSameWeekday(day: Day, date: Temporal.PlainDate): boolean {
  return day.kind === 'weekday' && day.week === 'first to come' && Number(day.day) + 1 === date.dayOfWeek
}
