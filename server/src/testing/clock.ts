import type { Clock } from '../kernel/clock.ts'
import { until } from './until.ts'

interface Sleeper {
  readonly instant: Temporal.Instant
  wake(): void
}

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Temporal.Instant
  readonly #sleepers = new Set<Sleeper>()
  #fallenAsleep = 0

  constructor(start: Temporal.Instant) {
    this.#now = start
  }

  now(): Temporal.Instant {
    return this.#now
  }

  waitUntil(instant: Temporal.Instant, signal: AbortSignal): Promise<void> {
    if (signal.aborted || Temporal.Instant.compare(instant, this.#now) <= 0) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(sleeper)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { instant, wake }
      this.#sleepers.add(sleeper)
      this.#fallenAsleep += 1
      signal.addEventListener('abort', wake, { once: true })
    })
  }

  /** Jumps to the instant and wakes whoever waited for it; resolves when all of them have done a turn and wait again. */
  async moveTo(instant: Temporal.Instant): Promise<void> {
    if (Temporal.Instant.compare(instant, this.#now) < 0)
      throw new RangeError(`${instant} has passed: it is ${this.#now}`)
    this.#now = instant
    const due = [...this.#sleepers].filter((sleeper) => Temporal.Instant.compare(sleeper.instant, instant) <= 0)
    const expected = this.#fallenAsleep + due.length
    for (const sleeper of due) sleeper.wake()
    await until('the woken to wait again', () => this.#fallenAsleep >= expected)
  }

  async advance(duration: Temporal.DurationLike): Promise<void> {
    await this.moveTo(this.#now.add(duration))
  }
}
