import { UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { Ticket } from '../ticket.ts'

/** Who is in the channel of the ticket besides its opener and its staff. */
export async function peopleOf(db: Db | Tx, ticketId: string): Promise<UserId[]> {
  const rows = await db
    .selectFrom('ticket_people')
    .select('user_id')
    .where('ticket_id', '=', ticketId)
    .orderBy('added_at')
    .orderBy('user_id')
    .execute()
  return rows.map(({ user_id }) => UserId.parse(user_id))
}

/** @returns whether the person was not there yet. */
export async function insertPerson(
  tx: Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  { userId, addedBy }: { readonly userId: UserId; readonly addedBy: UserId },
  now: Temporal.Instant,
): Promise<boolean> {
  const row = { ticket_id: id, guild_id: guildId, user_id: userId, added_by: addedBy, added_at: now }
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('ticket_people')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** @returns whether the person was there. */
export async function deletePerson(tx: Tx, ticketId: string, userId: UserId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_people')
    .where('ticket_id', '=', ticketId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
