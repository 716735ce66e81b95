import type { Clock } from '../../kernel/clock.ts'
import type { Config } from '../config/config.ts'
import { Breaker } from './breaker.ts'
import { ModelFailure } from './failure.ts'
import type { Attempt, Converse, Exchange } from './openai-service.ts'
import { type Price, priceOf } from './prices.ts'
import type { Service } from './services.ts'

/** One service with how it fares, for as long as the process lives. */
export interface Provider extends Pick<Service, 'name'> {
  /** The model that answers where the guild chose this one, or none. */
  modelFor(chosen: string | null): string
  priceOf(model: string): Price
  /** Why it is not to be asked now; null where it may be. */
  rest(): ModelFailure | null
  readonly converse: Converse
}

export function provider(service: Service, config: Config['languageModel'], clock: Clock): Provider {
  const breaker = new Breaker()
  const converse = loadedLater({ ...service, timeoutMs: config.timeoutSeconds * 1000, clock })
  return {
    name: service.name,
    modelFor: (chosen) => (service.isChosenByGuilds ? (chosen ?? service.model) : service.model),
    priceOf: (model) => priceOf(service, model, config),
    rest: () => breaker.rest(clock.now()),
    async converse(exchange, listening) {
      const attempt = await converse(exchange, listening)
      const { ended } = attempt
      if (ended instanceof ModelFailure && ended.isOfService) breaker.failed(clock.now(), ended)
      else breaker.worked()
      return attempt
    },
  }
}

function loadedLater(needs: Service & { readonly timeoutMs: number; readonly clock: Clock }): Converse {
  let service: Promise<Converse> | null = null
  return async (exchange: Exchange, listening): Promise<Attempt> => {
    service ??= import('./openai-service.ts').then(({ openaiService }) => openaiService(needs))
    return (await service)(exchange, listening)
  }
}
