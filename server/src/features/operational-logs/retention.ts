import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { removeChanges, removeEvents } from './store.ts'

const EVERY = { hours: 1 }
const EVENTS_KEPT = { hours: 30 * 24 }
const CHANGES_KEPT = { hours: 24 }
/** Small enough to hold up nobody. */
const BATCH = 1000

/** Removes what the log and the streams keep no more. */
export function retentionWorker({ db, clock, logger }: Pick<Platform, 'db' | 'clock' | 'logger'>): Worker {
  return repeating('operational_logs.retain', { clock, logger }, async (signal) => {
    const now = clock.now()
    const events = await removeEvents(db, now.subtract(EVENTS_KEPT), BATCH)
    const changes = await removeChanges(db, now.subtract(CHANGES_KEPT), BATCH)
    const isMore = !signal.aborted && Math.max(events, changes) === BATCH
    return { at: isMore ? now : now.add(EVERY) }
  })
}
