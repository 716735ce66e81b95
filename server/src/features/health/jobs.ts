import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import type { HealthService } from './service.ts'

/** Takes a sample at the start of every minute; of several processes that do, one is kept. */
export function healthSampler(
  service: HealthService,
  surroundings: { readonly clock: Clock; readonly logger: Logger },
): Worker {
  return repeating('health.sample', surroundings, async () => {
    await service.sample()
    const minute = surroundings.clock.now().round({ smallestUnit: 'minute', roundingMode: 'floor' })
    return { at: minute.add({ minutes: 1 }) }
  })
}
