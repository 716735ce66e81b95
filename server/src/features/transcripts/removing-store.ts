import { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

export interface MarkedTicket {
  readonly ticketId: string
  readonly guildId: GuildId
}

/** Some of the tickets that have a transcript, in the order of their ids. */
export async function ticketsAfter(db: Db, after: string, limit: number): Promise<MarkedTicket[]> {
  const rows = await db
    .selectFrom('transcript_marks')
    .select(['ticket_id', 'guild_id'])
    .where('ticket_id', '>', after)
    .orderBy('ticket_id')
    .limit(limit)
    .execute()
  return rows.map(({ ticket_id, guild_id }) => ({ ticketId: ticket_id, guildId: GuildId.parse(guild_id) }))
}

/** What was said in them; that there were transcripts stays, so that they are not read again. */
export async function removeTranscripts(db: Db, ticketIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ticketIds.length === 0) return
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('transcript_marks')
      .set({ removed_at: now })
      .where('ticket_id', 'in', [...ticketIds])
      .execute()
    await tx
      .deleteFrom('ticket_messages')
      .where('ticket_id', 'in', [...ticketIds])
      .execute()
  })
}
