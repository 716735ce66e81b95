/**
 * What a caller has spent of a limit, as a share of one minute's worth: a request adds `1 / perMinute`, a minute takes
 * away 1, and a request that would bring it above 1 is refused. That is a token bucket of `perMinute` tokens that fills
 * up within a minute, in a unit that is the same for every limit. More than 1 was spent at several processes at once.
 */
export interface Bucket {
  readonly spent: number
  readonly atMs: number
}

export const MINUTE_MS = 60_000
/** Sixty times a sixtieth is a little more or less than 1. */
const ROUNDING = 1e-9

/** The same bucket at a later instant; clocks that disagree do not turn time back. */
export function later({ spent, atMs }: Bucket, nowMs: number): Bucket {
  return { spent: Math.max(0, spent - Math.max(0, nowMs - atMs) / MINUTE_MS), atMs: Math.max(atMs, nowMs) }
}

/** How many more requests it allows now. */
export function remaining({ spent }: Bucket, perMinute: number): number {
  return Math.max(0, Math.floor((1 - spent) * perMinute + ROUNDING))
}

/** Seconds until it allows one more request. */
export function secondsUntilOne({ spent }: Bucket, perMinute: number): number {
  return Math.max(0, Math.ceil((spent + 1 / perMinute - 1) * 60 - ROUNDING))
}

/** Seconds until nothing of it is spent. */
export function secondsUntilFull({ spent }: Bucket): number {
  return Math.ceil(spent * 60 - ROUNDING)
}
