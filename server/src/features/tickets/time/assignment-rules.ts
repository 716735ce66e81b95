import type { UserId } from '../../../kernel/ids.ts'

/** Somebody who could be given a ticket. */
export interface Load {
  readonly userId: UserId
  /** Their last ticket was the guild's so manieth that was handed out. */
  readonly lastTurn: bigint
  readonly unsolved: number
}

/** Whose turn it is; of those who have the same, whoever waited longest. Pure. */
export function nextOf(loads: readonly Load[], assignment: 'round_robin' | 'least_loaded'): Load | null {
  const byTurn = (one: Load, other: Load) =>
    compare(one.lastTurn, other.lastTurn) || compare(BigInt(one.userId), BigInt(other.userId))
  const byLoad = (one: Load, other: Load) => one.unsolved - other.unsolved || byTurn(one, other)
  return loads.toSorted(assignment === 'least_loaded' ? byLoad : byTurn)[0] ?? null
}

/** The number of the ticket that is handed out now. */
export function turnAfter(loads: readonly Load[]): bigint {
  return loads.reduce((most, { lastTurn }) => (lastTurn > most ? lastTurn : most), 0n) + 1n
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0
}
