import { MILESTONE_CHANNEL } from '../../platform/events/milestones.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { guildsWithDue, nextDue } from './store.ts'
import { notBefore, type TipService } from './tips.ts'

const BATCH = 50
/** Heals lost notices. */
const LONGEST_IDLE = { minutes: 10 }

/** Tells the tips whose time has come. Each guild asked about is told or postponed, so that none keeps others waiting. */
export function tipWorker(
  needs: Pick<Platform, 'db' | 'clock' | 'logger' | 'notices'>,
  { tellNext }: Pick<TipService, 'tellNext'>,
): Worker {
  const { db, clock, notices } = needs
  let reached = new AbortController()
  const wake = () => reached.abort()
  notices.on(MILESTONE_CHANNEL, wake, wake)
  return repeating('tips.tell', needs, async (signal) => {
    reached = new AbortController()
    const now = clock.now()
    const moment = { now, notBefore: notBefore(now) }
    const guilds = await guildsWithDue(db, moment, BATCH)
    for (const guildId of guilds) if (!signal.aborted) await tellNext(guildId)
    if (guilds.length === BATCH) return { at: now }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextDue(db, moment)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: reached.signal }
  })
}
