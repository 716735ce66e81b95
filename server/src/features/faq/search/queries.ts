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

/** In how many headings of a guild words stand. */
export interface Usage {
  /** How many entries are published. */
  readonly entries: number
  /** By word and stem; those that stand in none are missing. */
  readonly headings: ReadonlyMap<string, number>
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
  /** Two of the rarest terms, where there are more. */
  readonly some: string
  /** The rarest of the terms. */
  readonly rarest: string
  /** One of the rarest. */
  readonly rare: string
  readonly any: string
  readonly readings: readonly ReadingQuery[]
}

/** More would make every entry a candidate. */
const MOST_TERMS = 8
const MOST_PAIRED = 5
const MOST_RARE = 3

/** The plan without words that carry no meaning, unless it has no others. */
export function meaningful(plan: Plan, lexemes: ReadonlyMap<string, Lexemes>): Plan {
  const known = plan.terms.filter(({ written }) => isQuery(lexemes.get(written)?.query))
  const telling = known.filter(({ written, isPrefix }) => isPrefix || !lexemes.get(written)?.isStop)
  return { ...plan, terms: (telling.length > 0 ? telling : known).slice(0, MOST_TERMS) }
}

/** In how many headings the term stands at most; null: it is not yet written to its end. */
export function usesOf(term: Term, lexemes: ReadonlyMap<string, Lexemes>, { headings }: Usage): number | null {
  if (term.isPrefix) return null
  const forms = term.readings.flatMap(({ text }) => [text, ...(lexemes.get(text)?.stems ?? [])])
  return Math.max(...forms.map((form) => headings.get(form) ?? 0))
}

/** Null: there is nothing to look for. */
export function queriesOf(
  { terms, excluded }: Plan,
  lexemes: ReadonlyMap<string, Lexemes>,
  usage: Usage,
): Queries | null {
  const readings = terms.flatMap((term, index) =>
    term.readings.flatMap((reading) => {
      const query = queryOf(term, reading, lexemes)
      return isQuery(query) ? [{ ...reading, term: index, query }] : []
    }),
  )
  const asked = terms.flatMap((term, index) => {
    const query = either(readings.filter((reading) => reading.term === index).map((reading) => reading.query))
    return isQuery(query) ? [{ query, uses: usesOf(term, lexemes, usage) }] : []
  })
  if (asked.length === 0) return null
  const none = excluded.flatMap((text) => lexemes.get(text)?.query ?? []).filter(isQuery)
  const without = (query: string) => [query, ...none.map((unwanted) => `!(${unwanted})`)].join(' & ')
  const all = asked.map(({ query }) => query)
  const used = asked.filter(({ uses }) => uses !== 0)
  const rarest = (used.length > 0 ? used : asked)
    .toSorted((one, other) => (one.uses ?? 0) - (other.uses ?? 0))
    .map(({ query }) => query)
  return {
    all: without(all.join(' & ')),
    some: without(either(rarest.length > 2 ? pairs(rarest.slice(0, MOST_PAIRED)) : rarest)),
    rarest: without(either(rarest.slice(0, 1))),
    rare: without(either(rarest.slice(0, MOST_RARE))),
    any: without(either(all)),
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

function pairs(queries: readonly string[]): string[] {
  return queries.flatMap((one, index) => queries.slice(index + 1).map((other) => `(${one} & ${other})`))
}
