import { invalidField } from '../../kernel/refusal.ts'
import { isTimeZone } from '../../kernel/time-zone.ts'
import { parseRule, ruleText } from './recurrence-rule.ts'
import { WEEKDAYS, type Weekday } from './reminder.ts'
import { refusalWords } from './words-refusals.ts'

/** What a caller says about when: `undefined` was not said, `null` asks for none. */
export interface Timing {
  readonly timeZone: string | null | undefined
  readonly time: Temporal.PlainTime | undefined
  readonly callTime: Temporal.PlainTime | undefined
  readonly days: readonly Weekday[] | undefined
  readonly rrule: string | null | undefined
  readonly eventAt: Temporal.Instant | null | undefined
  readonly endsAt: Temporal.Instant | null | undefined
}

/** The fields of a request body that are about when. */
export interface TimingFields {
  readonly timezone?: string | null
  readonly time?: string
  readonly call_time?: string
  readonly days?: readonly (string | number)[]
  readonly rrule?: string | null
  readonly event_time?: string | null
  readonly ends_at?: string | null
}

/** Discord shows and PostgreSQL stores far more; a typing error in the year should not wait for centuries. */
const EARLIEST = Temporal.Instant.from('2000-01-01T00:00Z')
const LATEST_MOMENT = Temporal.Instant.from('2100-01-01T00:00Z')

export function timingOf(fields: TimingFields): Timing {
  return {
    timeZone: ifSaid(fields.timezone, timeZoneOf),
    time: fields.time === undefined ? undefined : wallTimeOf(fields.time, 'time'),
    callTime: fields.call_time === undefined ? undefined : wallTimeOf(fields.call_time, 'call_time'),
    days: fields.days && weekdaysOf(fields.days),
    rrule: ifSaid(fields.rrule, (text) => ruleText(parseRule(text))),
    eventAt: ifSaid(fields.event_time, (text) => momentOf(text, 'event_time')),
    endsAt: ifSaid(fields.ends_at, (text) => momentOf(text, 'ends_at')),
  }
}

/** A reminder has one kind of schedule: days, a rule (whose first event may be given), or one event. */
export function checkOneKind({ days = [], rrule, eventAt }: Timing): void {
  if (days.length === 0) return
  if (rrule) throw invalidField('reminders.days_and_rrule', '/rrule', refusalWords.everywhere('days_and_rrule'))
  if (eventAt) throw invalidField('reminders.days_and_event', '/event_time', refusalWords.everywhere('days_and_event'))
}

function ifSaid<Value>(text: string | null | undefined, parse: (text: string) => Value): Value | null | undefined {
  return typeof text === 'string' ? parse(text) : text
}

function timeZoneOf(name: string): string {
  if (!isTimeZone(name)) throw invalidField('reminders.timezone', '/timezone', refusalWords.everywhere('timezone'))
  return EARLIEST.toZonedDateTimeISO(name).timeZoneId
}

function wallTimeOf(text: string, field: string): Temporal.PlainTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text))
    throw invalidField(`reminders.${field}`, `/${field}`, refusalWords.everywhere('wall_time', { field }))
  return Temporal.PlainTime.from(text)
}

function weekdaysOf(days: readonly (string | number)[]): Weekday[] {
  const named = days.map(String)
  const known = new Set<string>(WEEKDAYS)
  const wrong = named.findIndex((day) => !known.has(day))
  if (wrong >= 0) throw invalidField('reminders.days', `/days/${wrong}`, refusalWords.everywhere('days'))
  return WEEKDAYS.filter((day) => named.includes(day))
}

const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i

function momentOf(text: string, field: string): Temporal.Instant {
  const moment = MOMENT.test(text) ? instantIn(text) : null
  if (!moment) throw invalidField(`reminders.${field}`, `/${field}`, refusalWords.everywhere('moment', { field }))
  if (Temporal.Instant.compare(moment, EARLIEST) < 0 || Temporal.Instant.compare(moment, LATEST_MOMENT) >= 0)
    throw invalidField(`reminders.${field}`, `/${field}`, refusalWords.everywhere('moment_years', { field }))
  return moment.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' })
}

/** Null for what has the form of an instant and is none, like the 31st of February. */
function instantIn(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
