import { ModelFailure } from './failure.ts'

const MOST_IN_A_ROW = 5
const LEFT_ALONE = { minutes: 1 }

/** Leaves a service alone for a while that failed time after time; then one more failure is enough. */
export class Breaker {
  #failures = 0
  #openUntil: Temporal.Instant | null = null

  /** @throws {ModelFailure} while nothing is to be asked. */
  check(now: Temporal.Instant): void {
    if (this.#openUntil === null || Temporal.Instant.compare(now, this.#openUntil) >= 0) return
    throw new ModelFailure('unavailable', 'the language model failed too often and is left alone for a minute')
  }

  worked(): void {
    this.#failures = 0
    this.#openUntil = null
  }

  failed(now: Temporal.Instant): void {
    this.#failures += 1
    if (this.#failures >= MOST_IN_A_ROW) this.#openUntil = now.add(LEFT_ALONE)
  }
}
