import type { Selectable } from 'kysely'
import { GuildId, MessageId } from '../../../kernel/ids.ts'
import { lockName } from '../../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketAttachments } from '../../../platform/database/tables.ts'
import type { Room } from '../ports.ts'
import type { Said } from '../recording/said.ts'
import type { Kind } from './sniff.ts'

export type AttachmentState = 'listed' | 'wanted' | 'kept' | 'too_large' | 'no_room' | 'gone' | 'failed' | 'erased'

export interface KeptAttachment {
  readonly id: string
  readonly messageId: MessageId
  readonly ticketId: string
  readonly guildId: GuildId
  readonly name: string
  readonly size: number
  readonly url: string
  readonly state: AttachmentState
  readonly attempts: number
}

export async function insertAttachments(
  tx: Tx,
  { ticketId, guildId }: Room,
  said: readonly Said[],
  { state, now }: { readonly state: 'wanted' | 'listed'; readonly now: Temporal.Instant },
): Promise<void> {
  const rows = said.flatMap(({ messageId, authorId, attachments }) =>
    attachments.map(({ id, name, size, contentType, url, width, height }, position) => ({
      id,
      message_id: messageId,
      ticket_id: ticketId,
      guild_id: guildId,
      author_id: authorId,
      position,
      name,
      size: String(size),
      content_type: contentType,
      url,
      width,
      height,
      state,
      due_at: now,
    })),
  )
  if (rows.length === 0) return
  await tx
    .insertInto('ticket_attachments')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** In the order in which they were sent. */
export async function attachmentsOf(db: Db, messageIds: readonly MessageId[]): Promise<KeptAttachment[]> {
  if (messageIds.length === 0) return []
  const rows = await db
    .selectFrom('ticket_attachments')
    .selectAll()
    .where('message_id', 'in', [...messageIds])
    .orderBy('message_id')
    .orderBy('position')
    .execute()
  return rows.map(attachmentOf)
}

interface Claim {
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
  readonly lease: string
  readonly limit: number
}

/** Those whose bytes are to be fetched, for this worker until the lease runs out. */
export async function claimWanted(db: Db, { now, leaseUntil, lease, limit }: Claim): Promise<KeptAttachment[]> {
  const rows = await db
    .updateTable('ticket_attachments')
    .set((columns) => ({ due_at: leaseUntil, lease, attempts: columns('attempts', '+', 1) }))
    .where('id', 'in', (select) =>
      select
        .selectFrom('ticket_attachments')
        .select('id')
        .where('state', '=', 'wanted')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
  return rows.map(attachmentOf)
}

export async function nextWanted(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('ticket_attachments')
    .select((columns) => columns.fn.min('due_at').as('at'))
    .where('state', '=', 'wanted')
    .executeTakeFirstOrThrow()
  return row.at
}

interface Allowance {
  readonly perTicket: number
  readonly perGuild: number
}

/** Keeps the bytes, if there is room for them; what others keep meanwhile waits for its count. */
export async function keepBytes(
  tx: Tx,
  { id, guildId, ticketId }: KeptAttachment,
  { lease, kind, bytes }: { readonly lease: string; readonly kind: Kind; readonly bytes: Uint8Array },
  { perTicket, perGuild }: Allowance,
): Promise<void> {
  await lockName(tx, `transcripts:bytes:${guildId}`)
  const kept = tx.selectFrom('ticket_attachments').where('guild_id', '=', guildId).where('state', '=', 'kept')
  const sum = (query: typeof kept) =>
    query
      .select((columns) => columns.fn.coalesce(columns.fn.sum<string>('size'), columns.val('0')).as('bytes'))
      .executeTakeFirstOrThrow()
  const [inGuild, inTicket] = [await sum(kept), await sum(kept.where('ticket_id', '=', ticketId))]
  const isFull = Number(inGuild.bytes) + bytes.length > perGuild || Number(inTicket.bytes) + bytes.length > perTicket
  const state = isFull ? 'no_room' : 'kept'
  const ended = await endFetching(tx, id, lease, state, bytes.length)
  if (!ended || isFull) return
  await tx
    .insertInto('ticket_attachment_bytes')
    .values({ attachment_id: id, guild_id: guildId, kind, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.column('attachment_id').doNothing())
    .execute()
}

/** @returns whether the lease still held. */
export async function endFetching(
  db: Db | Tx,
  id: string,
  lease: string,
  state: AttachmentState,
  size?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ticket_attachments')
    .set({ state, lease: null, ...(size !== undefined && { size: String(size) }) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'wanted')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function fetchLater(db: Db, id: string, lease: string, dueAt: Temporal.Instant): Promise<void> {
  await db
    .updateTable('ticket_attachments')
    .set({ due_at: dueAt, lease: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute()
}

export interface StoredBytes {
  readonly name: string
  readonly kind: Kind
  readonly bytes: Uint8Array
}

/** Of this ticket of this guild alone; null where the bytes are not here. */
export async function readBytes(
  db: Db,
  guildId: GuildId,
  ticketId: string,
  attachmentId: string,
): Promise<StoredBytes | null> {
  const row = await db
    .selectFrom('ticket_attachments as a')
    .innerJoin('ticket_attachment_bytes as b', 'b.attachment_id', 'a.id')
    .select(['a.name', 'b.kind', 'b.bytes'])
    .where('a.id', '=', attachmentId)
    .where('a.guild_id', '=', guildId)
    .where('a.ticket_id', '=', ticketId)
    .where('a.state', '=', 'kept')
    .executeTakeFirst()
  // What `sniff.ts` said when they were stored.
  return row ? { name: row.name, kind: row.kind as Kind, bytes: row.bytes } : null
}

function attachmentOf(row: Selectable<TicketAttachments>): KeptAttachment {
  return {
    id: row.id,
    messageId: MessageId.parse(row.message_id),
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    name: row.name,
    size: Number(row.size),
    url: row.url,
    // The table holds no others.
    state: row.state as AttachmentState,
    attempts: row.attempts,
  }
}
