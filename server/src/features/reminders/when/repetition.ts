import { WEEKDAYS, type Weekday } from '../reminder.ts'
import { calendarDate } from './calendar-date.ts'
import { numberOf, ordinalOf, RULE_DAYS, weekdayOf, weekdayOfPlural } from './words.ts'

/** On which days something happens again: weekdays, or a rule of RFC 5545. */
export type Repetition =
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[] }
  | { readonly kind: 'rrule'; readonly rrule: string }

const EVERY = '(?:every|each|elke?|iedere?)'
const MONTH = '(?:(?:of|van|in) )?(?:the|a|de|every|each|elke|iedere|every|per) ?(?:month|maand)'
const WORKDAYS = WEEKDAYS.slice(0, 5)
const WEEKEND = WEEKDAYS.slice(5)

type Match = Readonly<Record<string, string | undefined>>

/** Whole phrases, each read by one function, which may still find that the words are none it knows. */
const PHRASES: readonly [RegExp, (groups: Match) => Repetition | null][] = [
  [/^(?:daily|everyday|dagelijks|alle dagen)$/, () => weekly(WEEKDAYS)],
  [new RegExp(`^${EVERY} (?:single )?(?:day|dag)$`), () => weekly(WEEKDAYS)],
  [
    new RegExp(
      `^(?:(?:on|op|${EVERY}) )?(?:weekdays?|workdays?|working days?|werkdag(?:en)?|weekdagen)$|^doordeweeks$`,
    ),
    () => weekly(WORKDAYS),
  ],
  [new RegExp(`^(?:(?:on|op|at|in|${EVERY}) )?(?:(?:the|het) )?weekend(?:s|en)?$`), (_) => weekly(WEEKEND)],
  [
    /^(?:om de|every other|every second) (?<unit>day|dag|week|month|maand)(?: (?:on|op) (?<on>.+))?$/,
    ({ unit = '', on }) => everyFew(2, unit, on),
  ],
  [
    /^(?:biweekly|fortnightly|every fortnight|tweewekelijks|veertiendaags)(?: (?:on|op) (?<on>.+))?$/,
    ({ on }) => everyFew(2, 'week', on),
  ],
  [/^(?:every other|every second|om de) (?<on>\p{L}+)$/u, ({ on }) => everyFew(2, 'week', on)],
  [
    new RegExp(
      `^(?:${EVERY}|om de) (?<count>\\S+) (?<unit>days|dagen|weeks|weken|months|maanden)(?: (?:on|op) (?<on>.+))?$`,
    ),
    ({ count = '', unit = '', on }) => everyFew(numberOf(count), unit, on),
  ],
  [
    new RegExp(`^(?:weekly|wekelijks|${EVERY} week)(?: (?:on|op) (?<on>.+))?$`),
    ({ on }) => (on === undefined ? rule('FREQ=WEEKLY') : onWeekdays(on)),
  ],
  [
    new RegExp(`^(?:monthly|maandelijks|${EVERY} (?:month|maand))(?: (?:on|op) (?<on>.+))?$`),
    ({ on }) => (on === undefined ? rule('FREQ=MONTHLY') : inMonth(on, 1)),
  ],
  [
    new RegExp(`^(?:(?:on|op) )?(?<on>.+?) ${MONTH}$`),
    ({ on = '' }) => inMonth(on.replace(new RegExp(`^${EVERY} `), ''), 1),
  ],
  [
    new RegExp(`^(?:yearly|annually|jaarlijks|${EVERY} (?:year|jaar))(?: (?:on|op) (?<on>.+))?$`),
    ({ on }) => inYear(on),
  ],
  [
    new RegExp(`^(?:on |op )?${EVERY} (?<on>.+)$`),
    ({ on = '' }) => onWeekdays(on) ?? inMonth(on, 1) ?? inYear(on, true),
  ],
  [/^(?:on |op )?(?<on>.+)$/, ({ on = '' }) => onSeveralWeekdays(on)],
]

export function repetitionOf(text: string): Repetition | null {
  for (const [phrase, read] of PHRASES) {
    const found = phrase.exec(text)
    const repetition = found && read(found.groups ?? {})
    if (repetition) return repetition
  }
  return null
}

