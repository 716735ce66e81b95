/** The simulator's only source of the present: real time, or a time that stands still until a test moves it. */

export interface ClockOptions {
  /** Milliseconds since 1970; the present when left out. */
  readonly startMs?: number
  /** Time passes by `advance` alone. */
  readonly frozen?: boolean
}

interface Waiting {
  readonly at: number
  readonly run: () => void
}

/** Timers hold 31 bits of milliseconds; longer waits would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export class SimulatorClock {
  readonly frozen: boolean
  readonly #waiting = new Set<Waiting>()
  #shiftMs: number
  #frozenMs: number
  #timer: NodeJS.Timeout | undefined

  constructor(options: ClockOptions = {}) {
    const real = Date.now()
    this.frozen = options.frozen ?? false
    this.#frozenMs = options.startMs ?? real
    this.#shiftMs = this.#frozenMs - real
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.frozen ? this.#frozenMs : Date.now() + this.#shiftMs
  }

  /** The present, or the given milliseconds, as Discord writes instants. */
  iso(ms: number = this.now()): string {
    return new Date(ms).toISOString().replace('Z', '000+00:00')
  }

  /** Runs `run` once that much time has passed. The answer cancels it. */
  after(ms: number, run: () => void): () => void {
    const waiting = { at: this.now() + ms, run }
    this.#waiting.add(waiting)
    this.#arm()
    return () => {
      this.#waiting.delete(waiting)
      this.#arm()
    }
  }

  /** Moves time forward; what falls due on the way runs in order, each at its own instant. */
  advance(ms: number): void {
    const target = this.now() + ms
    for (let due = this.#next(); due && due.at <= target; due = this.#next()) {
      this.#moveTo(due.at)
      this.#waiting.delete(due)
      due.run()
    }
    this.#moveTo(target)
    this.#arm()
  }

  /** Forgets everything that waits. */
  stop(): void {
    this.#waiting.clear()
    clearTimeout(this.#timer)
  }

  #next(): Waiting | undefined {
    let first: Waiting | undefined
    for (const waiting of this.#waiting) if (!first || waiting.at < first.at) first = waiting
    return first
  }

  #moveTo(ms: number): void {
    const forward = Math.max(0, ms - this.now())
    this.#frozenMs += forward
    this.#shiftMs += forward
  }

  #arm(): void {
    if (this.frozen) return
    clearTimeout(this.#timer)
    const next = this.#next()
    if (!next) return
    this.#timer = setTimeout(() => this.advance(0), Math.min(Math.max(0, next.at - this.now()), LONGEST_TIMER_MS))
    this.#timer.unref()
  }
}
