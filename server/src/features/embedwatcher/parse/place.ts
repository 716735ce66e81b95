import type { Segment } from './segments.ts'

const MOST_CHARACTERS = 200

/** Says that there is no place yet. */
const UNTOLD = /^(?:tba|tbd|tbc|to be |ask |n\.?n\.?b|volgt|nog |unknown|onbekend|later|see |zie |\?)/i

export interface Place {
  /** As it stands in the announcement. */
  readonly text: string
  /** Without Markdown. */
  readonly name: string
}

/** Where it is: only what is labelled, since every sentence is full of places. */
export function placeIn(segments: readonly Segment[]): Place | null {
  for (const { label, read } of segments) {
    if (label !== 'location') continue
    const [first, end] = [read.starts[0] ?? 0, read.ends.at(-1) ?? 0]
    const start = read.original[first - 1] === '#' ? first - 1 : first
    const text = read.original
      .slice(start, end)
      .replace(/[\s|/;•·,-]+$/, '')
      .slice(0, MOST_CHARACTERS)
    const name = plainText(text)
    if (name !== '' && !UNTOLD.test(name)) return { text, name }
  }
  return null
}

export function plainText(text: string): string {
  return text.replace(/[*`~]|^>+|^\s+|^#{1,3}\s+|(?<!\w)_+|_+(?!\w)|\|\|/g, '').trim()
}
