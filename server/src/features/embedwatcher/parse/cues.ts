import { quotation } from './readable.ts'
import type { Clue } from './scanner.ts'
import type { Segment } from './segments.ts'

/** Why a day or clock is not that of the event, or makes it doubtful. */
export type Cue = 'past' | 'deadline' | 'end' | 'off'

const words = (...phrases: readonly string[]) => `(?<!\\p{L})(?:${phrases.join('|')})`
const said = (...phrases: readonly string[]) => new RegExp(`${words(...phrases)}(?!\\p{L})`, 'u')

/** Directly before it, what makes it the last moment of something, or not the one that counts. */
const END_BEFORE = new RegExp(
  `${words(
    'until|till|til|tot|tot en met|t/m|before|vóór|by|uiterlijk|ten laatste|after|na',
    'ends?|ending|eindigt|einde|expires?',
    'instead of|i\\.p\\.v\\.|ipv|in plaats van|rather than',
  )}(?: on| op| at| the| de| only| en met)? ?$`,
  'u',
)
/** `from 5 to 7 December`, but not `set to 7 December` */
export const TO_OF_RANGE = /(?:[\d¤]\p{L}{0,3}\.?|day|noon|[ap]\.m\.) to(?: the)? ?$/u
/** Dutch for `before`, but also for `for`: of a deadline only where one has to do something. */
const BEFORE_OR_FOR = /(?<!\p{L})voor(?: de)? ?$/u
const TO_DO = said(
  'inschrijv(?:en|ing|ingen)|aanmeld(?:en|ing|ingen)|opgeven|reageren|antwoorden|inleveren|indienen|doorgeven|opsturen',
  'stuur|bestel(?:len)?|betaal|betalen|formulier|laat (?:het )?(?:even )?weten|rsvp',
)
/** Directly before it, what says that it is not then. */
const OFF_BEFORE = new RegExp(
  `${words('not|niet|except|behalve|uitgezonderd')}(?: (?:on|op|the|de|for|this|next|until|till))* ?$`,
  'u',
)
const HELD =
  '(?:raid|stream|training|session|meeting|class|practice|game|show|event|match|movie|les|sessie|repetitie|vergadering|wedstrijd|\\p{L}{2,12} ?(?:avond|evening|night))(?:s|es|en|sen)?'
/** `no training on 22 and 29 December` */
const OFF = said(`(?:no|geen) (?:\\p{L}+ )?${HELD}`, 'vervalt|vervallen')
const PAST_BEFORE = new RegExp(
  `${words('since|sinds|last|last (?:week|month|year)|yesterday|was|were|used to be')}(?: the| de| on| op)? ?$`,
  'u',
)
const CLOSING = said(
  'deadline|due(?! to)|clos(?:es?|ing)(?! (?:the|de|het|out|off|with|party|ceremony))|closed|sluit|sluiting|gesloten',
  'expires?|verloopt|verlopen|ends?|eta',
  '(?<!doors )open (?:every|daily|weekdays)|(?:quiet|opening|business) hours|openingsuren|openingstijden|(?:are|zijn|is) open|geopend|heropent|reopens?',
  'valid|geldig|on sale|te koop|voorverkoop|discount|korting|sale|% off|invoice|order #|betalen|pay by',
  'registrations? (?:is )?(?:open|close)|sign ?-?ups? (?:close|end|by)|rsvp (?:by|before|voor|tot|vóór)|apply|submit',
  'geleverd|levering|bezorgd|bezorging|delivered|delivery',
  'vote|stemmen|to enter|winners? (?:is |are |will be )?(?:drawn|picked|announced)',
  '(?:inschrijven|aanmelden|opgeven|reageren|antwoorden|inleveren|indienen|doorgeven|opsturen)(?: kan)? (?:tot|voor)',
)
/** Also where it stands after the day: `from Friday to Monday: 30% off` */
const PRICED = said('\\d% (?:off|korting)|discount')
/** What a machine does, `checked every day at 04:00`, and not what people come to, `held every day`. */
const DONE_BEFORE =
  /(?<!\p{L})(?!(?:hosted|streamed|played|organi[sz]ed|scheduled|planned|invited|based|raided|aired|needed) )\p{L}{2,15}ed (?:again |automatically )?(?:on |at )?$/u
