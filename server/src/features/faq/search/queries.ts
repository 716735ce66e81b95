import type { Plan, Reading, Term } from './plan.ts'

/** What a word is in the languages of whoever asks. */
export interface Lexemes {
  /** As PostgreSQL writes a query that finds the word, or words side by side. */
  readonly query: string
  readonly prefixQuery: string
  /** A word of one of the languages that carries no meaning, like "the". */
  readonly isStop: boolean
  readonly stems: readonly string[]
}

/** One reading of a term, as a query of its own. */
interface ReadingQuery extends Reading {
  /** Which of the terms it reads. */
  readonly term: number
  readonly query: string
}

/** The questions that a plan puts to the database, from the strictest to the most lenient. */
export interface Queries {
  readonly all: string
  /** All of the terms but one, where there are more than two. */
  readonly most: string
  /** Two of the terms, where there are more. */
  readonly some: string
  readonly any: string
  readonly readings: readonly ReadingQuery[]
}

/** More would make every entry a candidate. */
const MOST_TERMS = 12

/** The plan without words that carry no meaning, unless it has no others. */
export function meaningful(plan: Plan, lexemes: ReadonlyMap<string, Lexemes>): Plan {
  const known = plan.terms.filter(({ written }) => isQuery(lexemes.get(written)?.query))
  const telling = known.filter(({ written, isPrefix }) => isPrefix || !lexemes.get(written)?.isStop)
  return { ...plan, terms: (telling.length > 0 ? telling : known).slice(0, MOST_TERMS) }
}

/** Null: there is nothing to look for. */
export function queriesOf({ terms, excluded }: Plan, lexemes: ReadonlyMap<string, Lexemes>): Queries | null {
  const readings = terms.flatMap((term, index) =>
    term.readings.flatMap((reading) => {
      const query = queryOf(term, reading, lexemes)
      return isQuery(query) ? [{ ...reading, term: index, query }] : []
    }),
  )
  const ofTerm = (index: number) => readings.filter(({ term }) => term === index).map(({ query }) => query)
  const asked = terms.map((_, index) => either(ofTerm(index))).filter(isQuery)
  if (asked.length === 0) return null
  const none = excluded.flatMap((text) => lexemes.get(text)?.query ?? []).filter(isQuery)
  const without = (query: string) => [query, ...none.map((unwanted) => `!(${unwanted})`)].join(' & ')
  return {
    all: without(asked.join(' & ')),
    most: without(either(asked.length > 2 ? allButOne(asked) : asked)),
    some: without(either(asked.length > 2 ? pairs(asked) : asked)),
    any: without(either(asked)),
    readings,
  }
}

function queryOf({ isPrefix }: Term, { text, because }: Reading, lexemes: ReadonlyMap<string, Lexemes>) {
  const found = lexemes.get(text)
  return isPrefix && because === 'written' ? found?.prefixQuery : found?.query
}

const isQuery = (query: string | undefined): query is string => query !== undefined && query !== ''

function either(queries: readonly string[]): string {
  return queries.length > 0 ? `(${queries.join(' | ')})` : ''
}

function allButOne(queries: readonly string[]): string[] {
  return queries.map((_, missing) => `(${queries.filter((_query, index) => index !== missing).join(' & ')})`)
}

function pairs(queries: readonly string[]): string[] {
  return queries.flatMap((one, index) => queries.slice(index + 1).map((other) => `(${one} & ${other})`))
}
