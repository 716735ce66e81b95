import type { Clock } from '../../kernel/clock.ts'
import { ModelFailure } from './failure.ts'
import type { Attempt, Exchange } from './openai-service.ts'
import { mostRead, NOTHING_SPENT, type Spending, spendingOf, together } from './prices.ts'
import type { Provider } from './provider.ts'
import { timeLimit, withFirstWordsIn } from './time-limit.ts'

/** Who wants to know what a question costs before it does. */
export interface Books {
  /** Called before each attempt with the most that all of them can cost together. @throws {ModelFailure} to have it not made. */
  cover(most: Spending): Promise<void>
}

/** How asking went. */
export interface Course<Answer = string> {
  readonly ended: Answer | ModelFailure
  /** Whom it was asked last, or would have been. */
  readonly provider: Provider['name']
  readonly model: string
  /** Of all attempts; where a service may have worked and did not say how much, the most that can be. */
  readonly spent: Spending
  /** Until when a service does not want to be asked, if one said so. */
  readonly limitedUntil: Temporal.Instant | null
}

export interface Asked {
  readonly exchange: Omit<Exchange, 'model'>
  /** Null where the guild chose none. */
  readonly model: string | null
  readonly books: Books
  onText(soFar: string): void
  /** Is told of each attempt. */
  onAttempt(provider: Provider['name'], ended: Attempt['ended'], spent: Spending): void
}

interface Needs {
  readonly providers: readonly Provider[]
  readonly clock: Clock
  readonly timeoutSeconds: number
  /** Aborts when the program ends. */
  readonly ending: AbortSignal
}

const MOST_ROUNDS = 3
const FIRST_WAIT_MS = 500
/** What the first of two services gets of the time, before the second one is asked. */
const SHARE_OF_FIRST = 0.5
/** In less time than this nothing comes of asking but costs. */
const TOO_SHORT_MS = 100

/**
 * Asks one service after the other, and all of them again after a pause that grows, as long as the time lasts: where
 * they are busy or broken, and not where they do not want to answer. One that hangs is not asked twice.
 */
export class Question {
  readonly #needs: Needs
  readonly #asked: Asked
  readonly #givenUpAt: Temporal.Instant
  /** Aborts when the time is over that an answer may take to begin, or when the program ends. */
  readonly patience: AbortSignal
  #course: Course
  /** When it is worth while to ask again, by those who said something about it in this round. */
  #again: Temporal.Instant | null = null
  #isOver = false

