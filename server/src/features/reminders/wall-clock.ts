export const DAY_SECONDS = 86_400

/**
 * The instant at which that clock shows on that day. In a spring gap the clock reads later by the length of the gap
 * (02:30 is 03:30); in an autumn repeat it is the first of the two. See docs/decisions/0004-wall-clocks-in-gaps-and-repeats.md.
 */
export function instantOf(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

export function dateOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** The clock at that instant, to the second. */
export function clockOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainTime {
  return instant.toZonedDateTimeISO(timeZone).toPlainTime().round({ smallestUnit: 'second', roundingMode: 'trunc' })
}

export function secondsOf(time: Temporal.PlainTime): number {
  return time.hour * 3600 + time.minute * 60 + time.second
}

/** Seconds from the one clock forward to the other, less than a day. */
export function secondsUntil(from: Temporal.PlainTime, to: Temporal.PlainTime): number {
  return (secondsOf(to) - secondsOf(from) + DAY_SECONDS) % DAY_SECONDS
}

export function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other
}
