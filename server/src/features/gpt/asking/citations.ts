import { inProse } from '../../../platform/discord/markdown.ts'

/** `[1]`, `[1, 3]`, and `【1†source】` as some models write it. */
const CITATION = /[^\S\n]?(?:\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]|【(\d{1,3})[^】\n]{0,30}】)/g

export interface Cited {
  /** Without citations of what was not given. */
  readonly text: string
  /** What it cites, each once, the smallest first. */
  readonly numbers: readonly number[]
}

/** Holds the answer to the passages that were given: those with the numbers 1 to `most`. */
export function heldToSources(text: string, most: number): Cited {
  const numbers = new Set<number>()
  const held = inProse(text, (prose) =>
    prose.replaceAll(CITATION, (written, list: string | undefined, single: string | undefined) => {
      const given = (list ?? single ?? '').split(/[,;]/).map(Number)
      const known = given.filter((number) => number >= 1 && number <= most)
      for (const number of known) numbers.add(number)
      if (known.length === 0) return ''
      return `${/^\s/.exec(written)?.[0] ?? ''}${known.map((number) => `[${number}]`).join('')}`
    }),
  )
  return { text: held, numbers: [...numbers].sort((one, other) => one - other) }
}
