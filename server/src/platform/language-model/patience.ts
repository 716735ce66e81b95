import type { Clock } from '../../kernel/clock.ts'
import { Breaker } from './breaker.ts'
import { ModelFailure } from './failure.ts'
import type { Converse } from './openai-service.ts'

const WAIT_BEFORE_REPEAT_MS = 500

interface Patience {
  readonly clock: Clock
  readonly timeoutSeconds: number
}

/** Asks once more where the service is busy or broken, if the wait that it asks for leaves time; and not at all while it fails again and again. */
export function patient(converse: Converse, { clock, timeoutSeconds }: Patience): Converse {
  const breaker = new Breaker()

  const attempt: Converse = async (exchange, signal) => {
    breaker.check(clock.now())
    const written = await converse(exchange, signal).catch((error: unknown) => {
      if (!(error instanceof ModelFailure) || !error.isOfService) breaker.worked()
      else breaker.failed(clock.now())
      throw error
    })
    breaker.worked()
    return written
  }

  return async (exchange, signal) => {
    const givenUpAt = clock.now().add({ seconds: timeoutSeconds })
    return attempt(exchange, signal).catch(async (error: unknown) => {
      if (!(error instanceof ModelFailure) || error.status === null || !error.isOfService || error.status === 401)
        throw error
      const again = error.resetsAt ?? clock.now().add({ milliseconds: WAIT_BEFORE_REPEAT_MS })
      if (Temporal.Instant.compare(again, givenUpAt) >= 0) throw error
      await clock.waitUntil(again, signal)
      if (signal.aborted) throw error
      return attempt(exchange, signal)
    })
  }
}
