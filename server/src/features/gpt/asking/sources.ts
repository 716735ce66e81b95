/** What an answer may be taken from, and be cited by. */

export interface Passage {
  /** Null: it stands in a document. */
  readonly faqNumber: number | null
  /** Of the entry, or of the document with its headings. */
  readonly title: string
  readonly text: string
}

export interface Source extends Passage {
  /** By which an answer cites it, from 1. */
  readonly number: number
}

/** More would cost more than it helps. */
const MOST_SOURCES = 8

/** Entries and documents take turns, since their ranks cannot be compared; entries begin, as they answer questions. */
export function numbered(entries: readonly Passage[], documents: readonly Passage[]): Source[] {
  const turns = Array.from({ length: Math.max(entries.length, documents.length) }, (_, at) => [
    ...entries.slice(at, at + 1),
    ...documents.slice(at, at + 1),
  ])
  return turns
    .flat()
    .slice(0, MOST_SOURCES)
    .map((passage, at) => ({ ...passage, number: at + 1 }))
}
