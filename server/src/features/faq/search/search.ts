import type { GuildId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { type Hit, judged, weightOf } from './judge.ts'
import { type Plan, withCorrections, withSynonyms } from './plan.ts'
import { type Lexemes, meaningful, type Queries, queriesOf, type Usage, usesOf } from './queries.ts'
import { candidates, lexemesOf, type Way } from './search-store.ts'
import { synonymsOf } from './synonyms-store.ts'
import { nearest } from './typos.ts'
import { usageOf, wordsLike } from './vocabulary-store.ts'

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

/** What is known by now of the words that are looked for. */
interface Asking extends Wanted {
  readonly db: Db
  readonly lexemes: ReadonlyMap<string, Lexemes>
  readonly usage: Usage
}

/** Published entries of the guild: all words first; then mistyped words as they were meant; then some of the words. */
export async function search(db: Db, wanted: Wanted): Promise<Found> {
  const { guildId, languages } = wanted
  const lexemes = await lexemesOf(db, wordsOf(wanted.plan), languages)
  const telling = meaningful(wanted.plan, lexemes)
  if (telling.terms.length === 0) return { hits: [], plan: telling }
  const stemsOf = (text: string) => lexemes.get(text)?.stems ?? []
  const groups = await synonymsOf(db, guildId, formsIn(telling, lexemes))
  const plan = withSynonyms(telling, groups, stemsOf)
  const usage: Usage = { entries: 0, headings: new Map() }
  const asking = await known({ ...wanted, db, plan: telling, lexemes, usage }, plan)
  const hits = await findAll(asking)
  if (hits.length > 0) return filledUp(asking, hits)
  const meant = await known(asking, await asMeant(asking))
  return filledUp(meant, meant.plan === plan ? [] : await findAll(meant))
}

/** The same with this plan, whose words may be more. */
async function known(asking: Asking, plan: Plan): Promise<Asking> {
  if (plan === asking.plan) return asking
  const { db, guildId, languages, lexemes } = asking
  const unknown = wordsOf(plan).filter((text) => !lexemes.has(text))
  const all = new Map([...lexemes, ...(await lexemesOf(db, unknown, languages))])
  return { ...asking, plan, lexemes: all, usage: await usageOf(db, guildId, formsIn(plan, all)) }
}

/** The same plan where every word is in use or like none that is. */
async function asMeant({ db, guildId, plan, lexemes, usage }: Asking): Promise<Plan> {
  const unknown = plan.terms.filter((term) => usesOf(term, lexemes, usage) === 0).map(({ written }) => written)
  if (unknown.length === 0) return plan
  const alike = await wordsLike(db, guildId, unknown)
  const corrections = new Map(unknown.map((word) => [word, nearest(word, alike.get(word) ?? [])]))
  const isCorrected = [...corrections.values()].some((words) => words.length > 0)
  return isCorrected ? withCorrections(plan, corrections) : plan
}

function findAll(asking: Asking): Promise<Hit[]> {
  return find(asking, ({ all }) => [
    { within: 'heading', query: all },
    { within: 'everything', query: all },
  ])
}

/** With those that have some of the words, where those that have all do not suffice. */
async function filledUp(asking: Asking, hits: readonly Hit[]): Promise<Found> {
  const { plan, most } = asking
  if (hits.length >= most || plan.terms.length < 2) return { hits: hits.slice(0, most), plan }
  const ids = new Set(hits.map(({ id }) => id))
  const more = await findSome(asking)
  const all = [...hits, ...more.filter(({ id }) => !ids.has(id))]
  return { hits: all.toSorted((one, other) => other.score - one.score).slice(0, most), plan }
}

/** In titles and keywords; only where nothing is there in answers, too. */
async function findSome(asking: Asking): Promise<Hit[]> {
  const inHeadings = await find(asking, ({ some, rarest, rare }) => [
    { within: 'heading', query: rarest },
    { within: 'heading', query: some },
    { within: 'heading', query: rare },
  ])
  if (inHeadings.length > 0) return inHeadings
  return find(asking, ({ any }) => [{ within: 'everything', query: any }])
}

async function find(asking: Asking, waysOf: (queries: Queries) => readonly Way[]): Promise<Hit[]> {
  const { db, guildId, plan, lexemes, usage, reach } = asking
  const queries = queriesOf(plan, lexemes, usage)
  if (!queries) return []
  const ways = waysOf(queries).filter(({ within }) => within === 'heading' || reach === 'everything')
  if (ways.length === 0) return []
  const readings = queries.readings.map(({ query }) => query)
  const weights = plan.terms.map((term) => weightOf(usesOf(term, lexemes, usage), usage.entries))
  return judged(await candidates(db, { guildId, ways, any: queries.any, readings }), plan, queries.readings, weights)
}

function wordsOf({ terms, excluded }: Plan): string[] {
  return [...terms.flatMap(({ readings }) => readings.map(({ text }) => text)), ...excluded]
}

function formsIn(plan: Plan, lexemes: ReadonlyMap<string, Lexemes>): string[] {
  return wordsOf(plan).flatMap((text) => [text, ...(lexemes.get(text)?.stems ?? [])])
}
