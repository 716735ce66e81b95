import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, MessageId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import type { TranscriptMarks } from '../../../platform/database/tables.ts'
import type { Room } from '../ports.ts'

/** Of notices that a channel is to be read. */
export const READING_CHANNEL = 'transcript_readings'

/** How far the channel of a ticket is recorded. */
export interface Mark extends Room {
  /** Null: nothing was read yet. */
  readonly mark: MessageId | null
  readonly endReadAt: Temporal.Instant | null
  readonly wholeReadAt: Temporal.Instant | null
  /** Something may have been missed, and was not read since. */
  readonly isDoubted: boolean
  readonly goneAt: Temporal.Instant | null
  readonly closedToBotAt: Temporal.Instant | null
}

/** A reading that one worker does. */
export interface Reading extends Mark {
  readonly lease: string
  readonly isWhole: boolean
  /** Where it goes on; null: at its beginning. */
  readonly after: MessageId | null
  readonly beganAt: Temporal.Instant
  readonly attempts: number
}

/** Has the channel read as soon as can be, unless that is known of this ticket already. */
export async function ensureMark(
  tx: Tx | Db,
  { ticketId, guildId, channelId }: Room,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql`
    insert into transcript_marks (ticket_id, guild_id, channel_id, due_at)
    values (${ticketId}, ${guildId}, ${channelId}, ${now})
    on conflict (ticket_id) do update set channel_id = excluded.channel_id, mark = 0, end_read_at = null,
      whole_read_at = null, gone_at = null, closed_to_bot_at = null, removed_at = null, due_at = excluded.due_at, is_whole_wanted = true,
      reading_after = null, reading_began_at = null, lease = null, leased_until = null, attempts = 0
    where transcript_marks.channel_id <> excluded.channel_id
    returning ticket_id`.execute(tx)
  if (rows.length > 0) await notify(tx, READING_CHANNEL, ticketId)
}

export async function findMark(db: Db, ticketId: string): Promise<Mark | null> {
  const row = await db.selectFrom('transcript_marks').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
  return row ? markOf(row) : null
}

export async function markedTickets(db: Db, guildId?: GuildId): Promise<ReadonlyMap<string, ChannelId>> {
  const rows = await db
    .selectFrom('transcript_marks')
    .select(['ticket_id', 'channel_id'])
    .$if(guildId !== undefined, (query) => query.where('guild_id', '=', guildId ?? ''))
    .execute()
  return new Map(rows.map(({ ticket_id, channel_id }) => [ticket_id, ChannelId.parse(channel_id)]))
}

/** Something may have been missed in these tickets: they are read again. */
export async function doubt(db: Db, ticketIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ticketIds.length === 0) return
  await db
    .updateTable('transcript_marks')
    .set((columns) => ({ doubts: columns('doubts', '+', 1), due_at: now }))
    .where('ticket_id', 'in', [...ticketIds])
    .where('gone_at', 'is', null)
    .execute()
  await notify(db, READING_CHANNEL, '')
}

/** Has the whole channel read, from its first message to its end, unless that began since then and goes on. */
export async function wantWhole(
  db: Db,
  ticketId: string,
  { since, now }: Readonly<Record<'since' | 'now', Temporal.Instant>>,
): Promise<void> {
  await sql`
    update transcript_marks set is_whole_wanted = true, due_at = least(due_at, ${now})
    where ticket_id = ${ticketId} and not (is_reading_whole and coalesce(reading_began_at >= ${since}, false))`.execute(
    db,
  )
  await notify(db, READING_CHANNEL, ticketId)
}

interface Claim {
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
  readonly lease: string
  readonly limit: number
}

