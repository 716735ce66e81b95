import { MessageId } from '../../../kernel/ids.ts'
import { invalidField } from '../../../kernel/refusal.ts'
import type { Platform } from '../../../platform/feature.ts'
import { guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import { GuildPath, HitsAnswer, SearchQuery } from '../contract.ts'
import type { TicketRooms } from '../ports.ts'
import { iso } from '../reading/json.ts'
import { termsOf } from '../reading/reader.ts'
import { transcriptWords } from '../words.ts'
import { type Hit, searchMessages } from './search-store.ts'
import { snippetOf, type Term } from './words-of.ts'

type Needs = Pick<Platform, 'db'> & { readonly rooms: TicketRooms }

/** Looks for words in everything that was said in the tickets of a guild. */
export function searchRoute(http: Http, { db, rooms }: Needs): void {
  const schema = {
    operationId: 'searchTranscripts',
    summary: 'Search what was said in the tickets of a guild',
    tags: ['Transcripts'],
    params: GuildPath,
    querystring: SearchQuery,
    response: { 200: HitsAnswer },
  }
  const config = { access: 'guild_staff', limit: 'dashboard' } as const
  http.get('/api/dashboard/:guild_id/transcripts/search', { config, schema }, async (request, reply) => {
    const guildId = guildOf(request)
    const { q, ticket_id, author_id = null, since, until, before = null, limit = 20 } = request.query
    const terms = termsOf(q)
    if (terms.length === 0)
      throw invalidField('transcripts.nothing_to_find', 'q', transcriptWords.everywhere('search_nothing'))
    const { hits, next } = await searchMessages(db, {
      guildId,
      terms,
      before: before && MessageId.parse(before),
      ticketId: ticket_id === undefined ? null : String(ticket_id),
      authorId: author_id,
      since: since === undefined ? null : Temporal.Instant.from(since),
      until: until === undefined ? null : Temporal.Instant.from(until),
      limit,
    })
    if (next) reply.header('x-next-cursor', next)
    const numbers = new Map<string, number | null>()
    for (const id of new Set(hits.map(({ ticketId }) => ticketId)))
      numbers.set(id, (await rooms.describe(db, guildId, id))?.number ?? null)
    return { hits: hits.map((hit) => hitOut(hit, numbers.get(hit.ticketId) ?? null, terms)) }
  })
}

function hitOut(hit: Hit, number: number | null, terms: readonly Term[]) {
  const { messageId, ticketId, authorId, authorName, text, sentAt, isDeleted } = hit
  return {
    message_id: BigInt(messageId),
    ticket_id: Number(ticketId),
    number,
    author_id: authorId,
    author_name: authorName,
    sent_at: iso(sentAt),
    is_deleted: isDeleted,
    snippet: snippetOf(text, terms).map(({ text: piece, isHit }) => ({ text: piece, is_hit: isHit })),
  }
}
