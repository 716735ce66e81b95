import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import { plainRow } from '../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'

export async function writtenBy(tx: Tx, { userId, guildId }: PersonInGuild): Promise<JsonObject[]> {
  const rows = await tx
    .selectFrom('ticket_messages')
    .select([
      'message_id',
      'ticket_id',
      'guild_id',
      'author_name',
      'content',
      'embeds',
      'sent_at',
      'edited_at',
      'deleted_at',
    ])
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('message_id')
    .execute()
  return rows.map(plainRow)
}

export async function formerlyWrittenBy(tx: Tx, { userId, guildId }: PersonInGuild): Promise<JsonObject[]> {
  const rows = await tx
    .selectFrom('ticket_message_versions')
    .select(['message_id', 'guild_id', 'content', 'embeds', 'until'])
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('message_id')
    .orderBy('number')
    .execute()
  return rows.map(plainRow)
}

export async function attachedBy(tx: Tx, { userId, guildId }: PersonInGuild): Promise<JsonObject[]> {
  const rows = await tx
    .selectFrom('ticket_attachments')
    .select(['id', 'message_id', 'guild_id', 'name', 'size', 'content_type', 'state'])
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('id')
    .execute()
  return rows.map(plainRow)
}

/** That something was said, and when, stays: without it the answers of others would hang in the air. */
export async function eraseWritten(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket_messages')
    .set({
      author_id: null,
      author_name: '',
      author_avatar: null,
      content: '',
      embeds: '[]',
      components: '[]',
      stickers: [],
      mentions: '{}',
      words: '',
      is_withheld: false,
      is_erased: true,
    })
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export async function eraseFormer(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_message_versions')
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function eraseAttached(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const rows = await tx
    .updateTable('ticket_attachments')
    .set({ author_id: null, name: '', url: '', content_type: null, state: 'erased', lease: null })
    .where('author_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx.deleteFrom('ticket_attachment_bytes').where('attachment_id', 'in', ids).execute()
  return ids.length
}

/** How others' messages call the person. */
export async function eraseMentions(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update ticket_messages set mentions = mentions - ${userId}::text
    where mentions <> '{}' and mentions ? ${userId}::text and ${guildId === null ? sql`true` : sql`guild_id = ${guildId}`}`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
