/** What happens again and again within a minute is told once at once, and then once as a count. */

const MINUTE = { minutes: 1 }

export interface Repeated<Last> {
  readonly key: string
  readonly count: number
  readonly last: Last
}

interface Running<Last> {
  readonly until: Temporal.Instant
  more: { count: number; last: Last } | null
}

export class Calm<Last> {
  readonly #running = new Map<string, Running<Last>>()

  /** Whether this is to be told now; otherwise it is counted. */
  admits(key: string, last: Last, now: Temporal.Instant): boolean {
    const running = this.#running.get(key)
    if (!running) {
      this.#running.set(key, { until: now.add(MINUTE), more: null })
      return true
    }
    running.more = { count: (running.more?.count ?? 0) + 1, last }
    return false
  }

  /** What was counted in minutes that are over; with null, in all of them. */
  over(now: Temporal.Instant | null): Repeated<Last>[] {
    const repeated: Repeated<Last>[] = []
    for (const [key, { until, more }] of this.#running) {
      if (now && Temporal.Instant.compare(now, until) < 0) continue
      // Whoever goes on repeating is told once a minute.
      if (more && now) this.#running.set(key, { until: now.add(MINUTE), more: null })
      else this.#running.delete(key)
      if (more) repeated.push({ key, ...more })
    }
    return repeated
  }

  /** When the next minute is over. */
  next(): Temporal.Instant | null {
    return [...this.#running.values()].map(({ until }) => until).sort(Temporal.Instant.compare)[0] ?? null
  }
}
