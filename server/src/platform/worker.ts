import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'

/** Background work of the role `worker`. `run` returns, with its work brought to an end, soon after the signal aborts. */
export interface Worker {
  readonly name: string
  run(signal: AbortSignal): Promise<void>
}

/** When the next turn is due; `sooner` aborts when something happened that makes it due at once. */
export interface NextTurn {
  readonly at: Temporal.Instant
  readonly sooner?: AbortSignal
}

interface Surroundings {
  readonly clock: Clock
  readonly logger: Logger
}

const AFTER_FAILURE = { seconds: 1 }

/** A worker that takes turn after turn. A turn that fails is logged and tried again after a second. */
export function repeating(
  name: string,
  { clock, logger }: Surroundings,
  turn: (signal: AbortSignal) => Promise<NextTurn>,
): Worker {
  const afterFailure = (err: unknown): NextTurn => {
    logger.error({ err, worker: name }, 'A background turn failed; it is tried again')
    return { at: clock.now().add(AFTER_FAILURE) }
  }
  return {
    name,
    async run(signal) {
      while (!signal.aborted) {
        const next = await turn(signal).catch(afterFailure)
        await clock.waitUntil(next.at, next.sooner ? AbortSignal.any([signal, next.sooner]) : signal)
      }
    },
  }
}
