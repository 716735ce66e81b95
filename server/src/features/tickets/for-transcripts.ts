import type { ChannelId, GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { archivedTickets, findByNumber, findTicket, placedTickets, TICKETS_CHANNEL } from './store.ts'

/** What the recording of ticket channels needs to know of tickets. */
export const ticketRooms = {
  notices: TICKETS_CHANNEL,
  placed: (
    db: Db,
    guildId?: GuildId,
  ): Promise<readonly { ticketId: string; guildId: GuildId; channelId: ChannelId }[]> => placedTickets(db, guildId),
  async describe(db: Db | Tx, guildId: GuildId, ticketId: string) {
    const ticket = await findTicket(db, guildId, ticketId)
    if (!ticket) return null
    const { number, username, openerId, status, description, answers, createdAt, closedAt, archivedAt } = ticket
    return { number, username, openerId, status, description, answers, openedAt: createdAt, closedAt, archivedAt }
  },
  numbered: findByNumber,
  archivedBefore: archivedTickets,
}
