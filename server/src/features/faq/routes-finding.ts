import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import {
  Done,
  ETAG,
  FiguresOut,
  FindQuery,
  FoundList,
  Groups,
  GuildPath,
  MissList,
  MissQuery,
  SearchPath,
  WriteHeaders,
} from './contract.ts'
import type { FaqLookup } from './lookup.ts'
import { hitOut } from './presenter.ts'
import { config, FAQ, ownIdIn, type RoutesNeeds, tags } from './routes.ts'
import { readFigures } from './searches-store.ts'
import { type FaqSynonyms, tagOf } from './synonyms.ts'
import type { FaqTodo } from './todo.ts'
import { strongTag } from './version-tag.ts'

interface Needs extends RoutesNeeds {
  readonly lookup: FaqLookup
  readonly synonyms: FaqSynonyms
  readonly todo: FaqTodo
}

/** What is found, how, and what is not, for the staff of a guild. */
export function findingRoutes(http: Http, needs: Needs): void {
  searchRoute(http, needs)
  synonymRoutes(http, needs)
  todoRoutes(http, needs)
  const counting = {
    operationId: 'getFaqFigures',
    summary: 'Count the entries of the FAQ, and what they were good for',
    tags,
    params: GuildPath,
    response: { 200: FiguresOut },
  }
  http.get(`${FAQ}/figures`, { config, schema: counting }, async (request) => {
    const { missed, missedAsked, ...figures } = await readFigures(needs.db, guildOf(request))
    return { ...figures, without_hit: missed, without_hit_asked: missedAsked }
  })
}

function searchRoute(http: Http, { lookup, settings }: Needs): void {
  const schema = {
    operationId: 'searchFaq',
    summary: 'Look for published entries, as members find them, with the reasons',
    description: 'What finds nothing is not taken into the list of searches without a hit.',
    tags,
    params: GuildPath,
    querystring: FindQuery,
    response: { 200: FoundList },
  }
  http.get(`${FAQ}/search`, { config, schema }, async (request) => {
    const guildId = guildOf(request)
    const language = request.query.language ?? (await guildLanguage(settings, guildId))
    return (await lookup.find({ guildId, language }, request.query.q, false)).map(hitOut)
  })
}

function synonymRoutes(http: Http, { synonyms, idempotent }: Needs): void {
  const stored = { 200: { ...Groups, headers: ETAG } }
  const listing = {
    operationId: 'listFaqSynonyms',
    summary: 'List the words that mean the same in a guild',
    tags,
    params: GuildPath,
    response: stored,
  }
  http.get(`${FAQ}/synonyms`, { config, schema: listing }, async (request, reply) => {
    const groups = (await synonyms.list(guildOf(request))).map(({ words }) => [...words])
    reply.header('etag', tagOf(groups))
    return { groups }
  })
  const replacing = {
    operationId: 'replaceFaqSynonyms',
    summary: 'Say which words mean the same, all groups at once',
    tags,
    params: GuildPath,
    headers: WriteHeaders,
    body: Groups,
    response: stored,
  }
  http.put(`${FAQ}/synonyms`, { config, schema: replacing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const ifTag = strongTag(request.headers['if-match'])
      const { groups: wished } = request.body
      const groups = await synonyms.replace(actorOf(request), guildOf(request), wished, { ifTag, commit })
      reply.header('etag', tagOf(groups))
      return { groups }
    }),
  )
}

function todoRoutes(http: Http, { todo, idempotent }: Needs): void {
  const listing = {
    operationId: 'listFaqSearches',
    summary: 'List what was looked for in vain, the most asked first',
    tags,
    params: GuildPath,
    querystring: MissQuery,
    response: { 200: MissList },
  }
  http.get(`${FAQ}/searches`, { config, schema: listing }, async (request) => {
    const misses = await todo.list(guildOf(request), request.query.limit ?? 50)
    return misses.map(({ lastAskedAt, ...miss }) => ({ ...miss, last_asked_at: lastAskedAt.toString() }))
  })
  const dismissing = {
    operationId: 'dismissFaqSearch',
    summary: 'Say that a search without a hit needs no entry',
    tags,
    params: SearchPath,
    response: { 200: Done },
  }
  http.post(`${FAQ}/searches/:search_id/dismiss`, { config, schema: dismissing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await todo.dismiss(actorOf(request), guildOf(request), ownIdIn(request.params.search_id), commit)
      return { success: true as const, message: 'Search dismissed' }
    }),
  )
}
