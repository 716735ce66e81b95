import { invalidField } from '../../kernel/refusal.ts'
import { nextOccurrence } from './recurrence.ts'
import { parseRule } from './recurrence-rule.ts'
import type { Schedule, Weekday } from './reminder.ts'
import { firstRuleDate, ruleDates } from './rule-dates.ts'
import { DAY_SECONDS, dateOf, instantOf, secondsUntil } from './wall-clock.ts'
import { refusalWords } from './words-refusals.ts'

/** What all kinds of schedule are made of. */
export interface Clocks {
  readonly timeZone: string
  readonly callTime: Temporal.PlainTime
  /** A sending clock that was chosen; without one it lies `leadSeconds` before the event. */
  readonly sendTime: Temporal.PlainTime | undefined
  /** Of these only the whole days count when a sending clock was chosen. */
  readonly leadSeconds: number
  readonly endsAt: Temporal.Instant | null
}

export function weeklySchedule(clocks: Clocks, days: readonly Weekday[]): Schedule {
  return { ...recurring(clocks), days, rrule: null, startsAt: null, eventAt: null }
}

/** The rule's first event is that day's. */
export function ruleSchedule(clocks: Clocks, rrule: string, start: Temporal.PlainDate): Schedule {
  const startsAt = instantOf(start, clocks.callTime, clocks.timeZone)
  return { ...recurring(clocks), days: [], rrule, startsAt, eventAt: null }
}

export function oneOffSchedule(clocks: Clocks, eventAt: Temporal.Instant): Schedule {
  const { timeZone, callTime, endsAt } = clocks
  const leadSeconds = clocks.sendTime ? elapsedLead(clocks, clocks.sendTime, eventAt) : clocks.leadSeconds
  const sendTime = clocks.sendTime ?? clockBefore(eventAt, leadSeconds, timeZone)
  return { timeZone, sendTime, callTime, leadSeconds, endsAt, days: [], rrule: null, startsAt: null, eventAt }
}

/** The next instant at which that clock shows, after now. */
export function nextRound(time: Temporal.PlainTime, timeZone: string, now: Temporal.Instant): Temporal.Instant {
  const today = dateOf(now, timeZone)
  const at = instantOf(today, time, timeZone)
  return Temporal.Instant.compare(at, now) > 0 ? at : instantOf(today.add({ days: 1 }), time, timeZone)
}

/** The rule's day on or after that day, where its INTERVAL starts to count. */
export function anchorOf(rrule: string, from: Temporal.PlainDate): Temporal.PlainDate {
  const start = firstRuleDate(parseRule(rrule), from)
  if (!start) throw invalidField('reminders.rrule_never', '/rrule', refusalWords.everywhere('rrule_never'))
  return start
}

/** @throws {Refusal} unless a rule that starts on that day has its first event there. */
export function checkStart(rrule: string, start: Temporal.PlainDate): void {
  const first = ruleDates(parseRule(rrule), start, start).next().value
  if (!first?.equals(start))
    throw invalidField('reminders.event_off_rule', '/event_time', refusalWords.everywhere('event_off_rule'))
}

/** @throws {Refusal} when nothing would ever be sent, naming the field that prevents it. */
export function checkFires(schedule: Schedule, now: Temporal.Instant): void {
  if (nextOccurrence(schedule, now)) return
  if (nextOccurrence({ ...schedule, endsAt: null }, now))
    throw invalidField('reminders.ends_before', '/ends_at', refusalWords.everywhere('ends_before'))
  if (schedule.rrule !== null)
    throw invalidField('reminders.rrule_over', '/rrule', refusalWords.everywhere('rrule_over'))
  throw invalidField('reminders.event_past', '/event_time', refusalWords.everywhere('event_past'))
}

function recurring({ timeZone, callTime, sendTime, leadSeconds, endsAt }: Clocks) {
  if (!sendTime)
    return { timeZone, callTime, endsAt, leadSeconds, sendTime: callTime.subtract({ seconds: leadSeconds }) }
  return {
    timeZone,
    callTime,
    endsAt,
    sendTime,
    leadSeconds: wholeDays(leadSeconds) * DAY_SECONDS + secondsUntil(sendTime, callTime),
  }
}

/** Seconds that pass from the chosen clock, on the event's day or some days before, to the event. */
function elapsedLead(
  { timeZone, callTime, leadSeconds }: Clocks,
  sendTime: Temporal.PlainTime,
  eventAt: Temporal.Instant,
) {
  const overMidnight = Temporal.PlainTime.compare(sendTime, callTime) > 0 ? 1 : 0
  const day = dateOf(eventAt, timeZone).subtract({ days: wholeDays(leadSeconds) + overMidnight })
  const sendAt = instantOf(day, sendTime, timeZone)
  return Math.max(0, Math.floor(sendAt.until(eventAt).total('seconds')))
}

function clockBefore(eventAt: Temporal.Instant, leadSeconds: number, timeZone: string): Temporal.PlainTime {
  const sendAt = eventAt.subtract({ seconds: leadSeconds }).round({ smallestUnit: 'second', roundingMode: 'trunc' })
  return sendAt.toZonedDateTimeISO(timeZone).toPlainTime()
}

function wholeDays(seconds: number): number {
  return Math.floor(seconds / DAY_SECONDS)
}
