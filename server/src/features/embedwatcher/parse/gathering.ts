import type { Segment } from './segments.ts'

const any = (...forms: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?!\\p{L})`, 'u')

/** What people come to, also as the end of a Dutch or joined word: `ledenvergadering`, `watchparty`. */
const KINDS = any(
  '\\p{L}{0,20}(?:raid|stream|training|night|evening|avond|party|feest|fuif|meeting|meetup|vergadering|council|raad|overleg|quiz|bingo)s?',
  '\\p{L}{0,20}(?:toernooi|tournament|wedstrijd|match|scrim|race|cup|league|competitie|derby|finale|finals?|war|siege|boss|dungeon|run|dailies)s?',
  '\\p{L}{0,20}(?:concert|show|gig|jam|optreden|voorstelling|musical|premiere|karaoke|festival|bal|dans|dance|set|gala|ceremony)s?',
  '\\p{L}{0,20}(?:les|lesson|class|cursus|course|workshop|webinar|lezing|lecture|talk|seminar|bootcamp|repetitie|rehearsal|practice|oefen(?:en|match)?|tryouts?)(?:sen|es|s)?',
  '\\p{L}{0,20}(?:session|sessie|call|sync|stand-up|standup|demo|review|retro|kick-?off|ama|q&a|drink|drinks|borrel|vrijmibo|lunch|brunch|dinner|diner|ontbijt|breakfast|bbq|barbecue|koffie|coffee|bak)s?',
  '\\p{L}{0,20}(?:wandeling|walk|hike|rit|ride|tocht|uitstap|trip|lan|fair|markt|market|opendeurdag|open dag|receptie|reception|viering|meditation|yoga|ritual|vigil|actie|clean-?up)s?',
  '\\p{L}{0,20}(?:club|circle|koor|choir|game|games|spel|spellen|film|movie|event|evenement|activiteit|launch|release|drops?|wipe|maintenance|onderhoud|downtime|update|patch|campaign|one-?shot|d&d|op|fleet|episode|opent|opens?|preorders?|tickets)s?',
)
/** Somebody who has people over says so. */
const INVITES = any(
  "we|we're|we'll|wij|us|our|ons|onze|let's|join|come|kom|welkom|welcome|see you|tot dan|be there|be ready|everyone|iedereen",
  'bring|breng|sign ?-?ups?|inschrijven|inschrijving|rsvp|react|deelnemen|meedoen|doe mee|released?|moved|verplaatst|verzet|season|seizoen|gratis|free|inkom|entry|live|lfg|lfm|hosting|host',
)

/** Where a heading or a clause begins: `Town hall: Friday 4 December`, `Quiz! Friday 20:00`. */
const SET_OFF = /(?:^|[^\p{L}\p{N}\s*_`>])[\s*_`>]*$/u

/** Whether it is put as announcements are: with a title or labels, about what people come to, or the day set off by signs. */
export function isAnnounced(segments: readonly Segment[], when: readonly { readonly text: string }[]): boolean {
  if (segments.some(({ part, label }) => part !== 'content' || label !== null)) return true
  if (segments.some(({ read }) => KINDS.test(read.text) || INVITES.test(read.text))) return true
  return segments.some(({ read: { original } }) =>
    when.some(({ text }) => {
      const at = original.indexOf(text)
      return at >= 0 && SET_OFF.test(original.slice(Math.max(0, at - 8), at))
    }),
  )
}
