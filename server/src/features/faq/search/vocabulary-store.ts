import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'

const MOST_ALIKE = 40
/** Exchanged neighbours leave a word of six letters no more than this in common with itself. */
const LEAST_ALIKE = '0.2'

/** Words of the guild that look like these, the likest first. */
export function wordsLike(db: Db, guildId: GuildId, written: readonly string[]): Promise<Map<string, string[]>> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${LEAST_ALIKE}, true)`.execute(tx)
    const { rows } = await sql<{ written: string; words: string[] }>`
      select asked.written, array(
        select word from faq_vocabulary where guild_id = ${guildId} and not is_stem and word % asked.written
        order by similarity(word, asked.written) desc, word limit ${MOST_ALIKE}) as words
      from unnest(${[...written]}::text[]) as asked (written)`.execute(tx)
    return new Map(rows.map((row) => [row.written, row.words]))
  })
}

interface Numbers {
  readonly from: number
  /** Included. */
  readonly to: number
}

/** Takes the words of titles and keywords of these published entries into the vocabulary. */
export async function learnWords(
  tx: Tx,
  guildId: GuildId,
  { from, to }: Numbers,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into faq_vocabulary (guild_id, word, is_stem, seen_at)
    select ${guildId}::bigint, word, not bool_or(word = any(written)), ${now}::timestamptz
    from faq_entries,
      tsvector_to_array(to_tsvector('simple', faq_plain(title || ' ' || faq_joined(keywords)))) as written,
      unnest(written || tsvector_to_array(heading_lexemes)) as word
    where guild_id = ${guildId} and state = 'published' and number between ${from} and ${to}
      and length(word) between 3 and 60
    group by word
    -- In one order, so that two who learn the same words do not wait for each other.
    order by word
    on conflict (guild_id, word) do update set
      is_stem = faq_vocabulary.is_stem and excluded.is_stem,
      seen_at = greatest(faq_vocabulary.seen_at, excluded.seen_at)`.execute(tx)
}

/** Which of these words and stems stand in the title or the keywords of an entry. */
export async function knownWords(db: Db, guildId: GuildId, words: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('faq_vocabulary')
    .select('word')
    .where('guild_id', '=', guildId)
    .where(sql<boolean>`word = any(${[...words]}::text[])`)
    .execute()
  return new Set(rows.map(({ word }) => word))
}

/** Words that no entry has had since. */
export async function forgetWords(tx: Tx, guildId: GuildId, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('faq_vocabulary').where('guild_id', '=', guildId).where('seen_at', '<', before).execute()
}
