import { GuildId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { ticketOf } from '../store.ts'
import type { Ticket } from '../ticket.ts'

/** Those with tickets that are closed and not archived. */
export async function guildsWithClosed(db: Db): Promise<GuildId[]> {
  const rows = await db.selectFrom('tickets').select('guild_id').distinct().where('status', '=', 'closed').execute()
  return rows.map(({ guild_id }) => GuildId.parse(guild_id))
}

/** Of those that nobody excluded, longest closed first. */
export async function closedBefore(
  db: Db,
  guildId: GuildId,
  before: Temporal.Instant,
  most: number,
): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('status', '=', 'closed')
    .where('closed_at', '<=', before)
    .where('never_closes', '=', false)
    .orderBy('closed_at')
    .limit(most)
    .execute()
  return rows.map(ticketOf)
}
