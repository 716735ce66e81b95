import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { SupabaseFailure } from './answer.ts'

const MOST_AT_ONCE = 64
const PAUSE = { seconds: 5 }

/**
 * Keeps a Supabase that hangs from holding up more than a few requests. After a failure everybody is refused at once
 * for a while; then one attempt tries whether it is back, and only its success lets the others through again.
 */
export class Breaker {
  readonly #clock: Clock
  readonly #logger: Logger
  #closedUntil: Temporal.Instant | null = null
  #underWay = 0

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock
    this.#logger = logger
  }

  /** @throws {Refusal} `unavailable` instead of a SupabaseFailure, or without an attempt. */
  async attempt<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const closedUntil = this.#closedUntil
    const isClosed = closedUntil !== null && Temporal.Instant.compare(this.#clock.now(), closedUntil) < 0
    if (isClosed || this.#underWay >= (closedUntil === null ? MOST_AT_ONCE : 1)) throw unavailable()
    this.#underWay += 1
    try {
      const answer = await question()
      this.#closedUntil = null
      return answer
    } catch (error) {
      if (!(error instanceof SupabaseFailure)) throw error
      this.#closedUntil = this.#clock.now().add(PAUSE)
      this.#logger.warn({ err: error }, 'Profiles in Supabase (SUPABASE_URL) could not be read')
      throw unavailable()
    } finally {
      this.#underWay -= 1
    }
  }
}

function unavailable(): Refusal {
  return new Refusal(
    'unavailable',
    'auth.profiles_unavailable',
    'Supabase not available to find your Discord account.',
    {
      retryAfter: PAUSE.seconds,
    },
  )
}
