import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { forgetBefore } from './ledger-store.ts'
import { ONE_OFF_STAYS_LISTED } from './rules.ts'
import { removeCompletedBefore } from './store.ts'

const EVERY = { hours: 1 }
const LEDGER_KEPT = { hours: 90 * 24 }

/** Removes completed reminders that are listed nowhere any more, and old lines of the ledger. */
export function retentionWorker(needs: { readonly db: Db; readonly clock: Clock; readonly logger: Logger }): Worker {
  const { db, clock } = needs
  return repeating('reminders.retain', needs, async () => {
    await removeCompletedBefore(db, clock.now().subtract(ONE_OFF_STAYS_LISTED))
    await forgetBefore(db, clock.now().subtract(LEDGER_KEPT))
    return { at: clock.now().add(EVERY) }
  })
}
