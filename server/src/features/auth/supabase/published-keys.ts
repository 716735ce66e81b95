import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { answerOf, jsonOf, SupabaseFailure } from './answer.ts'
import { type KeySet, keySetOf, type PublishedKey } from './key-set.ts'

interface PublishedKeysNeeds {
  readonly clock: Clock
  readonly logger: Logger
  readonly patienceMs: number
}

/** As long as Supabase lets its keys be kept: https://supabase.com/docs/guides/auth/signing-keys */
const FRESH = { minutes: 10 }
/** Tokens name keys as they like; only so often is it worth asking whether there is such a key by now. */
const BETWEEN_QUESTIONS = { minutes: 1 }
const WITHOUT_ANY_KEY = { seconds: 5 }
const UNREAD = 'The keys of Supabase (SUPABASE_JWKS_URL) could not be read'

/**
 * The keys that an issuer publishes, as this process last read them. At most one question is under way, and whoever
 * needs its answer waits for the same one. When the issuer does not answer, keys that were read go on verifying; they
 * stop when a later answer no longer has them.
 */
export class PublishedKeys {
  readonly #address: string
  readonly #needs: PublishedKeysNeeds
  #keys: { readonly set: KeySet; readonly readAt: Temporal.Instant } | null = null
  #askedAt: Temporal.Instant | null = null
  #hasFailed = false
  #underWay: Promise<void> | null = null

  constructor(address: string, needs: PublishedKeysNeeds) {
    this.#address = address
    this.#needs = needs
  }

  /** Null: the issuer publishes no such key. @throws {Refusal} `unavailable` when it cannot be asked. */
  async find(id: string): Promise<PublishedKey | null> {
    await this.#refresh()
    const known = this.#keys?.set.get(id)
    if (known) return known
    if (this.#keys && this.#mayAsk(BETWEEN_QUESTIONS)) await this.#ask()
    const found = this.#keys?.set.get(id)
    if (!found && this.#hasFailed) throw this.#unavailable()
    return found ?? null
  }

  /** Only the first to find the keys old waits; while the issuer is known to be silent nobody does. */
  async #refresh(): Promise<void> {
    if (!this.#keys) {
      if (this.#mayAsk(WITHOUT_ANY_KEY)) await this.#ask()
      return
    }
    if (!this.#isOver(this.#keys.readAt, FRESH)) return
    if (!this.#hasFailed) await this.#ask()
    else if (this.#mayAsk(BETWEEN_QUESTIONS)) this.#ask().catch((err) => this.#needs.logger.error({ err }, UNREAD))
  }

  #mayAsk(pause: Temporal.DurationLike): boolean {
    return this.#underWay !== null || this.#askedAt === null || this.#isOver(this.#askedAt, pause)
  }

  #isOver(from: Temporal.Instant, duration: Temporal.DurationLike): boolean {
    return Temporal.Instant.compare(this.#needs.clock.now(), from.add(duration)) >= 0
  }

  #ask(): Promise<void> {
    this.#underWay ??= this.#read().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  async #read(): Promise<void> {
    const { clock, logger, patienceMs } = this.#needs
    this.#askedAt = clock.now()
    try {
      const set = keySetOf(jsonOf(await answerOf(this.#address, patienceMs)))
      if (!set) throw new SupabaseFailure('Supabase answered what is no set of keys')
      this.#keys = { set, readAt: this.#askedAt }
      this.#hasFailed = false
    } catch (error) {
      if (!(error instanceof SupabaseFailure)) throw error
      this.#hasFailed = true
      logger.warn({ err: error }, UNREAD)
    }
  }

  #unavailable(): Refusal {
    const pause = Temporal.Duration.from(this.#keys ? BETWEEN_QUESTIONS : WITHOUT_ANY_KEY)
    return new Refusal('unavailable', 'auth.keys_unavailable', 'Supabase not available to verify the token.', {
      retryAfter: pause.total('seconds'),
    })
  }
}
