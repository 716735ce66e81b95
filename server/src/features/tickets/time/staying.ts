import { Refusal } from '../../../kernel/refusal.ts'
import { type AtTheDesk, type Doer, type Expecting, requireStaff } from '../desk/at-the-desk.ts'
import { tell } from '../desk.ts'
import { changeTicket } from '../store.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { timeFactsOf } from './time-store.ts'
import { timeWords } from './words-time.ts'

export type Staying = ReturnType<typeof stayingOpen>

/** What people do so that a ticket does not close by itself. */
export function stayingOpen(desk: AtTheDesk) {
  return {
    /** The member or the staff still needs it: the silence begins anew. */
    async stay(doer: Doer, id: string): Promise<Ticket> {
      return desk.change(doer, id, {}, async (tx, { ticket, standing }, now) => {
        if (standing === 'other') throw new Refusal('forbidden', 'tickets.not_yours', timeWords.everywhere('not_yours'))
        if (!isUnsolved(ticket)) throw new Refusal('conflict', 'tickets.not_open', timeWords.everywhere('not_open'))
        const details = { rule: 'silence' }
        await tell(tx, ticket, { kind: 'kept_open', from: ticket.status, actorId: doer.userId, details }, now)
        return ticket
      })
    },

    /** Staff takes the ticket out of reminders, closing and archiving, or back into them. Null: the other of what it is. */
    async exclude(doer: Doer, id: string, wanted: boolean | null, expecting: Expecting = {}): Promise<boolean> {
      return desk.change(doer, id, expecting, async (tx, found, now) => {
        requireStaff(found)
        const { ticket } = found
        const { neverCloses } = await timeFactsOf(tx, ticket.id)
        const isExcluded = wanted ?? !neverCloses
        if (isExcluded === neverCloses) return isExcluded
        await changeTicket(tx, ticket, { never_closes: isExcluded }, now)
        const kind = isExcluded ? 'excluded' : 'included'
        await tell(tx, ticket, { kind, from: ticket.status, actorId: doer.userId, details: {} }, now)
        return isExcluded
      })
    },
  }
}
