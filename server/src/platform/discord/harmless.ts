import { inProse } from './markdown.ts'
import { defused } from './text.ts'

/** What a model wrote, with nothing in it that does something when it is read in Discord. */

/** What reorders or hides what is read; line breaks, tabs and what joins emoji stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g
/** All that Discord makes a link or an invitation of: https://support.discord.com/hc/en-us/articles/210298617 */
const LINK = /(?:https?|discord|mailto|tel|sms):[^\s<>`]+|\bdiscord(?:app)?\.(?:gg|com|me|io)\/[^\s<>`]+/gi
const AFTER_LINK = /[.,;:!?'"*_~|\]}]+$/
/** `[text](link)`, under which a reader does not see where it leads. */
const MASK = /\]\((?=\s*<?\s*[a-z]+:)/gi

/** The links in a text, as it writes them. */
export function linksIn(text: string): Set<string> {
  return new Set((text.match(LINK) ?? []).map(bare))
}

/**
 * The text with mentions that mention nobody, without masked links and control characters. Links that are `known` are
 * shown as text, and of others `instead`: whoever could have one written could have a bot recommend it.
 */
export function harmless(text: string, known: ReadonlySet<string>, instead: string): string {
  const familiar = unmasked(text).replaceAll(LINK, (written) => {
    const link = bare(written)
    return known.has(link) ? written : instead + written.slice(link.length)
  })
  const asText = inProse(familiar, (prose) =>
    prose.replaceAll(LINK, (written) => {
      const link = bare(written)
      return `\`${link}\`${written.slice(link.length)}`
    }),
  )
  return defused(asText)
}

/** The same, with all links shown as text: for what is read by people who have to judge it. */
export function shownAsText(text: string): string {
  return harmless(text, linksIn(text), '')
}

/** Without masked links and control characters, so that whoever reads it sees all that it says. */
export function unmasked(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(CONTROLS, '').replaceAll(MASK, '] (')
}

/** Without what belongs to the sentence around it. */
function bare(written: string): string {
  const link = written.replace(AFTER_LINK, '')
  return link.endsWith(')') && !link.includes('(') ? bare(link.slice(0, -1)) : link
}
