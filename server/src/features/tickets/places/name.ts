import { isUnsolved, type Ticket } from '../ticket.ts'

/** Of names of channels: https://discord.com/developers/docs/resources/channel#channel-object-channel-structure */
const LONGEST = 100
const DIGITS = 4

/**
 * What the place of a ticket may be called, best first. A later one is taken where Discord refuses those before it, by
 * the words in it; nobody is named in them, because names of channels are read by many.
 */
export function namesFor(ticket: Pick<Ticket, 'number' | 'status'>, panelName: string | null): string[] {
  const number = String(ticket.number).padStart(DIGITS, '0')
  if (!isUnsolved(ticket)) return [`closed-${number}`]
  const ofPanel = written(panelName ?? '', LONGEST - number.length - 1)
  const names = [...(ofPanel === '' ? [] : [`${ofPanel}-${number}`]), `ticket-${number}`, `desk-${number}`, number]
  return [...new Set(names)]
}

/** Small letters and digits of any script, with dashes between words: what Discord leaves as it is. */
function written(text: string, most: number): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{Nd}]+/gu, '-')
  let kept = ''
  for (const character of words) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept.replaceAll(/^-+|-+$/g, '')
}
