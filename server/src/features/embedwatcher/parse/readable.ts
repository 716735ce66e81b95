import { plainWord } from './words.ts'

/**
 * A text as the rules read it: lower case, single spaces, plain words, without Markdown, emoji, mentions, addresses and
 * what is struck out. Each character knows which part of the original it stands for, so evidence is always a quotation.
 */
export interface Readable {
  readonly original: string
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const PIECES = new RegExp(
  [
    '(?<stamp><t:-?\\d{1,13}(?::[a-z])?>)',
    '(?<gone>~~[^~\\n]{1,300}~~|<a?:\\w{1,32}:\\d{1,20}>|@(?:everyone|here))',
    '(?<link><[@#][!&]?\\d{1,20}>|https?://[^\\s)]{1,2000}|(?<![\\w.])(?:[a-z\\d][a-z\\d-]{0,62}\\.){1,4}(?:com|org|net|gg|tv|io|nl|be|eu|me|app|dev|live|link|co\\.uk)(?!\\w)(?:[:/][^\\s)]{0,2000})?)',
    '(?<instant>\\d{4}-\\d\\d-\\d\\dt\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,9})?(?:z|[+-]\\d\\d:\\d\\d))',
    '(?<iso>(?<=\\d{4}-\\d\\d-\\d\\d)t(?=\\d\\d:\\d\\d))',
    '(?<place>📍)',
    '(?<word>\\p{L}+)',
    '(?<rest>[^])',
  ].join('|'),
  'giu',
)

/** Stands for a mention or an address, in which nothing is read. */
const LINK = '◦'
const MARKUP = new Set('*`#>')
/** With the signs that join them and those that make an emoji of a digit. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3)$/u
const SAME_AS: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '’': "'",
  '‘': "'",
  '→': ':',
  '»': ':',
}

export function readable(original: string): Readable {
  const written = new Writing(original)
  for (const { 0: piece, index, groups = {} } of original.matchAll(PIECES)) {
    const end = index + piece.length
    if ((groups.stamp ?? groups.instant) !== undefined) written.add(piece.toLowerCase(), index, end)
    else if (groups.word !== undefined) written.add(plainWord(piece), index, end)
    else if (groups.place !== undefined) written.add('location: ', index, end)
    else if (groups.link !== undefined) written.add(LINK, index, end)
    else if (groups.gone !== undefined || groups.iso !== undefined) written.add(' ', index, end)
    else written.add(plainSign(piece, original, index), index, end)
  }
  return written.done()
}

function plainSign(sign: string, original: string, index: number): string {
  if (MARKUP.has(sign)) return ''
  if (sign === '_') return /[a-z]_[a-z]/i.test(original.slice(Math.max(0, index - 1), index + 2)) ? '_' : ''
  if (sign > ' ' && sign < '\u007f') return sign
  if (/^\s$/.test(sign) || EMOJI.test(sign)) return ' '
  return SAME_AS[sign] ?? sign.normalize('NFKC').toLowerCase()
}

class Writing {
  readonly #original: string
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  #text = ''

  constructor(original: string) {
    this.#original = original
  }

  add(plain: string, start: number, end: number): void {
    const isSameLength = plain.length === end - start
    for (let index = 0; index < plain.length; index += 1) {
      const sign = plain[index] ?? ''
      if (sign === ' ' && (this.#text === '' || this.#text.endsWith(' '))) continue
      this.#text += sign
      this.#starts.push(isSameLength ? start + index : start)
      this.#ends.push(isSameLength ? start + index + 1 : end)
    }
  }

  done(): Readable {
    return { original: this.#original, text: this.#text, starts: this.#starts, ends: this.#ends }
  }
}

/** What stands in the original for that stretch of the readable text. */
export function quotation({ original, starts, ends }: Readable, start: number, end: number): string {
  return original.slice(starts[start] ?? 0, ends[end - 1] ?? 0)
}

/** A stretch of it, read by itself. */
export function stretch(whole: Readable, start: number, end: number): Readable {
  return {
    original: whole.original,
    text: whole.text.slice(start, end),
    starts: whole.starts.slice(start, end),
    ends: whole.ends.slice(start, end),
  }
}
