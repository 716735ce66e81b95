import type { CatchUp, Schedule } from './reminder.ts'

/** Contract C10: a message is still worth sending, marked as late, up to this long after its moment. */
export const LATEST = Temporal.Duration.from({ hours: 6 })
/** Contract C10: a completed one-off is listed for 30 days more. */
export const ONE_OFF_STAYS_LISTED = Temporal.Duration.from({ hours: 30 * 24 })
/** Claiming, sending and a retry or two fit in here; nobody calls that late. */
const GRACE_MS = 60_000
const LONGEST_RETRY_SECONDS = 60

export type Lateness = 'on_time' | 'late' | 'missed'

export function lateness(sendAt: Temporal.Instant, now: Temporal.Instant, catchUp: CatchUp): Lateness {
  const lateMs = now.epochMilliseconds - sendAt.epochMilliseconds
  if (lateMs <= GRACE_MS) return 'on_time'
  return catchUp === 'send_late' && lateMs <= LATEST.total('milliseconds') ? 'late' : 'missed'
}

/** Seconds before the next attempt, after this many: 1, 2, 4, … up to a minute. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST_RETRY_SECONDS, 2 ** Math.max(0, attempts - 1))
}

/** Whether the change moves any occurrence, so that the next one has to be computed anew. */
export function needsRescheduling(before: Schedule, after: Schedule): boolean {
  return fingerprint(before) !== fingerprint(after)
}

function fingerprint({ moreLeads = [], ...schedule }: Schedule) {
  const { timeZone, sendTime, callTime, leadSeconds, days, rrule, startsAt, eventAt, endsAt } = schedule
  return [timeZone, sendTime, callTime, leadSeconds, moreLeads, days, rrule, startsAt, eventAt, endsAt].join('|')
}
