import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { paths } from './api.ts'

export type { components, paths } from './api.ts'

/** Who calls: a token (or what gives one that is still valid), an API key with the user it acts for, or a page's session. */
export type ClientCredentials =
  | { readonly token: string | (() => string | Promise<string>) }
  | { readonly apiKey: string; readonly userId: string }
  | 'session'

export interface ClientOptions {
  /** Where the server is, like `https://alphapy.example.com`. */
  readonly baseUrl: string
  /** Only what is public without. */
  readonly credentials?: ClientCredentials
  /** In place of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>
}

export type AlphapyClient = Client<paths>

const WRITES = new Set(['POST', 'PUT', 'DELETE'])

/**
 * A client of the API 2.4 whose requests and answers have the types of its description. Ids are strings in both
 * directions. Each write bears an idempotency key of its own, unless one is given: sending the same `Request` again
 * does nothing twice.
 */
export function alphapyClient({ baseUrl, credentials, fetch }: ClientOptions): AlphapyClient {
  const client = createClient<paths>({
    baseUrl,
    ...(fetch && { fetch }),
    ...(credentials === 'session' && { credentials: 'same-origin' as const }),
  })
  client.use(signed(credentials))
  return client
}

function signed(credentials: ClientCredentials | undefined): Middleware {
  return {
    async onRequest({ request }) {
      const { headers, method } = request
      headers.set('Prefer', 'snowflakes=string')
      if (WRITES.has(method) && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID())
      for (const [name, value] of Object.entries(await headersOf(credentials))) headers.set(name, value)
      return request
    },
  }
}

async function headersOf(credentials: ClientCredentials | undefined): Promise<Record<string, string>> {
  if (credentials === undefined || credentials === 'session') return {}
  if ('apiKey' in credentials) return { 'X-API-Key': credentials.apiKey, 'X-User-Id': credentials.userId }
  const { token } = credentials
  return { Authorization: `Bearer ${typeof token === 'string' ? token : await token()}` }
}
