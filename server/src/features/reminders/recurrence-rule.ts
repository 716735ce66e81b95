import { invalidField, type Refusal } from '../../kernel/refusal.ts'
import { BOUNDS } from './contract.ts'
import { instantOf } from './wall-clock.ts'

/**
 * The recurrence rules of RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10) that a reminder may have:
 * a rule chooses days, at most one event a day; the clock is the reminder's `callTime`. So hours, minutes and seconds
 * have no place in it, and neither has DTSTART, which `startsAt` gives.
 */
export interface RecurrenceRule {
  /** Without UNTIL, which is kept apart because it may be an instant. */
  readonly text: string
  readonly until: string | null
}

const MOST_EVENTS = 1000
/** INTERVAL reaches ten years at most. */
const LONGEST_INTERVAL = new Map([
  ['DAILY', 3660],
  ['WEEKLY', 520],
  ['MONTHLY', 120],
  ['YEARLY', 10],
])
const DAY = '(?:MO|TU|WE|TH|FR|SA|SU)'

/** What is wrong with a part's value, or null. */
type PartCheck = (value: string, frequency: string) => string | null

const PARTS = new Map<string, PartCheck>([
  [
    'FREQ',
    (value) =>
      LONGEST_INTERVAL.has(value) ? null : 'must be DAILY, WEEKLY, MONTHLY or YEARLY: at most one event a day',
  ],
  ['INTERVAL', (value, frequency) => numberProblem(value, LONGEST_INTERVAL.get(frequency) ?? 1)],
  ['COUNT', (value) => numberProblem(value, MOST_EVENTS)],
  [
    'UNTIL',
    (value) =>
      untilOf(value, 'UTC', new Temporal.PlainTime()) ? null : 'must be a date like 20270131 or 20270131T180000Z',
  ],
  ['WKST', (value) => (new RegExp(`^${DAY}$`).test(value) ? null : 'must be a weekday like MO')],
  ['BYDAY', daysProblem],
  ['BYMONTH', listOf(12)],
  ['BYMONTHDAY', listOf(31, { signed: true, frequencies: ['DAILY', 'MONTHLY', 'YEARLY'] })],
  ['BYYEARDAY', listOf(366, { signed: true, frequencies: ['YEARLY'] })],
  ['BYWEEKNO', weekProblem],
  ['BYSETPOS', listOf(366, { signed: true })],
  ['BYHOUR', clockProblem],
  ['BYMINUTE', clockProblem],
  ['BYSECOND', clockProblem],
])

/** @throws {Refusal} naming the part that does not fit. */
export function parseRule(text: string): RecurrenceRule {
  const body = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
  if (body.length === 0 || body.length > BOUNDS.rrule) throw refuse(`must have 1 to ${BOUNDS.rrule} characters`)
  if (!/^[A-Z0-9=;,+-]+$/.test(body)) throw refuse('must be one RFC 5545 rule, without DTSTART, EXDATE or line breaks')
  const parts = partsOf(body)
  const frequency = parts.get('FREQ') ?? ''
  for (const [name, value] of parts) {
    const check = PARTS.get(name)
    if (!check) throw refuse(`has an unknown part ${name}`)
    const problem = check(value, frequency)
    if (problem) throw refuse(`is wrong in ${name}: it ${problem}`)
  }
  const clash = clashOf(parts)
  if (clash) throw refuse(clash)
  const kept = [...parts].filter(([name]) => name !== 'UNTIL')
  return { text: kept.map(([name, value]) => `${name}=${value}`).join(';'), until: parts.get('UNTIL') ?? null }
}

/** The rule as it is stored and shown. */
export function ruleText(rule: RecurrenceRule): string {
  return rule.until ? `${rule.text};UNTIL=${rule.until}` : rule.text
}

function partsOf(body: string): Map<string, string> {
  const parts = new Map<string, string>()
  for (const part of body.replace(/;$/, '').split(';')) {
    const [name = '', value = '', rest] = part.split('=')
    if (!value || rest !== undefined) throw refuse(`must have parts like NAME=value, not ${part}`)
    if (parts.has(name)) throw refuse(`must not have ${name} twice`)
    parts.set(name, value)
  }
  return parts
}

function numberProblem(value: string, high: number): string | null {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= high ? null : `must be 1 to ${high}`
}

interface ListBounds {
  readonly signed?: boolean
  readonly frequencies?: readonly string[]
}

function listOf(high: number, { signed = false, frequencies }: ListBounds = {}): PartCheck {
  const form = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/
  return (value, frequency) => {
    if (frequencies && !frequencies.includes(frequency)) return `must not stand beside FREQ=${frequency}`
    const fits = (item: string) => form.test(item) && Math.abs(Number(item)) >= 1 && Math.abs(Number(item)) <= high
    return value.split(',').every(fits)
      ? null
      : `must be a list of numbers from 1 to ${high}${signed ? ', or negative' : ''}`
  }
}

function daysProblem(value: string, frequency: string): string | null {
  const most = frequency === 'MONTHLY' ? 5 : frequency === 'YEARLY' ? 53 : 0
  for (const item of value.split(',')) {
    const found = new RegExp(`^([+-]?\\d{1,2})?${DAY}$`).exec(item)
    if (!found) return 'must be a list of weekdays like MO,WE'
    if (found[1] === undefined) continue
    const size = Math.abs(Number(found[1]))
    if (most === 0) return `must not count weekdays beside FREQ=${frequency}`
    if (size < 1 || size > most) return `must count weekdays from 1 to ${most}`
  }
  return null
}

/** Calendars disagree on the days of a week that two years share, and one that is left out is a lost reminder. */
function weekProblem(): string {
  return 'cannot be used; choose days of the month or of the year instead'
}

function clockProblem(): string {
  return 'must not be there, because the clock is call_time'
}

function clashOf(parts: ReadonlyMap<string, string>): string | null {
  if (!parts.has('FREQ')) return 'must have a FREQ'
  if (parts.has('COUNT') && parts.has('UNTIL')) return 'must not have both COUNT and UNTIL'
  const selects = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  return parts.has('BYSETPOS') && !selects ? 'must have another BY part beside BYSETPOS' : null
}

function refuse(problem: string): Refusal {
  return invalidField('reminders.rrule', '/rrule', `rrule ${problem}`)
}

/** The last instant an UNTIL allows: `20270131` is all of that day, with `Z` it is an instant, otherwise a local one. */
function untilOf(until: string, timeZone: string, callTime: Temporal.PlainTime): Temporal.Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null
  if (day < 1 || day > new Temporal.PlainYearMonth(year, month).daysInMonth) return null
  const date = new Temporal.PlainDate(year, month, day)
  const time = parts[4] === undefined ? callTime : new Temporal.PlainTime(hour, minute, Math.min(second, 59))
  return instantOf(date, time, parts[7] === 'Z' ? 'UTC' : timeZone)
}

/** No event of the rule is later than this. */
export function lastInstantOf(
  rule: RecurrenceRule,
  timeZone: string,
  callTime: Temporal.PlainTime,
): Temporal.Instant | null {
  return rule.until === null ? null : untilOf(rule.until, timeZone, callTime)
}
