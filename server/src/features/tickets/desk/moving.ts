import type { RoleId, UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type MoveDetails, moveTicket } from '../desk.ts'
import { judge, type MoveName } from '../moves.ts'
import { findPanel } from '../panels/panel-store.ts'
import type { TicketPorts } from '../ports.ts'
import { isStaff, type Person, standingOf } from '../standing.ts'
import type { Ticket } from '../ticket.ts'
import { deskWords } from '../words-desk.ts'
import type { AtTheDesk, Doer, Expecting, Found } from './at-the-desk.ts'

/** What people may say along with a move. */
export interface Wish {
  readonly move: MoveName
  readonly assignee?: UserId
  /** `escalate`; that of the settings where none is named. */
  readonly role?: RoleId
  readonly panelId?: string | null
  readonly reason?: string
}

const TRY_AGAIN_SECONDS = 30

/** Moves of tickets by people, from whatever door. */
export function ticketMoving(desk: AtTheDesk, { recordings }: Pick<TicketPorts, 'recordings'>) {
  /** What has to be asked of Discord and of other features, before anything is locked. */
  async function checked({ guildId }: Doer, { ticket }: Found, { move, assignee, role }: Wish) {
    if (move === 'archive' && !(await recordings.isComplete(ticket)))
      throw new Refusal('unavailable', 'tickets.transcript_incomplete', deskWords.everywhere('transcript_incomplete'), {
        retryAfter: TRY_AGAIN_SECONDS,
      })
    if (move === 'escalate' && role !== undefined && !(await desk.hasRole(guildId, role)))
      throw new Refusal('invalid', 'tickets.no_such_role', deskWords.everywhere('no_such_role'))
    if (move !== 'assign') return null
    if (assignee === undefined) throw new Refusal('invalid', 'tickets.no_assignee', deskWords.everywhere('no_assignee'))
    const person = await desk.personIn(guildId, assignee)
    if (!person) throw new Refusal('invalid', 'tickets.not_a_member', deskWords.everywhere('not_a_member'))
    return person
  }

  return {
    /** @returns the ticket after the move, with what holds for it then. @throws {Refusal} */
    async move(doer: Doer, id: string, wish: Wish, expecting: Expecting = {}): Promise<Ticket> {
      const { move } = wish
      const seen = await desk.find(doer, id)
      // Whoever may not, or too late, learns that first; the lock then decides.
      judge(move, seen.ticket, seen.standing, doer.userId)
      const assignee = await checked(doer, seen, wish)
      return desk.change(doer, id, expecting, async (tx, found, now) => {
        const { ticket, standing } = found
        const details = await detailsOf(tx, found, wish, assignee)
        return moveTicket(tx, ticket, move, { userId: doer.userId, standing }, details, now)
      })
    },
  }
}

/** What the move takes along, by what holds for the ticket under its lock. */
async function detailsOf(tx: Tx, found: Found, wish: Wish, assignee: Person | null): Promise<MoveDetails> {
  const { ticket, terms } = found
  const reason = wish.reason ? { reason: wish.reason } : {}
  switch (wish.move) {
    case 'assign':
      return { ...reason, assignee: whoCanHaveIt(found, assignee) }
    case 'escalate':
      return { ...reason, role: wish.role ?? orNone(terms.escalationRoleId) }
    case 'transfer':
      return { ...reason, panelId: await whereto(tx, ticket, wish.panelId) }
    default:
      return reason
  }
}

function whoCanHaveIt({ ticket, terms }: Found, assignee: Person | null): UserId {
  if (ticket.status === 'claimed' && ticket.claimedBy === assignee?.userId)
    throw new Refusal('conflict', 'tickets.has_it', deskWords.everywhere('has_it'))
  if (assignee && isStaff(standingOf(ticket, terms, assignee))) return assignee.userId
  throw new Refusal('invalid', 'tickets.assignee_not_staff', deskWords.everywhere('assignee_not_staff'))
}

function orNone(role: RoleId | null): RoleId {
  if (role !== null) return role
  throw new Refusal('invalid', 'tickets.no_escalation_role', deskWords.everywhere('no_escalation_role'))
}

async function whereto(tx: Tx, { guildId, panelId }: Ticket, wanted: string | null | undefined) {
  if (wanted === panelId) throw new Refusal('conflict', 'tickets.there_already', deskWords.everywhere('there_already'))
  if (wanted === null) return null
  const panel = wanted === undefined ? null : await findPanel(tx, guildId, wanted)
  if (!panel) throw new Refusal('invalid', 'tickets.no_such_panel', deskWords.everywhere('no_such_panel'))
  return panel.id
}
