import type { Db } from '../../../platform/database/connect.ts'
import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { moveTicket } from '../desk.ts'
import { lockTicket } from '../store.ts'
import { isUnsolved } from '../ticket.ts'
import * as store from './close-request-store.ts'

const AT_A_TIME = 50
/** A request that another process stored is seen at the latest then; none is due sooner than an hour after it was made. */
const LONGEST_IDLE = { minutes: 1 }

/** Closes the tickets whose member was asked and said nothing. */
export function closeRequestWorker({ db, clock, logger }: Pick<Platform, 'db' | 'clock' | 'logger'>): Worker {
  return repeating('tickets.close_requests', { clock, logger }, async (signal) => {
    const now = clock.now()
    const due = await store.dueCloseRequests(db, now, AT_A_TIME)
    let closed = 0
    for (const request of signal.aborted ? [] : due) {
      // One ticket that cannot be closed holds up none of the others.
      await closeUnanswered(db, request, now).then(
        () => (closed += 1),
        (err: unknown) =>
          logger.error({ err, ticketId: request.ticketId }, 'A ticket could not be closed; tried again'),
      )
    }
    if (due.length === AT_A_TIME && closed > 0) return { at: now }
    const [latest, next] = [now.add(LONGEST_IDLE), await store.nextCloseRequestAt(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0 && Temporal.Instant.compare(next, now) > 0
    return { at: isSooner ? next : latest }
  })
}

/** Another process, the member or the staff may have been faster: the lock of the ticket decides. */
async function closeUnanswered(db: Db, { id, ticketId, guildId }: store.CloseRequest, now: Temporal.Instant) {
  await db.transaction().execute(async (tx) => {
    const ticket = await lockTicket(tx, guildId, ticketId)
    const request = await store.findCloseRequest(tx, guildId, id)
    if (!ticket || !request || !isUnsolved(ticket)) return
    const details = { ...(request.reason !== null && { reason: request.reason }), rule: 'close_request' }
    await moveTicket(tx, ticket, 'close', { userId: null, standing: 'system' }, details, now)
  })
}
