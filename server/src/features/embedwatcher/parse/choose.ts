import type { Clock } from './clocks.ts'
import type { Clues, Day, Judged } from './clues.ts'
import { type Reader, type Resolved, resolve } from './resolve.ts'
import { type Clue, Scanner } from './scanner.ts'
import type { Segment } from './segments.ts'
import { takeZones } from './zones.ts'

export interface Chosen<T> {
  readonly clue: Clue<T>
  /** The clue's own, less for what contradicts it. */
  readonly confidence: number
}

const TIMED = new Set(['date', 'time', 'when', 'days'])

/** What is labelled counts most, then what stands together, then the rest; the first of equals. */
function best<T>(clues: readonly Judged<T>[], together: ReadonlySet<Segment>, worth: (value: T) => number) {
  const rank = ({ segment, value }: Judged<T>) =>
    (TIMED.has(segment.label ?? '') ? 4 : 0) +
    (together.has(segment) ? 2 : 0) +
    (segment.part === 'footer' ? -1 : 0) +
    worth(value)
  const ranked = clues.map((clue) => ({ clue, rank: rank(clue) }))
  const most = Math.max(...ranked.map((one) => one.rank))
  return ranked.find((one) => one.rank === most)?.clue
}

/** The day of the event; an exact one before one told from today. */
export function chooseDay(clues: Clues): Judged<Day> | undefined {
  const together = new Set(clues.clocks.filter(({ against }) => against === null).map(({ segment }) => segment))
  const days = clues.days.filter(({ against }) => against === null)
  return best(days, together, (day) => (day.kind === 'instant' ? 3 : day.kind === 'calendar' ? 1.5 : 0))
}

/** The clock of the event: that of the start rather than of the doors, and best beside its day. */
export function chooseClock({ clocks }: Clues, beside: Clue<unknown> | undefined): Chosen<Clock> | undefined {
  const possible = clocks.filter(({ against }) => against === null)
  const late = possible.filter(({ value, segment }) => !value.isEarly && segment.label !== 'doors')
  const starts = late.length > 0 ? late : possible
  const together = new Set(beside ? [beside.segment] : [])
  const clue = best(starts, together, () => 0)
  if (!clue) return undefined
  const others = starts.filter((other) => Temporal.PlainTime.compare(other.value.time, clue.value.time) !== 0)
  return { clue, confidence: clue.confidence * doubtOf(clue, others, together) }
}

/** `19:00 or 20:00` leaves it open; an agenda of several clocks begins with its first. */
function doubtOf(clue: Judged<Clock>, others: readonly Judged<Clock>[], together: ReadonlySet<Segment>): number {
  const isOpen = others.some(({ segment, start }) => {
    const between = segment === clue.segment ? segment.read.text.slice(clue.end, start) : ''
    return /(?<!\p{L})(?:or|of)(?!\p{L})/u.test(between)
  })
  if (isOpen) return 0.6
  const isClear = clue.segment.label === 'time' || clue.segment.label === 'when' || others.length === 0
  if (isClear) return 1
  return others.some(({ segment }) => segment === clue.segment) || together.has(clue.segment) ? 0.9 : 0.8
}

/** The zone that stands after the clock, or else one that the announcement names for all of them. */
export function chooseZone({ zones, clocks }: Clues, clock: Clue<unknown>, segments: readonly Segment[]) {
  const ownOf = (time: Clue<unknown>) =>
    zones.find(({ segment, start }) => segment === time.segment && start >= time.end && start - time.end <= 3)
  const own = ownOf(clock)
  if (own) return { clue: own, confidence: own.confidence }
  const taken = new Set(clocks.map(ownOf))
  const headed = segments.flatMap(zonesOfHeading)
  const free = [...zones.filter((zone) => !taken.has(zone)), ...headed]
  const [clue] = free.toSorted((a, b) => nearness(b, clock) - nearness(a, clock))
  if (!clue) return undefined
  const isAlone = free.every(({ value }) => value === clue.value)
  return { clue, confidence: clue.confidence * (isAlone ? 1 : 0.8) }
}

function nearness({ segment }: Clue<string>, clock: Clue<unknown>): number {
  return segment === clock.segment ? 2 : segment.label === 'zone' ? 1 : 0
}

/** `Time (CET):` names it before the colon. */
function zonesOfHeading({ heading, ...segment }: Segment): Clue<string>[] {
  return heading ? takeZones(new Scanner({ ...segment, heading: null, read: heading })) : []
}

/** The date of that day, and how much the other days of the announcement contradict it. */
export function dateOf(
  chosen: Judged<Day>,
  { days }: Clues,
  time: Temporal.PlainTime,
  reader: Reader,
): Resolved | null {
  const resolved = resolve(chosen.value, time, reader)
  if (!resolved) return null
  const contradictions = days.filter((other) => {
    if (other === chosen || other.against !== null) return false
    const date = resolve(other.value, time, reader)?.date
    return date !== undefined && !date.equals(resolved.date) && !isSameWeekday(other.value, resolved.date)
  })
  if (contradictions.length === 0) return { ...resolved, confidence: resolved.confidence * chosen.confidence }
  const isRival = ({ segment, value }: Judged<Day>) =>
    (value.kind === 'calendar') === (chosen.value.kind === 'calendar') &&
    TIMED.has(segment.label ?? '') === TIMED.has(chosen.segment.label ?? '')
  const doubt = contradictions.some(isRival) ? 0.65 : 0.85
  return { ...resolved, confidence: resolved.confidence * chosen.confidence * doubt }
}

/** `Friday` beside the date of a Friday says nothing new. */
function isSameWeekday(day: Day, date: Temporal.PlainDate): boolean {
  return day.kind === 'weekday' && day.week === 'first to come' && Number(day.day) + 1 === date.dayOfWeek
}
