import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Announcements } from '../../platform/database/tables.ts'
import { lastEvent } from './event-time.ts'
import { type Reading, storedReading } from './reading.ts'

/** made: it has a reminder. unsure, refused: somebody is asked. The others: nothing more is made of it. */
export type AnnouncedStatus = 'made' | 'unsure' | 'refused' | 'ignored' | 'cancelled' | 'deleted'

/** A message that says when something is. */
export interface Announced {
  readonly id: string
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly messageId: MessageId
  readonly authorId: UserId
  /** Neither a bot's nor a webhook's. */
  readonly isByPerson: boolean
  readonly status: AnnouncedStatus
  /** What the message itself says; never what people made of it. */
  readonly reading: Reading
  readonly version: number
  readonly reminderId: string | null
  /** When the last event is. */
  readonly eventAt: Temporal.Instant | null
  readonly editedAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
}

export type NewAnnounced = Pick<
  Announced,
  'guildId' | 'channelId' | 'messageId' | 'authorId' | 'isByPerson' | 'status' | 'reading' | 'editedAt'
>

/** One thing after another about the announcements of a guild. */
export async function lockGuild(tx: Tx, guildId: GuildId): Promise<void> {
  await lockName(tx, `embedwatcher:${guildId}`)
}

/** Null where that message has a row already. */
export async function insertAnnounced(
  tx: Tx,
  announced: NewAnnounced,
  now: Temporal.Instant,
): Promise<Announced | null> {
  const { guildId, channelId, messageId, authorId, isByPerson, status, reading, editedAt } = announced
  const row = await tx
    .insertInto('announcements')
    .values({
      guild_id: guildId,
      channel_id: channelId,
      message_id: messageId,
      author_id: authorId,
      is_by_person: isByPerson,
      status,
      reading: JSON.stringify(reading),
      event_at: reading.when && lastEvent(reading.when),
      edited_at: editedAt,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? announcedOf(row) : null
}

interface Change {
  readonly status?: AnnouncedStatus
  readonly reading?: Reading
  readonly reminderId?: string | null
  readonly eventAt?: Temporal.Instant | null
  readonly editedAt?: Temporal.Instant | null
  readonly reaction?: 'wanted' | 'unwanted'
  readonly replyExpiresAt?: Temporal.Instant
  /** What people were shown holds as it is. */
  readonly isSilent?: true
}

export async function changeAnnounced(tx: Tx, id: string, change: Change, now: Temporal.Instant): Promise<Announced> {
  const { status, reading, reminderId, eventAt, editedAt, reaction, replyExpiresAt, isSilent } = change
  const row = await tx
    .updateTable('announcements')
    .set({
      ...(status && { status }),
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(reminderId !== undefined && { reminder_id: reminderId }),
      ...(eventAt !== undefined && { event_at: eventAt }),
      ...(editedAt !== undefined && { edited_at: editedAt }),
      ...(reaction && { reaction }),
      ...(replyExpiresAt && { reply_expires_at: replyExpiresAt }),
      updated_at: now,
    })
    .$if(!isSilent, (query) => query.set((columns) => ({ version: columns('version', '+', 1) })))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return announcedOf(row)
}

export async function findAnnounced(db: Db, id: string): Promise<Announced | null> {
  const row = await db.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? announcedOf(row) : null
}

export async function findByMessage(db: Db, messageId: MessageId): Promise<Announced | null> {
  const row = await db.selectFrom('announcements').selectAll().where('message_id', '=', messageId).executeTakeFirst()
  return row ? announcedOf(row) : null
}

/** The announcement, held until the transaction ends. */
export async function lockAnnounced(tx: Tx, id: string): Promise<Announced | null> {
  const row = await tx.selectFrom('announcements').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? announcedOf(row) : null
}

/** Those of the guild that have one of these messages, or stand in that channel, and are not known to be deleted. */
export async function findStanding(
  db: Db,
  guildId: GuildId,
  which: { readonly messageIds: readonly MessageId[] } | { readonly channelId: ChannelId; readonly from?: MessageId },
): Promise<Announced[]> {
  const query = db
    .selectFrom('announcements')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('status', '<>', 'deleted')
    .orderBy('message_id')
  if ('messageIds' in which) {
    if (which.messageIds.length === 0) return []
    return (await query.where('message_id', 'in', [...which.messageIds]).execute()).map(announcedOf)
  }
  const { channelId, from } = which
  const rows = await query
    .where('channel_id', '=', channelId)
    .$if(from !== undefined, (some) => some.where('message_id', '>=', from ?? ''))
    .execute()
  return rows.map(announcedOf)
}

/** Those with reminders whose event is still to come. */
export async function countOpen(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<number> {
  const row = await tx
    .selectFrom('announcements')
    .select((columns) => columns.fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('status', '=', 'made')
    .where((is) => is.or([is('event_at', 'is', null), is('event_at', '>', now)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function countOfAuthor(
  db: Db,
  guildId: GuildId,
  authorId: UserId,
  since: Temporal.Instant,
): Promise<number> {
  const row = await db
    .selectFrom('announcements')
    .select((columns) => columns.fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('author_id', '=', authorId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Newest first. */
export async function listAnnounced(
  db: Db,
  guildId: GuildId,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<Announced[]> {
  const rows = await db
    .selectFrom('announcements')
    .selectAll()
    .where('guild_id', '=', guildId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(announcedOf)
}

/** Those whose last event, or where none is known, whose last change lies before the instant. What goes on is kept. @returns how many. */
export async function forgetAnnounced(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const over = db
    .selectFrom('announcements')
    .select('id')
    .where(sql<Temporal.Instant>`coalesce(event_at, updated_at)`, '<', before)
    .where((is) => is.or([is('event_at', 'is not', null), is('status', '<>', 'made')]))
    .limit(limit)
  const { numDeletedRows } = await db.deleteFrom('announcements').where('id', 'in', over).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

function announcedOf(row: Selectable<Announcements>): Announced {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    channelId: ChannelId.parse(row.channel_id),
    messageId: MessageId.parse(row.message_id),
    authorId: UserId.parse(row.author_id),
    isByPerson: row.is_by_person,
    // A CHECK constraint guards it.
    status: row.status as AnnouncedStatus,
    reading: storedReading(row.reading),
    version: row.version,
    reminderId: row.reminder_id,
    eventAt: row.event_at,
    editedAt: row.edited_at,
    createdAt: row.created_at,
  }
}