  constructor(needs: Needs, asked: Asked, first: Provider) {
    this.#needs = needs
    this.#asked = asked
    this.#givenUpAt = needs.clock.now().add({ milliseconds: needs.timeoutSeconds * 1000 })
    this.patience = AbortSignal.any([AbortSignal.timeout(needs.timeoutSeconds * 1000), needs.ending])
    this.#course = {
      ended: new ModelFailure('unavailable', 'the language model was not asked in time'),
      provider: first.name,
      model: first.modelFor(asked.model),
      spent: NOTHING_SPENT,
      limitedUntil: null,
    }
  }

  get #leftMs(): number {
    return this.#givenUpAt.since(this.#needs.clock.now()).total('milliseconds')
  }

  /** How it went where nobody was asked. */
  unasked(failure: ModelFailure): Course {
    return { ...this.#course, ended: failure }
  }

  async ask(): Promise<Course> {
    await this.#askEach()
    for (let again = 1; again < MOST_ROUNDS && !this.#isOver && (await this.#pause(again)); again += 1)
      await this.#askEach()
    return this.#course
  }

  async #askEach(): Promise<void> {
    const { providers } = this.#needs
    this.#again = null
    for (const [at, provider] of providers.entries()) {
      const rest = provider.rest()
      if (rest) this.#rest(rest)
      else
        await this.#attempt(
          provider,
          providers.slice(at + 1).some((other) => !other.rest()),
        )
      if (this.#isOver) return
    }
  }

  async #attempt(provider: Provider, hasNext: boolean): Promise<void> {
    const { exchange } = this.#asked
    if (this.patience.aborted || this.#leftMs < TOO_SHORT_MS) {
      this.#isOver = true
      return
    }
    const model = provider.modelFor(this.#asked.model)
    const price = provider.priceOf(model)
    const read = mostRead(exchange.instructions, exchange.data)
    const most = spendingOf({ read, written: exchange.mostTokens }, price)
    const uncovered = await this.#uncovered(most)
    if (uncovered) return this.#stop(uncovered)
    if (this.patience.aborted) {
      this.#isOver = true
      return
    }
    const attempt = await this.#converse(provider, { ...exchange, model }, hasNext)
    const { tokens } = attempt
    const spent = tokens === 'none' ? NOTHING_SPENT : tokens === 'unknown' ? most : spendingOf(tokens, price)
    this.#asked.onAttempt(provider.name, attempt.ended, spent)
    this.#course = { ...this.#course, provider: provider.name, model, spent: together(this.#course.spent, spent) }
    this.#conclude(attempt)
  }

  /** Why an attempt that may cost so much must not be made; null where it may. */
  async #uncovered(most: Spending): Promise<ModelFailure | null> {
    try {
      await this.#asked.books.cover(together(this.#course.spent, most))
      return null
    } catch (error) {
      if (error instanceof ModelFailure) return error
      throw error
    }
  }

  async #converse(provider: Provider, exchange: Exchange, hasNext: boolean): Promise<Attempt> {
    const { timeoutSeconds: seconds, ending } = this.#needs
    using whole = timeLimit(exchange.form, { seconds, signal: this.patience, ending })
    using limit = hasNext ? withFirstWordsIn(this.#leftMs * SHARE_OF_FIRST, whole) : whole
    return await provider.converse(exchange, {
      signal: limit.signal,
      onText: (soFar) => {
        limit.heard()
        this.#asked.onText(soFar)
      },
    })
  }

  #conclude({ ended, tokens }: Attempt): void {
    if (!(ended instanceof ModelFailure)) {
      this.#course = { ...this.#course, ended }
      this.#isOver = true
      return
    }
    this.#fail(ended)
    if (!ended.isOfService) this.#isOver = true
    // Whoever hangs does it again, and a key stays wrong.
    if (tokens === 'none' && ended.status !== 401)
      this.#again = earlier(this.#again, ended.resetsAt ?? this.#needs.clock.now())
  }

  #rest(failure: ModelFailure): void {
    this.#fail(failure)
    if (failure.resetsAt) this.#again = earlier(this.#again, failure.resetsAt)
  }

  /** What made no attempt possible says less than what came of an earlier one. */
  #stop(failure: ModelFailure): void {
    if (this.#course.spent === NOTHING_SPENT) this.#course = { ...this.#course, ended: failure }
    this.#isOver = true
  }

  #fail(failure: ModelFailure): void {
    const isLimit = failure.kind === 'rate_limited' && failure.resetsAt !== null
    this.#course = {
      ...this.#course,
      ended: failure,
      limitedUntil: isLimit ? failure.resetsAt : this.#course.limitedUntil,
    }
  }

  /** @returns whether there is time for another round. */
  async #pause(again: number): Promise<boolean> {
    const { clock } = this.#needs
    if (this.#again === null) return false
    // At random, so that processes which failed together do not come back together.
    const ms = Math.ceil(FIRST_WAIT_MS * 2 ** (again - 1) * (0.5 + Math.random() / 2))
    const until = later(this.#again, clock.now().add({ milliseconds: ms }))
    if (Temporal.Instant.compare(until, this.#givenUpAt) >= 0) return false
    await clock.waitUntil(until, this.patience)
    return !this.patience.aborted
  }
}

function earlier(one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant {
  return one !== null && Temporal.Instant.compare(one, other) < 0 ? one : other
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}
