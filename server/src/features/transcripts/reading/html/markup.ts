import { runsOf, type Term } from '../../search/words-of.ts'
import { parseMarkdown } from '../markdown/blocks.ts'
import type { Block, Inline, ListItem, Reference } from '../markdown/tree.ts'
import { instantOf, type Names, referenceText } from '../references.ts'
import { escaped, linkable } from './escape.ts'

/** What markup needs of its surroundings. Pure. */
export interface Markup {
  readonly names: Names
  /** What is looked for, to be marked. */
  readonly terms: readonly Term[]
  readonly time: (instant: Temporal.Instant) => string
}

export function markdownHtml(text: string, markup: Markup): string {
  return parseMarkdown(text)
    .map((block) => blockHtml(block, markup))
    .join('')
}

/** Text of people that has no markup, such as names. */
export function textHtml(text: string, { terms }: Pick<Markup, 'terms'>): string {
  if (terms.length === 0) return escaped(text)
  return runsOf(text, terms)
    .map((run) => (run.isHit ? `<mark>${escaped(run.text)}</mark>` : escaped(run.text)))
    .join('')
}

function blockHtml(block: Block, markup: Markup): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, markup)}</p>`
    case 'small':
      return `<p class="small">${inlineHtml(block.children, markup)}</p>`
    case 'heading':
      // The page has a heading of its own.
      return `<p class="h${block.level}">${inlineHtml(block.children, markup)}</p>`
    case 'quote':
      return `<blockquote>${block.blocks.map((inner) => blockHtml(inner, markup)).join('')}</blockquote>`
    case 'list':
      return `<ul>${block.items.map((item) => itemHtml(item, markup)).join('')}</ul>`
    case 'code':
      return `<pre>${textHtml(block.text, markup)}</pre>`
  }
}

function itemHtml({ depth, number, children }: ListItem, markup: Markup): string {
  const sign = number === null ? '•' : `${number}.`
  return `<li class="d${depth}">${sign} ${inlineHtml(children, markup)}</li>`
}

const TAGS = { strong: 'strong', em: 'em', underline: 'u', strike: 's' } as const

function inlineHtml(nodes: readonly Inline[], markup: Markup, isInLink = false): string {
  return nodes.map((node) => nodeHtml(node, markup, isInLink)).join('')
}

function nodeHtml(node: Inline, markup: Markup, isInLink: boolean): string {
  switch (node.kind) {
    case 'text':
      return textHtml(node.text, markup)
    case 'break':
      return '<br>'
    case 'code':
      return `<code>${textHtml(node.text, markup)}</code>`
    case 'spoiler':
      // Shown while it is pointed at or has the focus: no script is needed.
      return `<span class="spoiler" tabindex="0">${inlineHtml(node.children, markup, isInLink)}</span>`
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
      return `<${TAGS[node.kind]}>${inlineHtml(node.children, markup, isInLink)}</${TAGS[node.kind]}>`
    case 'link':
      return linkHtml(node.href, inlineHtml(node.children, markup, true), isInLink)
    case 'mention':
    case 'command':
      return `<span class="mention">${escaped(referenceText(node, markup))}</span>`
    case 'emoji':
      return `<span class="emoji">${escaped(referenceText(node, markup))}</span>`
    case 'time':
      return timeHtml(node, markup)
  }
}

/** A link cannot stand in another. */
export function linkHtml(href: string, inner: string, isInLink = false): string {
  const address = isInLink ? null : linkable(href)
  return address === null ? inner : `<a href="${escaped(address)}" rel="noopener noreferrer nofollow">${inner}</a>`
}

function timeHtml(node: Extract<Reference, { kind: 'time' }>, markup: Markup): string {
  const [instant, text] = [instantOf(node), escaped(referenceText(node, markup))]
  return instant ? `<time datetime="${instant}">${text}</time>` : text
}
