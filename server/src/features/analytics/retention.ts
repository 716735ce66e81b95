import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { forgetRuns, forgetUsage } from './run-store.ts'

const RUNS_KEPT = { hours: 24 * 90 }
/** More than the year that can be asked for. */
const USAGE_KEPT = { hours: 24 * 400 }
const AT_A_TIME = 10_000

/** Who ran what is forgotten after 90 days; how often, after 400. */
export function retentionWorker({ db, clock, logger }: Pick<Platform, 'db' | 'clock' | 'logger'>): Worker {
  return repeating('analytics.forget', { clock, logger }, async () => {
    const now = clock.now()
    await forgetUsage(db, now.subtract(USAGE_KEPT))
    const isMore = await forgetRuns(db, now.subtract(RUNS_KEPT), AT_A_TIME)
    return { at: isMore ? now : now.add({ hours: 1 }) }
  })
}
