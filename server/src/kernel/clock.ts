/** The program's only source of the present. Tests bring their own and move it. */
export interface Clock {
  now(): Temporal.Instant
  /** Resolves at the instant, or as soon as the signal aborts (it never rejects). */
  waitUntil(instant: Temporal.Instant, signal: AbortSignal): Promise<void>
}

/** Timers hold 31 bits of milliseconds; longer waits would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),

  async waitUntil(instant, signal) {
    while (!signal.aborted) {
      const leftMs = instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds
      if (leftMs <= 0) return
      await timer(Math.min(leftMs, LONGEST_TIMER_MS), signal)
    }
  },
}

function timer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(handle)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const handle = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
  })
}
