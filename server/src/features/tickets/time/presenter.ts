import type { RatingOut, TimeOut } from '../contract.ts'
import type { Rating } from '../feedback/rating-store.ts'
import { archiveAt } from './archiving.ts'
import type { TimeRules } from './due.ts'
import { silenceOf } from './silence.ts'
import { targetsOf } from './targets.ts'
import type { Timed } from './time.ts'

/** What time makes of a ticket, as the API shows it. */

export function timeOut(timed: Timed, rules: TimeRules, now: Temporal.Instant): TimeOut {
  const { time } = timed
  const { since, owes, remindAt, closeAt, staysBecause } = silenceOf(timed, rules)
  return {
    last_message_at: iso(time.lastMessageAt),
    last_by: time.lastBy,
    first_response_at: iso(time.firstResponseAt),
    silent_since: exact(since),
    owes,
    reminder_at: iso(remindAt),
    closes_at: iso(closeAt),
    archives_at: iso(archiveAt(timed, rules.archiveHours)),
    stays_because: staysBecause,
    excluded: time.neverCloses,
    targets: targetsOf(timed, rules, now).map(({ kind, minutes, state, dueAt }) => ({
      kind,
      minutes,
      state,
      due_at: iso(dueAt),
    })),
  }
}

export function ratingOut(rating: Rating | null): RatingOut {
  return rating && { score: rating.score, comment: rating.comment, rated_at: exact(rating.ratedAt) }
}

const iso = (instant: Temporal.Instant | null) => (instant === null ? null : exact(instant))
const exact = (instant: Temporal.Instant) =>
  instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
