import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { reachMilestone } from '../../platform/events/milestones.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { noteClosing } from './closings-store.ts'
import { cancelCloseRequest } from './desk/close-request-store.ts'
import { sayMoved } from './lines.ts'
import { judge, type MoveName, type Standing } from './moves.ts'
import * as store from './store.ts'
import type { Status, Ticket } from './ticket.ts'
import { deskWords } from './words-desk.ts'

/** Who moves a ticket, and what they are to it. */
export interface Mover {
  /** Null: the program itself. */
  readonly userId: UserId | null
  readonly standing: Standing
}

/** What a move takes along; what it does not need is left out. */
export interface MoveDetails {
  /** `assign`: whose it becomes. */
  readonly assignee?: UserId
  /** `escalate`: who is called. */
  readonly role?: RoleId
  /** `transfer`: whereto; null is by the guild's settings alone. */
  readonly panelId?: string | null
  /** What is told of why. */
  readonly reason?: string
  /** By which rule, where the program itself moves it. */
  readonly rule?: string
  /** What that rule went by, for whoever asks why. */
  readonly because?: JsonObject
}

/** The limits of the panel have been judged, under the guild's lock that `store.nextNumber` takes. */
export async function openTicket(tx: Tx, draft: store.TicketDraft, number: number, now: Temporal.Instant) {
  const ticket = await store.insertTicket(tx, draft, number, now)
  await tell(tx, ticket, { kind: 'opened', from: null, actorId: draft.openerId, details: {} }, now)
  await reachMilestone(tx, draft.guildId, 'first_ticket', now)
  return ticket
}

/**
 * Moves the ticket by the table, with its event, in this transaction. What follows from it in Discord is settled later.
 * @throws {Refusal} not_found, forbidden, or conflict where the table has no such move.
 */
export async function moveTicket(
  tx: Tx,
  { guildId, id }: { readonly guildId: GuildId; readonly id: string },
  move: MoveName,
  mover: Mover | ((ticket: Ticket) => Mover),
  details: MoveDetails,
  now: Temporal.Instant,
): Promise<Ticket> {
  const ticket = await lockedTicket(tx, guildId, id)
  const { userId, standing } = typeof mover === 'function' ? mover(ticket) : mover
  const to = judge(move, ticket, standing, userId)
  const moved = await store.changeTicket(tx, ticket, { status: to, ...consequences(move, userId, details, now) }, now)
  await cancelCloseRequest(tx, id)
  if (move === 'close') await noteClosing(tx, id)
  await tell(tx, moved, { kind: move, from: ticket.status, actorId: userId, details: { ...details } }, now)
  await sayMoved(tx, moved, { move, by: userId, reason: details.reason }, now)
  return moved
}

/** @throws {Refusal} where the guild has no such ticket. */
export async function lockedTicket(tx: Tx, guildId: GuildId, id: string): Promise<Ticket> {
  const ticket = await store.lockTicket(tx, guildId, id)
  if (!ticket) throw new Refusal('not_found', 'tickets.not_found', deskWords.everywhere('not_found'))
  return ticket
}

/** Which columns a move sets beside the status. A role that was called stays staff of the ticket while it is there. */
function consequences(move: MoveName, by: UserId | null, details: MoveDetails, now: Temporal.Instant) {
  const nobodys = { claimed_by: null, claimed_at: null }
  switch (move) {
    case 'claim':
      return { claimed_by: by, claimed_at: now }
    case 'assign':
      return { claimed_by: needed(details.assignee), claimed_at: now }
    case 'unclaim':
      return nobodys
    case 'escalate':
      return { ...nobodys, escalated_to: needed(details.role) }
    case 'deescalate':
      return { escalated_to: null }
    case 'transfer':
      return { ...nobodys, escalated_to: null, panel_id: needed(details.panelId) }
    case 'close':
      return { closed_at: now, closed_by: by, close_reason: details.reason ?? null }
    case 'reopen':
      return { closed_at: null, closed_by: null, close_reason: null }
    case 'archive':
      return { archived_at: now, archived_by: by }
    default:
      return {}
  }
}

function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('the move lacks what it is about')
  return value
}

type Happening = Omit<store.TicketEvent, 'to'>

/** Its own history, the operational log, and open pages. */
export async function tell(tx: Tx, ticket: Ticket, happening: Happening, now: Temporal.Instant): Promise<void> {
  const { guildId, id, number, status } = ticket
  const { kind, from, actorId } = happening
  await store.appendEvent(tx, ticket, { ...happening, to: status }, now)
  // What people wrote stays with the ticket, whose retention and erasing it shares.
  const { reason: _, ...known } = happening.details
  const details = { ticket_id: id, number, action: kind, from, to: status, user_id: actorId, ...known }
  const type = kind === 'opened' ? 'TICKET_OPENED' : 'TICKET_CHANGED'
  await recordEvents(tx, [{ type, guildId, message: sentence(number, kind, status), details }], now)
  await announceChange(tx, { guildId, kind: 'tickets', ref: id }, now)
}

function sentence(number: number, kind: string, status: Status): string {
  return kind === 'opened' ? `Ticket ${number} was opened` : `Ticket ${number}: ${kind}; it is ${status} now`
}

/** The channel was made, or is gone. */
export async function placeTicket(tx: Tx, ticket: Ticket, channelId: ChannelId | null, now: Temporal.Instant) {
  return store.changeTicket(tx, ticket, { channel_id: channelId }, now)
}
