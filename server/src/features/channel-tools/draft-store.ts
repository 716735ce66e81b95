import type { Selectable } from 'kysely'
import { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { EmbedDrafts } from '../../platform/database/tables.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'
import type { EmbedFields } from './embed.ts'

/** An embed that somebody has written, as it was typed. */
export interface Draft {
  readonly id: string
  readonly guildId: GuildId
  readonly userId: UserId
  readonly channelId: ChannelId
  readonly fields: EmbedFields
  /** Since then it may have been sent. */
  readonly sendingAt: Temporal.Instant | null
  /** Once it is known to have been sent. */
  readonly messageId: MessageId | null
  readonly createdAt: Temporal.Instant
}

type NewDraft = Pick<Draft, 'guildId' | 'userId' | 'channelId' | 'fields'>

/** Whose, and which. */
export interface OwnDraft {
  readonly id: string
  readonly guildId: GuildId
  readonly userId: UserId
}

export async function insertDraft(db: Db, draft: NewDraft, now: Temporal.Instant): Promise<Draft> {
  const { guildId, userId, channelId, fields } = draft
  const row = await db
    .insertInto('embed_drafts')
    .values({ guild_id: guildId, user_id: userId, channel_id: channelId, ...columns(fields), created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return draftOf(row)
}

export async function findDraft(
  db: Db,
  { id, guildId, userId }: OwnDraft,
  madeAfter: Temporal.Instant,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('embed_drafts')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('created_at', '>', madeAfter)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** Null when it is being sent or was sent. */
export async function changeDraft(db: Db, id: string, fields: EmbedFields): Promise<Draft | null> {
  const row = await db
    .updateTable('embed_drafts')
    .set(columns(fields))
    .where('id', '=', id)
    .where('sending_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** With null: it was certainly not sent. */
export async function noteSending(db: Db, id: string, at: Temporal.Instant | null): Promise<void> {
  await db
    .updateTable('embed_drafts')
    .set({ sending_at: at })
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .execute()
}

/** @returns whether it was not known yet. */
export async function noteSent(tx: Tx, id: string, messageId: MessageId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('embed_drafts')
    .set({ message_id: messageId })
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** @returns false when it is being sent or was sent. */
export async function removeDraft(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('embed_drafts')
    .where('id', '=', id)
    .where('sending_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function draftsOf(tx: Tx, { userId, guildId }: PersonInGuild): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('embed_drafts')
    .selectAll()
    .where('user_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('id')
    .execute()
  return rows.map(draftOf)
}

export async function eraseDrafts(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('embed_drafts')
    .where('user_id', '=', userId)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

function columns({ title, description, colour, footer, image }: EmbedFields) {
  return { title, description, colour, footer, image_url: image }
}

function draftOf(row: Selectable<EmbedDrafts>): Draft {
  const { title, description, colour, footer, image_url: image } = row
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    userId: UserId.parse(row.user_id),
    channelId: ChannelId.parse(row.channel_id),
    fields: { title, description, colour, footer, image },
    sendingAt: row.sending_at,
    messageId: row.message_id === null ? null : MessageId.parse(row.message_id),
    createdAt: row.created_at,
  }
}
