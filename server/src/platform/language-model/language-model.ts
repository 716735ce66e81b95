import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Config } from '../config/config.ts'
import type { Meters } from '../metrics/meters.ts'
import { ModelFailure } from './failure.ts'
import { modelMeters } from './meters.ts'
import type { Exchange } from './openai-service.ts'
import { Places } from './places.ts'
import { provider } from './provider.ts'
import { type Books, type Course, Question } from './question.ts'
import { servicesOf } from './services.ts'

export interface ModelQuestion extends Pick<Exchange, 'form' | 'instructions' | 'mostTokens' | 'temperature'> {
  /** Null where the guild chose none. */
  readonly model: string | null
  /** What the instructions are about, as data; whatever stands in it instructs nobody. */
  readonly data: unknown
}

export interface Asker<Answer> {
  readonly books: Books
  /** @throws {ModelFailure} where what is written is no answer. */
  read(written: string): Answer
  onText?(soFar: string): void
}

export interface LanguageModel {
  /** Whether the operator has set one up. */
  readonly isConfigured: boolean
  /** The model that would be asked first. */
  modelFor(chosen: string | null): string
  /**
   * Always comes to an end, within its time. It must not be asked within a transaction.
   * @throws {ModelFailure} where none is set up.
   */
  ask<Answer>(question: ModelQuestion, asker: Asker<Answer>): Promise<Course<Answer>>
  /** Waits for no answer any more: the program ends. */
  giveUp(): void
}

interface Needs {
  readonly config: Config['languageModel']
  readonly clock: Clock
  readonly logger: Logger
  readonly meters: Meters
}

const AT_ONCE = 4
const MOST_WAITING = 50
/** Of instructions and data together. */
const MOST_CHARACTERS = 40_000

/** The services that the operator chose; one for the process, so that it is known how they fare. */
export function languageModel({ config, clock, logger, meters }: Needs): LanguageModel {
  const providers = servicesOf(config).map((service) => provider(service, config, clock))
  const places = new Places(AT_ONCE, MOST_WAITING)
  const meter = modelMeters(meters, providers)
  const ending = new AbortController()
  const needs = { providers, clock, timeoutSeconds: config.timeoutSeconds, ending: ending.signal }

  async function courseOf({ data, model, ...rest }: ModelQuestion, { books, onText }: Asker<unknown>): Promise<Course> {
    const [first] = providers
    if (!first) throw new ModelFailure('not_configured', 'no language model is set up')
    const exchange = { ...rest, data: JSON.stringify(data) }
    const question = new Question(
      needs,
      { exchange, model, books, onText: (soFar) => onText?.(soFar), onAttempt: meter.attempt },
      first,
    )
    if (exchange.instructions.length + exchange.data.length > MOST_CHARACTERS)
      return question.unasked(
        new ModelFailure('refused', `the language model is asked at most ${MOST_CHARACTERS} characters`),
      )
    return places
      .within(question.patience, () => question.ask())
      .catch((error: unknown) => {
        if (error instanceof ModelFailure) return question.unasked(error)
        throw error
      })
  }

  return {
    isConfigured: providers.length > 0,
    modelFor: (chosen) => providers[0]?.modelFor(chosen) ?? '',
    giveUp: () => ending.abort(),
    async ask(question, asker) {
      const begun = clock.now()
      const course = readCourse(await courseOf(question, asker), asker.read)
      const failure = course.ended instanceof ModelFailure ? course.ended : null
      meter.question(failure, clock.now().since(begun))
      if (failure) {
        const { kind, status, message } = failure
        logger.warn({ kind, status, provider: course.provider, model: course.model }, message)
      }
      return course
    },
  }
}

function readCourse<Answer>(course: Course, read: Asker<Answer>['read']): Course<Answer> {
  if (course.ended instanceof ModelFailure) return { ...course, ended: course.ended }
  try {
    return { ...course, ended: read(course.ended) }
  } catch (error) {
    if (error instanceof ModelFailure) return { ...course, ended: error }
    throw error
  }
}

/** @throws {ModelFailure} where something else was written. */
export function objectIn(written: string): object {
  const parsed = parsedJson(written)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new ModelFailure('nonsense', 'the language model did not answer a JSON object')
  return parsed
}

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
