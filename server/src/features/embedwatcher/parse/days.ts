import type { Clue, Groups, Reading, Scanner } from './scanner.ts'
import { LONG_DAYS, numberOf, SHORT_DAYS, type Weekday, weekdayOf } from './words.ts'

/** A day told from the day on which it is read. */
export type NearDay =
  | { readonly kind: 'weekday'; readonly day: Weekday; readonly week: 'first to come' | 'next' | 'past' }
  | { readonly kind: 'ahead'; readonly days: number }
  /** `Friday the 18th`, `the 15th`. */
  | { readonly kind: 'day of month'; readonly dayOfMonth: number; readonly weekday: Weekday | null }

const BEGIN = '(?<![\\p{L}\\p{N}/.:])'
const END = '(?![\\p{L}\\p{N}])'
const pattern = (form: string) => new RegExp(BEGIN + form + END, 'gu')

const PART = '(?: (?:evening|afternoon|morning|tomorrow|night))?'
const DAY_OF_MONTH = pattern(
  `(?:(?<weekday>${LONG_DAYS}|${SHORT_DAYS})${PART}\\.?,? (?:the |de )?|(?:on |op )(?:the|de) )(?<day>\\d{1,2})(?:st|nd|rd|th|ste|de|e)(?= ?(?:$|[.,;!?()@|:-]|at|om|from|van|vanaf|\\d|¤))`,
)
/** `vrijdag 11 om 20u` */
const BARE_DAY_OF_MONTH = pattern(
  `(?<weekday>${LONG_DAYS}|${SHORT_DAYS})${PART}\\.?,? (?:the |de )?(?<day>\\d{1,2})(?=,? (?:at|om|@|from|van|vanaf) ?\\d{1,2}(?!\\d)|, ?\\d{1,2}(?:[:.hu]\\d\\d| ?(?:[ap]m|u|uur)))`,
)
const IN_NEXT_WEEK = pattern(
  `next week (?:on |op )?(?<day>${LONG_DAYS}|${SHORT_DAYS})${PART}|(?<day>${LONG_DAYS})${PART} next week`,
)
const WEEKDAY = pattern(
  `(?:(?<which>this coming|this past|this|next|coming|last|past) )?(?<day>${LONG_DAYS})(?<owner>'s)?${PART}`,
)
const SAID_SHORT = pattern(`(?<which>this coming|this|next|coming|last) (?<day>${SHORT_DAYS})`)
/** `do`, `ma`, `sun` are words of their own unless a clock follows. */
const SHORT_WEEKDAY = pattern(
  `(?<day>${SHORT_DAYS})\\.?,?(?= ?(?:-|@|at|om)? ?\\d{1,2}(?:[:.hu]\\d\\d| ?(?:am|pm|uur|u)))`,
)
const LABELLED = pattern(`(?<day>${SHORT_DAYS})`)
const AHEAD: readonly (readonly [RegExp, number])[] = [
  [pattern('(?:the )?day after tomorrow'), 2],
  [pattern('overmorrow'), 2],
  [pattern('(?<!(?:goede|goeie|goed|good) )tomorrow(?: (?:evening|afternoon|morning|night))?'), 1],
  [pattern('today(?: (?:evening|afternoon|morning))?'), 0],
]
const LATER = pattern(
  '(?:in|over) (?<count>\\d{1,2}|a|two|three|four|twee|drie|vier|een) (?<unit>days?|dagen|weeks?|weken|week)',
)

export function takeNearDays(scanner: Scanner): Clue<NearDay>[] {
  const { label } = scanner.segment
  return [
    ...scanner.take(DAY_OF_MONTH, dayOfMonth),
    ...scanner.take(IN_NEXT_WEEK, ({ day }) => weekday(day, 'next', 0.85)),
    ...scanner.take(BARE_DAY_OF_MONTH, dayOfMonth),
    ...scanner.take(WEEKDAY, namedDay),
    ...scanner.take(SAID_SHORT, namedDay),
    ...scanner.take(SHORT_WEEKDAY, ({ day }) => weekday(day, 'first to come', 0.88)),
    ...(label === 'date' || label === 'when'
      ? scanner.take(LABELLED, ({ day }) => weekday(day, 'first to come', 0.88))
      : []),
    ...AHEAD.flatMap(([form, days]) =>
      scanner.take<NearDay>(form, () => ({ value: { kind: 'ahead', days }, confidence: 0.95 })),
    ),
    ...scanner.take(LATER, later),
  ]
}

function weekday(day: string | undefined, week: 'first to come' | 'next' | 'past', confidence: number) {
  const found = weekdayOf(day ?? '')
  return found === undefined ? null : { value: { kind: 'weekday', day: found, week } as const, confidence }
}

function namedDay({ which, day, owner }: Groups): Reading<NearDay> | null {
  if (which === 'last' || which?.endsWith('past')) return weekday(day, 'past', 0.9)
  // Half of those who say "next Friday" mean the first to come.
  if (which === 'next') return weekday(day, 'next', 0.82)
  if (owner !== undefined) return weekday(day, 'first to come', 0.75)
  return weekday(day, 'first to come', which === undefined ? 0.9 : 0.95)
}

function dayOfMonth({ weekday: beside, day = '' }: Groups): Reading<NearDay> | null {
  const value = Number(day)
  if (value < 1 || value > 31) return null
  const named = weekdayOf(beside ?? '') ?? null
  return { value: { kind: 'day of month', dayOfMonth: value, weekday: named }, confidence: named ? 0.9 : 0.8 }
}

function later({ count = '', unit = '' }: Groups): Reading<NearDay> | null {
  const size = numberOf(count)
  if (size === undefined) return null
  return { value: { kind: 'ahead', days: unit.startsWith('w') ? size * 7 : size }, confidence: 0.85 }
}
