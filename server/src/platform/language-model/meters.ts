import type { Meters } from '../metrics/meters.ts'
import { ModelFailure } from './failure.ts'
import type { Provider } from './provider.ts'
import type { Asked } from './question.ts'

const NANO = 1e9
/** So many services there can be. */
const PLACES = ['first', 'second'] as const

/** What Prometheus is told of language models; of no guild and of nobody who asked. */
export function modelMeters(meters: Meters, providers: readonly Pick<Provider, 'rest'>[]) {
  const questions = meters.durations({
    name: 'language_model_duration_seconds',
    help: 'How long questions to the language model took, by how they ended.',
    labels: ['outcome'],
    bounds: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  })
  const attempts = meters.counter({
    name: 'language_model_attempts_total',
    help: 'How often a service was asked, by how that ended; a question may take several.',
    labels: ['provider', 'outcome'],
  })
  const tokens = meters.counter({
    name: 'language_model_tokens_total',
    help: 'Tokens that were read and written; where a service does not say how many, the most that can be.',
    labels: ['provider', 'direction'],
  })
  const dollars = meters.counter({
    name: 'language_model_cost_dollars_total',
    help: 'What that cost by the prices that are known, in US dollars.',
    labels: ['provider'],
  })
  for (const [at, place] of PLACES.entries())
    meters.gauge(
      {
        name: `language_model_${place}_resting`,
        help: `Whether the ${place} service is left alone, because it fails or asks for it: 1 or 0.`,
      },
      () => {
        const provider = providers[at]
        return provider ? Number(provider.rest() !== null) : null
      },
    )
  const onAttempt: Asked['onAttempt'] = (provider, ended, spent) => {
    attempts({ provider, outcome: ended instanceof ModelFailure ? ended.kind : 'answered' })
    tokens({ provider, direction: 'read' }, spent.read)
    tokens({ provider, direction: 'written' }, spent.written)
    dollars({ provider }, spent.nanoDollars / NANO)
  }
  return {
    attempt: onAttempt,
    question: (failure: ModelFailure | null, took: Temporal.Duration) =>
      questions({ outcome: failure?.kind ?? 'answered' }, took.total('seconds')),
  }
}
