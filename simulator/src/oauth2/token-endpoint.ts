/** POST /api/oauth2/token and /api/oauth2/token/revoke: https://docs.discord.com/developers/topics/oauth2 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Grants, TOKEN_LIFE_MS, type Tokens } from './grants.ts'
import { OAuthError } from './oauth-error.ts'

export interface Client {
  readonly id: string
  readonly secret: string
}

/** The answer to `grant_type` authorization_code or refresh_token. */
export function grantTokens(grants: Grants, client: Client, form: URLSearchParams, authorization: string | undefined) {
  requireClient(client, form, authorization)
  switch (required(form, 'grant_type')) {
    case 'authorization_code':
      return answerOf(
        grants.trade(required(form, 'code'), required(form, 'redirect_uri'), form.get('code_verifier') ?? undefined),
      )
    case 'refresh_token':
      return answerOf(grants.renew(required(form, 'refresh_token')))
    default:
      throw new OAuthError(400, 'unsupported_grant_type', 'Only authorization_code and refresh_token are supported.')
  }
}

/** Answers an empty object whether or not the token was known: https://www.rfc-editor.org/rfc/rfc7009#section-2.2 */
export function revokeToken(grants: Grants, client: Client, form: URLSearchParams, authorization: string | undefined) {
  requireClient(client, form, authorization)
  grants.revoke(required(form, 'token'))
  return {}
}

function answerOf(tokens: Tokens) {
  return {
    token_type: 'Bearer',
    access_token: tokens.access,
    expires_in: TOKEN_LIFE_MS / 1000,
    refresh_token: tokens.refresh,
    scope: tokens.scopes.join(' '),
  }
}

function requireClient(client: Client, form: URLSearchParams, authorization: string | undefined): void {
  const [id, secret] = basicCredentials(authorization) ?? [form.get('client_id'), form.get('client_secret')]
  if (id !== client.id || !isSame(secret ?? '', client.secret)) {
    throw new OAuthError(401, 'invalid_client', 'Unknown client_id or wrong client_secret.')
  }
}

function basicCredentials(authorization: string | undefined): [string, string] | undefined {
  const encoded = authorization?.match(/^Basic +([A-Za-z0-9+/=]+)$/i)?.[1]
  if (!encoded) return undefined
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':')
  return [id, secret.join(':')]
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

function required(form: URLSearchParams, name: string): string {
  const [value, ...more] = form.getAll(name)
  if (!value || more.length > 0) throw new OAuthError(400, 'invalid_request', `${name} must be given once.`)
  return value
}
