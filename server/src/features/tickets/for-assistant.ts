import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import type { Platform } from '../../platform/feature.ts'
import { takeClosings } from './closings-store.ts'
import { atTheDesk, doerOf } from './desk/at-the-desk.ts'
import { findTicket, TICKETS_CHANNEL } from './store.ts'
import type { Ticket } from './ticket.ts'

/** Tickets as whoever helps their staff needs them. */
export function ticketsForAssistant(platform: Platform) {
  const desk = atTheDesk(platform)
  return {
    find: (db: Db | Tx, guildId: GuildId, ticketId: string): Promise<Ticket | null> =>
      findTicket(db, guildId, ticketId),
    /** @throws {Refusal} where the guild has no such ticket, or whoever acted is not of its staff. */
    async findAsStaff(invocation: Invocation, ticketId: string): Promise<Ticket> {
      return (await desk.findAsStaff(doerOf(invocation), ticketId)).ticket
    },
    takeClosings,
    onChange: (wake: () => void) => platform.notices.on(TICKETS_CHANNEL, wake, wake),
  }
}
