import type { Language, Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Status, Ticket } from './ticket.ts'
import { movesWords } from './words-moves.ts'

/**
 * What somebody is to a ticket. An admin of the guild is more than its staff; whoever opened a ticket is its opener,
 * unless staff; the program itself acts as `system`.
 */
export const STANDINGS = ['system', 'admin', 'staff', 'opener', 'other'] as const
export type Standing = (typeof STANDINGS)[number]

interface Rule {
  readonly from: readonly Status[]
  /** `talk`: claimed where somebody has claimed it, open where nobody has. */
  readonly to: Exclude<Status, 'claimed' | 'open'> | 'claimed' | 'open' | 'talk'
  readonly by: readonly Standing[]
}

const STAFF = ['system', 'admin', 'staff'] as const
const ANY_OF_IT = [...STAFF, 'opener'] as const
const TALKING = ['open', 'claimed', 'waiting_for_user', 'escalated'] as const

/** Every allowed move; whatever is not here is refused. */
export const MOVES = {
  /** Takes it on oneself; what somebody has already is assigned instead. */
  claim: { from: ['open', 'waiting_for_user', 'escalated'], to: 'claimed', by: STAFF },
  unclaim: { from: ['claimed', 'waiting_for_user'], to: 'open', by: STAFF },
  /** Gives it to a member of the staff. */
  assign: { from: TALKING, to: 'claimed', by: STAFF },
  wait: { from: ['open', 'claimed', 'escalated'], to: 'waiting_for_user', by: STAFF },
  /** Whom was waited for has answered. */
  answer: { from: ['waiting_for_user'], to: 'talk', by: ['system', 'opener'] },
  escalate: { from: ['open', 'claimed', 'waiting_for_user'], to: 'escalated', by: STAFF },
  /** Takes an escalation or the waiting back. */
  resume: { from: ['waiting_for_user', 'escalated'], to: 'talk', by: STAFF },
  /** Takes it to another panel, where nobody has claimed it yet. */
  transfer: { from: TALKING, to: 'open', by: STAFF },
  close: { from: TALKING, to: 'closed', by: ANY_OF_IT },
  reopen: { from: ['closed'], to: 'talk', by: ANY_OF_IT },
  archive: { from: ['closed'], to: 'archived', by: STAFF },
} as const satisfies Record<string, Rule>

export type MoveName = keyof typeof MOVES

const moves: Readonly<Record<MoveName, Rule>> = MOVES

/** The status after the move. @throws {Refusal} where the table does not have it, for this standing or at all. */
export function judge(
  move: MoveName,
  { status, claimedBy }: Pick<Ticket, 'status' | 'claimedBy'>,
  standing: Standing,
): Status {
  const { from, to, by } = moves[move]
  if (!by.includes(standing)) throw new Refusal('forbidden', 'tickets.not_yours', movesWords.everywhere('not_yours'))
  if (!from.includes(status)) throw new Refusal('conflict', 'tickets.no_such_move', noSuchMove(move, status))
  if (to !== 'talk') return to
  return claimedBy === null ? 'open' : 'claimed'
}

/** The move that leads from one status to the other, for those who only name the status that they want. */
export function moveTo(status: Status, wanted: Status): MoveName | null {
  const names = Object.keys(moves) as MoveName[]
  const leads = ({ from, to }: Rule) => from.includes(status) && (to === wanted || (to === 'talk' && isTalk(wanted)))
  return (
    names.find((name) => name !== 'assign' && name !== 'answer' && name !== 'transfer' && leads(moves[name])) ?? null
  )
}

function noSuchMove(move: MoveName, status: Status): Localised {
  const say = (language: Language) => movesWords(language)
  const sentence = (language: Language) => say(language)(`not_${move}`, { status: say(language)(`status_${status}`) })
  return { en: sentence('en'), nl: sentence('nl') }
}

const isTalk = (status: Status) => status === 'open' || status === 'claimed'
