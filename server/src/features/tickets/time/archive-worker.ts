import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { moveTicket } from '../desk.ts'
import type { TicketPorts } from '../ports.ts'
import { lockTicket } from '../store.ts'
import { archiveHoursOf } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { closedBefore, guildsWithClosed } from './archive-store.ts'
import { archiveFacts } from './archiving.ts'

type ArchiveNeeds = Pick<Platform, 'db' | 'clock' | 'logger' | 'settings'> & Pick<TicketPorts, 'recordings'>

/** More than a guild has channels: those whose transcript lacks something hold up none of the others. */
const AT_A_TIME = 500
const EVERY = { minutes: 1 }

/** Archives what has been closed for as long as its guild wants; several processes may. */
export function archiveWorker(needs: ArchiveNeeds): Worker {
  const { db, clock, logger, settings } = needs
  return repeating('tickets.archiving', { clock, logger }, async (signal) => {
    for (const guildId of await guildsWithClosed(db)) {
      const hours = await archiveHoursOf(settings, guildId)
      const due = hours === null ? [] : await closedBefore(db, guildId, clock.now().subtract({ hours }), AT_A_TIME)
      for (const ticket of due) {
        if (signal.aborted) break
        await archive(needs, ticket, hours ?? 0).catch((err: unknown) =>
          logger.error({ err, ticketId: ticket.id }, 'A ticket could not be archived; tried again'),
        )
      }
    }
    return { at: clock.now().add(EVERY) }
  })
}

/** As by hand. Where the transcript lacks something, its reading is asked for, and another turn looks again. */
async function archive({ db, clock, recordings }: ArchiveNeeds, seen: Ticket, hours: number): Promise<void> {
  if (!(await recordings.isComplete(seen))) return
  await db.transaction().execute(async (tx) => {
    const ticket = await lockTicket(tx, seen.guildId, seen.id)
    // Another process, or people, were faster.
    if (ticket?.version !== seen.version) return
    const details = { rule: 'closed', because: archiveFacts(ticket, hours) }
    await moveTicket(tx, ticket, 'archive', { userId: null, standing: 'system' }, details, clock.now())
  })
}
