import type { UserId } from '../../kernel/ids.ts'
import { inEach, type Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { STATUSES, type Status, type Ticket } from './ticket.ts'
import { movesWords } from './words-moves.ts'

/**
 * What somebody is to a ticket. An admin of the guild is more than its staff; whoever opened a ticket is its opener,
 * unless staff; the program itself acts as `system`.
 */
export const STANDINGS = ['system', 'admin', 'staff', 'opener', 'other'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Rule {
  readonly from: readonly Status[]
  /**
   * `under_way`: claimed where somebody has claimed it, else escalated where it was escalated to a role, else open.
   * `given_back`: the same without the claim.
   */
  readonly to: Status | 'under_way' | 'given_back'
  readonly by: readonly Standing[]
  /** Whether somebody has to have claimed it, or nobody may have. */
  readonly claimed?: boolean
}

const PEOPLE = ['admin', 'staff'] as const
const STAFF = ['system', ...PEOPLE] as const
const ANY_OF_IT = [...STAFF, 'opener'] as const
const UNSOLVED = ['open', 'claimed', 'waiting_for_user', 'escalated'] as const

/** Every allowed move; whatever is not here is refused. `docs/tickets.md` is made of it. */
const TABLE = {
  /** Takes it on oneself; what somebody has already is assigned instead. */
  claim: { from: ['open', 'waiting_for_user', 'escalated'], to: 'claimed', by: PEOPLE, claimed: false },
  unclaim: { from: ['claimed', 'waiting_for_user'], to: 'given_back', by: STAFF, claimed: true },
  /** Gives it to a member of the staff. */
  assign: { from: UNSOLVED, to: 'claimed', by: STAFF },
  wait: { from: ['open', 'claimed', 'escalated'], to: 'waiting_for_user', by: STAFF },
  /** Whom was waited for has answered. */
  answer: { from: ['waiting_for_user'], to: 'under_way', by: ['system', 'opener'] },
  /** Waits no longer. */
  resume: { from: ['waiting_for_user'], to: 'under_way', by: STAFF },
  /** To a role, which is staff of it from then on; nobody has it until somebody claims it anew. */
  escalate: { from: ['open', 'claimed', 'waiting_for_user'], to: 'escalated', by: STAFF },
  /** Takes an escalation back. */
  deescalate: { from: ['escalated'], to: 'open', by: STAFF },
  /** Takes it to another panel, where nobody has claimed it yet. */
  transfer: { from: UNSOLVED, to: 'open', by: STAFF },
  close: { from: UNSOLVED, to: 'closed', by: ANY_OF_IT },
  reopen: { from: ['closed'], to: 'under_way', by: ANY_OF_IT },
  archive: { from: ['closed'], to: 'archived', by: STAFF },
} as const satisfies Record<string, Rule>

export type MoveName = keyof typeof TABLE

export const MOVE_NAMES = Object.keys(TABLE) as readonly MoveName[]
export const moves: Readonly<Record<MoveName, Rule>> = TABLE

/** What the table asks of a ticket. */
export type Movable = Pick<Ticket, 'status' | 'claimedBy' | 'escalatedTo'>

/** Why the table does not have the move; null where it has it. */
export function objection(
  move: MoveName,
  { status, claimedBy }: Movable,
  standing: Standing,
): 'standing' | 'status' | 'claimed' | 'unclaimed' | null {
  const { from, by, claimed } = moves[move]
  if (!by.includes(standing)) return 'standing'
  if (!from.includes(status)) return 'status'
  if (claimed === undefined || claimed === (claimedBy !== null)) return null
  return claimed ? 'unclaimed' : 'claimed'
}

/**
 * The status after the move of whoever has that standing.
 * @throws {Refusal} forbidden, or conflict where the table does not have it.
 */
export function judge(move: MoveName, ticket: Movable, standing: Standing, userId: UserId | null = null): Status {
  const found = objection(move, ticket, standing)
  if (found === null) return after(move, ticket)
  if (found === 'standing') throw new Refusal('forbidden', 'tickets.not_yours', movesWords.everywhere('not_yours'))
  if (found === 'unclaimed')
    throw new Refusal('conflict', 'tickets.unclaimed', movesWords.everywhere('claimed_by_nobody'))
  const isTaken = found === 'claimed' || (move === 'claim' && ticket.status === 'claimed')
  if (isTaken) throw new Refusal('conflict', 'tickets.claimed', hasIt(ticket, userId))
  throw new Refusal('conflict', 'tickets.no_such_move', noSuchMove(move, ticket.status))
}

/** A move that leads from one status to the other, for those who only name the status that they want. */
export function moveTo(ticket: Movable, wanted: Status): MoveName | null {
  const leads = (move: MoveName) => {
    const { from, to, claimed } = moves[move]
    const fits = from.includes(ticket.status) && (claimed === undefined || claimed === (ticket.claimedBy !== null))
    // Whoever wants a ticket open again wants it under way, whoever has it.
    return fits && (after(move, ticket) === wanted || (to === 'under_way' && wanted === 'open'))
  }
  return NAMED_BY_STATUS.find(leads) ?? null
}

/** The others need to be told to whom or whereto, or are the member's. */
const NAMED_BY_STATUS = MOVE_NAMES.filter((name) => name !== 'assign' && name !== 'answer' && name !== 'transfer')

function after(move: MoveName, { claimedBy, escalatedTo }: Movable): Status {
  const { to } = moves[move]
  if (to === 'under_way' && claimedBy !== null) return 'claimed'
  if (to === 'under_way' || to === 'given_back') return escalatedTo === null ? 'open' : 'escalated'
  return to
}

function hasIt({ claimedBy }: Movable, asking: UserId | null): Localised {
  if (claimedBy !== null && claimedBy === asking) return movesWords.everywhere('claimed_by_you')
  return movesWords.everywhere('claimed_by', { who: `<@${claimedBy}>` })
}

function noSuchMove(move: MoveName, status: Status): Localised {
  return inEach((language) => {
    const say = movesWords(language)
    return say(`not_${move}`, { status: say(`status_${status}`) })
  })
}

/** The status in words. */
export const statusName = (status: Status): Localised => movesWords.everywhere(`status_${status}`)

/** For options that name a status. */
export const STATUS_NAMES = Object.fromEntries(STATUSES.map((status) => [status, statusName(status)])) as Readonly<
  Record<Status, Localised>
>
