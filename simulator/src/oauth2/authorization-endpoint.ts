/**
 * /oauth2/authorize: who is it, and does he agree? Nobody signs in here: one picks the person one is.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1
 */
import type { State } from '../state/state.ts'
import type { Grants } from './grants.ts'
import { OAuthError } from './oauth-error.ts'

const SCOPES = ['identify', 'guilds']

/** A request of a client that may be answered to its redirect address. */
export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly state: string | undefined
  readonly scopes: readonly string[]
  readonly challenge: string | undefined
}

/** What is wrong must be said to the person, not to an address that was not verified. */
export function trustedRedirect(params: URLSearchParams, clientId: string, registered: readonly string[]): string {
  if (params.get('client_id') !== clientId) throw new OAuthError(400, 'invalid_request', 'client_id is unknown.')
  const address = params.get('redirect_uri') ?? ''
  if (registered.includes(address) || isLoopback(address)) return address
  throw new OAuthError(400, 'invalid_request', 'redirect_uri is neither registered nor on this machine.')
}

/** The rest of the request; what is wrong from here on goes to the redirect address. */
export function authorizationRequest(params: URLSearchParams, redirectUri: string): AuthorizationRequest {
  if (params.get('response_type') !== 'code') {
    throw new OAuthError(400, 'unsupported_response_type', 'response_type must be code.')
  }
  const scopes = (params.get('scope') ?? '').split(' ').filter(Boolean)
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope))) {
    throw new OAuthError(400, 'invalid_scope', `scope must be of: ${SCOPES.join(' ')}.`)
  }
  const challenge = params.get('code_challenge') ?? undefined
  if (challenge && params.get('code_challenge_method') !== 'S256') {
    throw new OAuthError(400, 'invalid_request', 'code_challenge_method must be S256.')
  }
  return { redirectUri, state: params.get('state') ?? undefined, scopes: [...new Set(scopes)], challenge }
}

/** Where the browser goes once the person has chosen: with a code, or with an error when nobody was chosen. */
export function decided(grants: Grants, state: State, request: AuthorizationRequest, userId: string | null): string {
  const user = userId === null ? undefined : state.users.get(userId)
  if (!user || user.bot) return refusedAt(request, new OAuthError(400, 'access_denied', 'The person did not agree.'))
  const code = grants.codeFor({ ...request, userId: user.id })
  return withParams(request.redirectUri, { code, state: request.state })
}

/** The redirect address with the refusal in its query. */
export function refusedAt(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  error: OAuthError,
): string {
  return withParams(redirectUri, { error: error.code, error_description: error.message, state })
}

/** Any port, so that a client in development needs no registration (RFC 8252, section 7.3). */
function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) && url.hash === ''
}

function withParams(address: string, params: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(params)) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}