const weekly = (days: readonly Weekday[]): Repetition => ({ kind: 'weekly', days })
const rule = (rrule: string): Repetition => ({ kind: 'rrule', rrule })

/** `every 2 weeks on tuesday`, `om de 3 maanden op de 5e`. */
function everyFew(count: number | undefined, unit: string, on: string | undefined): Repetition | null {
  if (count === undefined || count < 1) return null
  if (/^(?:day|dag)/.test(unit)) return on === undefined ? rule(`FREQ=DAILY;INTERVAL=${count}`) : null
  if (/^(?:month|maand)/.test(unit))
    return on === undefined ? rule(`FREQ=MONTHLY;INTERVAL=${count}`) : inMonth(on, count)
  if (on === undefined) return rule(`FREQ=WEEKLY;INTERVAL=${count}`)
  const days = weekdaysIn(on)
  return days && rule(`FREQ=WEEKLY;INTERVAL=${count};BYDAY=${days.map((day) => RULE_DAYS[day]).join(',')}`)
}

/** `monday, wednesday and friday`, `ma wo vr`, `mon-fri`, `maandag t/m vrijdag`. */
function weekdaysIn(text: string): Weekday[] | null {
  const range = /^(?<first>\p{L}+) ?(?:-|–|to|through|t\/m|tot en met) ?(?<last>\p{L}+)$/u.exec(text)
  if (range) return fromTo(dayNamed(range.groups?.first ?? ''), dayNamed(range.groups?.last ?? ''))
  const words = text.split(/[ /+&-]+/).filter((word) => !/^(?:and|en|on|op|every|elke|iedere)?$/.test(word))
  const days = new Set(words.map(dayNamed))
  return words.length > 0 && !days.has(undefined) ? WEEKDAYS.filter((day) => days.has(day)) : null
}

function dayNamed(word: string): Weekday | undefined {
  return weekdayOf(word) ?? weekdayOfPlural(word)
}

function fromTo(first: Weekday | undefined, last: Weekday | undefined): Weekday[] | null {
  if (first === undefined || last === undefined || first === last) return null
  const [from, to] = [Number(first), Number(last)]
  return WEEKDAYS.filter((day) =>
    from < to ? Number(day) >= from && Number(day) <= to : Number(day) >= from || Number(day) <= to,
  )
}

function onWeekdays(text: string): Repetition | null {
  const days = weekdaysIn(text)
  return days && weekly(days)
}

/** Without `every`, only several days or a plural say that it happens again. */
function onSeveralWeekdays(text: string): Repetition | null {
  const days = weekdaysIn(text)
  return days && (days.length > 1 || weekdayOfPlural(text) !== undefined) ? weekly(days) : null
}

/** `the 15th`, `de 1e en 15e`, `last day`, `first monday`. */
function inMonth(text: string, interval: number): Repetition | null {
  const step = interval === 1 ? 'FREQ=MONTHLY' : `FREQ=MONTHLY;INTERVAL=${interval}`
  const words = text.split(' ').filter((word) => !/^(?:the|de|and|en|on|op|&)$/.test(word))
  const [first = '', second = '', more] = words
  const position = ordinalOf(first)
  if (position !== undefined && second !== '' && more === undefined && Math.abs(position) <= 5) {
    if (/^(?:day|dag)$/.test(second)) return rule(`${step};BYMONTHDAY=${position}`)
    const weekday = weekdayOf(second)
    if (weekday !== undefined) return rule(`${step};BYDAY=${position}${RULE_DAYS[weekday]}`)
  }
  const days = words.map((word) => (/^\d/.test(word) ? ordinalOf(word) : undefined))
  const fit = days.every((day) => day !== undefined && day >= 1 && day <= 31)
  return fit && days.length > 0 ? rule(`${step};BYMONTHDAY=${[...new Set(days)].join(',')}`) : null
}

/** `5 march`, `25 december`; alone, a year goes round from the next time its clock shows. */
function inYear(text: string | undefined, mustName = false): Repetition | null {
  if (text === undefined) return mustName ? null : rule('FREQ=YEARLY')
  const date = calendarDate(text)
  return date && date.year === null ? rule(`FREQ=YEARLY;BYMONTH=${date.month};BYMONTHDAY=${date.day}`) : null
}
