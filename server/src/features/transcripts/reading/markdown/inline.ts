import { isSnowflake } from '../../../../kernel/ids.ts'
import type { Inline, Reference, Span } from './tree.ts'

/**
 * Reads a line of Discord's markup in one pass: marks open frames on a stack, and the same mark closes the nearest one.
 * What is never closed is text. The stack is bounded and no pattern looks back, so time grows with length alone.
 */

const SPANS: Readonly<Record<string, Span>> = {
  '**': 'strong',
  '*': 'em',
  _: 'em',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
}
const DEEPEST = 16

interface Frame {
  /** As it was typed; '' for the outermost. */
  readonly mark: string
  readonly children: Inline[]
}

const PLAIN = /[^\\*_~|`<[\]h\n]+/y
const ESCAPED = /\\([!-/:-@[-`{-~])/y
const ADDRESS = /https?:\/\/[^\s<>"`]{1,2000}/y
const TARGET = /\]\(<?(https?:\/\/[^\s()<>"`]{1,2000})>?\)/y
const ANGLED =
  /<(?:(@!?|@&|#)(\d{1,20})|a?:(\w{2,32}):\d{1,20}|t:(-?\d{1,13})(?::([tTdDfFRsS]))?|\/([\w -]{1,100}):\d{1,20}|(https?:\/\/[^\s<>"`]{1,2000}))>/y
/** What ends a sentence rather than an address. */
const AFTER_ADDRESS = new Set(".,:;!?'*_~|)]")

export function parseInline(text: string): readonly Inline[] {
  return new Reader(text).read()
}

/** The text as it was typed, but for its references, which are told in words. What stands in code is none. */
export function withReferencesTold(text: string, tell: (reference: Reference) => string): string {
  const reader = new Reader(text)
  reader.read()
  const places = [...reader.references, { begin: text.length, end: text.length, reference: null }]
  return places
    .map(({ begin, reference }, index) => {
      const before = text.slice(places[index - 1]?.end ?? 0, begin)
      return reference ? before + tell(reference) : before
    })
    .join('')
}

interface Place {
  readonly begin: number
  readonly end: number
  readonly reference: Reference
}

class Reader {
  /** Where they stand, in their order. */
  readonly references: Place[] = []
  readonly #text: string
  readonly #frames: Frame[] = [{ mark: '', children: [] }]
  /** Where runs of so many backticks begin, in their order; made when the first one comes. */
  #ticks: Map<number, number[]> | null = null
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): readonly Inline[] {
    while (this.#at < this.#text.length) this.#step()
    this.#flattenTo(0)
    return this.#frames[0]?.children ?? []
  }

  #step() {
    const plain = this.#match(PLAIN)
    if (plain) return this.#say(plain[0])
    switch (this.#text[this.#at]) {
      case '\n':
        this.#at += 1
        return this.#add({ kind: 'break' })
      case '\\':
        return this.#escape()
      case '`':
        return this.#code()
      case 'h':
        return this.#address()
      case '<':
        return this.#angled()
      case '[':
        return this.#openLink()
      case ']':
        return this.#closeLink()
      default:
        return this.#marks()
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }

  #take(length: number): string {
    const taken = this.#text.slice(this.#at, this.#at + length)
    this.#at += length
    return taken
  }

  #escape() {
    const found = this.#match(ESCAPED)
    this.#say(found ? (found[1] ?? '') : this.#take(1))
  }

  /** Ends with as many backticks as it began with. */
  #code() {
    const begin = this.#at
    const length = runAt(this.#text, begin, '`')
    this.#ticks ??= runsOfTicks(this.#text)
    const places = this.#ticks.get(length) ?? []
    while (places[0] !== undefined && places[0] <= begin) places.shift()
    const end = places[0]
    if (end === undefined) return this.#say(this.#take(length))
    this.#at = end + length
    const inner = this.#text.slice(begin + length, end)
    const isPadded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== ''
    this.#add({ kind: 'code', text: isPadded ? inner.slice(1, -1) : inner })
  }

  #address() {
    const begin = this.#at
    const found = this.#match(ADDRESS)
    if (!found) return this.#say(this.#take(1))
    const href = withoutEnd(found[0])
    this.#at = begin + href.length
    this.#add({ kind: 'link', href, children: [{ kind: 'text', text: href }] })
  }

  #angled() {
    const begin = this.#at
    const found = this.#match(ANGLED)
    if (!found) return this.#say(this.#take(1))
    const [all, sign, id = '', emoji, seconds, style = 'f', command, href] = found
    if (sign !== undefined && !isSnowflake(id)) return this.#say(all)
    const refer = (reference: Reference) => {
      this.references.push({ begin, end: this.#at, reference })
      this.#add(reference)
    }
    if (sign !== undefined)
      refer({ kind: 'mention', of: sign === '#' ? 'channel' : sign === '@&' ? 'role' : 'user', id })
    else if (emoji !== undefined) refer({ kind: 'emoji', name: emoji })
    else if (seconds !== undefined) refer({ kind: 'time', seconds: Number(seconds), style })
    else if (command !== undefined) refer({ kind: 'command', name: command })
    else if (href !== undefined) this.#add({ kind: 'link', href, children: [{ kind: 'text', text: href }] })
  }

  /** Only the nearest bracket before it can belong to a closing one. */
  #openLink() {
    const open = this.#frames.findLastIndex(({ mark }) => mark === '[')
    if (open > 0) this.#flattenTo(open - 1)
    this.#open(this.#take(1))
  }

  #closeLink() {
    const open = this.#frames.findLastIndex(({ mark }) => mark === '[')
    const found = open > 0 ? this.#match(TARGET) : null
    if (!found) return this.#say(this.#take(1))
    this.#flattenTo(open)
    const children = this.#frames.pop()?.children ?? []
    this.#add({ kind: 'link', href: found[1] ?? '', children })
  }

  #marks() {
    const sign = this.#text[this.#at] ?? ''
    let left = runAt(this.#text, this.#at, sign)
    const [before, after] = [this.#text[this.#at - 1] ?? ' ', this.#text[this.#at + left] ?? ' ']
    while (left > 0) {
      const isSingle = left === 1 || (left > 2 && this.#frames.at(-1)?.mark === sign)
      const mark = this.#take(isSingle ? 1 : 2)
      left -= mark.length
      this.#toggle(mark, before, after)
    }
  }

  #toggle(mark: string, before: string, after: string) {
    const open = this.#frames.findLastIndex((frame) => frame.mark === mark)
    const kind = SPANS[mark]
    if (kind && open > 0 && mayClose(mark, before, after)) {
      this.#flattenTo(open)
      const children = this.#frames.pop()?.children ?? []
      if (children.length > 0) return this.#add({ kind, children })
      return this.#say(mark + mark)
    }
    if (kind && mayOpen(mark, before, after)) this.#open(mark)
    else this.#say(mark)
  }

  #open(mark: string) {
    if (this.#frames.length > DEEPEST) this.#say(mark)
    else this.#frames.push({ mark, children: [] })
  }

  /** What stands above that frame was never closed: it is text. */
  #flattenTo(index: number) {
    while (this.#frames.length > index + 1) {
      const frame = this.#frames.pop()
      if (!frame) return
      this.#say(frame.mark)
      for (const child of frame.children) this.#add(child)
    }
  }

  #say(text: string) {
    this.#add({ kind: 'text', text })
  }

  #add(node: Inline) {
    const children = this.#frames.at(-1)?.children
    const last = children?.at(-1)
    if (node.kind === 'text' && last?.kind === 'text')
      children?.splice(-1, 1, { kind: 'text', text: last.text + node.text })
    else if (node.kind !== 'text' || node.text !== '') children?.push(node)
  }
}

function withoutEnd(address: string): string {
  let end = address.length
  while (AFTER_ADDRESS.has(address[end - 1] ?? '')) end -= 1
  return address.slice(0, end)
}

function runAt(text: string, from: number, sign: string): number {
  let end = from
  while (text[end] === sign) end += 1
  return end - from
}

function runsOfTicks(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    const places = runs.get(ticks.length)
    if (places) places.push(index)
    else runs.set(ticks.length, [index])
  }
  return runs
}

const isBlank = (character: string) => /\s/.test(character)
const isOfWord = (character: string) => /[\p{L}\p{N}_]/u.test(character)

/** `snake_case` is no markup, and `2 * 3 * 4` neither. */
function mayOpen(mark: string, before: string, after: string): boolean {
  if (mark === '_') return !isBlank(after) && !isOfWord(before)
  return mark === '*' ? !isBlank(after) : mark.length === 2
}

function mayClose(mark: string, before: string, after: string): boolean {
  if (mark === '_') return !isBlank(before) && !isOfWord(after)
  return mark !== '*' || !isBlank(before)
}
