import { sql } from 'kysely'
import { type GuildId, MessageId, type UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { recordedOf } from '../recording/message-store.ts'
import { textOf } from '../recording/said.ts'
import { queryOf, type Term } from './words-of.ts'

export interface SearchWanted {
  readonly guildId: GuildId
  readonly terms: readonly Term[]
  /** Only before this message. */
  readonly before: MessageId | null
  readonly ticketId: string | null
  readonly authorId: UserId | null
  readonly since: Temporal.Instant | null
  readonly until: Temporal.Instant | null
  readonly limit: number
}

export interface Hit {
  readonly messageId: MessageId
  readonly ticketId: string
  readonly authorId: UserId | null
  readonly authorName: string
  readonly text: string
  readonly sentAt: Temporal.Instant
  readonly isDeleted: boolean
}

export interface Hits {
  /** Newest first. */
  readonly hits: readonly Hit[]
  /** Where to go on; null: there are no more. */
  readonly next: MessageId | null
}

/** So many are sorted; a word that more messages have is looked for from the newest message on. */
const MOST_SORTED = 1_000
/** So many messages are looked at in one answer, which then may have fewer hits than were asked for. */
const MOST_WALKED = 10_000

/**
 * Rare words are found through the index of words and sorted. Common ones would have to be sorted by the hundred
 * thousand; they are met soon when one goes back in time instead. Which of them it is, is counted and not estimated:
 * the planner knows nothing of the words of one guild.
 */
export async function searchMessages(db: Db, wanted: SearchWanted): Promise<Hits> {
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const found = await candidates(tx, wanted)
    if (found.length <= MOST_SORTED) {
      const newest = found.toSorted((one, other) => (BigInt(one) < BigInt(other) ? 1 : -1))
      return hitsOf(tx, wanted, newest.slice(0, wanted.limit), newest.length > wanted.limit)
    }
    return walk(tx, wanted)
  })
}

/** One more than would be sorted, where there are so many; in no order. */
async function candidates(tx: Tx, wanted: SearchWanted): Promise<MessageId[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from ticket_messages where ${meant(wanted)} limit ${MOST_SORTED + 1}`.execute(tx)
  return rows.map(({ message_id }) => MessageId.parse(message_id))
}

async function walk(tx: Tx, wanted: SearchWanted): Promise<Hits> {
  const { guildId, before, limit } = wanted
  // Without it the index of words would be read to its end for the sake of some lines.
  await sql`set local enable_bitmapscan = off`.execute(tx)
  const horizon = await sql<{ message_id: string }>`
    select message_id from ticket_messages
    where guild_id = ${guildId} ${before === null ? sql`` : sql`and message_id < ${before}`}
    order by message_id desc offset ${MOST_WALKED} limit 1`.execute(tx)
  const end = horizon.rows[0]?.message_id ?? '0'
  const { rows } = await sql<{ message_id: string }>`
    select message_id from ticket_messages
    where guild_id = ${guildId} and message_id > ${end}::bigint and ${meant(wanted)}
    order by guild_id desc, message_id desc limit ${limit + 1}`.execute(tx)
  const found = rows.map(({ message_id }) => MessageId.parse(message_id))
  const hits = await hitsOf(tx, wanted, found.slice(0, limit), found.length > limit)
  return hits.next === null && end !== '0' ? { ...hits, next: MessageId.parse(String(BigInt(end) + 1n)) } : hits
}

/** The words bear their guild, so that the condition on it says nothing new; it stands there all the same. */
function meant({ guildId, terms, before, ticketId, authorId, since, until }: SearchWanted) {
  return sql.join(
    [
      sql`words @@ ${queryOf(guildId, terms)}::tsquery`,
      // Not by itself a way to find them.
      sql`guild_id + 0 = ${guildId}`,
      ...(before === null ? [] : [sql`message_id < ${before}`]),
      ...(ticketId === null ? [] : [sql`ticket_id = ${ticketId}`]),
      ...(authorId === null ? [] : [sql`author_id = ${authorId}`]),
      ...(since === null ? [] : [sql`sent_at >= ${since}`]),
      ...(until === null ? [] : [sql`sent_at < ${until}`]),
    ],
    sql` and `,
  )
}

async function hitsOf(tx: Tx, { guildId }: SearchWanted, ids: readonly MessageId[], isMore: boolean): Promise<Hits> {
  if (ids.length === 0) return { hits: [], next: null }
  const rows = await tx
    .selectFrom('ticket_messages')
    .selectAll()
    .where('message_id', 'in', [...ids])
    .where('guild_id', '=', guildId)
    .orderBy('message_id', 'desc')
    .execute()
  const hits = rows.map(recordedOf).map((message) => {
    const { messageId, ticketId, authorId, authorName, sentAt, deletedAt } = message
    return { messageId, ticketId, authorId, authorName, text: textOf(message), sentAt, isDeleted: deletedAt !== null }
  })
  return { hits, next: isMore ? (ids.at(-1) ?? null) : null }
}
