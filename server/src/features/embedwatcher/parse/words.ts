/** The vocabulary of announcements. Dutch, abbreviations and common misspellings become one English word each. */

/** Monday is 0, as in every list of days that is stored. */
export const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const DAY_NAMES: Readonly<Record<Weekday, readonly [long: string, dutch: string, short: string]>> = {
  0: ['monday', 'maandag', 'mon ma maa'],
  1: ['tuesday', 'dinsdag', 'tue tues di din'],
  2: ['wednesday', 'woensdag', 'wed weds wo woe'],
  3: ['thursday', 'donderdag', 'thu thur thurs do don'],
  4: ['friday', 'vrijdag', 'fri vr vri vrij'],
  5: ['saturday', 'zaterdag', 'sat za zat'],
  6: ['sunday', 'zondag', 'sun zo zon'],
}

const MONTHS: readonly (readonly [long: string, others: string])[] = [
  ['january', 'januari jan'],
  ['february', 'februari feb febr'],
  ['march', 'maart mar mrt'],
  ['april', 'apr'],
  ['may', 'mei'],
  ['june', 'juni jun'],
  ['july', 'juli jul'],
  ['august', 'augustus aug'],
  ['september', 'sep sept'],
  ['october', 'oktober oct okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const HOURS = [
  'one een één',
  'two twee',
  'three drie',
  'four vier',
  'five vijf',
  'six zes',
  'seven zeven',
  'eight acht',
  'nine negen',
  'ten tien',
  'eleven elf',
  'twelve twaalf',
]

const split = (words: string) => words.split(' ')
const alternatives = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')

const WEEKDAY_BY_WORD = new Map<string, Weekday>(
  WEEKDAYS.flatMap((day) => {
    const [long, , short] = DAY_NAMES[day]
    return [long, `${long}s`, ...split(short)].map((word) => [word, day] as const)
  }),
)
const MONTH_BY_WORD = new Map(
  MONTHS.flatMap(([long, others], index) => [long, ...split(others)].map((word) => [word, index + 1] as const)),
)
const NUMBER_BY_WORD = new Map([
  ...HOURS.flatMap((words, index) => split(words).map((word) => [word, index + 1] as const)),
  ...['quarter', 'kwart'].map((word) => [word, 15] as const),
  ...['twenty', 'twintig'].map((word) => [word, 20] as const),
  ['a', 1] as const,
  ['an', 1] as const,
])

/** For patterns: the words of each kind, after `plainWord`. */
export const LONG_DAYS = alternatives(WEEKDAYS.map((day) => DAY_NAMES[day][0]))
export const SHORT_DAYS = alternatives(WEEKDAYS.flatMap((day) => split(DAY_NAMES[day][2])))
export const MONTH_NAMES = alternatives([...MONTH_BY_WORD.keys()])
export const HOUR_WORDS = alternatives(HOURS.flatMap(split))

export const weekdayOf = (word: string): Weekday | undefined => WEEKDAY_BY_WORD.get(word)
export const monthOf = (word: string): number | undefined => MONTH_BY_WORD.get(word)
export const numberOf = (word: string): number | undefined =>
  /^\d{1,2}$/.test(word) ? Number(word) : NUMBER_BY_WORD.get(word)

const SAME: Readonly<Record<string, string>> = {
  today: 'vandaag vndg',
  tomorrow: 'morgen tmrw tmr tmw tomo tomoz 2morrow tommorow tommorrow tomorow tommorrow 2moro 2morro',
  overmorrow: 'overmorgen',
  yesterday: 'gisteren gister',
  'today evening': 'tonight tonite 2nite vanavond',
  'today afternoon': 'vanmiddag vannamiddag',
  'today morning': 'vanochtend vanmorgen',
  every: 'each elke elk iedere ieder',
  daily: 'dagelijks everyday',
  weekly: 'wekelijks wekelijkse',
  next: 'volgende volgend nxt',
  this: 'deze dit',
  coming: 'komende aanstaande aankomende eerstvolgende upcoming',
  last: 'vorige vorig afgelopen previous',
  evening: 'avond avonds evenings',
  afternoon: 'middag middags namiddag namiddags',
  morning: 'ochtend ochtends morgens voormiddag',
  weekdays: 'werkdagen doordeweeks weekdagen',
  weekday: 'werkdag weekdag',
  weekends: 'weekenden',
}

const PARTS_OF_DAY: readonly (readonly [ending: string, part: string])[] = [
  ['avond', 'evening'],
  ['namiddag', 'afternoon'],
  ['voormiddag', 'morning'],
  ['middag', 'afternoon'],
  ['ochtend', 'morning'],
  ['morgen', 'morning'],
  ['vroeg', 'morning'],
]

const PLAIN = new Map<string, string>([
  ...Object.entries(SAME).flatMap(([plain, words]) => split(words).map((word) => [word, plain] as const)),
  ...WEEKDAYS.flatMap((day) => {
    const [long, dutch] = DAY_NAMES[day]
    return [
      [dutch, long] as const,
      [`${dutch}s`, `${long}s`] as const,
      [`${dutch}en`, `${long}s`] as const,
      ...PARTS_OF_DAY.flatMap(([ending, part]) => [
        [dutch + ending, `${long} ${part}`] as const,
        [`${dutch + ending}en`, `${long}s ${part}`] as const,
      ]),
    ]
  }),
  ...HOURS.flatMap((words) =>
    split(words)
      .slice(1)
      .map((word) => [`half${word}`, `half ${word}`] as const),
  ),
  ...PARTS_OF_DAY.map(([ending, part]) => [`morgen${ending}`, `tomorrow ${part}`] as const),
])

/** Long enough that one wrong letter leaves no doubt. */
const SPELLED = [
  ...WEEKDAYS.flatMap((day) => DAY_NAMES[day].slice(0, 2)),
  ...MONTHS.flatMap(([long]) => long),
  'tomorrow',
]
  .filter((word) => word.length >= 6)
  .map((word) => ({ word, letters: [...word].sort().join('') }))
const OTHER_WORDS = new Set(['sundae', 'sundays', 'mondays', 'fridays', 'decembers', 'augusts', 'sundry', 'sunder'])

/** The word as the rules know it: lower case, one language, spelled right; two words for `vrijdagavond`. */
export function plainWord(word: string): string {
  const lower = word.normalize('NFKC').toLowerCase()
  const known = PLAIN.get(lower)
  if (known !== undefined) return known
  if (lower.length < 6 || lower.length > 11 || OTHER_WORDS.has(lower) || WEEKDAY_BY_WORD.has(lower)) return lower
  const meant = SPELLED.find((candidate) => isMisspelled(lower, candidate.word, candidate.letters))
  return meant ? (PLAIN.get(meant.word) ?? meant.word) : lower
}

/** One letter more, less or other, or two letters swapped; never the first. */
function isMisspelled(typed: string, word: string, letters: string): boolean {
  if (typed[0] !== word[0] || Math.abs(typed.length - word.length) > 1 || typed === word) return false
  let same = 0
  while (same < word.length && typed[same] === word[same]) same += 1
  const rest = (text: string, skipped: number) => text.slice(same + skipped)
  if (typed.length > word.length) return rest(typed, 1) === rest(word, 0)
  if (typed.length < word.length) return rest(typed, 0) === rest(word, 1)
  return (
    rest(typed, 1) === rest(word, 1) || (rest(typed, 2) === rest(word, 2) && [...typed].sort().join('') === letters)
  )
}