const PAST = said(
  'was|were|been|had|won|lost|beat|played|happened|took place|reached|hit|ended|yesterday|born|shipped|paid',
  'cleared|finished|scored|defeated|wiped|came|went|used to|no longer|not anymore',
  'posted|published|released|updated?|created|joined|founded|restarted|recording (?:of|from)|recorded',
  '(?:today|back|day) in \\d{4}|on this day|op deze dag',
  'waren|speelden|hadden|ging|gingen|werd|werden|gehad|geplaatst|gepubliceerd|bijgewerkt|geboren|gestart',
  'wonnen|verloren|haalden|kwamen|niet meer|niet langer|vroeger|jl|jongstleden',
  'leuke avond van|bedankt|thanks for|thank you for|thanks everyone|thanks all',
)
/** `will be released` has not been. */
const FUTURE = said("will|'ll|to be|shall|going to|gonna|zal|zullen|wordt|worden|gaan?")
const OVER_AFTER =
  /^ ?(?:'s \p{L}+ )?(?:was|were|had|went|jl|j\.l)(?!\p{L})|(?<!\p{L})(?:was|were) (?:great|fun|amazing|awesome)|geweest|leuk gehad/u
const MOVES = 'moved|postponed|rescheduled|delayed|verplaatst|verzet|uitgesteld|verschoven'
/** Something that was is held at another time now. */
const MOVED = said(MOVES)
/** `tonight's raid is moved to Saturday`, unless only the clock is another */
const LEFT = new RegExp(
  `^(?:'s)?[^.!?;\\d]{0,25}(?:${MOVES})(?!\\p{L}| (?:from |van |to |naar )?\\d{1,2}(?:[:.hu]\\d\\d| ?(?:[ap]m|u|uur)(?!\\p{L})))`,
  'u',
)
/** What it was moved from: `moved from 3pm to 4pm`, `verplaatst van dinsdag 1 december naar …` */
export const MOVED_FROM = new RegExp(
  `(?<=${words(MOVES)} (?:\\p{L}{1,12} )?)(?:from|van) [^.!?;]{2,40}? (?=(?:to|naar) )`,
  'gu',
)
/** `moved to 4pm` */
export const MOVED_TO = new RegExp(`${words(MOVES)}[^.!?;]{0,60}$`, 'u')

const CANCELLED = said(
  "cancell?ed|called off|won't take place|not happening|until further notice|tot nader order",
  'afgelast|geannuleerd|gaa[tn] (?:\\p{L}+ ){0,2}niet door',
)
const UNSURE = said(
  'maybe|perhaps|probably|prob|probs|tba|tbd|tbc|not decided|undecided|not sure|unsure|depends|or so',
  'can (?:someone|anyone|anybody|somebody)|misschien|wellicht|waarschijnlijk|nog niet (?:zeker|bekend)|kan iemand',
  '(?:zoeken|looking for|need) (?:\\p{L}+ ){0,3}(?:vrijwilligers|volunteers|helpers)|wie helpt|who can help',
  'usually|meestal|no promises|might|if there is interest|if enough|als er (?:genoeg )?interesse|zou(?:den)? kunnen',
  'thinking (?:about|of)|considering|onder voorbehoud|hangt (?:ervan )?af|of zo|ofzo|stem (?:mee|hieronder)|vote below|poll below',
)
/** What somebody asks who would like to know, rather than the host of an event. */
const ASKS = new RegExp(
  `^[^\\p{L}]*(?:(?:hey|hi|so|and|en|hoi|dus)(?!\\p{L})[, ]*)?${words(
    'are we|are you (?:all )?(?:free|available)|is (?:it|there|the|anyone|er|het)|can (?:we|i|you|someone|anyone)|could|do (?:we|you)|does|shall|should|would',
    'which|what|who (?:can|has|is free|wants)|anyone|wie (?:heeft|kan|is|wil)|wat|welke|kan|kunnen|zullen|zal|hebben|heeft',
  )}(?!\\p{L})`,
  'u',
)
/** Somebody's own day, `my alarm goes off at 6:30 every day`, unless it is what others may come to. */
const OWN_DAY = said('i(?!\\.)|ik|my|mijn')
/** Of somebody's own whoever else is spoken to. */
const OWN_DUTY = said('i have an?|i have to|i need to|i work|ik heb|ik moet|ik werk|my (?:shift|exam|appointment)')
const FOR_OTHERS =
  /stream|(?<!\p{L})(?:live|join|host|hosting|dm|we|us|our|ons|onze|you|your|jullie|je|everyone|iedereen|all|welcome|welkom|event|raid|show|party|feest|game|session|sessie|workshop|class|les)(?!\p{L})|evening|avond|night/u

/** Of a sentence so much is looked at. */
const REACH = 160

/** The sentence around a clue, with the heading that it follows. */
function sentenceOf({ segment, start, end }: Clue<unknown>) {
  const { text } = segment.read
  const heading = segment.heading?.text.slice(-REACH / 2) ?? ''
  const before = `${heading} ${text.slice(Math.max(0, start - REACH), start)}`
  const rest = /^[^.!?;]*/u.exec(text.slice(end, end + REACH))?.[0] ?? ''
  return { before, sentence: /[^.!?;]*$/u.exec(before)?.[0] ?? '', rest, sign: text[end + rest.length] ?? '' }
}

/** What the sentence around a clue says against it; null when nothing does. */
export function cueAgainst(clue: Clue<unknown>): Cue | null {
  const { before, sentence, rest } = sentenceOf(clue)
  if (clue.segment.label === 'end') return 'end'
  if (PAST_BEFORE.test(before) || LEFT.test(rest)) return 'past'
  if (OFF_BEFORE.test(before)) return 'off'
  if (MOVED.test(sentence)) return null
  if (END_BEFORE.test(before) || TO_OF_RANGE.test(before) || (BEFORE_OR_FOR.test(before) && TO_DO.test(before)))
    return 'end'
  if (CLOSING.test(sentence) || PRICED.test(rest)) return 'deadline'
  if (OFF.test(`${sentence} ${rest}`)) return 'off'
  return (PAST.test(sentence) && !FUTURE.test(sentence)) || OVER_AFTER.test(rest) ? 'past' : null
}

/** Likewise of what comes round. */
export function cueAgainstRepetition(clue: Clue<unknown>): Cue | null {
  const { before } = sentenceOf(clue)
  return cueAgainst(clue) ?? (DONE_BEFORE.test(before) ? 'deadline' : null)
}

/** Whether somebody asks about it. */
export function isAsked(clue: Clue<unknown>): boolean {
  const { sentence, sign } = sentenceOf(clue)
  return sign === '?' && ASKS.test(sentence)
}

/** The words by which an announcement calls its event off. */
export function cancelledBy(segments: readonly Segment[]): string | null {
  for (const { read } of segments) {
    const found = CANCELLED.exec(read.text)
    if (found && (!MOVED.test(read.text) || /further|nader/.test(found[0])))
      return quotation(read, found.index, found.index + found[0].length)
  }
  return null
}

/** Whether the announcement doubts itself, or is about nobody but who writes it; an untold place does not matter. */
export function isUnsure(segments: readonly Segment[]): boolean {
  const told = segments.filter(({ label }) => label !== 'location')
  if (told.some(({ read }) => UNSURE.test(read.text))) return true
  if (!told.every(({ part }) => part === 'content')) return false
  const [isOwn, isDuty, isForOthers] = [OWN_DAY, OWN_DUTY, FOR_OTHERS].map((form) =>
    told.some(({ read }) => form.test(read.text)),
  )
  return isDuty === true || (isOwn === true && !isForOthers)
}
