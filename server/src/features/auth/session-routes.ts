import type { Clock } from '../../kernel/clock.ts'
import type { GuildAccess } from '../../platform/discord/guild-access.ts'
import { actorOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import type { AuthAuthentication } from './authentication.ts'
import { Done, Me, SessionList, SessionPath, SignedOutEverywhere, Token } from './contract.ts'
import { dropCookie, SESSION_COOKIE } from './cookies.ts'
import { originOf } from './origin.ts'
import type { OwnTokens } from './own-tokens.ts'
import { ownSessionOf, type Sessions } from './sessions.ts'

const SIGNED_IN = { access: 'signed_in', limit: 'dashboard' } as const
const USER = { access: 'user', limit: 'dashboard' } as const
const tags = ['Sign-in']

export interface SessionRouteNeeds {
  readonly sessions: Sessions
  readonly tokens: OwnTokens
  readonly authentication: AuthAuthentication
  readonly guildAccess: GuildAccess
  readonly idempotent: Idempotent
  readonly clock: Clock
  readonly publicUrl: string | undefined
}

/** Who I am, tokens for programs, and the end of sessions. */
export function sessionRoutes(http: Http, needs: SessionRouteNeeds): void {
  meRoute(http, needs)
  tokenRoute(http, needs)
  signOutRoutes(http, needs)
  listRoutes(http, needs)
}

function meRoute(http: Http, { authentication, guildAccess }: SessionRouteNeeds): void {
  const schema = {
    operationId: 'getMe',
    summary: 'Who I am, and which guilds I administer',
    tags,
    response: { 200: Me },
  }
  http.get('/api/auth/me', { config: SIGNED_IN, schema }, async (request) => {
    const person = await authentication.signedIn(request)
    const userId = await authentication.linkedUser(person)
    const guilds = userId ? await guildAccess.administered(userId) : []
    return {
      user_id: userId,
      subject: person.subject,
      signed_in_by: person.isOwn ? ('discord' as const) : ('supabase' as const),
      via: person.via,
      session_id: person.sessionId,
      expires_at: person.expiresAt.toString(),
      guilds: guilds.map(({ id, name, icon }) => ({ id: BigInt(id), name, icon })),
    }
  })
}

function tokenRoute(http: Http, { authentication, sessions, tokens, clock }: SessionRouteNeeds): void {
  const schema = {
    operationId: 'createToken',
    summary: 'A token of one hour for programs, from a session',
    description: 'Each request answers a fresh token; there is nothing that an Idempotency-Key would have to protect.',
    tags,
    response: { 200: Token },
  }
  http.post('/api/auth/token', { config: { ...SIGNED_IN, isRepeatable: true }, schema }, async (request, reply) => {
    const session = await sessions.forToken(await authentication.signedIn(request))
    const { token, expiresAt } = await tokens.issue(session)
    reply.header('cache-control', 'no-store')
    const seconds = clock.now().until(expiresAt).total('seconds')
    return {
      access_token: token,
      token_type: 'bearer' as const,
      expires_in: Math.floor(seconds),
      expires_at: expiresAt.toString(),
    }
  })
}

function signOutRoutes(http: Http, { authentication, sessions, idempotent, publicUrl }: SessionRouteNeeds): void {
  const ending = {
    operationId: 'signOut',
    summary: 'End the session that this request is sent with',
    tags,
    response: { 200: Done },
  }
  http.post('/api/auth/sign-out', { config: USER, schema: ending }, async (request, reply) => {
    const id = ownSessionOf(await authentication.signedIn(request))
    dropCookie(reply, SESSION_COOKIE, originOf(request, publicUrl))
    return idempotent(request, reply, async (commit) => {
      await sessions.end(actorOf(request).userId, id, commit)
      return { success: true as const }
    })
  })

  const endingAll = {
    operationId: 'signOutEverywhere',
    summary: 'End all of my sessions, and with them their tokens',
    description: 'Tokens of Supabase go on until they expire: sign out there too.',
    tags,
    response: { 200: SignedOutEverywhere },
  }
  http.post('/api/auth/sign-out-everywhere', { config: USER, schema: endingAll }, async (request, reply) => {
    dropCookie(reply, SESSION_COOKIE, originOf(request, publicUrl))
    return idempotent(request, reply, async (commit) => ({
      success: true as const,
      sessions_ended: await sessions.endAll(actorOf(request).userId, commit),
    }))
  })
}

function listRoutes(http: Http, { authentication, sessions, idempotent }: SessionRouteNeeds): void {
  const listing = { operationId: 'listSessions', summary: 'Where I am signed in', tags, response: { 200: SessionList } }
  http.get('/api/auth/sessions', { config: USER, schema: listing }, async (request) => {
    const { sessionId } = await authentication.signedIn(request)
    return (await sessions.listOf(actorOf(request).userId)).map((session) => ({
      id: session.id,
      created_at: session.createdAt.toString(),
      last_seen_at: session.lastSeenAt.toString(),
      expires_at: session.expiresAt.toString(),
      current: session.id === sessionId,
    }))
  })

  const ending = {
    operationId: 'endSession',
    summary: 'End one of my sessions',
    tags,
    params: SessionPath,
    response: { 200: Done },
  }
  http.delete('/api/auth/sessions/:session_id', { config: USER, schema: ending }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await sessions.end(actorOf(request).userId, request.params.session_id, commit)
      return { success: true as const }
    }),
  )
}
