import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import type { ApiKey, ApiKeys, KeyWish } from './api-keys.ts'
import {
  ApiKeyInput,
  ApiKeyList,
  ApiKeyMade,
  type ApiKeyOut,
  Done,
  GuildKeyPath,
  GuildPath,
  KeyPath,
} from './contract.ts'

const GUILD = { access: 'guild_admin', limit: 'dashboard' } as const
const BOT = { access: 'bot_owner', limit: 'dashboard' } as const
const tags = ['API keys']

/** Keys for programs: those of a guild for its admins, those of the whole bot for its owner. */
export function apiKeyRoutes(http: Http, keys: ApiKeys, idempotent: Idempotent): void {
  guildRoutes(http, keys, idempotent)
  botRoutes(http, keys, idempotent)
}

function guildRoutes(http: Http, keys: ApiKeys, idempotent: Idempotent): void {
  const path = '/api/dashboard/:guild_id/api-keys'
  const listing = {
    operationId: 'listGuildApiKeys',
    summary: 'List the API keys of a guild',
    tags,
    params: GuildPath,
    response: { 200: ApiKeyList },
  }
  http.get(path, { config: GUILD, schema: listing }, async (request) =>
    (await keys.listOf(guildOf(request))).map(keyOut),
  )

  const making = {
    operationId: 'createGuildApiKey',
    summary: 'Make an API key that opens this guild only',
    tags,
    params: GuildPath,
    body: ApiKeyInput,
    response: { 200: ApiKeyMade },
  }
  http.post(path, { config: GUILD, schema: making }, (request, reply) =>
    idempotent(
      request,
      reply,
      async (commit) => madeOut(await keys.create(actorOf(request), guildOf(request), wishOf(request.body), commit)),
      withoutKey,
    ),
  )

  const revoking = {
    operationId: 'revokeGuildApiKey',
    summary: 'Revoke an API key of a guild, at once and for good',
    tags,
    params: GuildKeyPath,
    response: { 200: Done },
  }
  http.delete(`${path}/:key_id`, { config: GUILD, schema: revoking }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await keys.revoke(actorOf(request), guildOf(request), String(request.params.key_id), commit)
      return { success: true as const }
    }),
  )
}

function botRoutes(http: Http, keys: ApiKeys, idempotent: Idempotent): void {
  const path = '/api/api-keys'
  const listing = {
    operationId: 'listApiKeys',
    summary: 'List the API keys that open every guild',
    tags,
    response: { 200: ApiKeyList },
  }
  http.get(path, { config: BOT, schema: listing }, async () => (await keys.listOf(null)).map(keyOut))

  const making = {
    operationId: 'createApiKey',
    summary: 'Make an API key that opens every guild',
    tags,
    body: ApiKeyInput,
    response: { 200: ApiKeyMade },
  }
  http.post(path, { config: BOT, schema: making }, (request, reply) =>
    idempotent(
      request,
      reply,
      async (commit) => madeOut(await keys.create(actorOf(request), null, wishOf(request.body), commit)),
      withoutKey,
    ),
  )

  const revoking = {
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key that opens every guild, at once and for good',
    tags,
    params: KeyPath,
    response: { 200: Done },
  }
  http.delete(`${path}/:key_id`, { config: BOT, schema: revoking }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await keys.revoke(actorOf(request), null, String(request.params.key_id), commit)
      return { success: true as const }
    }),
  )
}

function wishOf({ name, scopes, expires_at: expiry }: ApiKeyInput): KeyWish {
  return { name, scopes, expiresAt: expiry ? Temporal.Instant.from(expiry) : null }
}

function withoutKey(made: ApiKeyMade): ApiKeyMade {
  return { ...made, key: null }
}

function madeOut({ key, ...made }: ApiKey & { readonly key: string }): ApiKeyMade {
  return { ...keyOut(made), key }
}

function keyOut(key: ApiKey): ApiKeyOut {
  return {
    id: Number(key.id),
    name: key.name,
    hint: key.hint,
    scopes: [...key.scopes],
    guild_id: key.guildId === null ? null : BigInt(key.guildId),
    created_by: key.createdBy,
    created_at: key.createdAt.toString(),
    expires_at: key.expiresAt?.toString() ?? null,
    last_used_at: key.lastUsedAt?.toString() ?? null,
  }
}
