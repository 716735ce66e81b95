import { harmless, linksIn } from '../../../platform/discord/harmless.ts'
import { heldToSources } from './citations.ts'
import { leaks } from './instructions.ts'
import type { Source } from './sources.ts'

/**
 * What becomes of what the model wrote.
 * - unknown: it cites nothing that was given, so nothing shows that it is true.
 * - withheld: it repeats our instructions.
 */
export type Judged =
  | { readonly kind: 'answered'; readonly text: string; readonly cited: readonly Source[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withheld' }

/** @param instead is shown in place of a link that stands in none of the sources. */
export function judged(written: string, sources: readonly Source[], instead: string): Judged {
  if (leaks(written)) return { kind: 'withheld' }
  const known = linksIn(sources.map(({ text }) => text).join('\n'))
  const { text, numbers } = heldToSources(harmless(written, known, instead).trim(), sources.length)
  if (numbers.length === 0 || !saysSomething(text)) return { kind: 'unknown' }
  return { kind: 'answered', text, cited: sources.filter(({ number }) => numbers.includes(number)) }
}

/** Citations alone say nothing. */
function saysSomething(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\[\d+\]/g, ''))
}

/** What may be shown of an answer that is being written: nothing before it cites something. */
export function draftOf(soFar: string, sources: readonly Source[], instead: string): string | null {
  // A word, link or citation may go on.
  const whole = soFar.slice(0, Math.max(0, soFar.search(/\s\S*$/)))
  const draft = judged(whole, sources, instead)
  return draft.kind === 'answered' ? draft.text : null
}
