import { quotation } from './readable.ts'
import type { Clue } from './scanner.ts'
import type { Segment } from './segments.ts'

/** Why a day or clock is not that of the event, or makes it doubtful. */
export type Cue = 'past' | 'deadline' | 'end'

/** Directly before it, what makes it the last moment of something rather than the first. */
const END_BEFORE =
  /(?<!\p{L})(?:until|till|til|tot|tot en met|t\/m|before|vóór|by|uiterlijk|ends?|ending|eindigt|einde|expires?|to|after|na)(?: on| op| at| the| de| only| en met)? ?$/u
const PAST_BEFORE = /(?<!\p{L})(?:since|sinds|last|last (?:week|month|year)|yesterday)(?: the| de)? ?$/u
const CLOSING =
  /(?<!\p{L})(?:deadline|due(?! to)|closes?|closing|closed|(?:quiet|opening|business) hours|openingsuren|openingstijden|(?:are|zijn|is) open|geopend|sluit|sluiting|gesloten|expires?|verloopt|verlopen|valid|geldig|ends?|on sale|te koop|voorverkoop|discount|korting|sale|% off|registrations? (?:is )?(?:open|close)|sign ?-?ups? (?:close|end|by)|rsvp by|apply|submit|vote|stemmen|(?:inschrijven|aanmelden|opgeven|reageren|antwoorden|betalen)(?: kan)? (?:tot|voor)|betalen|pay by|invoice|order #|eta)(?!\p{L})/u
const PAST =
  /(?<!\p{L})(?:was|were|been|had|won|lost|beat|played|happened|took place|reached|hit|posted|published|released|updated?|last update|created|joined|founded|born|shipped|paid|restarted|recording (?:of|from)|recorded|ended|yesterday|waren|speelden|hadden|ging|gingen|werd|werden|gehad|geplaatst|gepubliceerd|bijgewerkt|geboren|gestart|leuke avond van|bedankt|thanks for|thank you for|thanks everyone|thanks all)(?!\p{L})/u
/** Something that was is held at another time now. */
const MOVED = /(?<!\p{L})(?:moved|postponed|rescheduled|delayed|verplaatst|verzet|uitgesteld|verschoven)(?!\p{L})/u

const CANCELLED =
  /(?<!\p{L})(?:cancell?ed|canceled|called off|afgelast|geannuleerd|gaat niet door|gaan niet door|won't take place|not happening)(?!\p{L})/u
const UNSURE =
  /(?<!\p{L})(?:maybe|perhaps|misschien|tba|tbd|tbc|not decided|undecided|nog niet (?:zeker|bekend)|probably|waarschijnlijk)(?!\p{L})/u

/** What the sentence around a clue says against it; null when nothing does. */
export function cueAgainst({ segment, start, end }: Clue<unknown>): Cue | null {
  const { text } = segment.read
  const before = `${segment.heading?.text ?? ''} ${text.slice(Math.max(0, start - 160), start)}`
  const sentence = /[^.!?;]*$/u.exec(before)?.[0] ?? ''
  const rest = /^[^.!?;]*/u.exec(text.slice(end, end + 160))?.[0] ?? ''
  if (segment.label === 'end') return 'end'
  if (PAST_BEFORE.test(before)) return 'past'
  if (MOVED.test(sentence)) return null
  if (END_BEFORE.test(before)) return 'end'
  if (CLOSING.test(sentence)) return 'deadline'
  if (PAST.test(sentence) || /^ ?(?:'s \p{L}+ )?(?:was|were|had|went)(?!\p{L})/u.test(rest)) return 'past'
  return /(?<!\p{L})(?:was|were) (?:great|fun|amazing|awesome)|geweest|leuk gehad/u.test(rest) ? 'past' : null
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
