import type { Clock } from '../../kernel/clock.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { PersonInGuild, Privacy } from '../../platform/privacy.ts'
import { moveTicket } from './desk.ts'
import * as store from './privacy-store.ts'

/** Tickets stay for the statistics of the guild, without the person and without what was written. */
export function ticketPrivacy(clock: Clock): Privacy {
  return {
    tables: ['tickets', 'ticket_events', 'ticket_notes', 'ticket_people', 'ticket_close_requests'],
    export: store.exportTickets,
    async erase(tx, person) {
      await giveBack(tx, person, clock.now())
      return store.eraseFromTickets(tx, person, clock.now())
    },
  }
}

/** What somebody has claimed must not be nobody's and claimed. */
async function giveBack(tx: Tx, person: PersonInGuild, now: Temporal.Instant): Promise<void> {
  for (const ticket of await store.claimedUnsolved(tx, person))
    await moveTicket(tx, ticket, 'unclaim', { userId: null, standing: 'system' }, { rule: 'erasure' }, now)
}
