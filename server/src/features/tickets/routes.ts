import type { FastifyRequest } from 'fastify'
import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import {
  BOUNDS,
  GuildPath,
  MoveInput,
  TicketDetail,
  TicketList,
  TicketOut,
  TicketPatch,
  TicketPath,
  TicketQuery,
} from './contract.ts'
import type { Doer } from './desk/at-the-desk.ts'
import { closeRequestOf } from './desk/close-request-store.ts'
import type { Wish } from './desk/moving.ts'
import { peopleOf } from './desk/people-store.ts'
import type { DeskServices } from './desk/services.ts'
import { detailOut, ticketOut } from './presenter.ts'
import { eventsOf } from './store.ts'

export const config = { access: 'guild_staff', limit: 'dashboard' } as const
export const tags = ['Tickets']
export const TICKETS = '/api/dashboard/:guild_id/tickets'
const MOST_EVENTS = 500

/** Tickets, for whoever is staff of them. */
export function ticketRoutes(http: Http, services: DeskServices, idempotent: Idempotent): void {
  listRoute(http, services)
  detailRoute(http, services)
  moveRoute(http, services, idempotent)
  markRoute(http, services, idempotent)
}

/** Whoever asks, as what they are in the guild now. */
export function doerIn({ desk }: DeskServices, request: FastifyRequest): Promise<Doer> {
  return desk.callerIn(guildOf(request), actorOf(request).userId)
}

function listRoute(http: Http, services: DeskServices): void {
  const schema = {
    operationId: 'listTickets',
    summary: 'List the tickets of a guild, newest first',
    description: 'When there are more, `X-Next-Cursor` holds the `cursor` of the next page.',
    tags,
    params: GuildPath,
    querystring: TicketQuery,
    response: { 200: TicketList },
  }
  http.get(TICKETS, { config, schema }, async (request, reply) => {
    const {
      status,
      panel_id,
      assignee_id,
      opener_id,
      label,
      priority,
      text,
      cursor,
      limit = BOUNDS.page,
    } = request.query
    const found = await services.listing.list(await doerIn(services, request), {
      statuses: status && [status],
      panelId: panel_id,
      assignee: assignee_id,
      opener: opener_id,
      label,
      priority,
      text,
      before: cursor,
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    if (last && found.length > limit) reply.header('x-next-cursor', String(last.number))
    return page.map(ticketOut)
  })
}

function detailRoute(http: Http, services: DeskServices): void {
  const schema = {
    operationId: 'getTicket',
    summary: 'One ticket with what happened to it and the notes of its staff',
    tags,
    params: TicketPath,
    response: { 200: TicketDetail },
  }
  http.get(`${TICKETS}/:ticket_id`, { config, schema }, async (request) => {
    const { db } = services.desk
    const found = await services.desk.findAsStaff(await doerIn(services, request), request.params.ticket_id)
    const { id } = found.ticket
    return detailOut(found, {
      events: await eventsOf(db, id, MOST_EVENTS),
      notes: await services.notes.of(found),
      people: await peopleOf(db, id),
      closeRequest: await closeRequestOf(db, id),
      ...(await services.time.detail(found.ticket, found.terms)),
    })
  })
}

function moveRoute(http: Http, services: DeskServices, idempotent: Idempotent): void {
  const schema = {
    operationId: 'moveTicket',
    summary: 'Move a ticket: claim, close, escalate and the others',
    description: 'Which moves there are, from which status and for whom, stands in docs/tickets.md.',
    tags,
    params: TicketPath,
    body: MoveInput,
    response: { 200: TicketOut },
  }
  http.post(`${TICKETS}/:ticket_id/moves`, { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { move, reason, assignee_id, panel_id, role_id, version } = request.body
      const wish: Wish = {
        move,
        ...(reason !== undefined && { reason }),
        ...(assignee_id && { assignee: assignee_id }),
        ...(panel_id !== undefined && { panelId: panel_id }),
        ...(role_id && { role: role_id }),
      }
      const doer = await doerIn(services, request)
      return ticketOut(await services.moving.move(doer, request.params.ticket_id, wish, { version, commit }))
    }),
  )
}

function markRoute(http: Http, services: DeskServices, idempotent: Idempotent): void {
  const schema = {
    operationId: 'markTicket',
    summary: 'Set the priority and the labels of a ticket',
    tags,
    params: TicketPath,
    body: TicketPatch,
    response: { 200: TicketOut },
  }
  http.patch(`${TICKETS}/:ticket_id`, { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { version, ...marks } = request.body
      const doer = await doerIn(services, request)
      return ticketOut(await services.marking.mark(doer, request.params.ticket_id, marks, { version, commit }))
    }),
  )
}
