import type { HoursWindow, OpeningHours } from './panel.ts'

/** When the staff is there: whenever the clock on the wall of the zone stands in one of the windows. */

/** A stretch of time, its end not included. */
export interface Stretch {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** A window may lie in the hour that a spring leaves out; a week later it is there. */
const LOOKED_AHEAD = { hours: 15 * 24 }

export function isOpenAt({ zone, windows }: OpeningHours, instant: Temporal.Instant): boolean {
  const local = instant.toZonedDateTimeISO(zone)
  const [today, yesterday] = [local.dayOfWeek - 1, (local.dayOfWeek + 5) % 7]
  const clock = local.toPlainTime()
  const isFrom = ({ from }: HoursWindow) => Temporal.PlainTime.compare(clock, from) >= 0
  const isUntil = ({ to }: HoursWindow) => Temporal.PlainTime.compare(clock, to) < 0
  return windows.some((window) => {
    if (!endsNextDay(window)) return window.day === today && isFrom(window) && isUntil(window)
    return (window.day === today && isFrom(window)) || (window.day === yesterday && isUntil(window))
  })
}

/** The first instant from this one on at which somebody is there; null: never. */
export function nextOpening(hours: OpeningHours, instant: Temporal.Instant): Temporal.Instant | null {
  const [first] = openStretches(hours, instant, instant.add(LOOKED_AHEAD))
  return first?.from ?? null
}

/** The stretches between the two instants in which somebody is there, in their order, none touching another. */
export function openStretches(hours: OpeningHours, from: Temporal.Instant, to: Temporal.Instant): Stretch[] {
  const found = steadyStretches(hours.zone, { from, to }).flatMap((steady) => openWithin(hours, steady))
  return joined(found.toSorted((one, other) => Temporal.Instant.compare(one.from, other.from)))
}

/** How long somebody is there between the two instants. */
export function openTime(hours: OpeningHours, from: Temporal.Instant, to: Temporal.Instant): Temporal.Duration {
  return openStretches(hours, from, to).reduce(
    (sum, stretch) => sum.add(stretch.from.until(stretch.to)),
    new Temporal.Duration(),
  )
}

function endsNextDay({ from, to }: HoursWindow): boolean {
  return Temporal.PlainTime.compare(to, from) <= 0
}

/** Parts in which the clock of the zone runs on without a jump. */
function steadyStretches(zone: string, { from, to }: Stretch): Stretch[] {
  const stretches: Stretch[] = []
  let begin = from
  while (Temporal.Instant.compare(begin, to) < 0) {
    const jump = begin.toZonedDateTimeISO(zone).getTimeZoneTransition('next')?.toInstant() ?? to
    const end = earlier(jump, to)
    stretches.push({ from: begin, to: end })
    begin = end
  }
  return stretches
}

function openWithin({ zone, windows }: OpeningHours, steady: Stretch): Stretch[] {
  const { offset } = steady.from.toZonedDateTimeISO(zone)
  // In a zone of that offset alone a day has 24 hours, and every clock is there once.
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(offset).toPlainDate()
  const last = dayOf(steady.to)
  const found: Stretch[] = []
  for (
    let day = dayOf(steady.from).subtract({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const window of windows.filter((one) => one.day === day.dayOfWeek - 1)) {
      const until = endsNextDay(window) ? day.add({ days: 1 }) : day
      const open = {
        from: later(day.toZonedDateTime({ timeZone: offset, plainTime: window.from }).toInstant(), steady.from),
        to: earlier(until.toZonedDateTime({ timeZone: offset, plainTime: window.to }).toInstant(), steady.to),
      }
      if (Temporal.Instant.compare(open.from, open.to) < 0) found.push(open)
    }
  }
  return found
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const done: Stretch[] = []
  for (const next of stretches) {
    const last = done.at(-1)
    if (!last || Temporal.Instant.compare(last.to, next.from) < 0) done.push(next)
    else done.splice(-1, 1, { from: last.from, to: later(last.to, next.to) })
  }
  return done
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}
