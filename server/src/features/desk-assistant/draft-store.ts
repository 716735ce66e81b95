import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

export interface ReplyDraft {
  readonly id: string
  readonly ticketId: string
  readonly body: string
}

interface Whose {
  readonly guildId: GuildId
  readonly userId: UserId
}

export async function keepDraft(
  db: Db,
  { guildId, userId }: Whose,
  ticketId: string,
  body: string,
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await db
    .insertInto('ticket_reply_drafts')
    .values({ ticket_id: ticketId, guild_id: guildId, user_id: userId, body, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Of whoever had it drafted, and of nobody else. */
export async function findDraft(db: Db, { guildId, userId }: Whose, id: string): Promise<ReplyDraft | null> {
  const row = await db
    .selectFrom('ticket_reply_drafts')
    .select(['id', 'ticket_id', 'body'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, ticketId: row.ticket_id, body: row.body } : null
}

/** @returns whether it was there; it is taken once. */
export async function takeDraft(tx: Tx, { guildId, userId }: Whose, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_reply_drafts')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
