import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { forgetDrafts } from './draft-store.ts'
import { KEPT } from './drafts.ts'

/** Drafts of a day ago cannot be used any more, and are forgotten. */
export function retentionWorker({ db, clock, logger }: Pick<Platform, 'db' | 'clock' | 'logger'>): Worker {
  return repeating('channel_tools.forget_drafts', { clock, logger }, async () => {
    const now = clock.now()
    await forgetDrafts(db, now.subtract(KEPT))
    return { at: now.add({ hours: 1 }) }
  })
}
