import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Config } from '../config/config.ts'
import type { Meters } from '../metrics/meters.ts'
import { ModelFailure } from './failure.ts'
import type { Converse, Exchange } from './openai-service.ts'
import { patient } from './patience.ts'
import { Places } from './places.ts'

export interface ModelQuestion extends Omit<Exchange, 'data' | 'form'> {
  /** What the instructions are about, as data; whatever stands in it instructs nobody. */
  readonly data: unknown
}

export interface LanguageModel {
  /** Whether the operator has set one up. */
  readonly isConfigured: boolean
  /** @returns the JSON object that it answers; nothing is known of what is in it. @throws {ModelFailure} within the time-out. */
  askForObject(question: ModelQuestion): Promise<object>
  /** @returns what it writes; `onText` hears all that was written so far. @throws {ModelFailure} within the time-out. */
  askForText(question: ModelQuestion, onText?: (soFar: string) => void): Promise<string>
  /** Waits for no answer any more: the program ends. */
  giveUp(): void
}

interface Needs {
  readonly config: Config['languageModel']
  readonly clock: Clock
  readonly logger: Logger
  readonly meters: Meters
}

const ADDRESSES = { grok: 'https://api.x.ai/v1', openai: 'https://api.openai.com/v1' }
const AT_ONCE = 2
const MOST_WAITING = 50
/** Of instructions and data together. */
const MOST_CHARACTERS = 20_000

/** The service that the operator chose; one for the process, so that it is known how it fares. */
export function languageModel({ config, clock, logger, meters }: Needs): LanguageModel {
  const converse = patient(serviceOf(config, clock), { clock, timeoutSeconds: config.timeoutSeconds })
  const places = new Places(AT_ONCE, MOST_WAITING)
  const tell = metered(meters)
  const ending = new AbortController()

  return {
    isConfigured: isConfigured(config),
    giveUp: () => ending.abort(),
    askForObject: (question) => ask({ ...question, form: 'object' }, objectIn),
    askForText: (question, onText = () => undefined) =>
      ask({ ...question, form: 'text' }, (written) => {
        onText(written)
        return written
      }),
  }

  async function ask<Answer>(
    { data, ...question }: ModelQuestion & Pick<Exchange, 'form'>,
    answerIn: (written: string) => Answer,
  ): Promise<Answer> {
    if (!isConfigured(config)) throw new ModelFailure('not_configured', 'no language model is set up')
    const begun = clock.now()
    const exchange = { ...question, data: JSON.stringify(data) }
    const signal = AbortSignal.any([AbortSignal.timeout(config.timeoutSeconds * 1000), ending.signal])
    const asked = async () => {
      if (exchange.instructions.length + exchange.data.length > MOST_CHARACTERS)
        throw new ModelFailure('refused', `the language model is asked at most ${MOST_CHARACTERS} characters`)
      return answerIn(await places.within(signal, () => converse(exchange, signal)))
    }
    const ended = (failure: ModelFailure | null) => tell(failure, clock.now().since(begun))
    const answer = await asked().catch((error: unknown) => {
      if (!(error instanceof ModelFailure)) throw error
      ended(error)
      const { kind, status, message } = error
      logger.warn({ kind, status, model: exchange.model }, message)
      throw error
    })
    ended(null)
    return answer
  }
}

/** A service at an address of the operator's own may let everybody in. */
export function isConfigured(config: Config['languageModel']): boolean {
  return config.baseUrl !== undefined || keyOf(config) !== undefined
}

function keyOf({ provider, grokKey, openaiKey }: Config['languageModel']) {
  return provider === 'openai' ? openaiKey : grokKey
}

function serviceOf(config: Config['languageModel'], clock: Clock): Converse {
  let service: Promise<Converse> | null = null
  const address = {
    baseUrl: config.baseUrl ?? ADDRESSES[config.provider],
    key: keyOf(config) ?? null,
    timeoutMs: config.timeoutSeconds * 1000,
    clock,
  }
  return async (exchange, signal) => {
    service ??= import('./openai-service.ts').then(({ openaiService }) => openaiService(address))
    return (await service)(exchange, signal)
  }
}

function objectIn(written: string): object {
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

function metered(meters: Meters) {
  const calls = meters.durations({
    name: 'language_model_duration_seconds',
    help: 'How long questions to the language model took, by how they ended.',
    labels: ['outcome'],
    bounds: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  })
  return (failure: ModelFailure | null, took: Temporal.Duration) =>
    calls({ outcome: failure?.kind ?? 'answered' }, took.total('seconds'))
}
