import type { Selectable } from 'kysely'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { FaqEntries } from '../../platform/database/tables.ts'
import type { Act, Entry, EntryContent, EntryState } from './entry.ts'

/** Everything of an entry but what it is found by. */
const COLUMNS = [
  'id',
  'number',
  'title',
  'answer',
  'keywords',
  'category',
  'language',
  'state',
  'source',
  'ticket_id',
  'views',
  'solved',
  'version',
  'created_at',
  'updated_at',
] as const

export type EntryKey = { readonly id: number } | { readonly number: number }

/** Deleted ones too. */
export async function findEntry(db: Db | Tx, guildId: GuildId, key: EntryKey): Promise<Entry | null> {
  const row = await db
    .selectFrom('faq_entries')
    .select(COLUMNS)
    .where('guild_id', '=', guildId)
    .where((is) => ('id' in key ? is('id', '=', String(key.id)) : is('number', '=', key.number)))
    .executeTakeFirst()
  return row ? entryOf(row) : null
}

export async function findOfTicket(tx: Tx, guildId: GuildId, ticketId: string): Promise<Entry | null> {
  const row = await tx
    .selectFrom('faq_entries')
    .select(COLUMNS)
    .where('guild_id', '=', guildId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return row ? entryOf(row) : null
}

export interface Listing {
  readonly states: readonly EntryState[]
  readonly category?: string | undefined
  readonly limit: number
  /** Only those with a greater number. */
  readonly after?: number | undefined
  /** So many of the first ones are left out. */
  readonly offset?: number
}

/** By their numbers. */
export async function listEntries(
  db: Db,
  guildId: GuildId,
  { states, category, limit, after, offset = 0 }: Listing,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('faq_entries')
    .select(COLUMNS)
    .where('guild_id', '=', guildId)
    .where('state', 'in', states)
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
    .$if(after !== undefined, (query) => query.where('number', '>', after ?? 0))
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(entryOf)
}

export async function countEntries(
  db: Db,
  guildId: GuildId,
  { states, category }: Pick<Listing, 'states' | 'category'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('faq_entries')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('state', 'in', states)
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those that published entries have, in the order of the alphabet. */
export async function listCategories(db: Db, guildId: GuildId, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('faq_entries')
    .select('category')
    .distinct()
    .where('guild_id', '=', guildId)
    .where('state', '=', 'published')
    .where('category', 'is not', null)
    .orderBy('category')
    .limit(limit)
    .execute()
  return rows.flatMap(({ category }) => category ?? [])
}

/** Lets nobody else change entries of the guild until the transaction ends. */
export async function holdGuild(tx: Tx, guildId: GuildId): Promise<void> {
  await tx
    .insertInto('faq_guilds')
    .values({ guild_id: guildId })
    .onConflict((conflict) => conflict.column('guild_id').doNothing())
    .execute()
  await tx.selectFrom('faq_guilds').select('guild_id').where('guild_id', '=', guildId).forUpdate().execute()
}

export interface NewEntry extends EntryContent {
  readonly state: 'draft' | 'published'
  readonly ticketId: string | null
}

/** Under the next number. The caller holds the guild. */
export async function insertEntry(tx: Tx, guildId: GuildId, entry: NewEntry, now: Temporal.Instant): Promise<Entry> {
  const { last_number } = await tx
    .updateTable('faq_guilds')
    .set((is) => ({ last_number: is('last_number', '+', 1) }))
    .where('guild_id', '=', guildId)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  const row = await tx
    .insertInto('faq_entries')
    .values({
      ...columnsOf(entry),
      guild_id: guildId,
      number: last_number,
      state: entry.state,
      source: entry.ticketId === null ? 'admin' : 'ticket',
      ticket_id: entry.ticketId,
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return entryOf(row)
}

export interface EntryChange extends EntryContent {
  readonly state: EntryState
  readonly version: number
}

export async function updateEntry(tx: Tx, id: number, change: EntryChange, now: Temporal.Instant): Promise<Entry> {
  const row = await tx
    .updateTable('faq_entries')
    .set({ ...columnsOf(change), state: change.state, version: change.version, updated_at: now })
    .where('id', '=', String(id))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return entryOf(row)
}

interface Change {
  readonly act: Act
  readonly by: UserId | null
}

export async function insertVersion(
  tx: Tx,
  guildId: GuildId,
  { id, version, state, ...content }: Pick<Entry, 'id' | 'version' | 'state'> & EntryContent,
  { act, by }: Change,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('faq_versions')
    .values({
      ...columnsOf(content),
      guild_id: guildId,
      entry_id: String(id),
      version,
      state,
      act,
      changed_by: by,
      changed_at: now,
    })
    .execute()
}

/** One that is read from the API or shown in Discord, so often. */
export async function countView(db: Db | Tx, id: number): Promise<void> {
  await db
    .updateTable('faq_entries')
    .set((is) => ({ views: is('views', '+', 1) }))
    .where('id', '=', String(id))
    .execute()
}

function columnsOf({ title, answer, keywords, category, language }: EntryContent) {
  return { title, answer, keywords: [...keywords], category, language }
}

type Row = Pick<Selectable<FaqEntries>, (typeof COLUMNS)[number]>

/** The check constraints of the table are the types that are named here. */
function entryOf({ id, ticket_id, created_at, updated_at, ...row }: Row): Entry {
  return {
    ...row,
    id: Number(id),
    language: row.language as Entry['language'],
    state: row.state as EntryState,
    source: row.source as Entry['source'],
    ticketId: ticket_id,
    createdAt: created_at,
    updatedAt: updated_at,
  }
}
