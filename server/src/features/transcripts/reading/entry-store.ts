import { sql } from 'kysely'
import { type GuildId, MessageId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { attachmentsOf } from '../attachments/attachment-store.ts'
import { recordedOf } from '../recording/message-store.ts'
import type { KeptEmbed } from '../recording/said.ts'
import { queryOf, type Term } from '../search/words-of.ts'
import { type Answered, type Audience, type Entry, type FormerText, shownTo } from './entry.ts'

/** Which messages of which ticket, for whom. */
export interface Wanted {
  readonly guildId: GuildId
  readonly ticketId: string
  readonly audience: Audience
  /** Only those with these words; none: all. */
  readonly terms: readonly Term[]
}

/** Oldest first, those that follow a message. */
export async function entriesAfter(db: Db, wanted: Wanted, after: MessageId | null, limit: number): Promise<Entry[]> {
  const rows = await chosen(db, wanted)
    .selectAll()
    .$if(after !== null, (query) => query.where('message_id', '>', after ?? ''))
    .orderBy('message_id')
    .limit(limit)
    .execute()
  const messages = rows.map(recordedOf)
  const ids = messages.map(({ messageId }) => messageId)
  const replies = messages.flatMap(({ replyTo }) => replyTo ?? [])
  const [former, attachments, answered] = [
    await formerTexts(
      db,
      messages.filter(({ editedAt }) => editedAt).map(({ messageId }) => messageId),
    ),
    await attachmentsOf(db, ids),
    await answeredMessages(db, wanted, replies),
  ]
  return messages.map((message) =>
    shownTo(wanted.audience, {
      message,
      former: former.get(message.messageId) ?? [],
      attachments: attachments.filter(({ messageId }) => messageId === message.messageId),
      answered: (message.replyTo && answered.get(message.replyTo)) ?? null,
    }),
  )
}

export async function countEntries(db: Db, wanted: Wanted): Promise<number> {
  const row = await chosen(db, wanted)
    .select((columns) => columns.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What those are called who said something, as they were at last. */
export async function authorsOf(
  db: Db,
  { guildId, ticketId }: Pick<Wanted, 'guildId' | 'ticketId'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('ticket_messages')
    .distinctOn('author_id')
    .select(['author_id', 'author_name'])
    .where('ticket_id', '=', ticketId)
    .where('guild_id', '=', guildId)
    .where('author_id', 'is not', null)
    .orderBy('author_id')
    .orderBy('message_id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ author_id, author_name }) =>
      author_id === null || author_name === null ? [] : [[author_id, author_name]],
    ),
  )
}

/** Whoever may not read what was deleted cannot find out by searching what it said. */
function chosen(db: Db, { guildId, ticketId, audience, terms }: Wanted) {
  const all = db.selectFrom('ticket_messages').where('ticket_id', '=', ticketId).where('guild_id', '=', guildId)
  if (terms.length === 0) return all
  const found = all.where(sql<boolean>`words @@ ${queryOf(guildId, terms)}::tsquery`)
  return audience === 'member' ? found.where('deleted_at', 'is', null) : found
}

async function formerTexts(db: Db, ids: readonly MessageId[]): Promise<ReadonlyMap<string, FormerText[]>> {
  const texts = new Map<string, FormerText[]>()
  if (ids.length === 0) return texts
  const rows = await db
    .selectFrom('ticket_message_versions')
    .select(['message_id', 'content', 'embeds', 'until'])
    .where('message_id', 'in', [...ids])
    .orderBy('message_id')
    .orderBy('number')
    .execute()
  for (const { message_id, content, embeds, until } of rows) {
    // What `said.ts` made.
    const text = { content, embeds: embeds as unknown as KeptEmbed[], until }
    texts.set(message_id, [...(texts.get(message_id) ?? []), text])
  }
  return texts
}

/** Of the same ticket alone. */
async function answeredMessages(
  db: Db,
  { ticketId, guildId }: Wanted,
  ids: readonly MessageId[],
): Promise<ReadonlyMap<MessageId, Answered>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket_messages')
    .select(['message_id', 'author_name', 'content', 'deleted_at'])
    .where('message_id', 'in', [...new Set(ids)])
    .where('ticket_id', '=', ticketId)
    .where('guild_id', '=', guildId)
    .execute()
  return new Map(
    rows.map(({ message_id, author_name, content, deleted_at }) => {
      const messageId = MessageId.parse(message_id)
      return [messageId, { messageId, authorName: author_name, content, isDeleted: deleted_at !== null }]
    }),
  )
}
