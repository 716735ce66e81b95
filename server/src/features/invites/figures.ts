import type { UserId } from '../../kernel/ids.ts'

/** What an inviter has brought about. Each person counts once for a guild, for whoever brought that person first. */
export interface Figures {
  readonly joins: number
  /** Of those, the persons who are not there any more. */
  readonly departed: number
  /** Joins of persons who had been there before; they count for nothing. */
  readonly rejoins: number
  /** How sure the joins are. */
  readonly certain: number
  readonly likely: number
  /** What admins have added or taken away. */
  readonly adjustment: number
}

export interface InviterFigures extends Figures {
  readonly userId: UserId
}

/** Of a guild. */
export interface Totals {
  /** First joins, whoever brought them about. */
  readonly joins: number
  readonly certain: number
  readonly likely: number
  /** Of those, the joins that count for nobody. */
  readonly unattributed: number
  readonly rejoins: number
}

/** Persons brought who are still there, and what admins have changed about it. */
export function invitesOf({ joins, departed, adjustment }: Figures): number {
  return Math.max(0, joins - departed + adjustment)
}

/** With which adjustment the count becomes this. */
export function adjustmentFor({ joins, departed }: Figures, count: number): number {
  return count - (joins - departed)
}
