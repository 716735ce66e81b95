import { parseInline } from './inline.ts'
import type { Block, ListItem } from './tree.ts'

/** Reads Discord's markup line by line: https://support.discord.com/hc/articles/210298617 */

const HEADING = /^(#{1,3}) +(?=\S)/
const SMALL = /^-# +(?=\S)/
const ITEM = /^( {0,20})(?:[-*]|(\d{1,9})\.) +(?=\S)/
const QUOTE = /^> ?/
const QUOTE_OF_REST = /^>>> ?/
const FENCE = '```'
/** As a highlighter's name, on the line of the fence. */
const LANGUAGE = /^[\w+.#-]{1,30}\n(?=[\s\S])/
const DEEPEST_LIST = 10

export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = []
  let rest = 0
  while (rest < text.length) {
    const open = text.indexOf(FENCE, rest)
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length)
    if (close < 0 || isInQuote(text, rest, open)) break
    blocks.push(...parseLines(text.slice(rest, open)))
    const inner = text.slice(open + FENCE.length, close)
    blocks.push({ kind: 'code', text: inner.replace(LANGUAGE, '').replace(/^\n|\n$/g, '') })
    rest = close + FENCE.length
    if (text[rest] === '\n') rest += 1
  }
  return [...blocks, ...parseLines(text.slice(rest))]
}

/** A quote that takes all that follows takes the code in it too. */
function isInQuote(text: string, from: number, to: number): boolean {
  return /^>>> /m.test(text.slice(from, to))
}

function parseLines(text: string): Block[] {
  if (text === '') return []
  const lines = text.replace(/\n$/, '').split('\n')
  const blocks: Block[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    if (QUOTE_OF_REST.test(line)) {
      const quoted = lines.slice(index).join('\n').replace(QUOTE_OF_REST, '')
      return [...blocks, { kind: 'quote', blocks: unquoted(quoted) }]
    }
    const kind = kindOf(line)
    const count = kind === 'heading' || kind === 'small' ? 1 : lengthOf(lines, index, kind)
    blocks.push(blockOf(kind, lines.slice(index, index + count)))
    index += count
  }
  return blocks
}

type Kind = 'quote' | 'list' | 'heading' | 'small' | 'paragraph'

function kindOf(line: string): Kind {
  if (QUOTE.test(line) && /^> /.test(line)) return 'quote'
  if (HEADING.test(line)) return 'heading'
  if (SMALL.test(line)) return 'small'
  return ITEM.test(line) ? 'list' : 'paragraph'
}

function lengthOf(lines: readonly string[], from: number, kind: Kind): number {
  let end = from + 1
  while (end < lines.length && kindOf(lines[end] ?? '') === kind && !QUOTE_OF_REST.test(lines[end] ?? '')) end += 1
  return end - from
}

function blockOf(kind: Kind, lines: readonly string[]): Block {
  const [first = ''] = lines
  switch (kind) {
    case 'quote':
      return { kind, blocks: unquoted(lines.map((line) => line.replace(QUOTE, '')).join('\n')) }
    case 'list':
      return { kind, items: lines.map(itemOf) }
    case 'heading': {
      const level = HEADING.exec(first)?.[1]?.length
      return { kind, level: level === 1 ? 1 : level === 2 ? 2 : 3, children: parseInline(first.replace(HEADING, '')) }
    }
    case 'small':
      return { kind, children: parseInline(first.replace(SMALL, '')) }
    case 'paragraph':
      return { kind, children: parseInline(lines.join('\n')) }
  }
}

/** Quotes in quotes are none in Discord. */
function unquoted(text: string): readonly Block[] {
  return [{ kind: 'paragraph', children: parseInline(text) }]
}

function itemOf(line: string): ListItem {
  const [, indent = '', number] = ITEM.exec(line) ?? []
  return {
    depth: Math.min(DEEPEST_LIST, Math.floor(indent.length / 2)),
    number: number === undefined ? null : Number(number),
    children: parseInline(line.replace(ITEM, '')),
  }
}
