import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../platform/feature.ts'
import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import {
  EntryInput,
  EntryList,
  EntryOut,
  EntryPath,
  ETAG,
  GuildPath,
  ListQuery,
  NewEntryInput,
  VersionList,
  VersionPath,
  WriteHeaders,
} from './contract.ts'
import { entryLanguage } from './entry.ts'
import { contentOf, entryOut, versionOut } from './presenter.ts'
import type { FaqService } from './service.ts'
import { listEntries } from './store.ts'
import { tagOfVersion, versionIn } from './version-tag.ts'
import { listVersions } from './versions-store.ts'

export interface RoutesNeeds extends Pick<Platform, 'db' | 'settings' | 'idempotent'> {
  readonly service: FaqService
}

export const config = { access: 'guild_staff', limit: 'dashboard' } as const
export const tags = ['FAQ']
export const FAQ = '/api/dashboard/:guild_id/faq'
const ENTRY = `${FAQ}/:id`
const saved = { 200: { ...EntryOut, headers: ETAG } }

/** Entries and their versions, for the staff of a guild. */
export function entryRoutes(http: Http, needs: RoutesNeeds): void {
  readingRoutes(http, needs)
  addingRoute(http, needs)
  changingRoutes(http, needs)
  versionRoutes(http, needs)
}

/** An id that an address names. No row has one that a number cannot hold. */
export const ownIdIn = (id: string) => Math.min(Number(id), Number.MAX_SAFE_INTEGER)

const keyIn = (request: { readonly params: { readonly id: string } }) => ({ id: ownIdIn(request.params.id) })
const usualLanguage = async ({ settings }: RoutesNeeds, request: FastifyRequest) =>
  entryLanguage(await settings.read(systemSettings.locale, guildOf(request)))

function readingRoutes(http: Http, { db, service }: RoutesNeeds): void {
  const listing = {
    operationId: 'listFaqEntries',
    summary: 'List the entries of the FAQ by their numbers',
    description: 'Published ones and drafts; deleted ones only where that `state` is asked for.',
    tags,
    params: GuildPath,
    querystring: ListQuery,
    response: { 200: EntryList },
  }
  http.get(FAQ, { config, schema: listing }, async (request) => {
    const { state, category, limit = 50, after } = request.query
    const states = state ? [state] : (['published', 'draft'] as const)
    const found = await listEntries(db, guildOf(request), { states, category, after, limit: limit + 1 })
    const entries = found.slice(0, limit)
    return {
      entries: entries.map(entryOut),
      next_after: found.length > limit ? (entries.at(-1)?.number ?? null) : null,
    }
  })
  const reading = {
    operationId: 'readFaqEntry',
    summary: 'Read an entry of the FAQ',
    tags,
    params: EntryPath,
    response: saved,
  }
  http.get(ENTRY, { config, schema: reading }, async (request, reply) => {
    const entry = await service.entry(guildOf(request), keyIn(request))
    reply.header('etag', tagOfVersion(entry.version))
    return entryOut(entry)
  })
}

function addingRoute(http: Http, needs: RoutesNeeds): void {
  const adding = {
    operationId: 'addFaqEntry',
    summary: 'Add an entry to the FAQ',
    tags,
    params: GuildPath,
    body: NewEntryInput,
    response: saved,
  }
  http.post(FAQ, { config, schema: adding }, (request, reply) =>
    needs.idempotent(request, reply, async (commit) => {
      const { state, answers_search: missId = null, ...input } = request.body
      const content = contentOf(input, await usualLanguage(needs, request))
      const doing = { actor: actorOf(request), guildId: guildOf(request), commit }
      const entry = await needs.service.add(doing, content, { ...(state && { state }), missId })
      reply.header('etag', tagOfVersion(entry.version))
      return entryOut(entry)
    }),
  )
}

function changingRoutes(http: Http, needs: RoutesNeeds): void {
  const { service, idempotent } = needs
  const replacing = {
    operationId: 'replaceFaqEntry',
    summary: 'Replace what an entry of the FAQ says',
    tags,
    params: EntryPath,
    headers: WriteHeaders,
    body: EntryInput,
    response: saved,
  }
  http.put(ENTRY, { config, schema: replacing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const content = contentOf(request.body, await usualLanguage(needs, request))
      const doing = { ...doingOf(request), commit }
      const entry = await service.edit(doing, keyIn(request), content)
      reply.header('etag', tagOfVersion(entry.version))
      return entryOut(entry)
    }),
  )
  const acts = [
    {
      method: 'delete',
      url: ENTRY,
      operationId: 'deleteFaqEntry',
      summary: 'Delete an entry of the FAQ',
      act: 'remove',
    },
    {
      method: 'post',
      url: `${ENTRY}/publish`,
      operationId: 'publishFaqEntry',
      summary: 'Publish a draft',
      act: 'publish',
    },
  ] as const
  for (const { method, url, operationId, summary, act } of acts) {
    const schema = { operationId, summary, tags, params: EntryPath, headers: WriteHeaders, response: saved }
    http[method](url, { config, schema }, (request, reply) =>
      idempotent(request, reply, async (commit) => {
        const entry = await service[act]({ ...doingOf(request), commit }, keyIn(request))
        reply.header('etag', tagOfVersion(entry.version))
        return entryOut(entry)
      }),
    )
  }
}

function versionRoutes(http: Http, { db, service, idempotent }: RoutesNeeds): void {
  const listing = {
    operationId: 'listFaqVersions',
    summary: 'List the versions of an entry, the latest first',
    tags,
    params: EntryPath,
    response: { 200: VersionList },
  }
  http.get(`${ENTRY}/versions`, { config, schema: listing }, async (request) => {
    const { id } = await service.entry(guildOf(request), keyIn(request))
    return (await listVersions(db, guildOf(request), id)).map(versionOut)
  })
  const restoring = {
    operationId: 'rollBackFaqEntry',
    summary: 'Make an earlier version of an entry the latest',
    description: 'As a new version. A deleted entry is there again.',
    tags,
    params: VersionPath,
    headers: WriteHeaders,
    response: saved,
  }
  http.post(`${ENTRY}/rollback/:version`, { config, schema: restoring }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const entry = await service.restore({ ...doingOf(request), commit }, keyIn(request), request.params.version)
      reply.header('etag', tagOfVersion(entry.version))
      return entryOut(entry)
    }),
  )
}

function doingOf(request: FastifyRequest) {
  const ifMatch = request.headers['if-match']
  return { actor: actorOf(request), guildId: guildOf(request), ifVersion: versionIn(ifMatch) }
}
