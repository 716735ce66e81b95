import { type Selectable, sql } from 'kysely'
import { GuildId, instantOfId, MessageId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketMessages } from '../../../platform/database/tables.ts'
import type { Room } from '../ports.ts'
import { indexed } from '../search/words-of.ts'
import { asJson, type KeptComponent, type KeptEmbed, type Said, textOf } from './said.ts'

/** A message as it is kept. */
export interface Recorded {
  readonly messageId: MessageId
  readonly ticketId: string
  readonly guildId: GuildId
  /** Null: erased, or never seen. */
  readonly authorId: UserId | null
  readonly authorName: string
  readonly isBot: boolean
  readonly isWebhook: boolean
  readonly kind: number
  readonly content: string
  readonly embeds: readonly KeptEmbed[]
  readonly components: readonly KeptComponent[]
  readonly stickers: readonly string[]
  readonly mentions: Readonly<Record<string, string>>
  readonly replyTo: MessageId | null
  readonly isKnown: boolean
  readonly isWithheld: boolean
  readonly isErased: boolean
  readonly sentAt: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
  readonly deletedAt: Temporal.Instant | null
  readonly isDeletionMissed: boolean
}

/** Those that are kept already, held until the transaction ends. */
export async function lockMessages(tx: Tx, ids: readonly MessageId[]): Promise<Recorded[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('ticket_messages')
    .selectAll()
    .where('message_id', 'in', [...ids])
    .orderBy('message_id')
    .forUpdate()
    .execute()
  return rows.map(recordedOf)
}

/** @returns which of them were not known so far. */
export async function insertMessages(tx: Tx, room: Room, said: readonly Said[]): Promise<MessageId[]> {
  if (said.length === 0) return []
  const rows = await tx
    .insertInto('ticket_messages')
    .values(
      said.map((one) => ({
        message_id: one.messageId,
        ...roomColumns(room),
        ...authorOf(one),
        ...columnsOf(room, one),
      })),
    )
    // Deleted before it was seen: what it said comes late, that it is deleted stays.
    .onConflict((conflict) =>
      conflict
        .column('message_id')
        .doUpdateSet((excluded) => ({
          author_id: excluded.ref('excluded.author_id'),
          author_name: excluded.ref('excluded.author_name'),
          author_avatar: excluded.ref('excluded.author_avatar'),
          is_bot: excluded.ref('excluded.is_bot'),
          is_webhook: excluded.ref('excluded.is_webhook'),
          kind: excluded.ref('excluded.kind'),
          content: excluded.ref('excluded.content'),
          embeds: excluded.ref('excluded.embeds'),
          components: excluded.ref('excluded.components'),
          stickers: excluded.ref('excluded.stickers'),
          mentions: excluded.ref('excluded.mentions'),
          reply_to: excluded.ref('excluded.reply_to'),
          words: excluded.ref('excluded.words'),
          is_withheld: excluded.ref('excluded.is_withheld'),
          is_known: true,
        }))
        .where('ticket_messages.is_known', '=', false),
    )
    .returning('message_id')
    .execute()
  return rows.map(({ message_id }) => MessageId.parse(message_id))
}

/** Of a message that is locked. */
export async function changeMessage(tx: Tx, room: Room, said: Said): Promise<void> {
  await tx.updateTable('ticket_messages').set(columnsOf(room, said)).where('message_id', '=', said.messageId).execute()
}

/** Keeps what a locked message says now, which it is about to say no more. */
export async function keepVersion(tx: Tx, message: Recorded, until: Temporal.Instant): Promise<void> {
  const { messageId, guildId, authorId, content, embeds } = message
  await sql`
    insert into ticket_message_versions (message_id, number, guild_id, author_id, content, embeds, until)
    select ${messageId}::bigint, 1 + coalesce(max(number), 0), ${guildId}::bigint, ${authorId}::bigint, ${content},
      ${asJson(embeds)}::jsonb, ${until}::timestamptz
    from ticket_message_versions where message_id = ${messageId}`.execute(tx)
}

/** @returns how many of them were not known to be deleted. */
export async function markDeleted(
  tx: Tx,
  room: Room,
  ids: readonly MessageId[],
  { at, isMissed }: { readonly at: Temporal.Instant; readonly isMissed: boolean },
): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('ticket_messages')
    .set({ deleted_at: at, is_deletion_missed: isMissed })
    .where('message_id', 'in', [...ids])
    .where('ticket_id', '=', room.ticketId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Keeps that there were messages, of which nothing is known but that they are deleted. */
export async function insertUnseen(tx: Tx, room: Room, ids: readonly MessageId[], at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('ticket_messages')
    .values(
      ids.map((id) => ({
        message_id: id,
        ...roomColumns(room),
        author_id: null,
        author_name: '',
        is_known: false,
        sent_at: instantOfId(id),
        deleted_at: at,
      })),
    )
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute()
}

/** The newest message of the ticket that is kept. */
export async function newestMessage(db: Db | Tx, ticketId: string): Promise<MessageId | null> {
  const row = await db
    .selectFrom('ticket_messages')
    .select('message_id')
    .where('ticket_id', '=', ticketId)
    .orderBy('message_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? MessageId.parse(row.message_id) : null
}

/** Those after one message and up to another that are not known to be deleted. */
export async function standingBetween(db: Db | Tx, ticketId: string, after: MessageId, upTo: MessageId) {
  const rows = await db
    .selectFrom('ticket_messages')
    .select('message_id')
    .where('ticket_id', '=', ticketId)
    .where('message_id', '>', after)
    .where('message_id', '<=', upTo)
    .where('deleted_at', 'is', null)
    .orderBy('message_id')
    .execute()
  return rows.map(({ message_id }) => MessageId.parse(message_id))
}

const roomColumns = ({ ticketId, guildId }: Room) => ({ ticket_id: ticketId, guild_id: guildId })

const authorOf = ({ authorId, authorName, authorAvatar, isBot, isWebhook, kind, sentAt }: Said) => ({
  author_id: authorId,
  author_name: authorName,
  author_avatar: authorAvatar,
  is_bot: isBot,
  is_webhook: isWebhook,
  kind,
  sent_at: sentAt,
})

function columnsOf({ guildId }: Room, said: Said) {
  const files = said.attachments.map(({ name }) => name)
  return {
    content: said.content,
    embeds: asJson(said.embeds),
    components: asJson(said.components),
    stickers: [...said.stickers],
    mentions: asJson(said.mentions),
    reply_to: said.replyTo,
    is_withheld: said.isWithheld,
    edited_at: said.editedAt,
    words: sql<string>`${indexed(guildId, textOf(said, files))}::tsvector`,
  }
}

export function recordedOf(row: Selectable<TicketMessages>): Recorded {
  return {
    messageId: MessageId.parse(row.message_id),
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    authorId: row.author_id === null ? null : UserId.parse(row.author_id),
    authorName: row.author_name,
    isBot: row.is_bot,
    isWebhook: row.is_webhook,
    kind: row.kind,
    content: row.content,
    // What `said.ts` made.
    embeds: row.embeds as unknown as KeptEmbed[],
    components: row.components as unknown as KeptComponent[],
    stickers: row.stickers,
    mentions: row.mentions as unknown as Record<string, string>,
    replyTo: row.reply_to === null ? null : MessageId.parse(row.reply_to),
    isKnown: row.is_known,
    isWithheld: row.is_withheld,
    isErased: row.is_erased,
    sentAt: row.sent_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    isDeletionMissed: row.is_deletion_missed,
  }
}
