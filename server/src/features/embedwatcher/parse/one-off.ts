import { type Chosen, chooseClock, chooseDay, chooseZone, dateOf } from './choose.ts'
import type { Clock } from './clocks.ts'
import type { Clues, Day, Judged } from './clues.ts'
import { clockText, type Evidence, evidence, none, rounded, type Timing } from './outcome.ts'
import { reason, reasonsFor } from './reasons.ts'
import { instantOf, type Reader, resolve } from './resolve.ts'
import { roleOf } from './roles.ts'
import type { Segment } from './segments.ts'

const REPEATED = 0.65

/** An event on one day, if the announcement names the day and the clock. */
export function oneOff(clues: Clues, segments: readonly Segment[], reader: Reader, now: Temporal.Instant): Timing {
  const day = chooseDay(clues)
  if (day?.value.kind === 'instant') return atInstant(day, day.value.at, clues, reader, now)
  const clock = chooseClock(clues, day)
  const understood = [...(clock ? [clockEvidence(clock)] : []), ...(day ? [dayEvidence(day, reader)] : [])]
  if (!day || !clock) return none(reasonsFor(clues, { day: day !== undefined, clock: clock !== undefined }), understood)
  const zone = chooseZone(clues, clock.clue, segments)
  const timeZone = zone?.clue.value ?? reader.timeZone
  const resolved = dateOf(day, clues, clock.clue.value.time, { ...reader, timeZone })
  if (!resolved) return none([reason('impossible_date', day.text)], understood)
  const date = clock.clue.value.isNextDay ? resolved.date.add({ days: 1 }) : resolved.date
  const eventAt = instantOf(date, clock.clue.value.time, timeZone)
  const found = [
    evidence('date', day, date.toString(), resolved.confidence),
    clockEvidence(clock),
    ...(zone ? [evidence('zone', zone.clue, timeZone, zone.confidence)] : []),
  ]
  if (Temporal.Instant.compare(eventAt, now) <= 0) return none([reason('past', day.text, eventAt.toString())], found)
  // `Every 2 weeks on Thursday`
  const isRepeated = day.value.kind === 'weekday' && clues.otherRepetitions.length > 0
  const parts = [resolved.confidence, clock.confidence, zone?.confidence ?? 1, isRepeated ? REPEATED : 1]
  const confidence = rounded(parts.reduce((product, part) => product * part, 1))
  return { kind: 'event', schedule: { kind: 'once', eventAt, timeZone }, confidence, evidence: found }
}

/** Discord's own timestamp leaves nothing to doubt but which of several is meant. */
function atInstant(
  day: Judged<Day>,
  eventAt: Temporal.Instant,
  clues: Clues,
  { timeZone }: Reader,
  now: Temporal.Instant,
): Timing {
  const found = [evidence('date', day, eventAt.toString(), day.confidence)]
  if (Temporal.Instant.compare(eventAt, now) <= 0) return none([reason('past', day.text, eventAt.toString())], found)
  const others = clues.days.filter(
    (other) =>
      other.against === null &&
      other.value.kind === 'instant' &&
      !other.value.at.equals(eventAt) &&
      roleOf(other) !== 'early',
  )
  const confidence = rounded(day.confidence * (others.length > 0 ? 0.65 : 1))
  return { kind: 'event', schedule: { kind: 'once', eventAt, timeZone }, confidence, evidence: found }
}

export function clockEvidence({ clue, confidence }: Chosen<Clock>): Evidence {
  return evidence('time', clue, clockText(clue.value.time), confidence)
}

/** Of a day whose clock is missing: by noon it is clear which is meant. */
function dayEvidence(day: Judged<Day>, reader: Reader): Evidence {
  const resolved = resolve(day.value, new Temporal.PlainTime(12), reader)
  return evidence('date', day, resolved?.date.toString() ?? '', day.confidence * (resolved?.confidence ?? 1))
}
