import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Db } from '../../../platform/database/connect.ts'
import type { Candidate } from './judge.ts'
import type { Lexemes } from './queries.ts'

const DICTIONARIES = { en: 'english', nl: 'dutch' } as const

/** What the words, or words side by side, are in these languages and as they stand. They are letters, digits and blanks. */
export async function lexemesOf(
  db: Db,
  texts: readonly string[],
  languages: readonly Language[],
): Promise<Map<string, Lexemes>> {
  if (texts.length === 0) return new Map()
  const dictionaries = [...new Set(languages)].map((language) => DICTIONARIES[language])
  const { rows } = await sql<Lexemes & { text: string }>`
    select asked.text, found.query::text, found."prefixQuery"::text, found."isStop", found.stems
    from unnest(${[...new Set(texts)]}::text[]) as asked (text), lateral (
      select
        ${eitherOf(dictionaries, (dictionary) => sql`phraseto_tsquery(${sql.lit(dictionary)}, asked.text)`)} as query,
        ${eitherOf(
          dictionaries,
          (dictionary) => sql`to_tsquery(${sql.lit(dictionary)}, replace(asked.text, ' ', ' <-> ') || ':*')`,
        )} as "prefixQuery",
        ${sql.join(
          dictionaries.map((dictionary) => sql`numnode(plainto_tsquery(${sql.lit(dictionary)}, asked.text)) = 0`),
          sql` or `,
        )} as "isStop",
        case when asked.text like '% %' then '{}' else tsvector_to_array(${sql.join(
          dictionaries.map((dictionary) => sql`to_tsvector(${sql.lit(dictionary)}, asked.text)`),
          sql` || `,
        )}) end as stems
    ) found`.execute(db)
  return new Map(rows.map(({ text, ...lexemes }) => [text, lexemes]))
}

function eitherOf(dictionaries: readonly string[], query: (dictionary: string) => ReturnType<typeof sql>) {
  return sql.join([...dictionaries, 'simple'].map(query), sql` || `)
}

/** Of one way of finding so many at most are weighed; whoever asks for what more entries have asks for nothing in particular. */
const MOST_WEIGHED = 100
const MOST_CANDIDATES = 25
/** Of ts_rank, for D, C, B and A: https://www.postgresql.org/docs/current/textsearch-controls.html#TEXTSEARCH-RANKING */
const WEIGHTS = '{0.1, 0.2, 0.7, 1.0}'

/** One way of finding entries. */
export interface Way {
  /** In title and keywords, or in the answer as well. */
  readonly within: 'heading' | 'everything'
  readonly query: string
}

interface Asked {
  readonly guildId: GuildId
  readonly ways: readonly Way[]
  /** What the found are put in order by, before they are judged. */
  readonly any: string
  /** Where each of these stands is told. */
  readonly readings: readonly string[]
}

/** The published entries that are found in one of the ways, the likeliest first. */
export async function candidates(db: Db, asked: Asked): Promise<Candidate[]> {
  const { rows } = await candidatesQuery(asked).execute(db)
  return rows
}

/**
 * Each way is a materialised step, so that it is planned to be read whole, which is by its index, and yet stops when it
 * has enough. For the bench, which looks at its plan.
 */
export function candidatesQuery({ guildId, ways, any, readings }: Asked) {
  const steps = ways.map(({ within, query }, index) => ({
    name: sql.id(`way_${index}`),
    lexemes: sql.id(within === 'heading' ? 'heading_lexemes' : 'lexemes'),
    query,
  }))
  const step = ({ name, lexemes, query }: (typeof steps)[number]) => sql`
    ${name} as materialized (
      select id from faq_entries
      where guild_id = ${guildId} and state = 'published' and ${lexemes} @@ ${query}::tsquery)`
  return sql<Candidate>`
    with ${sql.join(steps.map(step))}, likeliest as (
      select e.*, ts_rank(${sql.lit(WEIGHTS)}, e.lexemes, ${any}::tsquery, 1) as rank
      from faq_entries e join (
        ${sql.join(
          steps.map(({ name }) => sql`(select id from ${name} limit ${MOST_WEIGHED})`),
          sql` union `,
        )}
      ) found using (id)
      order by rank desc, number limit ${MOST_CANDIDATES}
    )
    select e.id, e.number, e.title, e.answer, e.category, e.solved,
      length(to_tsvector(case e.language when 'nl' then 'dutch' when 'en' then 'english' else 'simple' end::regconfig,
        faq_plain(e.title))) as "titleWords",
      array(
        select case
          when in_title @@ query then 'title' when in_keywords @@ query then 'keywords'
          when e.lexemes @@ query then 'answer' end
        from unnest(${[...readings]}::text[]::tsquery[]) with ordinality as readings (query, place)
        order by place) as places
    from likeliest e, lateral (
      select ts_filter(e.heading_lexemes, '{a}') as in_title, ts_filter(e.heading_lexemes, '{b}') as in_keywords
    ) parts
    order by e.rank desc, e.number`
}
