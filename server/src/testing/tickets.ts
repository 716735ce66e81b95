import { DEMO } from '@alphapy/simulator'
import type { Updateable } from 'kysely'
import { openTicket } from '../features/tickets/desk.ts'
import { changeTicket, findTicket, nextNumber, type TicketDraft } from '../features/tickets/store.ts'
import type { Ticket } from '../features/tickets/ticket.ts'
import { GuildId, UserId } from '../kernel/ids.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Tickets } from '../platform/database/tables.ts'

/** A ticket of demo_member in the demo guild, as when its form was sent; then brought into that state. */
export async function ticketThere(
  db: Db,
  now: Temporal.Instant,
  draft: Partial<TicketDraft> = {},
  state: Updateable<Tickets> = {},
): Promise<Ticket> {
  const whole: TicketDraft = {
    guildId: GuildId.parse(DEMO.guild),
    panelId: null,
    openerId: UserId.parse(DEMO.people.demo_member),
    username: 'demo_member',
    language: 'en',
    description: 'My order did not arrive.',
    answers: [],
    interactionId: null,
    ...draft,
  }
  return db.transaction().execute(async (tx) => {
    const ticket = await openTicket(tx, whole, await nextNumber(tx, whole.guildId), now)
    return Object.keys(state).length === 0 ? ticket : changeTicket(tx, ticket, state, now)
  })
}

/** As it is now. */
export async function ticketNow(db: Db, { guildId, id }: Pick<Ticket, 'guildId' | 'id'>): Promise<Ticket> {
  const ticket = await findTicket(db, guildId, id)
  if (!ticket) throw new Error('the ticket is gone')
  return ticket
}
