import type { Language } from '../../../kernel/language.ts'
import { parseRule } from '../recurrence-rule.ts'
import { WEEKDAYS } from '../reminder.ts'
import { RULE_DAYS } from './words.ts'
import { MONTH_NAMES, ORDINALS, WEEKDAY_NAMES, whenWords } from './words-when.ts'

const RULE_DAY_CODES = WEEKDAYS.map((day) => RULE_DAYS[day])

/** A rule in words. What it leaves to its first day is said: a bare FREQ=MONTHLY from the 15th is `every month on the 15th`. */
export function ruleInWords(rrule: string, start: Temporal.PlainDate, language: Language): string {
  const parts = completed(parseRule(rrule).text, start)
  const say = whenWords(language)
  const list = (words: readonly string[]) => listed(words, language)
  const count = Number(parts.get('INTERVAL') ?? 1)
  const [months, days] = [numbersIn(parts, 'BYMONTH'), numbersIn(parts, 'BYMONTHDAY')]
  const [month, day] = months.length === 1 && days.length === 1 ? [monthName(months[0], language), days[0]] : []
  const dated = month !== undefined && day !== undefined && day > 0 ? say('on_date', { day, month }) : null
  const yearDays = numbersIn(parts, 'BYYEARDAY')
  const positions = numbersIn(parts, 'BYSETPOS')
  const times = Number(parts.get('COUNT') ?? 0)
  const said = [
    say(frequencyOf(parts), { count }),
    weekdaysOf(parts, language),
    dated,
    !dated && days.length > 0 && say('on_days', { days: list(days.map((one) => monthDay(one, language))) }),
    yearDays.length > 0 && say('on_year_days', { days: list(yearDays.map((one) => position(one, language))) }),
    !dated && months.length > 0 && say('in_months', { months: list(months.map((one) => monthName(one, language))) }),
    positions.length > 0 && say('only', { which: list(positions.map((one) => position(one, language))) }),
    times > 0 && say('times', { count: times }),
  ]
  return said.filter(Boolean).join(' ')
}

/** `a, b and c`. */
export function listed(words: readonly string[], language: Language): string {
  const [last = ''] = words.slice(-1)
  if (words.length < 2) return last
  return whenWords(language)('list', { all: words.slice(0, -1).join(', '), last })
}

/** The parts of the rule, with the day that RFC 5545 takes from the first event where none is named. */
function completed(text: string, start: Temporal.PlainDate): ReadonlyMap<string, string> {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]))
  const frequency = parts.get('FREQ')
  const namesDay = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY'].some((part) => parts.has(part))
  if (namesDay || frequency === 'DAILY') return parts
  if (frequency === 'WEEKLY') return parts.set('BYDAY', RULE_DAY_CODES[start.dayOfWeek - 1] ?? '')
  parts.set('BYMONTHDAY', String(start.day))
  return frequency === 'YEARLY' && !parts.has('BYMONTH') ? parts.set('BYMONTH', String(start.month)) : parts
}

function frequencyOf(parts: ReadonlyMap<string, string>): 'daily' | 'weekly' | 'monthly' | 'yearly' {
  const frequency = parts.get('FREQ')
  if (frequency === 'WEEKLY') return 'weekly'
  if (frequency === 'MONTHLY') return 'monthly'
  return frequency === 'YEARLY' ? 'yearly' : 'daily'
}

function numbersIn(parts: ReadonlyMap<string, string>, part: string): number[] {
  return parts.get(part)?.split(',').map(Number) ?? []
}

/** `on Monday and Friday`, `on the first Monday`; empty where the rule names no weekday. */
function weekdaysOf(parts: ReadonlyMap<string, string>, language: Language): string {
  const say = whenWords(language)
  const named = (parts.get('BYDAY') ?? '').split(',').flatMap((item) => {
    const [, nth, code] = /^([+-]?\d+)?([A-Z]{2})$/.exec(item) ?? []
    const day = WEEKDAY_NAMES[language][RULE_DAY_CODES.indexOf(code ?? '')]
    return day === undefined
      ? []
      : [nth === undefined ? day : say('counted', { nth: position(Number(nth), language), day })]
  })
  if (named.length === 0) return ''
  return say(/\d/.test(parts.get('BYDAY') ?? '') ? 'on_counted' : 'on_weekdays', { days: listed(named, language) })
}

/** `first`, `20th`, `last`, `second to last`. */
function position(nth: number, language: Language): string {
  const say = whenWords(language)
  if (nth === -1) return say('last')
  const size = Math.abs(nth)
  const word = ORDINALS[language][size - 1] ?? ordinal(size, language)
  return nth < 0 ? say('from_end', { nth: language === 'nl' ? size - 1 : word }) : word
}

/** `15th`, `last day`. */
function monthDay(day: number, language: Language): string {
  const say = whenWords(language)
  if (day === -1) return say('last_day')
  return day < 0 ? say('day_from_end', { nth: position(day, language) }) : ordinal(day, language)
}

const ENGLISH = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }

function ordinal(number: number, language: Language): string {
  return `${number}${language === 'nl' ? 'e' : (ENDINGS[ENGLISH.select(number)] ?? 'th')}`
}

function monthName(month: number | undefined, language: Language): string {
  return MONTH_NAMES[language][(month ?? 0) - 1] ?? ''
}
