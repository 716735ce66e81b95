import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** Closed tickets wait here for whoever works with them afterwards. */
export async function noteClosing(tx: Tx, ticketId: string): Promise<void> {
  await tx
    .insertInto('ticket_closings')
    .values({ ticket_id: ticketId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes them out; should the transaction not commit, they are there again. */
export async function takeClosings(tx: Tx, most: number): Promise<{ guildId: GuildId; ticketId: string }[]> {
  const { rows } = await sql<{ guild_id: string; ticket_id: string }>`
    delete from ticket_closings closing using tickets ticket
    where ticket.id = closing.ticket_id and closing.ticket_id in (
      select ticket_id from ticket_closings order by ticket_id limit ${most} for update skip locked
    )
    returning ticket.guild_id, closing.ticket_id`.execute(tx)
  return rows.map((row) => ({ guildId: GuildId.parse(row.guild_id), ticketId: row.ticket_id }))
}
