import type { Spending } from '../../platform/language-model/prices.ts'

/** What a guild allows on one UTC day; 0 is no limit. */
export interface Limits {
  readonly tokens: number
  readonly nanoDollars: number
  readonly memberQuestions: number
  readonly warnAtPercent: number
}

export interface Amount {
  readonly tokens: number
  readonly nanoDollars: number
}

/** A guild's day so far. */
export interface Day {
  readonly spent: Amount
  /** What questions under way, or lost with their process, may cost. */
  readonly reserved: Amount
  readonly isWarned: boolean
  readonly isStopped: boolean
}

export const NO_AMOUNT: Amount = { tokens: 0, nanoDollars: 0 }

export function amountOf({ read, written, nanoDollars }: Spending): Amount {
  return { tokens: read + written, nanoDollars }
}

export function sum(one: Amount, other: Amount): Amount {
  return { tokens: one.tokens + other.tokens, nanoDollars: one.nanoDollars + other.nanoDollars }
}

export function difference(one: Amount, other: Amount): Amount {
  return { tokens: one.tokens - other.tokens, nanoDollars: one.nanoDollars - other.nanoDollars }
}

/**
 * Whether so much more may be spent at the most. `crowded`: not while the questions under way may cost what they may;
 * `spent`: not any more today.
 */
export function roomFor(more: Amount, { spent, reserved }: Day, limits: Limits): 'fits' | 'crowded' | 'spent' {
  if (exceeds(sum(spent, more), limits)) return 'spent'
  return exceeds(sum(sum(spent, reserved), more), limits) ? 'crowded' : 'fits'
}

function exceeds(amount: Amount, limits: Limits): boolean {
  return (
    (limits.tokens > 0 && amount.tokens > limits.tokens) ||
    (limits.nanoDollars > 0 && amount.nanoDollars > limits.nanoDollars)
  )
}

/** How much of its budget a guild has spent, of the one that it spent more of; null without a budget. */
export function percentSpent(spent: Amount, limits: Limits): number | null {
  const shares = [
    ...(limits.tokens > 0 ? [spent.tokens / limits.tokens] : []),
    ...(limits.nanoDollars > 0 ? [spent.nanoDollars / limits.nanoDollars] : []),
  ]
  return shares.length > 0 ? Math.floor(Math.max(...shares) * 100) : null
}

/** What admins are to be told after something was spent, once a day each. */
export function noticeDue(day: Day, limits: Limits): 'warned' | 'stopped' | null {
  const percent = percentSpent(day.spent, limits)
  if (percent === null) return null
  if (percent >= 100) return day.isStopped ? null : 'stopped'
  return percent >= limits.warnAtPercent && !day.isWarned && !day.isStopped ? 'warned' : null
}

/** Budgets count from midnight UTC. */
export function dayOf(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO('UTC').startOfDay().toInstant()
}

export function nextDay(day: Temporal.Instant): Temporal.Instant {
  return day.add({ hours: 24 })
}
