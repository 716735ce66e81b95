import type { Selectable } from 'kysely'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketCloseRequests } from '../../../platform/database/tables.ts'
import type { Ticket } from '../ticket.ts'

/** The member is asked to agree to the closing, which comes by itself when nothing happens until then. */
export interface CloseRequest {
  readonly id: string
  readonly ticketId: string
  readonly guildId: GuildId
  /** Null: erased. */
  readonly requestedBy: UserId | null
  readonly reason: string | null
  readonly dueAt: Temporal.Instant
}

/** Where one is under way it stays, and null is the answer. */
export async function insertCloseRequest(
  tx: Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  { requestedBy, reason, dueAt }: Pick<CloseRequest, 'requestedBy' | 'reason' | 'dueAt'>,
  now: Temporal.Instant,
): Promise<CloseRequest | null> {
  const row = await tx
    .insertInto('ticket_close_requests')
    .values({ ticket_id: id, guild_id: guildId, requested_by: requestedBy, reason, due_at: dueAt, created_at: now })
    .onConflict((conflict) => conflict.column('ticket_id').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? requestOf(row) : null
}

export async function findCloseRequest(db: Db | Tx, guildId: GuildId, id: string): Promise<CloseRequest | null> {
  const row = await db
    .selectFrom('ticket_close_requests')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? requestOf(row) : null
}

/** What the member of the ticket is asked now. */
export async function closeRequestOf(db: Db | Tx, ticketId: string): Promise<CloseRequest | null> {
  const row = await db
    .selectFrom('ticket_close_requests')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return row ? requestOf(row) : null
}

/**
 * Nothing closes by itself any more. Every move does this, and so does the member by speaking.
 * @returns whether there was a request.
 */
export async function cancelCloseRequest(tx: Tx, ticketId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_close_requests')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The oldest ones that are due, with nobody's lock: whoever closes looks again under the lock of the ticket. */
export async function dueCloseRequests(db: Db, now: Temporal.Instant, most: number): Promise<CloseRequest[]> {
  const rows = await db
    .selectFrom('ticket_close_requests')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most)
    .execute()
  return rows.map(requestOf)
}

/** When the next one is due. */
export async function nextCloseRequestAt(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('ticket_close_requests')
    .select('due_at')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

function requestOf(row: Selectable<TicketCloseRequests>): CloseRequest {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    requestedBy: row.requested_by === null ? null : UserId.parse(row.requested_by),
    reason: row.reason,
    dueAt: row.due_at,
  }
}
