/** Discord's OAuth2: the consent page, the token endpoint, and what a Bearer token may read. */
import { headerOf, type PlainAnswer, type PlainRequest } from '../http.ts'
import type { World } from '../state/world.ts'
import {
  type AuthorizationRequest,
  authorizationRequest,
  decided,
  refusedAt,
  trustedRedirect,
} from './authorization-endpoint.ts'
import { bearerAnswer } from './bearer.ts'
import { consentPage, errorPage } from './consent-page.ts'
import { Grants } from './grants.ts'
import { OAuthError } from './oauth-error.ts'
import { type Client, grantTokens, revokeToken } from './token-endpoint.ts'

export interface OAuth2Options {
  /** Of the one application. */
  readonly clientSecret?: string
  /** Accepted beside all addresses on this machine. */
  readonly redirectUris?: readonly string[]
}

/** Known to everybody: nothing here is worth guarding. */
export const DEMO_CLIENT_SECRET = 'demo-client-secret'

const ENDPOINTS = ['/oauth2/authorize', '/oauth2/token', '/oauth2/token/revoke']
const NO_STORE = { 'cache-control': 'no-store' }

export class OAuth2 {
  readonly #world: World
  readonly #client: Client
  readonly #redirectUris: readonly string[]
  readonly #grants: Grants

  constructor(world: World, { clientSecret = DEMO_CLIENT_SECRET, redirectUris = [] }: OAuth2Options = {}) {
    this.#world = world
    this.#client = { id: world.state.application.id, secret: clientSecret }
    this.#redirectUris = redirectUris
    this.#grants = new Grants(world.clock)
  }

  /** Whether this is a request of OAuth2: by its address, or because it comes with a person's token. */
  takes({ path, headers }: Pick<PlainRequest, 'path' | 'headers'>): boolean {
    return ENDPOINTS.includes(routeOf(path)) || /^Bearer /i.test(String(headers.authorization))
  }

  /** The answer to a request that it takes. */
  answer(request: PlainRequest): PlainAnswer {
    const { searchParams } = new URL(request.path, 'http://localhost')
    const path = routeOf(request.path)
    if (path === '/oauth2/authorize') return this.#authorize(request, searchParams)
    if (path === '/oauth2/token') return this.#atTokenEndpoint(request, grantTokens)
    if (path === '/oauth2/token/revoke') return this.#atTokenEndpoint(request, revokeToken)
    const bearer = headerOf(request, 'authorization')?.replace(/^Bearer +/i, '') ?? ''
    return bearerAnswer(this.#world, this.#grants.find(bearer), request.method, path, searchParams)
  }

  #authorize(request: PlainRequest, query: URLSearchParams): PlainAnswer {
    if (request.method !== 'GET' && request.method !== 'POST') return notAllowed('GET, POST')
    const params = request.method === 'POST' ? new URLSearchParams(request.body) : query
    try {
      const redirectUri = trustedRedirect(params, this.#client.id, this.#redirectUris)
      return this.#atRedirect(request.method, params, redirectUri)
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      return { status: 400, headers: NO_STORE, body: errorPage(error.message) }
    }
  }

  #atRedirect(method: string, params: URLSearchParams, redirectUri: string): PlainAnswer {
    let asked: AuthorizationRequest
    try {
      asked = authorizationRequest(params, redirectUri)
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      return found(refusedAt({ redirectUri, state: params.get('state') ?? undefined }, error))
    }
    if (method === 'POST') return found(decided(this.#grants, this.#world.state, asked, params.get('user_id') || null))
    const people = [...this.#world.state.users.values()].filter((user) => !user.bot)
    const body = consentPage(this.#world.state.application.name, asked.scopes, params, people)
    return { status: 200, headers: NO_STORE, body }
  }

  #atTokenEndpoint(request: PlainRequest, endpoint: typeof grantTokens | typeof revokeToken): PlainAnswer {
    if (request.method !== 'POST') return notAllowed('POST')
    try {
      if (!headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded')) {
        throw new OAuthError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded.')
      }
      const form = new URLSearchParams(request.body)
      const body = endpoint(this.#grants, this.#client, form, headerOf(request, 'authorization'))
      return { status: 200, headers: NO_STORE, body }
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      const headers = error.status === 401 ? { ...NO_STORE, 'www-authenticate': 'Basic realm="discord"' } : NO_STORE
      return { status: error.status, headers, body: { error: error.code, error_description: error.message } }
    }
  }
}

/** The address below `/api/v10`, without query. */
function routeOf(path: string): string {
  return new URL(path, 'http://localhost').pathname.replace(/^\/api(\/v\d+)?(?=\/)/, '')
}

function found(location: string): PlainAnswer {
  return { status: 302, headers: { ...NO_STORE, location } }
}

function notAllowed(allow: string): PlainAnswer {
  return { status: 405, headers: { allow }, body: { message: '405: Method Not Allowed', code: 0 } }
}
