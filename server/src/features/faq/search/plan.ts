/** What somebody looks for, before it is known which words have a meaning in which language. */
export interface Plan {
  readonly terms: readonly Term[]
  /** Words and phrases that must not occur. */
  readonly excluded: readonly string[]
}

/** One thing that is looked for: any of its readings will do. */
export interface Term {
  /** As it was written, without case and accents. */
  readonly written: string
  readonly readings: readonly Reading[]
  /** It is still being typed. */
  readonly isPrefix: boolean
}

export interface Reading {
  /** One word, or several that have to stand side by side. */
  readonly text: string
  readonly because: 'written' | 'synonym' | 'typo'
}

/** A text whose meaning hangs on more words than this is looked for by its first ones. */
const MOST_WORDS = 40
const LONGEST_WORD = 60
/** What names a person, a channel or an address says nothing about the question. */
const NAMES = /<[@#:/a-z][^>]*>|https?:\/\/\S+|\S+@\S+/gi
const PART = /(-?)"([^"]*)"|(\S+)/g

/** As the database has words: without case and accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}

/** The words of a text; what belongs together (`e-mail`, `"gift card"`) is one, with blanks between its parts. */
function joined(text: string): string {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => word.slice(0, LONGEST_WORD)).join(' ')
}

const asWritten = (written: string, isPrefix = false): Term => ({
  written,
  readings: [{ text: written, because: 'written' }],
  isPrefix,
})

/** A sentence in somebody's own words: every word of it, and no signs with a meaning. */
export function planOfText(text: string): Plan {
  const words = text.replaceAll(NAMES, ' ').split(/\s+/).map(joined)
  return { terms: distinct(words).map((word) => asWritten(word)), excluded: [] }
}

/**
 * What was typed to be looked for: all of the words, `"these side by side"`, one `or` the other, and `-without` that;
 * as PostgreSQL's websearch_to_tsquery has it.
 */
export function planOfSearch(text: string): Plan {
  const excluded: string[] = []
  const terms: Term[] = []
  let isAlternative = false
  for (const [, minus = '', phrase, word = ''] of text.replaceAll(NAMES, ' ').matchAll(PART)) {
    if (phrase === undefined && word.toLowerCase() === 'or') {
      isAlternative = terms.length > 0
      continue
    }
    const isExcluded = minus === '-' || (phrase === undefined && /^-\p{L}/u.test(word))
    const wanted = joined(phrase ?? word)
    if (wanted === '') continue
    if (isExcluded) excluded.push(wanted)
    else if (isAlternative) terms.push(orElse(terms.pop(), wanted))
    else terms.push(asWritten(wanted))
    isAlternative = false
  }
  const known = new Set<string>()
  const once = terms.filter(({ written }) => !known.has(written) && known.add(written))
  return { terms: once.slice(0, MOST_WORDS), excluded: distinct(excluded) }
}

/** The same of something that is still being typed: its last word may go on. */
export function planOfTyping(text: string): Plan {
  const plan = planOfSearch(text)
  const last = plan.terms.at(-1)
  if (!last || /[\s"]$/.test(text)) return plan
  return { ...plan, terms: [...plan.terms.slice(0, -1), { ...last, isPrefix: true }] }
}

function orElse(term: Term | undefined, wanted: string): Term {
  const reading: Reading = { text: wanted, because: 'written' }
  return term ? { ...term, readings: [...term.readings, reading] } : asWritten(wanted)
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_WORDS)
}

/** Words that mean the same in a guild. */
export interface SynonymGroup {
  readonly words: readonly string[]
  /** Its words and their stems, without case and accents. */
  readonly matching: readonly string[]
}

/** Each term may also be read as what means the same. `stemsOf` gives the stems of a word. */
export function withSynonyms(
  plan: Plan,
  groups: readonly SynonymGroup[],
  stemsOf: (text: string) => readonly string[],
): Plan {
  const terms = plan.terms.map((term) => {
    const own = term.readings.flatMap(({ text }) => [text, ...stemsOf(text)])
    const others = groups
      .filter(({ matching }) => matching.some((word) => own.includes(word)))
      .flatMap(({ words }) => words.map(joined))
    return withReadings(term, others, 'synonym')
  })
  return { ...plan, terms }
}

/** Terms that nobody uses are read as words that are in use and look like them. */
export function withCorrections(plan: Plan, corrections: ReadonlyMap<string, readonly string[]>): Plan {
  const terms = plan.terms.map((term) => withReadings(term, corrections.get(term.written) ?? [], 'typo'))
  return { ...plan, terms }
}

function withReadings(term: Term, texts: readonly string[], because: Reading['because']): Term {
  const known = term.readings.map(({ text }) => text)
  const added = distinct(texts).filter((text) => !known.includes(text))
  return { ...term, readings: [...term.readings, ...added.map((text) => ({ text, because }))] }
}

const KEPT_WORDS = 12
const KEPT_CHARACTERS = 200

/**
 * What is kept of a search that found nothing: the words that carry a meaning. Long numbers, which may be somebody's, are
 * left out. Null: nothing is left.
 */
export function keptOf({ terms }: Plan): string | null {
  const words = terms.map(({ written }) => written).filter((word) => !/\d{6,}/.test(word))
  return words.slice(0, KEPT_WORDS).join(' ').slice(0, KEPT_CHARACTERS).trim() || null
}