/** Takes channels to be read, or to be read on where another worker broke off. */
export async function claimReadings(db: Db, { now, leaseUntil, lease, limit }: Claim): Promise<Reading[]> {
  const { rows } = await sql<Selectable<TranscriptMarks>>`
    update transcript_marks m set lease = ${lease}, leased_until = ${leaseUntil}, attempts = m.attempts + 1,
      is_reading_whole = case when m.reading_began_at is null then m.is_whole_wanted else m.is_reading_whole end,
      is_whole_wanted = case when m.reading_began_at is null then false else m.is_whole_wanted end,
      reading_doubts = case when m.reading_began_at is null then m.doubts else m.reading_doubts end,
      reading_began_at = coalesce(m.reading_began_at, ${now})
    from (select ticket_id from transcript_marks
      where due_at <= ${now} and gone_at is null and removed_at is null and (leased_until is null or leased_until <= ${now})
      order by due_at limit ${limit} for update skip locked) due
    where m.ticket_id = due.ticket_id
    returning m.*`.execute(db)
  return rows.map((row) => ({
    ...markOf(row),
    lease,
    isWhole: row.is_reading_whole,
    after: row.reading_after === null ? null : MessageId.parse(row.reading_after),
    beganAt: row.reading_began_at ?? now,
    attempts: row.attempts,
  }))
}

export async function nextReading(db: Db): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select min(greatest(due_at, coalesce(leased_until, due_at))) as at from transcript_marks
    where gone_at is null and removed_at is null`.execute(db)
  return rows[0]?.at ?? null
}

/** Everything up to the message is recorded. @returns whether the lease still holds; what follows it is another's otherwise. */
export async function readUpTo(
  tx: Tx,
  { ticketId, lease }: Reading,
  upTo: MessageId | null,
  leaseUntil: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('transcript_marks')
    .set({
      leased_until: leaseUntil,
      closed_to_bot_at: null,
      attempts: 0,
      ...(upTo && { reading_after: upTo, mark: sql<string>`greatest(mark, ${upTo}::bigint)` }),
    })
    .where('ticket_id', '=', ticketId)
    .where('lease', '=', lease)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The reading reached the end of the channel. What came to be wanted meanwhile is due at once. */
export async function endReading(
  tx: Tx,
  { ticketId, lease, isWhole, beganAt }: Reading,
  next: { readonly now: Temporal.Instant; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('transcript_marks')
    .set({
      end_read_at: beganAt,
      ...(isWhole && { whole_read_at: beganAt }),
      doubts_settled: sql<number>`reading_doubts`,
      reading_after: null,
      reading_began_at: null,
      lease: null,
      leased_until: null,
      attempts: 0,
      due_at: sql<Temporal.Instant>`
        case when is_whole_wanted or doubts > reading_doubts then ${next.now}::timestamptz else ${next.at}::timestamptz end`,
    })
    .where('ticket_id', '=', ticketId)
    .where('lease', '=', lease)
    .execute()
}

interface Trouble {
  readonly now: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** Why nothing can be read: the channel is gone, or not for the bot. */
  readonly why: 'gone' | 'closed_to_bot' | null
}

/** The reading broke off; it goes on where it was. */
export async function breakOff(tx: Tx | Db, { ticketId, lease }: Reading, { now, dueAt, why }: Trouble): Promise<void> {
  await tx
    .updateTable('transcript_marks')
    .set({
      lease: null,
      leased_until: null,
      due_at: dueAt,
      ...(why === 'gone' && { gone_at: now }),
      ...(why === 'closed_to_bot' && { closed_to_bot_at: sql<Temporal.Instant>`coalesce(closed_to_bot_at, ${now})` }),
    })
    .where('ticket_id', '=', ticketId)
    .where('lease', '=', lease)
    .execute()
}

/** The message with so many recorded ones between it and the mark; null: the channel from its beginning. */
export async function lookBack(db: Db, { ticketId, mark }: Mark, messages: number): Promise<MessageId | null> {
  if (!mark) return null
  const row = await db
    .selectFrom('ticket_messages')
    .select('message_id')
    .where('ticket_id', '=', ticketId)
    .where('message_id', '<=', mark)
    .orderBy('message_id', 'desc')
    .offset(messages)
    .limit(1)
    .executeTakeFirst()
  return row ? MessageId.parse(row.message_id) : null
}

function markOf(row: Selectable<TranscriptMarks>): Mark {
  return {
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    channelId: ChannelId.parse(row.channel_id),
    mark: row.mark === '0' ? null : MessageId.parse(row.mark),
    endReadAt: row.end_read_at,
    wholeReadAt: row.whole_read_at,
    isDoubted: row.doubts > row.doubts_settled,
    goneAt: row.gone_at,
    closedToBotAt: row.closed_to_bot_at,
  }
}
