import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { removeRunsBefore } from './funnel-store.ts'
import { removeOpenBefore } from './progress-store.ts'

const EVERY = { hours: 24 }
/** A little longer than the longest time that figures are asked for. */
const FIGURES_KEPT = { hours: 400 * 24 }
/** Whoever comes back later begins anew. */
const OPEN_KEPT = { hours: 365 * 24 }

/** Removes old figures, and how far members came who never came back. */
export function retentionWorker(needs: Pick<Platform, 'db' | 'clock' | 'logger'>): Worker {
  const { db, clock } = needs
  return repeating('onboarding.retain', needs, async () => {
    await removeOpenBefore(db, clock.now().subtract(OPEN_KEPT))
    await removeRunsBefore(db, clock.now().subtract(FIGURES_KEPT))
    return { at: clock.now().add(EVERY) }
  })
}
