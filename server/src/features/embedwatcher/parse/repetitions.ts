import type { Clue, Groups, Reading, Scanner } from './scanner.ts'
import { LONG_DAYS, SHORT_DAYS, WEEKDAYS, type Weekday, weekdayOf } from './words.ts'

export interface Repetitions {
  readonly weekly: readonly Clue<readonly Weekday[]>[]
  /** What comes round otherwise: every other week, by the month, by the year. */
  readonly other: readonly Clue<null>[]
  /** `weekly` by itself, which makes weekdays those of every week. */
  readonly isWeekly: boolean
}

const BEGIN = '(?<![\\p{L}\\p{N}/])'
const END = '(?![\\p{L}\\p{N}])'
const pattern = (form: string) => new RegExp(BEGIN + form + END, 'gu')

const PART = '(?: (?:evening|afternoon|morning|night)s?)?'
const ONE = `(?:(?:${LONG_DAYS})s?${PART}|(?:${SHORT_DAYS})\\.?)(?!\\p{L})`
const AND = ' ?(?:,|/|\\+|&|and|en|-|through|tot en met|t/m|to|tot|until) ?(?:on |op |every )?'
const LIST = `(?<list>${ONE}(?:${AND}${ONE}){0,6})`

const ORDINALS =
  'first|second|third|fourth|last|1st|2nd|3rd|4th|eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e|1ste|2de|3de|4de'
const OTHER: readonly RegExp[] = [
  pattern(
    `every (?:other|second|third|2nd|3rd|two|three|four|twee|drie|vier|tweede|andere|\\d{1,2}) (?:weeks?|weken|days?|dagen|months?|maanden|(?:${LONG_DAYS})s?)`,
  ),
  pattern(
    `(?:every |the |de |on the |op de )?(?:${ORDINALS}) (?:${LONG_DAYS})${PART} (?:of|van|in) (?:the |de |every |each )?(?:month|maand)`,
  ),
  pattern(`every (?:${ORDINALS}) (?:${LONG_DAYS})`),
  pattern('every (?:month|maand|year|jaar|quarter|kwartaal)'),
  pattern(
    '(?:bi-?weekly|fortnightly|tweeweekly|tweewekelijks|monthly|maandelijks|maandelijkse|yearly|annually|jaarlijks|om de (?:twee weken|week|andere week|14 dagen)|(?:in )?(?:de )?(?:on)?even weken|odd weeks|even weeks)',
  ),
]
const EVERY_LISTED = pattern(`(?:(?:every|weekly)(?: week)?,? (?:on |op |every )?)${LIST}`)
const PLURAL = pattern(`(?<list>(?:${LONG_DAYS})s${PART}(?:${AND}(?:${LONG_DAYS})s?${PART}){0,6})`)
const SPANNED = pattern(`(?<list>(?:${ONE})(?: ?(?:-|through|tot en met|t/m|to|tot) ?)(?:${ONE}))`)
const SEVERAL = pattern(`(?<list>${ONE}(?:${AND}${ONE}){2,6})`)
const BARE = pattern(LIST)
const PAIR = pattern(`(?<list>${ONE}(?:${AND}${ONE}){1,6})`)
const WEEKLY = pattern('(?:weekly|every week)')
const GROUPS: readonly (readonly [RegExp, string, number])[] = [
  [pattern('(?:every (?:single )?(?:day|dag)|7 (?:days|dagen) (?:a|per) week)'), '0123456', 0.95],
  [pattern('every (?:evening|night|morning|afternoon|nacht)'), '0123456', 0.9],
  [pattern('(?:every weekday|(?:on |op )?weekdays)'), '01234', 0.95],
  [pattern('(?:every weekend|(?:in |op )?(?:the |de )?weekends)'), '56', 0.93],
  // An adjective of something that may have a day of its own: `daily stand-up`.
  [pattern('daily(?= (?:at|om|@|from|van|vanaf|around|rond|\\d)| ?[^\\p{L}\\p{N} ]| ?$)'), '0123456', 0.95],
  [pattern('daily'), '0123456', 0.7],
]
const DIGITS = /(?<![\p{L}\p{N}:./])(?<digits>[0-6](?:(?:, ?| )[0-6]){0,6})(?![\p{L}\p{N}:./])/gu

export function takeRepetitions(scanner: Scanner): Repetitions {
  const isDays = scanner.segment.label === 'days'
  const isEveryWeek = scanner.segment.read.text.search(WEEKLY) >= 0
  const other = OTHER.flatMap((form) => scanner.take(form, () => ({ value: null, confidence: 0.9 })))
  const weekly = [
    ...scanner.take(EVERY_LISTED, (groups) => listed(groups, 0.95)),
    ...GROUPS.flatMap(([form, days, confidence]) => scanner.take(form, () => ({ value: daysOf(days), confidence }))),
    ...scanner.take(PLURAL, (groups) => listed(groups, 0.93)),
    ...(isDays ? scanner.take(BARE, (groups) => listed(groups, 0.95)) : []),
    ...(isDays ? scanner.take(DIGITS, ({ digits = '' }) => ({ value: daysOf(digits), confidence: 0.8 })) : []),
    ...(isEveryWeek ? scanner.take(PAIR, (groups) => listed(groups, 0.85)) : []),
    ...scanner.take(SEVERAL, (groups) => listed(groups, 0.85)),
    ...scanner.take(SPANNED, (groups) => listed(groups, 0.8)),
  ]
  const alone = scanner.take(WEEKLY, () => ({ value: null, confidence: 0.85 }))
  return { weekly, other, isWeekly: alone.length > 0 }
}

function daysOf(digits: string): Weekday[] {
  return WEEKDAYS.filter((day) => digits.includes(day))
}

const PIECE = new RegExp(
  `(?<link>(?:-|through|tot en met|t/m|to|tot|until) ?)?(?<![\\p{L}])(?<day>(?:${LONG_DAYS})s?|${SHORT_DAYS})(?!\\p{L})`,
  'gu',
)

/** `mon, wed`, `monday to friday`, `ma t/m vr en zo`, each day once and in the order of the week. */
function listed({ list = '' }: Groups, confidence: number): Reading<readonly Weekday[]> | null {
  const days = new Set<Weekday>()
  let before: Weekday | undefined
  for (const { groups = {} } of list.matchAll(PIECE)) {
    const day = weekdayOf(groups.day ?? '')
    if (day === undefined) continue
    if (groups.link !== undefined && before !== undefined) for (const between of span(before, day)) days.add(between)
    days.add(day)
    before = day
  }
  return days.size === 0 ? null : { value: WEEKDAYS.filter((day) => days.has(day)), confidence }
}

function span(first: Weekday, last: Weekday): Weekday[] {
  const length = (Number(last) - Number(first) + 7) % 7
  return WEEKDAYS.filter((day) => (Number(day) - Number(first) + 7) % 7 <= length)
}
