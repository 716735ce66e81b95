import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { parseRule } from '../recurrence-rule.ts'
import { type Schedule, WEEKDAYS, type Weekday } from '../reminder.ts'
import { dateOf } from '../wall-clock.ts'
import { RULE_DAYS } from './words.ts'

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * When the event is, in words that `parseWhen` understands: `every Monday and Friday at 20:15`, `every month on 1st
 * Monday at 20:00`, `Friday 27 November 2026 at 19:00`. In the schedule's zone, which is not named.
 */
export function describeSchedule(schedule: Schedule): string {
  const { eventAt, days, rrule, startsAt, callTime, timeZone } = schedule
  const clock = callTime.toString({ smallestUnit: callTime.second === 0 ? 'minute' : 'second' })
  if (eventAt) return `${dayInWords(dateOf(eventAt, timeZone))} at ${clock}`
  if (rrule !== null && startsAt) return `${ruleInWords(rrule, dateOf(startsAt, timeZone))} at ${clock}`
  return `${weekdaysInWords(days)} at ${clock}`
}

function dayInWords(date: Temporal.PlainDate): string {
  return `${DAY_NAMES[date.dayOfWeek - 1]} ${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`
}

function weekdaysInWords(days: readonly Weekday[]): string {
  if (days.length === WEEKDAYS.length) return 'every day'
  if (days.join('') === '01234') return 'every weekday'
  return `every ${listed(days.map((day) => DAY_NAMES[Number(day)] ?? day))}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What a rule leaves to its first day is said: a bare FREQ=MONTHLY from the 15th is `every month on the 15th`. */
function ruleInWords(rrule: string, start: Temporal.PlainDate): string {
  const { text } = parseRule(rrule)
  if (/^FREQ=YEARLY(?:;INTERVAL=1)?(?:;BYMONTH=\d+;BYMONTHDAY=\d+)?$/.test(text))
    return `every year on ${start.day} ${MONTH_NAMES[start.month - 1]}`
  const said = /;BY/.test(text) ? text : `${text}${impliedBy(text, start)}`
  const rule = new RRuleTemporal({ rruleString: said, dtstart: start.toZonedDateTime('UTC'), temporal: Temporal })
  return toText(rule).replaceAll(' day of the month', '')
}

function impliedBy(text: string, start: Temporal.PlainDate): string {
  if (text.startsWith('FREQ=MONTHLY')) return `;BYMONTHDAY=${start.day}`
  const weekday = WEEKDAYS[start.dayOfWeek - 1]
  return text.startsWith('FREQ=WEEKLY') && weekday !== undefined ? `;BYDAY=${RULE_DAYS[weekday]}` : ''
}
