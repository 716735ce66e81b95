import { quotation } from './readable.ts'
import type { Segment } from './segments.ts'

/** Something understood: where it stands, what it means, how sure that is. */
export interface Clue<T> {
  readonly segment: Segment
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: T
  readonly confidence: number
}

export type Groups = Readonly<Record<string, string | undefined>>
export interface Reading<T> {
  readonly value: T
  readonly confidence: number
}

/** Stands where something was understood, so that nothing is read twice; neither letter nor digit nor space. */
const TAKEN = '¤'

/** A segment that is read rule by rule. Every pattern is bounded, so that the time is that of the text's length. */
export class Scanner {
  readonly segment: Segment
  #left: string

  constructor(segment: Segment) {
    this.segment = segment
    this.#left = segment.read.text
  }

  /** What the pattern finds and `read` understands; it is gone for the rules to come. */
  take<T>(pattern: RegExp, read: (groups: Groups, before: string, match: string) => Reading<T> | null): Clue<T>[] {
    const clues: Clue<T>[] = []
    let [left, end] = ['', 0]
    for (const match of this.#left.matchAll(pattern)) {
      const reading = read(match.groups ?? {}, this.#left.slice(Math.max(0, match.index - 40), match.index), match[0])
      if (!reading) continue
      const stop = match.index + match[0].trimEnd().length
      const start = match.index + match[0].length - match[0].trimStart().length
      clues.push({
        segment: this.segment,
        start,
        end: stop,
        text: quotation(this.segment.read, start, stop),
        ...reading,
      })
      left += this.#left.slice(end, match.index) + TAKEN.repeat(match[0].length)
      end = match.index + match[0].length
    }
    this.#left = left + this.#left.slice(end)
    return clues
  }
}

/** Whether the text ends in something already understood. */
export function followsClue(before: string): boolean {
  return /¤[ ,:|@(-]{0,4}(?:at|om)? ?$/.test(before)
}
