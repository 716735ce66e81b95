import { type Selectable, sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import { UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketNotes } from '../../../platform/database/tables.ts'
import type { Ticket } from '../ticket.ts'

/** What staff write to tickets: notes, and the labels of a guild. */

export interface Note {
  readonly id: string
  readonly ticketId: string
  /** Null: erased. */
  readonly authorId: UserId | null
  readonly body: string
  readonly createdAt: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
}

export async function insertNote(
  tx: Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  { authorId, body }: { readonly authorId: UserId; readonly body: string },
  now: Temporal.Instant,
): Promise<Note> {
  const row = await tx
    .insertInto('ticket_notes')
    .values({ ticket_id: id, guild_id: guildId, author_id: authorId, body, created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return noteOf(row)
}

/** Oldest first. */
export async function notesOf(db: Db | Tx, ticketId: string): Promise<Note[]> {
  const rows = await db.selectFrom('ticket_notes').selectAll().where('ticket_id', '=', ticketId).orderBy('id').execute()
  return rows.map(noteOf)
}

/** Of this guild alone. */
export async function findNote(db: Db | Tx, guildId: GuildId, id: string): Promise<Note | null> {
  const row = await db
    .selectFrom('ticket_notes')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? noteOf(row) : null
}

export async function rewriteNote(tx: Tx, id: string, body: string, now: Temporal.Instant): Promise<Note> {
  const row = await tx
    .updateTable('ticket_notes')
    .set({ body, edited_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return noteOf(row)
}

export async function deleteNote(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('ticket_notes').where('id', '=', id).execute()
}

function noteOf(row: Selectable<TicketNotes>): Note {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    authorId: row.author_id === null ? null : UserId.parse(row.author_id),
    body: row.body,
    createdAt: row.created_at,
    editedAt: row.edited_at,
  }
}

export interface Label {
  readonly id: string
  readonly name: string
  /** 0xRRGGBB */
  readonly color: number | null
}

/** By name. */
export async function labelsOf(db: Db | Tx, guildId: GuildId): Promise<Label[]> {
  return db
    .selectFrom('ticket_labels')
    .select(['id', 'name', 'color'])
    .where('guild_id', '=', guildId)
    .orderBy(sql`lower(name)`)
    .execute()
}

/** One of that name, in whatever case, gets the colour and the case. */
export async function saveLabel(
  tx: Tx,
  guildId: GuildId,
  { name, color }: Pick<Label, 'name' | 'color'>,
  now: Temporal.Instant,
): Promise<Label> {
  return tx
    .insertInto('ticket_labels')
    .values({ guild_id: guildId, name, color, created_at: now })
    .onConflict((conflict) => conflict.expression(sql`guild_id, lower(name)`).doUpdateSet({ name, color }))
    .returning(['id', 'name', 'color'])
    .executeTakeFirstOrThrow()
}

/** @returns the label that is gone. */
export async function deleteLabel(
  tx: Tx,
  guildId: GuildId,
  by: { readonly id: string } | { readonly name: string },
): Promise<Label | null> {
  const row = await tx
    .deleteFrom('ticket_labels')
    .where('guild_id', '=', guildId)
    .where('id' in by ? sql<boolean>`id = ${by.id}` : sql<boolean>`lower(name) = lower(${by.name})`)
    .returning(['id', 'name', 'color'])
    .executeTakeFirst()
  return row ?? null
}
