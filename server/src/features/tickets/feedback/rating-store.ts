import type { UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { ticketOf } from '../store.ts'
import type { Ticket } from '../ticket.ts'

/** What a member thought of how the ticket was dealt with. */
export interface Rating {
  readonly score: number
  readonly comment: string | null
  readonly ratedAt: Temporal.Instant
}

interface Closing {
  readonly ticketId: string
  readonly closedAt: Temporal.Instant
}

export async function findRating(db: Db | Tx, { ticketId, closedAt }: Closing): Promise<Rating | null> {
  const row = await db
    .selectFrom('ticket_ratings')
    .select(['score', 'comment', 'rated_at'])
    .where('ticket_id', '=', ticketId)
    .where('closed_at', '=', closedAt)
    .executeTakeFirst()
  return row ? { score: row.score, comment: row.comment, ratedAt: row.rated_at } : null
}

/** The one for the closing is changed where there is one; a comment stays unless another is written. */
export async function saveRating(
  tx: Tx,
  { ticketId, closedAt }: Closing,
  { guildId, openerId }: Pick<Ticket, 'guildId' | 'openerId'>,
  { score, comment }: { readonly score: number; readonly comment?: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const change = { score, rated_at: now, ...(comment !== undefined && { comment }) }
  await tx
    .insertInto('ticket_ratings')
    .values({ ticket_id: ticketId, closed_at: closedAt, guild_id: guildId, user_id: openerId, ...change })
    .onConflict((conflict) => conflict.columns(['ticket_id', 'closed_at']).doUpdateSet(change))
    .execute()
}

/** Of whatever guild: a direct message says of none, so the opener has to be the one. */
export async function findOwnTicket(db: Db, openerId: UserId, id: string): Promise<Ticket | null> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', id)
    .where('opener_id', '=', openerId)
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}
