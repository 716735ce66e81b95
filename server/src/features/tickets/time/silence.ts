import type { Terms } from '../terms.ts'
import { isUnsolved } from '../ticket.ts'
import { isBefore, latest, type Timed } from './time.ts'

/** Tickets in which nobody speaks: when they are reminded of, and when they close by themselves. Pure. */

export interface SilenceRules {
  readonly idleHours: number
  readonly autoCloseHours: number
  /** Whether the guild has tickets reminded of at all. */
  readonly isEnabled: boolean
  readonly closesSilent: boolean
}

/** Who has to say something. */
export type Owing = 'member' | 'staff'

export interface Silence {
  readonly since: Temporal.Instant
  readonly owes: Owing
  /** Null: never, as long as things stay as they are. */
  readonly remindAt: Temporal.Instant | null
  readonly closeAt: Temporal.Instant | null
  /** A reminder is on its way, or was lost. */
  readonly isUnseen: boolean
  /** Why it does not close by itself; null where it does. */
  readonly staysBecause: Reason | null
}

export type Reason = 'solved' | 'switched_off' | 'excluded' | 'staff_owes' | 'closing_off'

/** What people do that begins the silence anew, as a word in the channel would. */
const BREAKS_SILENCE = new Set(['reopen', 'wait', 'kept_open', 'included', 'transfer'])
/** Whoever is reminded has at least so long, or half the time until closing where that is less. */
const LEAST_NOTICE_HOURS = 24
/** A reminder that did not reach the channel is repeated then. */
const REPEATED_AFTER = { hours: 24 }
const HOUR_MS = 3_600_000

/**
 * The member owes a word where the staff had the last one or waits for them, or where the ticket says nothing. As long
 * as the staff owes one, the ticket is not closed over the member's head.
 */
function whoOwes({ ticket, time }: Timed): Owing {
  if (ticket.status === 'waiting_for_user' || time.lastBy === 'staff') return 'member'
  if (time.lastBy === 'opener') return 'staff'
  return ticket.description.trim() === '' && ticket.answers.length === 0 ? 'member' : 'staff'
}

function silentSince({ ticket, time, history }: Timed): Temporal.Instant {
  const broken = history.filter(({ kind }) => BREAKS_SILENCE.has(kind)).map(({ at }) => at)
  return latest(ticket.createdAt, time.lastMessageAt, ...broken)
}

type ClosingTimes = Pick<SilenceRules, 'idleHours' | 'autoCloseHours'>

/** After how long the reminder comes: always before the closing, by a day or half of the time. */
export function remindAfterHours({ idleHours, autoCloseHours }: ClosingTimes): number {
  return Math.min(idleHours, autoCloseHours - Math.min(LEAST_NOTICE_HOURS, autoCloseHours / 2))
}

/** Whether the panel says when the reminder comes: by its own time, or by closing too soon for that of the guild. */
export function reminderIsOfPanel({ panel, idleHours, autoCloseHours }: Terms): boolean {
  const isByItsOwn = remindAfterHours({ idleHours, autoCloseHours }) === idleHours
  return (isByItsOwn ? panel?.idleHours : panel?.autoCloseHours) != null
}

export function silenceOf(timed: Timed, rules: SilenceRules): Silence {
  const since = silentSince(timed)
  const owes = whoOwes(timed)
  const staysBecause = whyItStays(timed, rules, owes)
  if (staysBecause === 'solved' || staysBecause === 'switched_off' || staysBecause === 'excluded')
    return { since, owes, remindAt: null, closeAt: null, isUnseen: false, staysBecause }
  const remindAfter = remindAfterHours(rules)
  const { isCurrent, shownAt, repeatAt } = reminderOf(timed, since)
  const remindAt = isCurrent ? repeatAt : later(since, remindAfter)
  const noticeEnds = shownAt && later(shownAt, rules.autoCloseHours - remindAfter)
  const closeAt = staysBecause === null && noticeEnds ? latest(later(since, rules.autoCloseHours), noticeEnds) : null
  return { since, owes, remindAt, closeAt, isUnseen: isCurrent && shownAt === null, staysBecause }
}

function whyItStays({ ticket, time }: Timed, rules: SilenceRules, owes: Owing): Reason | null {
  if (!isUnsolved(ticket)) return 'solved'
  if (!rules.isEnabled) return 'switched_off'
  if (time.neverCloses) return 'excluded'
  if (owes === 'staff') return 'staff_owes'
  return rules.closesSilent ? null : 'closing_off'
}

/** Of this silence: one of an earlier silence counts for nothing. */
function reminderOf({ time: { remindedAt, reminderShownAt } }: Timed, since: Temporal.Instant) {
  if (remindedAt === null || !isBefore(since, remindedAt)) return { isCurrent: false, shownAt: null, repeatAt: null }
  const shownAt = reminderShownAt && !isBefore(reminderShownAt, remindedAt) ? reminderShownAt : null
  return { isCurrent: true, shownAt, repeatAt: shownAt ? null : remindedAt.add(REPEATED_AFTER) }
}

/** Thresholds of days and hours, and halves of them. */
function later(instant: Temporal.Instant, hours: number): Temporal.Instant {
  return instant.add({ milliseconds: Math.round(hours * HOUR_MS) })
}
