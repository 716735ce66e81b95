import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

/** Something that was looked for and not found. */
export interface MissedSearch {
  readonly id: number
  readonly words: string
  readonly asked: number
  readonly lastAskedAt: Temporal.Instant
}

/** The list of a guild is no longer; what was asked least and longest ago goes. */
const MOST_KEPT = 500

/** Counts it. What an entry was written for is open again when it finds nothing still; what was dismissed stays so. */
export async function recordMiss(db: Db, guildId: GuildId, words: string, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into faq_searches (guild_id, words, asked, state, first_asked_at, last_asked_at)
    values (${guildId}, ${words}, 1, 'open', ${now}, ${now})
    on conflict (guild_id, words) do update set
      asked = faq_searches.asked + 1, last_asked_at = excluded.last_asked_at,
      state = case faq_searches.state when 'done' then 'open' else faq_searches.state end`.execute(db)
  await sql`
    delete from faq_searches where id = any(array(
      select id from faq_searches where guild_id = ${guildId}
      order by asked desc, last_asked_at desc offset ${MOST_KEPT}))`.execute(db)
}

/** Open ones, the most asked first. */
export async function listMisses(db: Db, guildId: GuildId, limit: number): Promise<MissedSearch[]> {
  const rows = await db
    .selectFrom('faq_searches')
    .select(['id', 'words', 'asked', 'last_asked_at'])
    .where('guild_id', '=', guildId)
    .where('state', '=', 'open')
    .orderBy('asked', 'desc')
    .orderBy('last_asked_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, last_asked_at, ...row }) => ({ ...row, id: Number(id), lastAskedAt: last_asked_at }))
}

export async function findMiss(db: Db | Tx, guildId: GuildId, id: number): Promise<Pick<MissedSearch, 'words'> | null> {
  const row = await db
    .selectFrom('faq_searches')
    .select('words')
    .where('guild_id', '=', guildId)
    .where('id', '=', String(id))
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row ?? null
}

/** @returns whether it was open. */
export async function settleMiss(tx: Tx, guildId: GuildId, id: number, state: 'done' | 'dismissed'): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('faq_searches')
    .set({ state })
    .where('guild_id', '=', guildId)
    .where('id', '=', String(id))
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface FaqFigures {
  readonly published: number
  readonly drafts: number
  readonly views: number
  readonly solved: number
  /** Open ones, and how often they were asked. */
  readonly missed: number
  readonly missedAsked: number
}

export async function readFigures(db: Db, guildId: GuildId): Promise<FaqFigures> {
  const { rows } = await sql<FaqFigures>`
    select count(*) filter (where state = 'published')::int as published,
      count(*) filter (where state = 'draft')::int as drafts,
      coalesce(sum(views), 0)::int as views, coalesce(sum(solved), 0)::int as solved,
      (select count(*)::int from faq_searches where guild_id = ${guildId} and state = 'open') as missed,
      (select coalesce(sum(asked), 0)::int from faq_searches where guild_id = ${guildId} and state = 'open')
        as "missedAsked"
    from faq_entries where guild_id = ${guildId}`.execute(db)
  return rows[0] ?? { published: 0, drafts: 0, views: 0, solved: 0, missed: 0, missedAsked: 0 }
}
