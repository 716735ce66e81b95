import { ModelFailure } from './failure.ts'

const MOST_IN_A_ROW = 5
const LEFT_ALONE = { minutes: 1 }
/** A service that asks for more is tried again all the same: it may have been told otherwise meanwhile. */
const LONGEST_REST = { minutes: 15 }

/** Leaves a service alone that failed time after time, then one more failure is enough; and one that asks for it. */
export class Breaker {
  #failures = 0
  #openUntil: Temporal.Instant | null = null
  #limitedUntil: Temporal.Instant | null = null

  /** Why nothing is to be asked now; null where it may be. */
  rest(now: Temporal.Instant): ModelFailure | null {
    const ahead = (until: Temporal.Instant | null) => until !== null && Temporal.Instant.compare(now, until) < 0
    if (ahead(this.#limitedUntil))
      return new ModelFailure('rate_limited', 'the language model wants to be asked less', {
        resetsAt: this.#limitedUntil,
      })
    if (ahead(this.#openUntil))
      return new ModelFailure('unavailable', 'the language model failed too often and is left alone for a minute', {
        resetsAt: this.#openUntil,
      })
    return null
  }

  worked(): void {
    this.#failures = 0
    this.#openUntil = null
  }

  failed(now: Temporal.Instant, { kind, resetsAt }: Pick<ModelFailure, 'kind' | 'resetsAt'>): void {
    this.#failures += 1
    if (this.#failures >= MOST_IN_A_ROW) this.#openUntil = now.add(LEFT_ALONE)
    if (kind !== 'rate_limited' || resetsAt === null) return
    const longest = now.add(LONGEST_REST)
    this.#limitedUntil = Temporal.Instant.compare(resetsAt, longest) > 0 ? longest : resetsAt
  }
}
