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

/** So many of the newest messages are looked at first. */
const NEAR = 300
/** So many are sorted; beyond that one goes back in time once more, so far. */
const MOST_SORTED = 1_000
const FAR = 20_000

/**
 * Common words are met soon when one goes back in time, and would have to be sorted by the hundred thousand if the index
 * of words were asked; rare ones are found through the index and sorted. Which they are, is tried and not estimated: the
 * planner knows nothing of the words of one guild.
 */
export async function searchMessages(db: Db, wanted: SearchWanted): Promise<Hits> {
  const isNarrowed = wanted.ticketId !== null || wanted.authorId !== null
  return db.transaction().execute(async (tx) => {
    const near = isNarrowed ? [] : await walk(tx, wanted, NEAR)
    if (near.length > wanted.limit) return hitsOf(tx, wanted, near)
    const found = await candidates(tx, wanted)
    if (found.length <= MOST_SORTED)
      return hitsOf(
        tx,
        wanted,
        found.toSorted((one, other) => (BigInt(one) < BigInt(other) ? 1 : -1)),
      )
    const far = await hitsOf(tx, wanted, await walk(tx, wanted, FAR))
    return far.next === null ? { ...far, next: await horizon(tx, wanted) } : far
  })
}

/** One more than would be sorted, where there are so many; in no order. */
async function candidates(tx: Tx, wanted: SearchWanted): Promise<MessageId[]> {
  // A limit makes the planner believe that a common word is met soon by reading the table.
  await sql`set local enable_seqscan = off`.execute(tx)
  const { rows } = await sql<{ message_id: string }>`
    select message_id from ticket_messages where ${meant(wanted)} limit ${MOST_SORTED + 1}`.execute(tx)
  return rows.map(({ message_id }) => MessageId.parse(message_id))
}

/** One more than is wanted, where there are so many among the newest messages. The inner limit keeps the planner from another way. */
async function walk(tx: Tx, wanted: SearchWanted, messages: number): Promise<MessageId[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from (
      select * from ticket_messages where ${inGuild(wanted)} order by guild_id desc, message_id desc limit ${messages}
    ) newest where ${meant(wanted)} limit ${wanted.limit + 1}`.execute(tx)
  return rows.map(({ message_id }) => MessageId.parse(message_id))
}

/** Up to where that went; null at the beginning of all. */
async function horizon(tx: Tx, wanted: SearchWanted): Promise<MessageId | null> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from ticket_messages where ${inGuild(wanted)}
    order by guild_id desc, message_id desc offset ${FAR - 1} limit 1`.execute(tx)
  return rows[0] ? MessageId.parse(rows[0].message_id) : null
}

const inGuild = ({ guildId, before }: SearchWanted) =>
  sql`guild_id = ${guildId} ${before === null ? sql`` : sql`and message_id < ${before}`}`

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

/** `found`: newest first, one more than is wanted where there are more. */
async function hitsOf(tx: Tx, { guildId, limit }: SearchWanted, found: readonly MessageId[]): Promise<Hits> {
  const ids = found.slice(0, limit)
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
  return { hits, next: found.length > limit ? (ids.at(-1) ?? null) : null }
}
