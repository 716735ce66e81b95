import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'

/** Of a question no more words are looked for; the rarest cannot be told without reading. */
const MOST_WORDS = 24

/**
 * What documents of the guild, and those for every guild, say on a question: best first. A passage has to have two of
 * the words that carry a meaning, where the question has more than five.
 */
export async function findPassages(
  db: Db,
  guildId: GuildId,
  question: string,
  most: number,
): Promise<{ title: string; text: string }[]> {
  const { rows } = await sql<{ title: string; text: string }>`
    with terms as (
      select array_to_string(array(
        select distinct '''' || replace(replace(form, '\\', '\\\\'), '''', '''''') || ''''
        from unnest(tsvector_to_array(knowledge_words(word))) form), ' | ')::tsquery as query
      from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', ${question}))) word
      where to_tsvector('pg_catalog.english', word) <> '' and to_tsvector('pg_catalog.dutch', word) <> ''
      limit ${MOST_WORDS}),
    whole as (select string_agg('(' || query::text || ')', ' | ')::tsquery as query, count(*) as terms from terms)
    select passage.title, passage.text
    from whole, knowledge_passages passage,
      lateral (select count(*) as found from terms where passage.words @@ terms.query) matched
    where (passage.guild_id = ${guildId} or passage.guild_id is null)
      and passage.words @@ whole.query
      and matched.found >= case when whole.terms > 5 then 2 else 1 end
    order by matched.found desc, ts_rank(passage.words, whole.query, 1) desc, passage.id
    limit ${most}`.execute(db)
  return rows
}
