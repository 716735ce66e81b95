import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { Usage } from './queries.ts'

const MOST_ALIKE = 40
/** Exchanged neighbours leave a word of six letters no more than this in common with itself. */
const LEAST_ALIKE = '0.2'

/** Words of the guild that look like these, the likest first. */
export function wordsLike(db: Db, guildId: GuildId, written: readonly string[]): Promise<Map<string, string[]>> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${LEAST_ALIKE}, true)`.execute(tx)
    const { rows } = await sql<{ written: string; words: string[] }>`
      select asked.written, array(
        select word from faq_vocabulary
        where guild_id = ${guildId} and not is_stem and entries > 0 and word % asked.written
        order by similarity(word, asked.written) desc, word limit ${MOST_ALIKE}) as words
      from unnest(${[...written]}::text[]) as asked (written)`.execute(tx)
    return new Map(rows.map((row) => [row.written, row.words]))
  })
}

/** How often these words and stems stand in the headings of published entries. */
export async function usageOf(db: Db, guildId: GuildId, words: readonly string[]): Promise<Usage> {
  const { rows } = await sql<{ published: number; word: string | null; entries: number | null }>`
    select g.published, v.word, v.entries
    from faq_guilds g left join faq_vocabulary v
      on v.guild_id = g.guild_id and v.word = any(${[...words]}::text[]) and v.entries > 0
    where g.guild_id = ${guildId}`.execute(db)
  const headings = rows.flatMap(({ word, entries }): [string, number][] => (word && entries ? [[word, entries]] : []))
  return { entries: rows[0]?.published ?? 0, headings: new Map(headings) }
}

interface Numbers {
  readonly from: number
  /** Included. */
  readonly to: number
}

/** Of the published ones among these entries: the words of titles and keywords, with how many of them have each. */
function wordsOf(guildId: GuildId, { from, to }: Numbers) {
  return sql`
    select word, not bool_or(word = any(written)) as is_stem, count(distinct id)::int as entries
    from faq_entries,
      tsvector_to_array(to_tsvector('simple', faq_plain(title || ' ' || faq_joined(keywords)))) as written,
      unnest(tsvector_to_array(heading_lexemes)) as word
    where guild_id = ${guildId} and state = 'published' and number between ${from} and ${to}
      and length(word) between 2 and 60
    group by word`
}

/**
 * Counts the words of titles and keywords of these entries, so far as they are published, or takes them out of the count
 * before they change. The caller holds the guild.
 */
export async function countWords(tx: Tx, guildId: GuildId, numbers: Numbers, by: 1 | -1): Promise<void> {
  await sql`
    insert into faq_vocabulary (guild_id, word, is_stem, entries)
    select ${guildId}::bigint, word, is_stem, ${by}::int * entries from (${wordsOf(guildId, numbers)}) as counted
    on conflict (guild_id, word) do update set
      is_stem = faq_vocabulary.is_stem and excluded.is_stem,
      entries = faq_vocabulary.entries + excluded.entries`.execute(tx)
  await sql`
    update faq_guilds set published = published + ${by}::int * (
      select count(*)::int from faq_entries
      where guild_id = ${guildId} and state = 'published' and number between ${numbers.from} and ${numbers.to})
    where guild_id = ${guildId}`.execute(tx)
}

/** A count beside the one that holds, of this transaction alone. */
export async function beginCount(tx: Tx): Promise<void> {
  await sql`
    create temporary table faq_counted (
      part integer, word text, is_stem boolean not null, entries integer not null, primary key (part, word)
    ) on commit drop`.execute(tx)
}

/** Takes the place of what was counted of these entries before. */
export async function countAside(tx: Tx, guildId: GuildId, numbers: Numbers): Promise<void> {
  await sql`delete from faq_counted where part = ${numbers.from}`.execute(tx)
  await sql`
    insert into faq_counted (part, word, is_stem, entries)
    select ${numbers.from}::int, word, is_stem, entries from (${wordsOf(guildId, numbers)}) as counted`.execute(tx)
}

/** From now on what was counted aside holds. The caller holds the guild. */
export async function endCount(tx: Tx, guildId: GuildId): Promise<void> {
  await tx.deleteFrom('faq_vocabulary').where('guild_id', '=', guildId).execute()
  await sql`
    insert into faq_vocabulary (guild_id, word, is_stem, entries)
    select ${guildId}::bigint, word, bool_and(is_stem), sum(entries) from faq_counted group by word`.execute(tx)
  await sql`
    update faq_guilds set published = (
      select count(*)::int from faq_entries where guild_id = ${guildId} and state = 'published')
    where guild_id = ${guildId}`.execute(tx)
}
