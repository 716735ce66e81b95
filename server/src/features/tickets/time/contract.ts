import { type Static, Type } from 'typebox'
import type { Rating } from '../feedback/rating-store.ts'
import type { TimeRules } from './due.ts'
import { silenceOf } from './silence.ts'
import { targetsOf } from './targets.ts'
import { TARGET_KINDS, type Timed } from './time.ts'

/** What time makes of a ticket, over HTTP. */

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Moment = nullable(Type.String({ format: 'date-time', examples: ['2026-01-21T12:00:00Z'] }))

export const TimeOut = Type.Object({
  last_message_at: Moment,
  last_by: nullable(Type.Enum(['opener', 'staff'], { description: 'Null: nobody spoke since it opened.' })),
  first_response_at: Moment,
  silent_since: Type.String({ format: 'date-time' }),
  owes: Type.Enum(['member', 'staff'], { description: 'Who has to say something.' }),
  reminder_at: Moment,
  closes_at: Moment,
  stays_because: nullable(
    Type.Enum(['solved', 'switched_off', 'excluded', 'staff_owes', 'closing_off'], {
      description: 'Why it does not close by itself.',
    }),
  ),
  excluded: Type.Boolean({ description: 'From reminders and closing by itself.' }),
  targets: Type.Array(
    Type.Object({
      kind: Type.Enum([...TARGET_KINDS]),
      minutes: Type.Integer({ minimum: 1, description: 'Within opening hours.' }),
      state: Type.Enum(['running', 'paused', 'met', 'missed']),
      due_at: Moment,
    }),
  ),
})
export type TimeOut = Static<typeof TimeOut>

export const RatingOut = nullable(
  Type.Object({
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: nullable(Type.String()),
    rated_at: Type.String({ format: 'date-time' }),
  }),
)
export type RatingOut = Static<typeof RatingOut>

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
