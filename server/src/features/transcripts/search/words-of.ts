import type { GuildId } from '../../../kernel/ids.ts'

/**
 * The words of transcripts as they are kept for searching and looked for: without case and accents, each with its guild
 * before it. So the entries of one guild stand together in the index, and no search reads those of others. Pure.
 */

/** Longer ones are no words. */
const LONGEST_WORD = 40
/** https://www.postgresql.org/docs/current/textsearch-limits.html */
const MOST_POSITIONS = 255
const LAST_POSITION = 16_383
const MOST_WORDS = 2_000
/** From so many letters on the beginning of a word is enough. */
const SHORTEST_BEGINNING = 3
const MOST_TERMS = 10
const MOST_IN_PHRASE = 10

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** In their order, repeated ones too. */
function wordsIn(text: string): string[] {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD))
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** A `tsvector` in its written form. */
export function indexed(guildId: GuildId, text: string): string {
  const positions = new Map<string, number[]>()
  for (const [index, word] of wordsIn(text).slice(0, MOST_WORDS).entries()) {
    const places = positions.get(word) ?? []
    if (places.length < MOST_POSITIONS) places.push(Math.min(index + 1, LAST_POSITION))
    positions.set(word, places)
  }
  return [...positions].map(([word, places]) => `${lexeme(guildId, word)}:${places.join(',')}`).join(' ')
}

/** Letters and digits alone: nothing in it needs to be escaped. */
function lexeme(guildId: GuildId, word: string): string {
  return `'${BigInt(guildId).toString(36)}:${word}'`
}

/** One word or phrase that is looked for, or must not be there. */
export interface Term {
  readonly words: readonly string[]
  readonly isExcluded: boolean
  /** Whether what begins like it is meant too. */
  readonly isBeginning: boolean
}

/** `"…"` is a phrase, `-` before a word excludes it. Empty where nothing is looked for. */
export function termsIn(typed: string): Term[] {
  const terms = [...typed.slice(0, 400).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)].flatMap(
    ([, minus, phrase, word = '']): Term[] => {
      const words = wordsIn(phrase ?? word).slice(0, MOST_IN_PHRASE)
      const isExcluded = minus === '-'
      if (words.length === 0) return []
      const isOne = phrase === undefined && words.length === 1
      return [{ words, isExcluded, isBeginning: isOne && !isExcluded && (words[0] ?? '').length >= SHORTEST_BEGINNING }]
    },
  )
  const wanted = terms.slice(0, MOST_TERMS)
  return wanted.some(({ isExcluded }) => !isExcluded) ? wanted : []
}

/** A `tsquery` in its written form, for `to_tsquery` or a cast. */
export function queryOf(guildId: GuildId, terms: readonly Term[]): string {
  return terms
    .map(({ words, isExcluded, isBeginning }) => {
      const phrase = words.map((word) => lexeme(guildId, word) + (isBeginning ? ':*' : '')).join(' <-> ')
      return `${isExcluded ? '!' : ''}(${phrase})`
    })
    .join(' & ')
}

/** A piece of a text, and whether it is what was looked for. */
export interface Run {
  readonly text: string
  readonly isHit: boolean
}

/** The text in pieces, with the words that the terms mean apart. */
export function runsOf(text: string, terms: readonly Term[]): Run[] {
  const isMeant = meantBy(terms)
  const runs: Run[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isMeant(word)) continue
    if (index > end) runs.push({ text: text.slice(end, index), isHit: false })
    runs.push({ text: word, isHit: true })
    end = index + word.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), isHit: false })
  return runs
}

function meantBy(terms: readonly Term[]): (word: string) => boolean {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded)
  const exact = new Set(wanted.flatMap(({ words, isBeginning }) => (isBeginning ? [] : words)))
  const beginnings = wanted.flatMap(({ words, isBeginning }) => (isBeginning ? words : []))
  return (word) =>
    wordsIn(word).some((one) => exact.has(one) || beginnings.some((beginning) => one.startsWith(beginning)))
}

/** What a list shows of a long text. */
const SNIPPET = 200

/** A part of the text around the first hit. */
export function snippetOf(text: string, terms: readonly Term[]): Run[] {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  const isMeant = meantBy(terms)
  const first = [...flat.matchAll(WORD)].find(([word]) => isMeant(word))?.index ?? 0
  const from = Math.max(0, Math.min(first - SNIPPET / 3, flat.length - SNIPPET))
  const begin = from === 0 ? 0 : flat.indexOf(' ', from) + 1 || Math.ceil(from)
  const part = flat.slice(begin, begin + SNIPPET).toWellFormed()
  const shown = `${begin > 0 ? '…' : ''}${part}${begin + SNIPPET < flat.length ? '…' : ''}`
  return runsOf(shown, terms)
}
