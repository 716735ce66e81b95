import type { Status, Ticket } from '../ticket.ts'

/** What is known of a ticket over time, beside the ticket itself. */
export interface TicketTime {
  readonly lastMessageAt: Temporal.Instant | null
  /** Who had the last word; null: nobody spoke since it opened. */
  readonly lastBy: 'opener' | 'staff' | null
  readonly firstResponseAt: Temporal.Instant | null
  readonly remindedAt: Temporal.Instant | null
  /** When the reminder stood in the channel. */
  readonly reminderShownAt: Temporal.Instant | null
  /** Excluded from reminders and closing. */
  readonly neverCloses: boolean
  readonly told: Readonly<Record<TargetKind, Told>>
  /** For which closing the member was asked how it was. */
  readonly ratingAskedFor: Temporal.Instant | null
}

export const TARGET_KINDS = ['first_response', 'resolution'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What was told of a target, each once. */
export interface Told {
  readonly warnedAt: Temporal.Instant | null
  readonly missedAt: Temporal.Instant | null
}

/** One event of a ticket's history, as far as time goes by it. */
export interface Passage {
  readonly kind: string
  readonly to: Status | null
  readonly at: Temporal.Instant
}

/** A ticket with its time. */
export interface Timed {
  readonly ticket: Ticket
  readonly time: TicketTime
  /** Oldest first. */
  readonly history: readonly Passage[]
}

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

export function latest(first: Temporal.Instant, ...others: readonly (Temporal.Instant | null)[]): Temporal.Instant {
  return others.reduce<Temporal.Instant>((last, one) => (one && isBefore(last, one) ? one : last), first)
}

export function earliest(instants: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  return instants.reduce((first, one) => (one && (!first || isBefore(one, first)) ? one : first), null)
}
