import type { Language } from '../../../kernel/language.ts'
import { type Schedule, WEEKDAYS, type Weekday } from '../reminder.ts'
import { dateOf } from '../wall-clock.ts'
import { listed, ruleInWords } from './describe-rule.ts'
import { MONTH_NAMES, WEEKDAY_NAMES, whenWords } from './words-when.ts'

/**
 * When the event is, in words that `parseWhen` understands: `every Monday and Friday at 20:15`, `every month on the
 * first Monday at 20:00`, `Friday 27 November 2026 at 19:00`. In the schedule's zone, which is not named.
 */
export function describeSchedule(schedule: Schedule, language: Language): string {
  const { eventAt, days, rrule, startsAt, callTime, timeZone } = schedule
  const clock = callTime.toString({ smallestUnit: callTime.second === 0 ? 'minute' : 'second' })
  const at = (day: string) => whenWords(language)('at', { day, clock })
  if (eventAt) return at(dayInWords(dateOf(eventAt, timeZone), language))
  if (rrule !== null && startsAt) return at(ruleInWords(rrule, dateOf(startsAt, timeZone), language))
  return at(weekdaysInWords(days, language))
}

function dayInWords(date: Temporal.PlainDate, language: Language): string {
  return whenWords(language)('date', {
    weekday: WEEKDAY_NAMES[language][date.dayOfWeek - 1] ?? '',
    day: date.day,
    month: MONTH_NAMES[language][date.month - 1] ?? '',
    year: date.year,
  })
}

function weekdaysInWords(days: readonly Weekday[], language: Language): string {
  const say = whenWords(language)
  if (days.length === WEEKDAYS.length) return say('every_day')
  if (days.join('') === '01234') return say('every_weekday')
  const names = days.map((day) => WEEKDAY_NAMES[language][Number(day)] ?? day)
  return say('every', { days: listed(names, language) })
}
