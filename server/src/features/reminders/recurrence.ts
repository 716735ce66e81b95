import { lastInstantOf, parseRule } from './recurrence-rule.ts'
import type { Occurrence, Schedule, Weekday } from './reminder.ts'
import { ruleDates } from './rule-dates.ts'
import { DAY_SECONDS, dateOf, earlier, instantOf, secondsOf } from './wall-clock.ts'

/**
 * When a reminder speaks next. Everything starts from the day of the event: its instant is `callTime` on that day, its
 * sending is `sendTime` some days before (none, unless the lead reaches over midnight), each clock resolved in the zone
 * by itself. Only where a spring gap would push the sending behind the event is it sent at the event.
 * `after` itself has passed: what is due at the very instant a reminder is made is not sent.
 */
export function nextOccurrence(schedule: Schedule, after: Temporal.Instant): Occurrence | null {
  const { moreLeads = [], callTime } = schedule
  const others = moreLeads.map((leadSeconds) => {
    const sendTime = callTime.subtract({ seconds: leadSeconds })
    return nextAtLead({ ...schedule, leadSeconds, sendTime }, after)
  })
  return others.reduce(sooner, nextAtLead(schedule, after))
}

function nextAtLead(schedule: Schedule, after: Temporal.Instant): Occurrence | null {
  return schedule.eventAt ? nextPhase(schedule, schedule.eventAt, after) : nextRecurrence(schedule, after)
}

function sooner(one: Occurrence | null, other: Occurrence | null): Occurrence | null {
  return one && (!other || !isAfter(one.sendAt, other.sendAt)) ? one : other
}

export function occurrencesAfter(schedule: Schedule, after: Temporal.Instant, count: number): Occurrence[] {
  const found: Occurrence[] = []
  while (found.length < count) {
    const next = nextOccurrence(schedule, found.at(-1)?.sendAt ?? after)
    if (!next) break
    found.push(next)
  }
  return found
}

function nextPhase(schedule: Schedule, eventAt: Temporal.Instant, after: Temporal.Instant): Occurrence | null {
  if (schedule.endsAt && isAfter(eventAt, schedule.endsAt)) return null
  const leadAt = eventAt.subtract({ seconds: schedule.leadSeconds })
  if (schedule.leadSeconds > 0 && isAfter(leadAt, after)) return { sendAt: leadAt, eventAt, phase: 'lead' }
  return isAfter(eventAt, after) ? { sendAt: eventAt, eventAt, phase: 'event' } : null
}

function nextRecurrence(schedule: Schedule, after: Temporal.Instant): Occurrence | null {
  const { timeZone, sendTime, callTime } = schedule
  const shift = { days: daysBefore(schedule) }
  // A day of slack: a gap may push what was planned for the day before behind `after`.
  const from = dateOf(after, timeZone).add(shift).subtract({ days: 1 })
  const lastEvent = lastEventAt(schedule)
  for (const date of eventDates(schedule, from)) {
    const eventAt = instantOf(date, callTime, timeZone)
    if (lastEvent && isAfter(eventAt, lastEvent)) return null
    const sendAt = earlier(instantOf(date.subtract(shift), sendTime, timeZone), eventAt)
    if (isAfter(sendAt, after)) return { sendAt, eventAt, phase: 'recurring' }
  }
  return null
}

/** How many days before its event a recurring reminder is sent. */
function daysBefore({ leadSeconds, sendTime, callTime }: Schedule): number {
  return Math.max(0, Math.round((leadSeconds - secondsOf(callTime) + secondsOf(sendTime)) / DAY_SECONDS))
}

function eventDates(schedule: Schedule, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (schedule.rrule === null || !schedule.startsAt) return weeklyDates(schedule.days, from)
  return ruleDates(parseRule(schedule.rrule), dateOf(schedule.startsAt, schedule.timeZone), from)
}

function* weeklyDates(days: readonly Weekday[], from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const wanted = new Set(days.map((day) => Number(day) + 1))
  for (let date = from; wanted.size > 0; date = date.add({ days: 1 })) if (wanted.has(date.dayOfWeek)) yield date
}

function lastEventAt(schedule: Schedule): Temporal.Instant | null {
  const { rrule, timeZone, callTime, endsAt } = schedule
  const until = rrule === null ? null : lastInstantOf(parseRule(rrule), timeZone, callTime)
  return until && endsAt ? earlier(until, endsAt) : (until ?? endsAt)
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
