import { chooseClock, chooseZone } from './choose.ts'
import type { Clock } from './clocks.ts'
import type { Clues, Judged } from './clues.ts'
import { clockEvidence } from './one-off.ts'
import { type Evidence, evidence, none, rounded, type Timing } from './outcome.ts'
import { reason, reasonsFor } from './reasons.ts'
import { type Reader, resolve } from './resolve.ts'
import { firstEvent } from './schedule.ts'
import type { Segment } from './segments.ts'
import { WEEKDAYS, type Weekday } from './words.ts'

type Repetition = Judged<readonly Weekday[]>

/** What comes round every week; undefined when the announcement says nothing of the kind. */
export function chooseRepetition(clues: Clues): Repetition | undefined {
  const possible = clues.weekly.filter(({ against }) => against === null)
  const hasDate = clues.days.some(({ value, against }) => value.kind === 'calendar' && against === null)
  const surest = possible.toSorted((a, b) => b.confidence - a.confidence)[0]
  if (surest && (surest.confidence > 0.75 || !hasDate)) return surest
  return clues.isWeekly ? weekdaysOfEveryWeek(clues) : undefined
}

/** `Weekly raid: Friday 20:00`. */
function weekdaysOfEveryWeek({ days }: Clues): Repetition | undefined {
  const named = days.filter(({ against }) => against === null)
  const weekdays = named.flatMap(({ value }) => (value.kind === 'weekday' && value.week !== 'next' ? [value.day] : []))
  const [first] = named
  if (!first || weekdays.length < named.length) return undefined
  return { ...first, value: WEEKDAYS.filter((day) => weekdays.includes(day)), confidence: 0.8 }
}

export function weekly(
  repetition: Repetition,
  clues: Clues,
  segments: readonly Segment[],
  reader: Reader,
  now: Temporal.Instant,
): Timing {
  const days = evidence('days', repetition, repetition.value.join(','), repetition.confidence)
  const clock = chooseClock(clues, repetition)
  if (!clock) return none(reasonsFor(clues, { day: true, clock: false }), [days])
  const zone = chooseZone(clues, clock.clue, segments)
  const { time } = clock.clue.value
  const timeZone = zone?.clue.value ?? reader.timeZone
  const [start, end] = [
    boundary(clues, time, { ...reader, timeZone }, 'start'),
    boundary(clues, time, { ...reader, timeZone }, 'end'),
  ]
  const schedule = { days: repetition.value, time, timeZone, startsOn: start?.date ?? null, endsOn: end?.date ?? null }
  const found = [
    days,
    clockEvidence(clock),
    ...(zone ? [evidence('zone', zone.clue, timeZone, zone.confidence)] : []),
    ...[start, end].flatMap((edge) => (edge ? [edge.evidence] : [])),
  ]
  const firstAt = firstEvent(schedule, now)
  if (!firstAt) return none([reason('past', end?.evidence.text ?? '', end?.evidence.reading ?? '')], found)
  const parts = [
    repetition.confidence,
    clock.confidence,
    zone?.confidence ?? 1,
    start?.evidence.confidence ?? 1,
    rivals(clues, repetition),
    isOpening(repetition.value, clock.clue.value) ? 0.7 : 1,
  ]
  const confidence = rounded(parts.reduce((product, part) => product * part, 1))
  return { kind: 'event', schedule: { kind: 'weekly', ...schedule, firstAt }, confidence, evidence: found }
}

/** Two repetitions that differ, each as sure as the other: one reminder cannot be both. */
function rivals({ weekly: all, otherRepetitions }: Clues, { value, confidence }: Repetition): number {
  const others = all.filter(({ against, ...other }) => against === null && other.value.join() !== value.join())
  return otherRepetitions.length > 0 || others.some((other) => other.confidence >= confidence - 0.05) ? 0.65 : 1
}

/** From Monday to Friday from nine to five somebody is there; it is no event. */
function isOpening(days: readonly Weekday[], { time, hours }: Clock): boolean {
  return days.length >= 3 && time.hour < 12 && hours !== null && hours >= 5
}

interface Edge {
  readonly date: Temporal.PlainDate
  readonly evidence: Evidence
}

/** The date from which, or the last on which it comes round. */
function boundary(clues: Clues, time: Temporal.PlainTime, reader: Reader, part: 'start' | 'end'): Edge | undefined {
  const against = part === 'start' ? null : 'end'
  for (const day of clues.days) {
    if (day.against !== against || (day.value.kind !== 'calendar' && day.value.kind !== 'instant')) continue
    const resolved = resolve(day.value, time, reader)
    if (!resolved) continue
    const confidence = day.confidence * resolved.confidence
    return { date: resolved.date, evidence: evidence(part, day, resolved.date.toString(), confidence) }
  }
  return undefined
}
