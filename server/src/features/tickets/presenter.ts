import type { UserId } from '../../kernel/ids.ts'
import type { NoteOut, RatingOut, TicketDetail, TicketOut, TimeOut } from './contract.ts'
import type { Note } from './desk/annotations-store.ts'
import type { Found } from './desk/at-the-desk.ts'
import type { CloseRequest } from './desk/close-request-store.ts'
import { MOVE_NAMES, objection } from './moves.ts'
import type { StoredEvent } from './store.ts'
import type { Ticket } from './ticket.ts'

/** Tickets as the API shows them. */

export function ticketOut(ticket: Ticket): TicketOut {
  return {
    id: Number(ticket.id),
    number: ticket.number,
    panel_id: ticket.panelId === null ? null : Number(ticket.panelId),
    opener_id: idOut(ticket.openerId),
    username: ticket.username,
    description: ticket.description,
    answers: [...ticket.answers],
    status: ticket.status,
    priority: ticket.priority,
    labels: [...ticket.labels],
    claimed_by: idOut(ticket.claimedBy),
    claimed_at: momentOut(ticket.claimedAt),
    escalated_to: idOut(ticket.escalatedTo),
    channel_id: idOut(ticket.channelId),
    closed_at: momentOut(ticket.closedAt),
    closed_by: idOut(ticket.closedBy),
    close_reason: ticket.closeReason,
    archived_at: momentOut(ticket.archivedAt),
    version: ticket.version,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
  }
}

interface Around {
  readonly events: readonly StoredEvent[]
  readonly notes: readonly Note[]
  readonly people: readonly UserId[]
  readonly closeRequest: CloseRequest | null
  readonly time: TimeOut | null
  readonly rating: RatingOut
}

export function detailOut(
  { ticket, standing }: Found,
  { events, notes, people, closeRequest, time, rating }: Around,
): TicketDetail {
  return {
    ...ticketOut(ticket),
    moves: MOVE_NAMES.filter((move) => objection(move, ticket, standing) === null),
    people: people.map(BigInt),
    close_request: closeRequest && {
      due_at: iso(closeRequest.dueAt),
      requested_by: idOut(closeRequest.requestedBy),
      reason: closeRequest.reason,
    },
    events: events.map(({ id, kind, from, to, actorId, details, happenedAt }) => ({
      id: Number(id),
      kind,
      from,
      to,
      actor_id: idOut(actorId),
      details,
      happened_at: iso(happenedAt),
    })),
    notes: notes.map(noteOut),
    time,
    rating,
  }
}

export function noteOut({ id, authorId, body, createdAt, editedAt }: Note): NoteOut {
  return {
    id: Number(id),
    author_id: idOut(authorId),
    body,
    created_at: iso(createdAt),
    edited_at: momentOut(editedAt),
  }
}

const idOut = (id: string | null) => (id === null ? null : BigInt(id))
const momentOut = (instant: Temporal.Instant | null) => (instant === null ? null : iso(instant))
const iso = (instant: Temporal.Instant) =>
  instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
