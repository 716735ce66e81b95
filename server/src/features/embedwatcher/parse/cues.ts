import { quotation } from './readable.ts'
import type { Clue } from './scanner.ts'
import type { Segment } from './segments.ts'

/** Why a day or clock is not that of the event, or makes it doubtful. */
export type Cue = 'past' | 'deadline' | 'end'

const words = (...phrases: readonly string[]) => `(?<!\\p{L})(?:${phrases.join('|')})`
const said = (...phrases: readonly string[]) => new RegExp(`${words(...phrases)}(?!\\p{L})`, 'u')

/** Directly before it, what makes it the last moment of something, or not the one that counts. */
const END_BEFORE = new RegExp(
  `${words(
    'until|till|til|tot|tot en met|t/m|before|vóór|by|uiterlijk|to|after|na',
    'ends?|ending|eindigt|einde|expires?',
    'instead of|i\\.p\\.v\\.|ipv|in plaats van|rather than',
  )}(?: on| op| at| the| de| only| en met)? ?$`,
  'u',
)
const PAST_BEFORE = new RegExp(`${words('since|sinds|last|last (?:week|month|year)|yesterday')}(?: the| de)? ?$`, 'u')
const CLOSING = said(
  'deadline|due(?! to)|closes?|closing|closed|sluit|sluiting|gesloten|expires?|verloopt|verlopen|ends?|eta',
  '(?:quiet|opening|business) hours|openingsuren|openingstijden|(?:are|zijn|is) open|geopend',
  'valid|geldig|on sale|te koop|voorverkoop|discount|korting|sale|% off|invoice|order #|betalen|pay by',
  'registrations? (?:is )?(?:open|close)|sign ?-?ups? (?:close|end|by)|rsvp (?:by|before|voor|tot|vóór)|apply|submit',
  'vote|stemmen',
  '(?:inschrijven|aanmelden|opgeven|reageren|antwoorden|inleveren|indienen|doorgeven|opsturen)(?: kan)? (?:tot|voor)',
)
const PAST = said(
  'was|were|been|had|won|lost|beat|played|happened|took place|reached|hit|ended|yesterday|born|shipped|paid',
  'posted|published|released|updated?|created|joined|founded|restarted|recording (?:of|from)|recorded',
  'waren|speelden|hadden|ging|gingen|werd|werden|gehad|geplaatst|gepubliceerd|bijgewerkt|geboren|gestart',
  'leuke avond van|bedankt|thanks for|thank you for|thanks everyone|thanks all',
)
/** `will be released` has not been. */
const FUTURE = said("will|'ll|to be|shall|going to|gonna|zal|zullen|wordt|worden|gaan?")
const OVER_AFTER =
  /^ ?(?:'s \p{L}+ )?(?:was|were|had|went)(?!\p{L})|(?<!\p{L})(?:was|were) (?:great|fun|amazing|awesome)|geweest|leuk gehad/u
const MOVES = 'moved|postponed|rescheduled|delayed|verplaatst|verzet|uitgesteld|verschoven'
/** Something that was is held at another time now. */
const MOVED = said(MOVES)
/** `tonight's raid is moved to Saturday` */
const LEFT = new RegExp(`^(?:'s)?[^.!?;\\d]{0,25}(?:${MOVES})(?!\\p{L})`, 'u')

const CANCELLED = said(
  "cancell?ed|called off|won't take place|not happening",
  'afgelast|geannuleerd|gaat niet door|gaan niet door',
)
const UNSURE = said(
  'maybe|perhaps|probably|tba|tbd|tbc|not decided|undecided|can (?:someone|anyone|anybody|somebody)',
  'misschien|waarschijnlijk|nog niet (?:zeker|bekend)|kan iemand',
)

/** Of a sentence so much is looked at. */
const REACH = 160

/** What the sentence around a clue says against it; null when nothing does. */
export function cueAgainst({ segment, start, end }: Clue<unknown>): Cue | null {
  const { text } = segment.read
  const heading = segment.heading?.text.slice(-REACH / 2) ?? ''
  const before = `${heading} ${text.slice(Math.max(0, start - REACH), start)}`
  const sentence = /[^.!?;]*$/u.exec(before)?.[0] ?? ''
  const rest = /^[^.!?;]*/u.exec(text.slice(end, end + REACH))?.[0] ?? ''
  if (segment.label === 'end') return 'end'
  if (PAST_BEFORE.test(before) || LEFT.test(rest)) return 'past'
  if (MOVED.test(sentence)) return null
  if (END_BEFORE.test(before)) return 'end'
  if (CLOSING.test(sentence)) return 'deadline'
  return (PAST.test(sentence) && !FUTURE.test(sentence)) || OVER_AFTER.test(rest) ? 'past' : null
}

/** The words by which an announcement calls its event off. */
export function cancelledBy(segments: readonly Segment[]): string | null {
  for (const { read } of segments) {
    const found = CANCELLED.exec(read.text)
    if (found && !MOVED.test(read.text)) return quotation(read, found.index, found.index + found[0].length)
  }
  return null
}

/** Whether the announcement doubts itself; that the place is still to be told does not matter. */
export function isUnsure(segments: readonly Segment[]): boolean {
  return segments.some(({ label, read }) => label !== 'location' && UNSURE.test(read.text))
}
