import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { findLost } from './calls-store.ts'
import { modelLedger } from './ledger.ts'

const EVERY = { minutes: 5 }
/** Longer than any call takes: four times the longest time-out, and what it waits before. */
const LOST_AFTER = { minutes: 10 }
const AT_A_TIME = 100

/** Ends calls whose process ended first; what they may have cost counts as spent. */
export function lostWorker(platform: Platform): Worker {
  const { db, clock } = platform
  const ledger = modelLedger(platform)
  return repeating('gpt.lost_calls', platform, async (signal) => {
    const lost = await findLost(db, clock.now().subtract(LOST_AFTER), AT_A_TIME)
    for (const { reserved, ...call } of signal.aborted ? [] : lost) {
      const spent = { read: 0, written: reserved.tokens, nanoDollars: reserved.nanoDollars }
      const ended = { ...call, spent, latencyMs: null, limitedUntil: null, endedAt: clock.now() }
      await ledger.settle(null, { ...call, reserved }, { ...ended, outcome: 'lost' })
    }
    return { at: lost.length < AT_A_TIME ? clock.now().add(EVERY) : clock.now() }
  })
}
