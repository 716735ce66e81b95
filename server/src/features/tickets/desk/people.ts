import type { UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { tell } from '../desk.ts'
import { isStaff, standingOf } from '../standing.ts'
import { changeTicket } from '../store.ts'
import type { Ticket } from '../ticket.ts'
import { deskWords } from '../words-desk.ts'
import { type AtTheDesk, type Doer, requireStaff } from './at-the-desk.ts'
import { deletePerson, insertPerson, peopleOf } from './people-store.ts'

/** Each is an overwrite of the channel, of which Discord has a bounded number. */
const MOST_PEOPLE = 20

/** Members whom staff bring into the channel of a ticket, and take out again. What is stored is settled in Discord. */
export function ticketPeople(desk: AtTheDesk) {
  return {
    async add(doer: Doer, id: string, userId: UserId): Promise<Ticket> {
      const person = await desk.personIn(doer.guildId, userId)
      return desk.change(doer, id, {}, async (tx, found, now) => {
        requireStaff(found)
        const { ticket, terms } = found
        if (!person) throw new Refusal('invalid', 'tickets.not_a_member', deskWords.everywhere('not_a_member'))
        if (ticket.status === 'archived')
          throw new Refusal('conflict', 'tickets.channel_gone', deskWords.everywhere('channel_gone'))
        const isThere = userId === ticket.openerId || isStaff(standingOf(ticket, terms, person))
        if ((await peopleOf(tx, id)).length >= MOST_PEOPLE)
          throw new Refusal('limit', 'tickets.people_full', deskWords.everywhere('people_full', { most: MOST_PEOPLE }))
        if (isThere || !(await insertPerson(tx, ticket, { userId, addedBy: doer.userId }, now)))
          throw new Refusal('conflict', 'tickets.is_there', deskWords.everywhere('is_there'))
        const changed = await changeTicket(tx, ticket, {}, now)
        const told = { kind: 'person_added', from: ticket.status, actorId: doer.userId, details: { person: userId } }
        await tell(tx, changed, told, now)
        return changed
      })
    },

    async remove(doer: Doer, id: string, userId: UserId): Promise<Ticket> {
      return desk.change(doer, id, {}, async (tx, found, now) => {
        requireStaff(found)
        const { ticket } = found
        if (!(await deletePerson(tx, id, userId)))
          throw new Refusal('not_found', 'tickets.was_not_added', deskWords.everywhere('was_not_added'))
        const changed = await changeTicket(tx, ticket, {}, now)
        const told = { kind: 'person_removed', from: ticket.status, actorId: doer.userId, details: { person: userId } }
        await tell(tx, changed, told, now)
        return changed
      })
    },
  }
}
