import type { Tx } from '../../platform/database/connect.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'

export async function announcementsOf(tx: Tx, { userId, guildId }: PersonInGuild): Promise<JsonObject[]> {
  const rows = await tx
    .selectFrom('announcements')
    .selectAll()
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    guild_id: row.guild_id,
    channel_id: row.channel_id,
    message_id: row.message_id,
    status: row.status,
    reading: row.reading,
    reminder_id: row.reminder_id,
    event_at: row.event_at?.toString() ?? null,
    edited_at: row.edited_at?.toString() ?? null,
    created_at: row.created_at.toString(),
  }))
}

export async function eraseAnnouncementsOf(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('announcements')
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
