import type { FastifyRequest } from 'fastify'
import { decodeJwt, errors } from 'jose'
import type { UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Authentication, Unauthenticated } from '../../platform/http/caller.ts'
import { type KeyHolder, namedUser } from '../../platform/http/environment-key.ts'
import type { ApiKeys } from './api-keys.ts'
import { readCookie, SESSION_COOKIE } from './cookies.ts'
import type { Links } from './links.ts'
import { isOwnPage, originOf } from './origin.ts'
import { OWN_ISSUER, type OwnTokens } from './own-tokens.ts'
import type { Session, Sessions } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'
import { unverified } from './supabase/claims.ts'
import type { Supabase } from './supabase/supabase.ts'

/** How it is found out who calls, for the guard and for the feature's own routes. */
export interface AuthAuthentication extends Authentication {
  /** The caller of a route that API keys do not open. */
  signedIn(request: FastifyRequest): Promise<SignedIn>
  /** Null where no Discord account is linked. */
  linkedUser(person: SignedIn): Promise<UserId | null>
}

interface AuthenticationNeeds {
  readonly keys: ApiKeys
  readonly tokens: OwnTokens
  readonly sessions: Sessions
  readonly links: Links
  readonly supabase: Supabase | null
  readonly publicUrl: string | undefined
  readonly allowedOrigins: readonly string[]
}

const BEARER = /^Bearer +(\S+)$/i
const READS = ['GET', 'HEAD', 'OPTIONS']
const CHALLENGE = 'Bearer realm="alphapy"'
const NEEDED = 'Sign in, or send Authorization: Bearer <token>, or X-API-Key with X-User-Id.'

/**
 * One credential counts, the strongest that is sent; if that does not verify, none of the others helps. Nobody gets in
 * because something is not configured.
 */
export function authentication(needs: AuthenticationNeeds): AuthAuthentication {
  const { keys, links, supabase } = needs

  async function identify(request: FastifyRequest): Promise<SignedIn | KeyHolder> {
    const { authorization, 'x-api-key': key } = request.headers
    if (authorization !== undefined) return holderOf(needs, authorization)
    if (key !== undefined) return keys.holderOf(String(key))
    const secret = readCookie(request, SESSION_COOKIE)
    if (secret === undefined) throw new Unauthenticated(NEEDED, CHALLENGE)
    return visitorOf(needs, request, secret)
  }

  async function linkedUser(subject: string, isOwn: boolean): Promise<UserId | null> {
    return (await links.userOf(subject, isOwn)) ?? (isOwn ? null : ((await supabase?.discordIdOf(subject)) ?? null))
  }

  return {
    verify: identify,
    async signedIn(request) {
      const caller = await identify(request)
      if (caller.via === 'key') throw new TypeError(`${request.routeOptions.url} must not declare a scope for API keys`)
      return caller
    },
    linkedUser: ({ subject, isOwn }) => linkedUser(subject, isOwn),
    async userOf(credentials, request) {
      if (credentials.via === 'key') return namedUser(request)
      const isOwn = 'isOwn' in credentials && credentials.isOwn === true
      const userId = await linkedUser(credentials.subject, isOwn)
      if (userId === null) throw new Refusal('forbidden', 'auth.not_linked', NOT_LINKED)
      return userId
    },
  }
}

const NOT_LINKED =
  'No Discord account linked to your profile. Link one with POST /api/auth/link and open the address that it answers.'

async function holderOf({ tokens, sessions, supabase }: AuthenticationNeeds, authorization: string): Promise<SignedIn> {
  const token = BEARER.exec(authorization)?.[1]
  if (token === undefined) throw unverified('The Authorization header must be "Bearer" and a token.')
  if (issuerOf(token) !== OWN_ISSUER) {
    if (!supabase) throw unverified('The token is not of an issuer that this server knows.')
    const { subject, sessionId, expiresAt } = await supabase.verify(token)
    return { via: 'token', isOwn: false, subject, sessionId, expiresAt }
  }
  const { subject, sessionId, expiresAt } = await tokens.verify(token)
  const session = sessionId === null ? null : await sessions.byId(sessionId)
  if (session?.subject !== subject) throw unverified('The session of this token has ended; sign in again.')
  return { via: 'token', isOwn: true, subject, sessionId, expiresAt }
}

async function visitorOf(
  { sessions, publicUrl, allowedOrigins }: AuthenticationNeeds,
  request: FastifyRequest,
  secret: string,
): Promise<SignedIn> {
  const session = await sessions.bySecret(secret)
  if (!session) throw new Unauthenticated('The session has ended; sign in again.', CHALLENGE)
  const origins = [originOf(request), ...(publicUrl ? [publicUrl] : []), ...allowedOrigins]
  if (!READS.includes(request.method) && !isOwnPage(request.headers, origins))
    throw new Refusal('forbidden', 'auth.foreign_page', FOREIGN_PAGE)
  return signedInBy(session)
}

function signedInBy({ id, subject, expiresAt }: Session): SignedIn {
  return { via: 'session', isOwn: true, subject, sessionId: id, expiresAt }
}

const FOREIGN_PAGE =
  'With a session cookie, Origin must be that of this server, of PUBLIC_URL or one of ALLOWED_ORIGINS; other programs send a token.'

/** What the token says of itself: it only chooses who verifies it. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch (error) {
    if (error instanceof errors.JOSEError) throw unverified('The token is not a JWT.')
    throw error
  }
}
