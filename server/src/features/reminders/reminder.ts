import type { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../kernel/ids.ts'

/** `"0"` is Monday, `"6"` is Sunday. */
export const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * When a reminder speaks. Three kinds, told apart by their fields:
 * - weekly: `days` is not empty; the days are those of the event.
 * - by rule: `rrule` is set; `startsAt` is its first event (DTSTART).
 * - one-off: `eventAt` is set; sent `leadSeconds` before the event and again at the event.
 */
export interface Schedule {
  readonly timeZone: string
  /** Wall clock of the sending, in `timeZone`. */
  readonly sendTime: Temporal.PlainTime
  /** Wall clock of the event itself, in `timeZone`; what people read. */
  readonly callTime: Temporal.PlainTime
  /** How long before the event it is sent. One-off: elapsed time. Recurring: wall time, which fixes how many days earlier `sendTime` lies. */
  readonly leadSeconds: number
  /** Further sendings, so long before the event; where two fall on one instant there is one. */
  readonly moreLeads?: readonly number[]
  readonly days: readonly Weekday[]
  readonly rrule: string | null
  readonly startsAt: Temporal.Instant | null
  readonly eventAt: Temporal.Instant | null
  /** No event later than this. */
  readonly endsAt: Temporal.Instant | null
}

/** `lead` and `event` are the two sendings of a one-off; `snooze` is asked for by its owner with a button. */
export type Phase = 'recurring' | 'lead' | 'event' | 'snooze'

/** One message to be sent: at most one exists in the channel for each (reminder, sendAt, phase). */
export interface Occurrence {
  readonly sendAt: Temporal.Instant
  readonly eventAt: Temporal.Instant
  readonly phase: Phase
}

export type Mention = 'none' | 'everyone' | RoleId
export type CatchUp = 'send_late' | 'skip'
/** active: has a next occurrence. paused: Discord refused it, kept until its owner acts. completed: nothing left to send. */
export type ReminderStatus = 'active' | 'paused' | 'completed'

/** What its owner wrote and chose. */
export interface ReminderContent {
  readonly name: string
  readonly message: string
  readonly location: string | null
  readonly imageUrl: string | null
  readonly mention: Mention
  readonly catchUp: CatchUp
}

/** A reminder that fits every rule, ready to be stored. */
export interface ReminderDraft extends ReminderContent, Schedule {
  readonly channelId: ChannelId
}

export interface Reminder extends ReminderDraft {
  readonly id: string
  readonly guildId: GuildId
  readonly ownerId: UserId
  /** The message it was made from, when it was made from one. */
  readonly origin: { readonly channelId: ChannelId; readonly messageId: MessageId } | null
  readonly status: ReminderStatus
  readonly pausedReason: string | null
  readonly next: Occurrence | null
  readonly version: number
  readonly createdAt: Temporal.Instant
}
