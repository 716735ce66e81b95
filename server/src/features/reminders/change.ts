import { changedContent } from './content.ts'
import type { ReminderPatch } from './contract.ts'
import { chosenStart, type Defaults } from './draft.ts'
import type { Reminder, ReminderDraft, Schedule } from './reminder.ts'
import {
  anchorOf,
  type Clocks,
  checkFires,
  nextRound,
  oneOffSchedule,
  ruleSchedule,
  weeklySchedule,
} from './schedule.ts'
import { checkOneKind, type Timing, timingOf } from './timing.ts'
import { clockOf, dateOf, instantOf } from './wall-clock.ts'

/**
 * What a reminder becomes. Only what is sent and differs from what GET shows is a change, so a fetched object that is
 * sent back changes nothing, and an edited one changes what was edited:
 * - new days, a new rule or a new `event_time` replace the kind of schedule there was (an `event_time` beside a rule is
 *   its first event); taking the only one away (`days: []`, null) leaves a one-off at the next round of its clock.
 * - a new `event_time` keeps the reminder's own lead; a new `call_time` takes `time` along, unless `time` is sent too.
 * - a new `time` leaves `call_time`, unless both were one clock, which then moves; leads of several days stay so long.
 * - a new `call_time` of a one-off is on the same day, or at the clock's next round when that has passed.
 * @throws {Refusal} naming the field that breaks a rule.
 */
export function changedDraft(
  existing: Reminder,
  patch: ReminderPatch,
  now: Temporal.Instant,
  defaults: Defaults,
): ReminderDraft {
  const content = changedContent(existing, patch)
  const sent = timingOf(patch)
  const change = changesIn(existing, { ...sent, timeZone: sent.timeZone === null ? defaults.timeZone : sent.timeZone })
  const channelId = patch.channel_id ?? existing.channelId
  const schedule = changedSchedule(existing, change, sent.time, now)
  return { ...content, channelId, ...schedule, ...(existing.moreLeads && { moreLeads: existing.moreLeads }) }
}

/** What is sent and differs. */
function changesIn(existing: Reminder, sent: Timing): Timing {
  const changed = <Value>(value: Value | undefined, stored: NoInfer<Value>) =>
    String(value) === String(stored) ? undefined : value
  return {
    timeZone: changed(sent.timeZone, existing.timeZone),
    time: changed(sent.time, existing.sendTime),
    callTime: changed(sent.callTime, existing.callTime),
    days: changed(sent.days, existing.days),
    rrule: changed(sent.rrule, existing.rrule),
    eventAt: changed(sent.eventAt, existing.eventAt ?? existing.startsAt),
    endsAt: changed(sent.endsAt, existing.endsAt),
  }
}

function changedSchedule(
  existing: Reminder,
  change: Timing,
  sentTime: Temporal.PlainTime | undefined,
  now: Temporal.Instant,
): Schedule {
  if (Object.values(change).every((value) => value === undefined)) return scheduleIn(existing)
  checkOneKind(change)
  const schedule = rescheduled(existing, change, sentTime, now)
  checkFires(schedule, now)
  return schedule
}

function scheduleIn(reminder: Schedule): Schedule {
  const { timeZone, sendTime, callTime, leadSeconds, days, rrule, startsAt, eventAt, endsAt } = reminder
  return { timeZone, sendTime, callTime, leadSeconds, days, rrule, startsAt, eventAt, endsAt }
}

function rescheduled(
  existing: Reminder,
  change: Timing,
  sentTime: Temporal.PlainTime | undefined,
  now: Temporal.Instant,
): Schedule {
  const days = change.days ?? (change.rrule || change.eventAt ? [] : existing.days)
  const rrule = change.rrule !== undefined ? change.rrule : days.length > 0 ? null : existing.rrule
  const moved = change.callTime ?? (existing.leadSeconds === 0 ? change.time : undefined)
  const timeZone = change.timeZone ?? existing.timeZone
  const clocks: Clocks = {
    timeZone,
    callTime: change.eventAt ? clockOf(change.eventAt, timeZone) : (moved ?? existing.callTime),
    sendTime: change.time || change.callTime ? sentTime : undefined,
    leadSeconds: existing.leadSeconds,
    endsAt: change.endsAt === undefined ? existing.endsAt : change.endsAt,
  }
  if (days.length > 0) return weeklySchedule(clocks, days)
  if (rrule) return ruleSchedule(clocks, rrule, startOf(existing, rrule, change, clocks, now))
  if (change.eventAt) return oneOffSchedule({ ...clocks, sendTime: undefined }, change.eventAt)
  return movedOneOff(existing, clocks, { moved: moved !== undefined, given: change.eventAt === undefined }, now)
}

function startOf(
  existing: Reminder,
  rrule: string,
  change: Timing,
  { timeZone, callTime }: Clocks,
  now: Temporal.Instant,
) {
  if (change.eventAt) return chosenStart(rrule, change.eventAt, timeZone, now)
  const kept = change.rrule === undefined && change.eventAt === undefined ? existing.startsAt : null
  if (kept) return dateOf(kept, existing.timeZone)
  const next = nextRound(callTime, timeZone, now)
  const planned = existing.startsAt ?? existing.eventAt ?? next
  return anchorOf(rrule, dateOf(Temporal.Instant.compare(planned, next) > 0 ? planned : next, timeZone))
}

interface Move {
  /** Its clock was set anew. */
  readonly moved: boolean
  /** Its event was not taken away. */
  readonly given: boolean
}

function movedOneOff(existing: Reminder, clocks: Clocks, { moved, given }: Move, now: Temporal.Instant): Schedule {
  const { timeZone, callTime } = clocks
  const next = nextRound(callTime, timeZone, now)
  if (!existing.eventAt || !given) return oneOffSchedule(clocks, next)
  if (!moved) {
    const sameZone = timeZone === existing.timeZone
    return oneOffSchedule(
      sameZone ? clocks : { ...clocks, callTime: clockOf(existing.eventAt, timeZone) },
      existing.eventAt,
    )
  }
  const sameDay = instantOf(dateOf(existing.eventAt, timeZone), callTime, timeZone)
  return oneOffSchedule(clocks, Temporal.Instant.compare(sameDay, now) > 0 ? sameDay : next)
}
