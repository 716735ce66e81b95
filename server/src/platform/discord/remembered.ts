import { LRUCache } from 'lru-cache'
import type { Clock } from '../../kernel/clock.ts'
import { DiscordFailure } from './failure.ts'

interface RememberedOptions {
  readonly clock: Clock
  /** How many answers are kept; the least used go first. */
  readonly most: number
}

const KEPT_MS = 60_000
/** Somebody waits for the answer of a request that waits for this one. */
const PATIENCE_MS = 4_000

/**
 * Discord's answers, for a minute from when they were asked for. Who asks for the same meanwhile gets the same answer;
 * a failure is nobody's but of those who waited for it.
 */
export class Remembered<Answer> {
  readonly #answers: LRUCache<string, Promise<Answer>>

  constructor({ clock, most }: RememberedOptions) {
    this.#answers = new LRUCache({
      max: most,
      ttl: KEPT_MS,
      ttlResolution: 0,
      perf: { now: () => clock.now().epochMilliseconds },
    })
  }

  /** Throws a DiscordFailure when Discord takes more than some seconds. */
  ask(key: string, question: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(key)
    if (known) return known
    const asked = inTime(question())
    this.#answers.set(key, asked)
    asked.catch(() => this.#answers.peek(key) === asked && this.#answers.delete(key))
    return asked
  }

  /** What was asked before is not given to anybody who asks from now on, even if it is answered later. */
  forget(key: string): void {
    this.#answers.delete(key)
  }

  forgetThose(areMeant: (key: string) => boolean): void {
    for (const key of [...this.#answers.keys()].filter(areMeant)) this.#answers.delete(key)
  }
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = Promise.withResolvers<never>()
  const failure = new DiscordFailure('unavailable', `Discord did not answer within ${PATIENCE_MS} ms`)
  AbortSignal.timeout(PATIENCE_MS).addEventListener('abort', () => late.reject(failure))
  return Promise.race([answer, late.promise])
}
