import type { Clue } from './scanner.ts'

/** What of the event a clock is: what comes before it (doors, check-in), or expressly its start. */
type Role = 'early' | 'start' | null

const EARLY_WORDS = [
  'doors?|deuren|(?:de )?zaal|open|opens|inloop|welkom|onthaal|ontvangst|reception|arrivals?|arrive',
  'gather|gathering|verzamelen|samenkomst|meeting|meet(?:ing)? up|meet|form(?:ing)? up|forms? up|line[ -]?up|muster|staging',
  'check[ -]?in|sign[ -]?in|registration|registratie|inschrijving|inschrijven|aanmelden|invites?|summons?|summon|lobby',
  'warm[ -]?up|sound ?check|briefing|pre-?show|pre-?game|set[ -]?up|opbouw|be (?:there|on|online|ready|in voice)|aanwezig',
].join('|')
const START_WORDS = [
  'starts?|starting|begins?|begint|beginnen|aanvang|kick[ -]?off|aftrap|undock|showtime|show|ceremony|ceremonie',
  'departs?|departure|departing|leaving|vertrek|vertrekken|rolling out|first (?:match|game|round|pull|map)',
].join('|')
const LEADS =
  '(?: (?:go(?:es)? out|opens?|opening|starts?|is|are|zijn|uur|gaat open|gaan open))?(?: (?:at|om|from|vanaf|op|van))?'
const directlyBefore = (words: string, more = '') =>
  new RegExp(`(?<!\\p{L})(?:${words})${more}${LEADS}[ :@(-]{0,3}$`, 'u')
const EARLY_BEFORE = directlyBefore(EARLY_WORDS)
/** Also `start of the show: 20:00`. */
const START_BEFORE = directlyBefore(START_WORDS, '(?: (?:of |van )?(?:the |de |het )?\\p{L}{1,20})?')
/** `18:30 doors, 19:00 start` */
const AFTER = /^ ?[-:=(]? ?(?<word>\p{L}+(?:-\p{L}+)?)/u
const EARLY_AFTER = /^(?:doors?|deuren|inloop|check-in|registration|inschrijving|onthaal)$/
const START_AFTER = /^(?:start|aanvang|begin|kick-?off|aftrap|show|concert|ceremony)$/
const REACH = 60

export function roleOf({ segment, start, end }: Clue<unknown>): Role {
  const { label, read } = segment
  if (label === 'doors') return 'early'
  const lead = /^[\p{L} @]*/u.exec(read.text.slice(start, end))?.[0] ?? ''
  const before = read.text.slice(Math.max(0, start - REACH), start) + lead
  if (EARLY_BEFORE.test(before)) return 'early'
  if (START_BEFORE.test(before)) return 'start'
  const after = AFTER.exec(read.text.slice(end, end + REACH))?.groups?.word ?? ''
  return EARLY_AFTER.test(after) ? 'early' : START_AFTER.test(after) ? 'start' : null
}
