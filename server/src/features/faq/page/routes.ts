import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { Http } from '../../../platform/http/http.ts'
import { guildLanguage } from '../../../platform/settings/guild-language.ts'
import { GuildPath, PagePath, PageQuery, ReadHeaders } from '../contract.ts'
import type { FaqLookup } from '../lookup.ts'
import { faqSettings } from '../settings.ts'
import { findEntry, listEntries } from '../store.ts'
import { entryPage, listPage, type Place } from './page.ts'
import { PAGE_POLICY } from './style.ts'

interface Needs extends Pick<Platform, 'db' | 'settings' | 'guilds'> {
  readonly lookup: FaqLookup
}

// Which guild it is decides what everybody may see of it, so no guard is asked.
const config = { access: 'public', limit: 'dashboard', guildIsFilter: true } as const
const tags = ['FAQ']
const ON_A_PAGE = 50
const HTML = { 200: { content: { 'text/html': { schema: Type.String() } } }, 304: Type.Null() }

/** The page of a guild that wants one; nobody learns whether another has entries. */
export function pageRoutes(http: Http, needs: Needs): void {
  const { db, lookup } = needs
  const listing = {
    operationId: 'showFaqPage',
    summary: 'Show the questions of a guild on a page for everybody, or what is found among them',
    tags,
    params: GuildPath,
    querystring: PageQuery,
    headers: ReadHeaders,
    response: HTML,
  }
  http.get('/faq/:guild_id', { config, schema: listing }, async (request, reply) => {
    const { guild_id: guildId } = request.params
    const place = await placeOf(needs, guildId)
    const { q: query = '', after } = request.query
    if (query.trim() !== '') {
      const entries = await lookup.find(place, query, false)
      return send(request, reply, listPage(place, { entries, query, nextAfter: null }))
    }
    const found = await listEntries(db, guildId, { states: ['published'], after, limit: ON_A_PAGE + 1 })
    const entries = found.slice(0, ON_A_PAGE)
    const nextAfter = found.length > ON_A_PAGE ? (entries.at(-1)?.number ?? null) : null
    return send(request, reply, listPage(place, { entries, query: null, nextAfter }))
  })
  const reading = {
    operationId: 'showFaqEntry',
    summary: 'Show an answer on a page for everybody',
    tags,
    params: PagePath,
    headers: ReadHeaders,
    response: HTML,
  }
  http.get('/faq/:guild_id/:number', { config, schema: reading }, async (request, reply) => {
    const { guild_id: guildId, number } = request.params
    const place = await placeOf(needs, guildId)
    const entry = await findEntry(db, guildId, { number })
    if (entry?.state !== 'published') throw notThere()
    return send(request, reply, entryPage(place, entry))
  })
}

async function placeOf({ settings, guilds }: Needs, guildId: GuildId): Promise<Place & { readonly guildId: GuildId }> {
  const [isOn, isPublic] = await Promise.all([
    settings.read(faqSettings.enabled, guildId),
    settings.read(faqSettings.publicPage, guildId),
  ])
  const sketch = isOn && isPublic ? await guilds.guild(guildId) : null
  if (!sketch) throw notThere()
  return { guildId, guildName: sketch.guild.name, language: await guildLanguage(settings, guildId) }
}

function notThere(): Refusal {
  return new Refusal('not_found', 'faq.no_page', 'Not Found')
}

/** As bytes: a text would be made JSON. What others keep of it, they keep a minute. */
function send(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  reply.headers({
    etag: tag,
    'cache-control': 'public, max-age=60',
    'content-security-policy': PAGE_POLICY,
  })
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(tag)) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(Buffer.from(html))
}
