import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { TICKETS_CHANNEL } from '../store.ts'
import { lookAt, type TimeNeeds } from './acting.ts'
import { isBefore } from './time.ts'
import { nextCheckAt, noteTime, ticketsToCheck } from './time-store.ts'

const AT_A_TIME = 50
/** Heals lost notices. */
const LONGEST_IDLE = { seconds: 30 }
const AFTER_FAILURE = { minutes: 1 }

/** Looks at tickets that changed or whose time has come, and does what is due; several processes may. */
export function timeWorker(needs: TimeNeeds): Worker {
  const { db, clock, logger, notices } = needs
  let changed = new AbortController()
  const wake = () => changed.abort()
  notices.on(TICKETS_CHANNEL, wake, wake)
  return repeating('tickets.time', { clock, logger }, async (signal) => {
    changed = new AbortController()
    const now = clock.now()
    const tickets = await ticketsToCheck(db, now, AT_A_TIME)
    for (const ticket of signal.aborted ? [] : tickets) {
      // One ticket that cannot be looked at holds up none of the others.
      await lookAt(needs, ticket).catch(async (error: unknown) => {
        if (!(error instanceof DiscordFailure)) logger.error({ err: error, ticket }, 'The time of a ticket failed')
        await noteTime(db, ticket, { checked_version: ticket.version, next_check_at: now.add(AFTER_FAILURE) })
      })
    }
    if (tickets.length > 0) return { at: now }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextCheckAt(db)]
    return { at: next && isBefore(next, latest) ? next : latest, sooner: changed.signal }
  })
}
