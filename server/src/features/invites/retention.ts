import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { forgetStays } from './count-store.ts'
import { forgetGone } from './watch-store.ts'

const EVERY = { hours: 1 }
const STAYS_KEPT = { hours: 400 * 24 }
/** Longer than a join waits for its event. */
const GONE_INVITES_KEPT = { hours: 24 }
/** Small enough to hold up nobody. */
const BATCH = 1000

/** Forgets who left long ago, not that somebody had come; and invites that are gone. */
export function retentionWorker(needs: { readonly db: Db; readonly clock: Clock; readonly logger: Logger }): Worker {
  const { db, clock } = needs
  return repeating('invites.retain', needs, async (signal) => {
    const now = clock.now()
    await forgetGone(db, now.subtract(GONE_INVITES_KEPT))
    const forgotten = await forgetStays(db, now.subtract(STAYS_KEPT), BATCH)
    return { at: forgotten === BATCH && !signal.aborted ? now : now.add(EVERY) }
  })
}
