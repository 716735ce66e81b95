import type { GuildId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { type Hit, judged } from './judge.ts'
import { type Plan, type Term, withCorrections, withSynonyms } from './plan.ts'
import { type Lexemes, meaningful, type Queries, queriesOf } from './queries.ts'
import { candidates, lexemesOf, type Way } from './search-store.ts'
import { synonymsOf } from './synonyms-store.ts'
import { nearest } from './typos.ts'
import { knownWords, wordsLike } from './vocabulary-store.ts'

interface Wanted {
  readonly guildId: GuildId
  readonly plan: Plan
  /** Of the reader and of the guild. */
  readonly languages: readonly Language[]
  readonly most: number
  /** Answers are not looked through while somebody is typing. */
  readonly reach: 'everything' | 'headings'
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** What was looked for in the end: without empty words, with synonyms and corrections. */
  readonly plan: Plan
}

/** Published entries of the guild: all words first; then mistyped words as they were meant; then some of the words. */
export async function search(db: Db, wanted: Wanted): Promise<Found> {
  const lexemes = new Map(await lexemesOf(db, wordsOf(wanted.plan), wanted.languages))
  const plan = await asGuildSpeaks(db, wanted, meaningful(wanted.plan, lexemes), lexemes)
  if (plan.terms.length === 0) return { hits: [], plan }
  const asked = { ...wanted, plan }
  const hits = await findAll(db, asked, lexemes)
  if (hits.length > 0) return filledUp(db, asked, hits, lexemes)
  const meant = { ...wanted, plan: await asMeant(db, asked, lexemes) }
  return filledUp(db, meant, meant.plan === plan ? [] : await findAll(db, meant, lexemes), lexemes)
}

type KnownLexemes = Map<string, Lexemes>

async function asGuildSpeaks(db: Db, wanted: Wanted, plan: Plan, lexemes: KnownLexemes): Promise<Plan> {
  const stemsOf = (text: string) => lexemes.get(text)?.stems ?? []
  const own = wordsOf(plan).flatMap((text) => [text, ...stemsOf(text)])
  const groups = await synonymsOf(db, wanted.guildId, own)
  if (groups.length === 0) return plan
  const wider = withSynonyms(plan, groups, stemsOf)
  await learn(db, wanted, wider, lexemes)
  return wider
}

/** The same plan where every word is in use or like none that is. */
async function asMeant(db: Db, wanted: Wanted, lexemes: KnownLexemes): Promise<Plan> {
  const { guildId, plan } = wanted
  const formsOf = ({ readings }: Term) => readings.flatMap(({ text }) => [text, ...(lexemes.get(text)?.stems ?? [])])
  const known = await knownWords(db, guildId, plan.terms.flatMap(formsOf))
  const unknown = plan.terms.filter((term) => !formsOf(term).some((form) => known.has(form)))
  if (unknown.length === 0) return plan
  const written = unknown.map((term) => term.written)
  const alike = await wordsLike(db, guildId, written)
  const corrections = new Map(written.map((word) => [word, nearest(word, alike.get(word) ?? [])]))
  if ([...corrections.values()].every((words) => words.length === 0)) return plan
  const corrected = withCorrections(plan, corrections)
  await learn(db, wanted, corrected, lexemes)
  return corrected
}

async function findAll(db: Db, wanted: Wanted, lexemes: KnownLexemes): Promise<Hit[]> {
  return find(db, wanted, lexemes, ({ all }) => [
    { within: 'heading', query: all },
    { within: 'everything', query: all },
  ])
}

/** With those that have only some of the words, where those that have all do not suffice. */
async function filledUp(db: Db, wanted: Wanted, hits: readonly Hit[], lexemes: KnownLexemes): Promise<Found> {
  const { plan, most } = wanted
  if (hits.length >= most || plan.terms.length < 2) return { hits: hits.slice(0, most), plan }
  const more = await find(db, wanted, lexemes, (queries) => [
    { within: 'heading', query: queries.some },
    { within: 'heading', query: queries.any },
    { within: 'everything', query: queries.most },
  ])
  const known = new Set(hits.map(({ id }) => id))
  const all = [...hits, ...more.filter(({ id }) => !known.has(id))]
  return { hits: all.toSorted((one, other) => other.score - one.score).slice(0, most), plan }
}

async function find(
  db: Db,
  { guildId, plan, reach }: Wanted,
  lexemes: KnownLexemes,
  waysOf: (queries: Queries) => readonly Way[],
): Promise<Hit[]> {
  const queries = queriesOf(plan, lexemes)
  if (!queries) return []
  const ways = waysOf(queries).filter(({ within }) => within === 'heading' || reach === 'everything')
  const readings = queries.readings.map(({ query }) => query)
  return judged(await candidates(db, { guildId, ways, any: queries.any, readings }), plan, queries)
}

async function learn(db: Db, { languages }: Wanted, plan: Plan, lexemes: KnownLexemes): Promise<void> {
  const unknown = wordsOf(plan).filter((text) => !lexemes.has(text))
  for (const [text, found] of await lexemesOf(db, unknown, languages)) lexemes.set(text, found)
}

function wordsOf({ terms, excluded }: Plan): string[] {
  return [...terms.flatMap(({ readings }) => readings.map(({ text }) => text)), ...excluded]
}
