import { Refusal } from '../../../kernel/refusal.ts'
import { post } from '../../../platform/discord/outbox.ts'
import { moveTicket, tell } from '../desk.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { deskWords } from '../words-desk.ts'
import { type AtTheDesk, type Doer, type Expecting, requireStaff } from './at-the-desk.ts'
import * as store from './close-request-store.ts'
import { closeRequestMessage } from './messages.ts'

export const REQUEST_HOURS = { least: 1, most: 168, usual: 24 } as const

interface Request {
  readonly hours: number
  readonly reason: string | null
}

/** Staff ask the member to agree to the closing; without an answer it comes by itself. */
export function closeRequests(desk: AtTheDesk) {
  /** @throws {Refusal} unless it is still asked, in this guild. */
  async function asked(doer: Doer, requestId: string): Promise<store.CloseRequest> {
    const request = REQUEST_ID.test(requestId) ? await store.findCloseRequest(desk.db, doer.guildId, requestId) : null
    if (!request) throw notAsked()
    return request
  }

  /** Under the lock of the ticket: a move in between has taken the request back. */
  async function answer(doer: Doer, requestId: string, answered: 'agreed' | 'kept_open'): Promise<Ticket> {
    const { ticketId } = await asked(doer, requestId)
    return desk.change(doer, ticketId, {}, async (tx, { ticket, standing }, now) => {
      const request = await store.findCloseRequest(tx, doer.guildId, requestId)
      if (!request) throw notAsked()
      if (standing === 'other')
        throw new Refusal('forbidden', 'tickets.not_your_ticket', deskWords.everywhere('not_your_ticket'))
      if (answered === 'agreed') {
        const details = { ...(request.reason !== null && { reason: request.reason }), rule: 'close_request' }
        return moveTicket(tx, ticket, 'close', { userId: doer.userId, standing }, details, now)
      }
      await store.cancelCloseRequest(tx, ticketId)
      await tell(tx, ticket, { kind: 'kept_open', from: ticket.status, actorId: doer.userId, details: {} }, now)
      return ticket
    })
  }

  return {
    async ask(doer: Doer, id: string, { hours, reason }: Request, expecting: Expecting = {}) {
      return desk.change(doer, id, expecting, async (tx, found, now) => {
        requireStaff(found)
        const { ticket } = found
        const { openerId, channelId, guildId, status } = ticket
        if (!isUnsolved(ticket) || openerId === null || channelId === null)
          throw new Refusal('conflict', 'tickets.nobody_to_ask', deskWords.everywhere('nobody_to_ask'))
        const dueAt = now.add({ hours })
        const request = await store.insertCloseRequest(tx, ticket, { requestedBy: doer.userId, reason, dueAt }, now)
        if (!request) throw new Refusal('conflict', 'tickets.asked_already', deskWords.everywhere('asked_already'))
        const details = { due_at: dueAt.toString(), ...(reason !== null && { reason }) }
        await tell(tx, ticket, { kind: 'close_requested', from: status, actorId: doer.userId, details }, now)
        const message = closeRequestMessage(request, openerId, ticket.language)
        const asking = { guildId, to: { channelId }, purpose: 'tickets.close_request', about: request.id, message }
        await post(tx, { ...asking, worthFor: { hours } }, now)
        return request
      })
    },
    agree: (doer: Doer, requestId: string) => answer(doer, requestId, 'agreed'),
    keepOpen: (doer: Doer, requestId: string) => answer(doer, requestId, 'kept_open'),
  }
}

const REQUEST_ID = /^[1-9]\d{0,17}$/
const notAsked = () => new Refusal('conflict', 'tickets.not_asked', deskWords.everywhere('not_asked'))
