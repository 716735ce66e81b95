import assert from 'node:assert/strict'
import { pino } from 'pino'
import { Secret } from '../platform/config/secret.ts'
import type { GuildAccess } from '../platform/discord/guild-access.ts'
import { environmentKeys } from '../platform/http/environment-key.ts'
import type { Http } from '../platform/http/http.ts'
import { NO_LIMITS } from '../platform/http/limits.ts'
import { createHttpServer, type HttpOptions } from '../platform/http/server.ts'
import type { SignedLinks } from '../platform/http/signed-links.ts'
import { NO_STAFF } from '../platform/http/staff.ts'

export const API_KEY = 'key-for-tests'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of any shape
  readonly json: any
}

const NO_GUILDS: GuildAccess = {
  standing: async () => null,
  membership: async () => null,
  isBotOwner: async () => false,
  administered: async () => [],
  contents: async () => null,
  isMember: async () => false,
}

const NO_LINKS: SignedLinks = {
  link: async () => assert.fail('no link is made here'),
  subjectOf: async () => assert.fail('no link is used here'),
}

/** A listening HTTP server with these routes; `log` is what it logged, line by line. */
export async function startHttp(routes: (http: Http) => void, options: Partial<HttpOptions> = {}) {
  const log: string[] = []
  const http = await createHttpServer({
    logger: pino({ level: 'info' }, { write: (line) => void log.push(line) }),
    authentication: environmentKeys([new Secret(API_KEY)]),
    guildAccess: NO_GUILDS,
    staffRoles: NO_STAFF,
    signedLinks: NO_LINKS,
    limits: NO_LIMITS,
    allowedOrigins: [],
    trustedProxies: [],
    publicUrl: undefined,
    ...options,
  })
  routes(http)
  const address = await http.listen({ host: '127.0.0.1', port: 0 })
  return {
    http,
    log,
    address,
    send: (method: string, path: string, init: RequestInit = {}) => send(`${address}${path}`, { method, ...init }),
    async [Symbol.asyncDispose]() {
      await http.close()
    },
  }
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
}

/** A request whose body, if any, is JSON; `body` may be the text of one. */
export function sendJson(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  if (body === undefined) return send(url, { method, headers })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return send(url, { method, body: text, headers: { 'content-type': 'application/json', ...headers } })
}

/** The headers of a caller with a valid key. */
export function as(userId: string): Record<string, string> {
  return { 'x-api-key': API_KEY, 'x-user-id': userId }
}

/** A request body and its content type. */
export function jsonBody(text: string): { body: string; headers: Record<string, string> } {
  return { body: text, headers: { 'content-type': 'application/json' } }
}
