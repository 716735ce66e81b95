import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { recordedOf } from './recording/message-store.ts'

/** The last messages of a ticket that stand there still, oldest first. */
export async function lastMessages(db: Db, guildId: GuildId, ticketId: string, most: number) {
  const rows = await db
    .selectFrom('ticket_messages')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('guild_id', '=', guildId)
    .where('deleted_at', 'is', null)
    .where('is_erased', '=', false)
    .orderBy('message_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(recordedOf).toReversed()
}
