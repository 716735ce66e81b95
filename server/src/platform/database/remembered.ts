import { LRUCache } from 'lru-cache'
import type { Clock } from '../../kernel/clock.ts'
import type { Notices } from '../../platform/database/listen.ts'

interface RememberedNeeds {
  readonly clock: Clock
  readonly notices: Notices
}

/** How long a lost notice may go unnoticed. */
const KEPT = { seconds: 5 }
const MOST_KEPT = 10_000

/**
 * What the database said about credentials a moment ago, so that a page with many requests asks once. Any process that
 * changes it tells all others on the channel, and everything is forgotten. What was not found is not remembered: whoever
 * guesses would drive out what is used.
 */
export class Remembered<Found> {
  readonly #kept = new LRUCache<string, { readonly answer: Promise<Found | null>; readonly until: Temporal.Instant }>({
    max: MOST_KEPT,
  })
  readonly #clock: Clock

  constructor(channel: string, { clock, notices }: RememberedNeeds) {
    this.#clock = clock
    notices.on(
      channel,
      () => this.forget(),
      () => this.forget(),
    )
  }

  /** An answer that was still being read when everything was forgotten is given to those who waited, and not kept. */
  get(key: string, read: () => Promise<Found | null>): Promise<Found | null> {
    const known = this.#kept.get(key)
    if (known && Temporal.Instant.compare(this.#clock.now(), known.until) < 0) return known.answer
    const answer = read()
    const entry = { answer, until: this.#clock.now().add(KEPT) }
    this.#kept.set(key, entry)
    const drop = () => {
      if (this.#kept.peek(key) === entry) this.#kept.delete(key)
    }
    answer.then((found) => {
      if (found === null) drop()
    }, drop)
    return answer
  }

  forget(): void {
    this.#kept.clear()
  }
}
