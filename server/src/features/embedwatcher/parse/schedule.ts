import { instantOf } from './resolve.ts'
import type { Weekday } from './words.ts'

/** When the event is: at one instant, or on days of every week at a clock in a zone. */
export type EventSchedule = OneOff | Weekly

export interface OneOff {
  readonly kind: 'once'
  readonly eventAt: Temporal.Instant
  /** In which the clock was read; of the guild unless the announcement names another. */
  readonly timeZone: string
}

export interface Weekly {
  readonly kind: 'weekly'
  /** In the order of the week, at least one. */
  readonly days: readonly Weekday[]
  readonly time: Temporal.PlainTime
  readonly timeZone: string
  /** The first date that is named; the first event is on one of the days from then on. */
  readonly startsOn: Temporal.PlainDate | null
  /** The last date that is named. */
  readonly endsOn: Temporal.PlainDate | null
  /** The first event that is still to come. */
  readonly firstAt: Temporal.Instant
}

/** The first event after now; null when the last one is over. */
export function firstEvent(
  { days, time, timeZone, startsOn, endsOn }: Omit<Weekly, 'firstAt' | 'kind'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const from = startsOn && Temporal.PlainDate.compare(startsOn, today) > 0 ? startsOn : today
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const date = from.add({ days: ahead })
    if (endsOn && Temporal.PlainDate.compare(date, endsOn) > 0) return null
    if (!days.some((day) => Number(day) + 1 === date.dayOfWeek)) continue
    const at = instantOf(date, time, timeZone)
    if (Temporal.Instant.compare(at, now) > 0) return at
  }
  return null
}
