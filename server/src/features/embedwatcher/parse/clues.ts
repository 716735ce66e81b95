import { type Clock, takeClocks } from './clocks.ts'
import { type Cue, cueAgainst, cueAgainstRepetition, MOVED_FROM } from './cues.ts'
import { type CalendarDay, takeDates } from './dates.ts'
import { type NearDay, takeNearDays } from './days.ts'
import { partOfDay } from './part-of-day.ts'
import { takeRepetitions } from './repetitions.ts'
import { type Clue, Scanner } from './scanner.ts'
import type { Segment } from './segments.ts'
import { dayOfClock } from './ties.ts'
import type { Weekday } from './words.ts'
import { takeZones } from './zones.ts'

export type Day =
  | { readonly kind: 'instant'; readonly at: Temporal.Instant }
  | ({ readonly kind: 'calendar' } & CalendarDay)
  | NearDay

/** A clue with what its sentence says against it. */
export type Judged<T> = Clue<T> & { readonly against: Cue | null }

/** Everything that the announcement says about when it is, in the order of its text. */
export interface Clues {
  readonly days: readonly Judged<Day>[]
  readonly clocks: readonly Judged<Clock>[]
  readonly zones: readonly Clue<string>[]
  readonly weekly: readonly Judged<readonly Weekday[]>[]
  readonly isWeekly: boolean
  readonly otherRepetitions: readonly Clue<null>[]
  readonly impossibleDates: readonly Clue<null>[]
  readonly impossibleTimes: readonly Clue<null>[]
}

/** More days or clocks than that no line names; it bounds what is compared with each other. */
const MOST = 50

const STAMP = /<t:(?<seconds>-?\d{1,11})(?::[a-z])?>/gu
const ISO_INSTANT = /(?<iso>\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:z|[+-]\d\d:\d\d))/gu

export function cluesIn(segments: readonly Segment[]): Clues {
  const told = segments.filter(({ label }) => label !== 'location')
  const nearby = partOfDay(told.map(({ read }) => read.text).join('\n'))
  const found = told.map((segment) => cluesOf(segment, nearby))
  return {
    days: found.flatMap(({ days }) => days).slice(0, MOST),
    clocks: found.flatMap(({ clocks }) => clocks).slice(0, MOST),
    zones: found.flatMap(({ zones }) => zones),
    weekly: found.flatMap(({ weekly }) => weekly).slice(0, MOST),
    isWeekly: found.some(({ isWeekly }) => isWeekly),
    otherRepetitions: found.flatMap(({ otherRepetitions }) => otherRepetitions),
    impossibleDates: found.flatMap(({ impossibleDates }) => impossibleDates),
    impossibleTimes: found.flatMap(({ impossibleTimes }) => impossibleTimes),
  }
}

/** The order matters: what is read by one rule is gone for the next. */
function cluesOf(segment: Segment, nearby: ReturnType<typeof partOfDay>): Clues {
  const scanner = new Scanner(segment)
  scanner.take(MOVED_FROM, () => ({ value: null, confidence: 1 }))
  const instants = [
    ...scanner.take<Day>(STAMP, ({ seconds }) => instant(Number(seconds) * 1000)),
    ...scanner.take<Day>(ISO_INSTANT, ({ iso = '' }) => instant(Date.parse(iso.toUpperCase()))),
  ]
  const zones = takeZones(scanner)
  const { weekly, other, isWeekly } = takeRepetitions(scanner)
  const { dates, impossible } = takeDates(scanner)
  const calendar = dates.map((clue): Clue<Day> => ({ ...clue, value: { kind: 'calendar', ...clue.value } }))
  const days = [...instants, ...calendar, ...takeNearDays(scanner)].sort((a, b) => a.start - b.start).slice(0, MOST)
  const clocks = takeClocks(scanner, nearby)
  const inOrder = clocks.clocks
    .map(judged)
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST)
  const judgedDays = withoutEnds(days.map(judgedDay), inOrder)
  return {
    days: judgedDays,
    clocks: inOrder.map((clock) => ({ ...clock, against: clock.against ?? againstDayOf(clock, judgedDays) })),
    zones,
    weekly: weekly.map((clue) => ({ ...clue, against: cueAgainstRepetition(clue) })),
    isWeekly,
    otherRepetitions: other,
    impossibleDates: impossible,
    impossibleTimes: clocks.impossible,
  }
}

/** Instants that the calendar has, and no others. */
function instant(milliseconds: number) {
  const fits = Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15
  if (!fits) return null
  return {
    value: { kind: 'instant', at: Temporal.Instant.fromEpochMilliseconds(milliseconds) } as const,
    confidence: 0.98,
  }
}

function judged<T>(clue: Clue<T>): Judged<T> {
  return { ...clue, against: cueAgainst(clue) }
}

/** `last Friday` says by itself that it is over. */
function judgedDay(clue: Clue<Day>): Judged<Day> {
  const isOver = clue.value.kind === 'weekday' && clue.value.week === 'past'
  return isOver ? { ...clue, against: 'past' } : judged(clue)
}

/** What is said against a day is said against its clock: `sign up before 25 November, 12:00`. */
function againstDayOf(clock: Clue<Clock>, days: readonly Judged<Day>[]): Cue | null {
  return dayOfClock(clock, days)?.against ?? null
}

/** `5 December - 7 December`, `5 December 20:00 - 6 December 02:00`: the second is where it ends. */
function withoutEnds(days: readonly Judged<Day>[], clocks: readonly Clue<Clock>[]): Judged<Day>[] {
  return days.map((day, index) => {
    const before = days[index - 1]
    if (!before || before.against !== null || day.against !== null) return day
    const own = clocks.find((clock) => clock.end <= day.start && dayOfClock(clock, [before]) !== undefined)
    const between = day.segment.read.text.slice(own?.end ?? before.end, day.start)
    return /^ ?(?:-|to|tot|until|t\/m|tot en met) ?$/.test(between) ? { ...day, against: 'end' } : day
  })
}
