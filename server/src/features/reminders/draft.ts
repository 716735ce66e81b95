import { invalidField } from '../../kernel/refusal.ts'
import { contentOf } from './content.ts'
import type { ReminderInput } from './contract.ts'
import type { ReminderDraft, Schedule } from './reminder.ts'
import {
  anchorOf,
  type Clocks,
  checkFires,
  checkStart,
  nextRound,
  oneOffSchedule,
  ruleSchedule,
  weeklySchedule,
} from './schedule.ts'
import { checkOneKind, type Timing, timingOf } from './timing.ts'
import { clockOf, dateOf } from './wall-clock.ts'
import { refusalWords } from './words-refusals.ts'

/** The guild's settings where a reminder says nothing. */
export interface Defaults {
  readonly timeZone: string
  readonly offsetMinutes: number
}

/** A first event may lie this far back, to fix what an INTERVAL counts from. */
const OLDEST_START = Temporal.Duration.from({ hours: 24 * 366 * 10 })

/**
 * What a new reminder is, by the table of contract C10. `time` is the sending, `call_time` the event; one of them alone
 * gives the other (`time` alone: both are it; `call_time` alone: the guild's offset lies between). An `event_time` gives
 * both, and what is sent beside it is not read, save the `time` of a rule.
 * @throws {Refusal} naming the field that breaks a rule.
 */
export function draftOf(input: ReminderInput, now: Temporal.Instant, defaults: Defaults): ReminderDraft {
  const content = contentOf(input)
  const timing = timingOf(input)
  checkOneKind(timing)
  const schedule = scheduleOf(timing, now, defaults)
  checkFires(schedule, now)
  return { ...content, channelId: input.channel_id, ...schedule }
}

function scheduleOf(timing: Timing, now: Temporal.Instant, defaults: Defaults): Schedule {
  const { days = [], rrule, eventAt } = timing
  const clocks = clocksOf(timing, defaults)
  if (days.length > 0) return weeklySchedule(clocks, days)
  if (rrule) return ruleSchedule(clocks, rrule, startOf(rrule, eventAt, clocks, now))
  return oneOffSchedule(clocks, eventAt ?? nextRound(clocks.callTime, clocks.timeZone, now))
}

function clocksOf({ time, callTime, rrule, eventAt, ...timing }: Timing, defaults: Defaults): Clocks {
  const timeZone = timing.timeZone ?? defaults.timeZone
  const eventClock = eventAt ? clockOf(eventAt, timeZone) : (callTime ?? time)
  if (!eventClock) throw invalidField('reminders.no_time', '/time', refusalWords.everywhere('no_time'))
  const sendTime = eventAt && !rrule ? undefined : time
  const leadSeconds = sendTime ? 0 : defaults.offsetMinutes * 60
  return { timeZone, callTime: eventClock, sendTime, leadSeconds, endsAt: timing.endsAt ?? null }
}

function startOf(
  rrule: string,
  eventAt: Temporal.Instant | null | undefined,
  { callTime, timeZone }: Clocks,
  now: Temporal.Instant,
) {
  if (!eventAt) return anchorOf(rrule, dateOf(nextRound(callTime, timeZone, now), timeZone))
  return chosenStart(rrule, eventAt, timeZone, now)
}

/** The day of a rule's first event that was given as an instant. */
export function chosenStart(rrule: string, eventAt: Temporal.Instant, timeZone: string, now: Temporal.Instant) {
  if (Temporal.Instant.compare(eventAt, now.subtract(OLDEST_START)) < 0)
    throw invalidField('reminders.start_too_old', '/event_time', refusalWords.everywhere('start_too_old'))
  const start = dateOf(eventAt, timeZone)
  checkStart(rrule, start)
  return start
}
