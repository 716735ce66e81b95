import type { TSchema } from 'typebox'
import type { Db } from '../../platform/database/connect.ts'
import type { Platform } from '../../platform/feature.ts'
import { guildOf, linkSubjectOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { numbersOut, stringsOut } from '../../platform/http/json.ts'
import { readBytes } from './attachments/attachment-store.ts'
import * as contract from './contract.ts'
import type { TicketRooms } from './ports.ts'
import { entriesAfter, type Wanted } from './reading/entry-store.ts'
import { transcriptHtml } from './reading/html/page.ts'
import { messageOut, transcriptJson } from './reading/json.ts'
import { transcriptText } from './reading/plain-text.ts'
import { languageOfReader, noTicket, sendFile, sendPieces, termsOf } from './reading/reader.ts'
import { openTranscript, type Transcript } from './reading/transcript.ts'
import { linkPath } from './recordings.ts'
import { searchRoute } from './search/search-route.ts'

export type RouteNeeds = Pick<Platform, 'db' | 'clock' | 'guilds' | 'settings'> & { readonly rooms: TicketRooms }

const config = { access: 'guild_staff', limit: 'dashboard' } as const
const tags = ['Transcripts']
export const ticketAddress = (guildId: string, ticketId: string) => `/api/dashboard/${guildId}/tickets/${ticketId}`
const fileAddressOf = (guildId: string, ticketId: string) => (attachmentId: string) =>
  `${ticketAddress(guildId, ticketId)}/attachments/${attachmentId}`

/** What was said in tickets: for staff in the dashboard, and for the member by a link. */
export function transcriptRoutes(http: Http, needs: RouteNeeds): void {
  pageRoute(http, needs)
  jsonRoute(http, needs)
  textRoute(http, needs)
  listRoute(http, needs)
  memberRoute(http, needs)
  attachmentRoute(http, needs.db)
  searchRoute(http, needs)
}

const forStaff = (guildId: Wanted['guildId'], ticketId: number, typed?: string): Wanted => ({
  guildId,
  ticketId: String(ticketId),
  audience: 'staff',
  terms: termsOf(typed),
})

const ofTicket = <Answer extends TSchema>(operationId: string, summary: string, answer: Answer) => ({
  operationId,
  summary,
  tags,
  params: contract.TicketPath,
  response: { 200: answer },
})

/** @throws {Refusal} where the guild has no such ticket. */
async function opened(...asked: Parameters<typeof openTranscript>): Promise<Transcript> {
  const transcript = await openTranscript(...asked)
  if (!transcript) throw noTicket()
  return transcript
}

function pageRoute(http: Http, needs: RouteNeeds): void {
  const schema = {
    ...ofTicket('readTranscriptPage', 'What was said in a ticket, as a page', contract.HtmlFile),
    querystring: contract.PageQuery,
  }
  http.get(
    '/api/dashboard/:guild_id/tickets/:ticket_id/transcript.html',
    { config, schema },
    async (request, reply) => {
      const { q = '' } = request.query
      const wanted = forStaff(guildOf(request), request.params.ticket_id, q)
      const { guildId, ticketId, terms } = wanted
      const transcript = await opened(needs, wanted, await languageOfReader(request, needs.settings, guildId))
      const address = ticketAddress(guildId, ticketId)
      const page = transcriptHtml(needs.db, transcript, {
        typed: q,
        terms,
        hidden: {},
        searchAddress: `${address}/transcript.html`,
        fileAddress: fileAddressOf(guildId, ticketId),
      })
      return sendPieces(reply, 'text/html; charset=utf-8', page)
    },
  )
}

function jsonRoute(http: Http, needs: RouteNeeds): void {
  const schema = ofTicket('readTranscriptJson', 'What was said in a ticket, as a JSON file', contract.JsonFile)
  http.get(
    '/api/dashboard/:guild_id/tickets/:ticket_id/transcript.json',
    { config, schema },
    async (request, reply) => {
      const transcript = await opened(needs, forStaff(guildOf(request), request.params.ticket_id), 'en')
      const write = reply.hasHeader('preference-applied') ? stringsOut : numbersOut
      const name = `ticket-${transcript.ticket.number}.json`
      return sendPieces(reply, 'application/json; charset=utf-8', transcriptJson(transcript, write), name)
    },
  )
}

function textRoute(http: Http, needs: RouteNeeds): void {
  const schema = ofTicket('readTranscriptText', 'What was said in a ticket, as lines of text', contract.TextFile)
  http.get('/api/dashboard/:guild_id/tickets/:ticket_id/transcript.txt', { config, schema }, async (request, reply) => {
    const wanted = forStaff(guildOf(request), request.params.ticket_id)
    const language = await languageOfReader(request, needs.settings, wanted.guildId)
    const transcript = await opened(needs, wanted, language)
    const name = `ticket-${transcript.ticket.number}.txt`
    return sendPieces(reply, 'text/plain; charset=utf-8', transcriptText(transcript), name)
  })
}

function listRoute(http: Http, needs: RouteNeeds): void {
  const schema = {
    ...ofTicket('listTranscript', 'What was said in a ticket, page by page', contract.TranscriptPage),
    querystring: contract.ListQuery,
  }
  http.get('/api/dashboard/:guild_id/tickets/:ticket_id/transcript', { config, schema }, async (request, reply) => {
    const { q, after = null, limit = 50 } = request.query
    const wanted = forStaff(guildOf(request), request.params.ticket_id, q)
    const transcript = await opened(needs, wanted, 'en')
    const entries = await entriesAfter(needs.db, wanted, after, limit + 1)
    const last = entries[limit - 1]
    if (entries.length > limit && last) reply.header('x-next-cursor', last.message.messageId)
    return {
      ticket_id: request.params.ticket_id,
      number: transcript.ticket.number,
      extent: transcript.extent,
      count: transcript.count,
      messages: entries.slice(0, limit).map(messageOut),
    }
  })
}

/** The link was made for one person; once the ticket is no longer theirs, as after they had it erased, it opens nothing. */
function memberRoute(http: Http, needs: RouteNeeds): void {
  const schema = {
    ...ofTicket(
      'readOwnTranscript',
      'What was said in a ticket, for the member whose it was, by a link',
      contract.HtmlFile,
    ),
    querystring: contract.PageQuery,
  }
  const open = { access: 'signed_link', limit: 'dashboard', guildIsFilter: true } as const
  http.get('/transcripts/:guild_id/:ticket_id', { config: open, schema }, async (request, reply) => {
    const { q = '' } = request.query
    const { guild_id: guildId } = request.params
    const ticketId = String(request.params.ticket_id)
    const wanted: Wanted = { guildId, ticketId, audience: 'member', terms: termsOf(q) }
    const transcript = await opened(needs, wanted, await languageOfReader(request, needs.settings, guildId))
    if (transcript.ticket.openerId !== linkSubjectOf(request)) throw noTicket()
    const page = transcriptHtml(needs.db, transcript, {
      typed: q,
      terms: wanted.terms,
      hidden: signatureOf(request.url),
      searchAddress: linkPath({ guildId, id: ticketId }),
      fileAddress: null,
    })
    return sendPieces(reply, 'text/html; charset=utf-8', page)
  })
}

/** What makes the link valid, for the search in the page that it opens. */
function signatureOf(address: string): Record<string, string> {
  const given = new URLSearchParams(address.split('?', 2)[1])
  given.delete('q')
  return Object.fromEntries(given)
}

function attachmentRoute(http: Http, db: Db): void {
  const schema = {
    operationId: 'readTicketAttachment',
    summary: 'The bytes of a file that was sent in a ticket',
    tags,
    params: contract.AttachmentPath,
    response: { 200: contract.BytesFile },
  }
  const path = '/api/dashboard/:guild_id/tickets/:ticket_id/attachments/:attachment_id'
  http.get(path, { config, schema }, async (request, reply) => {
    const { ticket_id, attachment_id } = request.params
    const file = await readBytes(db, guildOf(request), String(ticket_id), attachment_id)
    if (!file) throw noTicket()
    return sendFile(reply, file)
  })
}
