import { actorOf, guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import type { Idempotent } from '../../../platform/http/idempotency.ts'
import {
  Done,
  GuildPath,
  OrderInput,
  PanelChange,
  PanelInput,
  PanelList,
  PanelPath,
  Posted,
  PostingInput,
  type PostingOut,
  Saved,
} from './contract.ts'
import type { Posting } from './posting-store.ts'
import type { PanelService } from './service.ts'
import { panelOut } from './shape.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Tickets']
const PANELS = '/api/dashboard/:guild_id/ticket-panels'

/** The kinds of tickets that a guild offers, for its admins. */
export function panelRoutes(http: Http, service: PanelService, idempotent: Idempotent): void {
  const listing = {
    operationId: 'listTicketPanels',
    summary: 'List the ticket panels in their order, disabled ones too, and the messages that offer them',
    tags,
    params: GuildPath,
    response: { 200: PanelList },
  }
  http.get(PANELS, { config, schema: listing }, async (request) => {
    const guildId = guildOf(request)
    const [panels, postings] = await Promise.all([service.list(guildId), service.postings(guildId)])
    return { panels: panels.map(panelOut), postings: postings.map(postingOut) }
  })
  savingRoutes(http, service, idempotent)
  const deleting = {
    operationId: 'deleteTicketPanel',
    summary: 'Delete a ticket panel; its tickets stay',
    tags,
    params: PanelPath,
    response: { 200: Done },
  }
  http.delete(`${PANELS}/:panel_id`, { config, schema: deleting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const ref = { guildId: guildOf(request), id: request.params.panel_id, version: null }
      await service.remove(actorOf(request), ref, commit)
      return done('Panel deleted successfully')
    }),
  )
  placingRoutes(http, service, idempotent)
}

function savingRoutes(http: Http, service: PanelService, idempotent: Idempotent): void {
  const creating = {
    operationId: 'createTicketPanel',
    summary: 'Add a ticket panel behind the others',
    tags,
    params: GuildPath,
    body: PanelInput,
    response: { 200: Saved },
  }
  http.post(PANELS, { config, schema: creating }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const panel = await service.create(actorOf(request), guildOf(request), request.body, commit)
      return { success: true as const, panel: panelOut(panel) }
    }),
  )
  const changing = {
    operationId: 'changeTicketPanel',
    summary: 'Change a ticket panel as it was read',
    description: 'What is not sent stays. A panel that was changed since it was read is left as it is (409).',
    tags,
    params: PanelPath,
    body: PanelChange,
    response: { 200: Saved },
  }
  http.put(`${PANELS}/:panel_id`, { config, schema: changing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { version, ...change } = request.body
      const ref = { guildId: guildOf(request), id: request.params.panel_id, version }
      return { success: true as const, panel: panelOut(await service.change(actorOf(request), ref, change, commit)) }
    }),
  )
}

function placingRoutes(http: Http, service: PanelService, idempotent: Idempotent): void {
  const ordering = {
    operationId: 'orderTicketPanels',
    summary: 'Put the ticket panels into another order',
    tags,
    params: GuildPath,
    body: OrderInput,
    response: { 200: Done },
  }
  http.post(`${PANELS}/order`, { config, schema: ordering }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.reorder(actorOf(request), guildOf(request), request.body.panels, commit)
      return done('Order updated successfully')
    }),
  )
  const posting = {
    operationId: 'postTicketPanels',
    summary: 'Offer panels in a channel, by a message that follows their changes',
    description: 'A channel has one such message; posting into it again changes what the message offers.',
    tags,
    params: GuildPath,
    body: PostingInput,
    response: { 200: Posted },
  }
  http.post(`${PANELS}/postings`, { config, schema: posting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { channel_id: channelId, panel_ids: panelIds = null, style = 'buttons' } = request.body
      const wish = { channelId, panelIds, style }
      const posted = await service.post(actorOf(request), guildOf(request), wish, commit)
      return { success: true as const, posting: postingOut(posted) }
    }),
  )
}

function done(message: string) {
  return { success: true as const, message }
}

function postingOut({ channelId, messageId, style, panelIds, trouble }: Posting): PostingOut {
  return { channel_id: channelId, message_id: messageId, style, panel_ids: panelIds && [...panelIds], trouble }
}
