import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { GuildId, isSnowflake } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Authentication, type Caller, type Credentials, type KeyScope, Unauthenticated } from './caller.ts'
import type { Http } from './http.ts'
import { keyOf } from './idempotency-key.ts'
import { countGuess, holderOf, type LimitFamily, networkOf, refuseGuessing, spend } from './limit-guard.ts'
import type { Limits } from './limits.ts'
import type { SignedLinks } from './signed-links.ts'
import { type GuildDoor, type GuildRank, requireGuildAdmin, requireGuildStaff } from './staff.ts'

/**
 * Whom a route lets in: everybody; whoever has a link that we signed; whoever has a valid token or session; whoever of
 * these is a known Discord user; staff or an admin of the guild that `guild_id` names, in the path or the query; the
 * owner of the bot.
 */
export type Access = 'public' | 'signed_link' | 'signed_in' | 'user' | 'guild_staff' | 'guild_admin' | 'bot_owner'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** The scope that opens the route to API keys; without it keys are refused. */
    scope?: KeyScope
    limit?: LimitFamily | 'none'
    /** `guild_id` only narrows what the caller may see anyway, or what everybody may. */
    guildIsFilter?: true
    /** A write of which a repeat does no harm; all others answer through `idempotent`. */
    isRepeatable?: true
  }
  interface FastifyInstance {
    /** Whether the guard would let the request in now; for answers that last. Throws when that cannot be told. */
    letsInStill(request: FastifyRequest): Promise<boolean>
  }
  interface FastifyRequest {
    /** Who asks; null on public routes. Handlers use `callerOf` and `actorOf`. */
    caller: Caller | null
    credentials: Credentials | null
    /** The guild that the caller was seen to administer, or to be staff of. Handlers use `guildOf`. */
    guildId: GuildId | null
    /** For whom or what the signed link was made. Handlers use `linkSubjectOf`. */
    linkSubject: string | null
    /** Set by `idempotent`: a repeat of the request does nothing more. */
    isAnsweredOnce: boolean
  }
}

export interface GuardOptions extends GuildDoor {
  readonly authentication: Authentication
  readonly signedLinks: SignedLinks
  readonly limits: Limits
}

/** The one place that lets requests in; a route that does not say whom it lets in is refused at start. */
export function guardRoutes(http: Http, options: GuardOptions): void {
  http.decorateRequest('caller', null)
  http.decorateRequest('credentials', null)
  http.decorateRequest('guildId', null)
  http.decorateRequest('linkSubject', null)
  http.decorateRequest('isAnsweredOnce', false)
  http.addHook('onRoute', refuseUnguarded)
  http.addHook('onRequest', (request, reply: FastifyReply) => letInCounted(request, reply, options))
  http.addHook('preHandler', async (request) => {
    checkGuildIsGuarded(request)
    // A key that cannot be one is told before the handler has anything to refuse.
    if (isGuardedWrite(request)) keyOf(request)
  })
  http.addHook('onSend', async (request, reply) => checkWrite(request, reply))
  http.decorate('letsInStill', async (request: FastifyRequest) => {
    try {
      await letIn(request, options)
      return true
    } catch (error) {
      const isNo = error instanceof Unauthenticated || (error instanceof Refusal && error.kind !== 'unavailable')
      if (isNo) return false
      throw error
    }
  })
}

/** Counts the request of whoever asks, before anything is asked of others for him. */
async function letInCounted(request: FastifyRequest, reply: FastifyReply, options: GuardOptions): Promise<void> {
  const { limits } = options
  const { access = 'public', limit = 'none' } = request.routeOptions.config
  const count = (family: LimitFamily, holder: string) => {
    if (family === limit) spend(limits, family, holder, request, reply)
  }
  const isSigned = access === 'signed_link'
  if ((access === 'public' || isSigned) && limit !== 'none') count(limit, networkOf(request.ip))
  if (access === 'public') return
  // Whoever has the address may open it, so no cache keeps what it opens and no page learns where the reader came from.
  if (isSigned) reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
  if (isSigned) return letIn(request, options)
  refuseGuessing(limits, request, reply)
  try {
    await letIn(request, options, count)
  } catch (error) {
    if (error instanceof Unauthenticated) countGuess(limits, request, reply)
    throw error
  }
}

type Count = (family: LimitFamily, holder: string) => void

/** Notes who asks and for which guild. Answers that last ask it again, and count nothing then. */
async function letIn(request: FastifyRequest, options: GuardOptions, count: Count = () => undefined): Promise<void> {
  const { authentication, guildAccess, signedLinks } = options
  const { access = 'public', scope } = request.routeOptions.config
  if (access === 'public') return
  if (access === 'signed_link') {
    request.linkSubject = await signedLinks.subjectOf(request.url)
    return
  }
  const credentials = await authentication.verify(request)
  request.credentials = credentials
  for (const family of ['metrics', 'dashboard', 'exports'] as const) count(family, holderOf(credentials))
  checkScope(credentials, scope)
  if (access === 'signed_in') return
  const userId = await authentication.userOf(credentials, request)
  count('reminders', userId)
  const actor: Actor = { userId, door: 'api', ...(credentials.onlyGuild && { onlyGuild: credentials.onlyGuild }) }
  request.caller = { ...credentials, actor }
  if (access === 'bot_owner' && !(await guildAccess.isBotOwner(userId)))
    throw new Refusal('forbidden', 'http.not_bot_owner', 'Only the owner of the bot may do this.')
  if (isOfGuild(access)) await letIntoGuild(request, request.caller, access, options)
}

function checkScope({ scopes }: Credentials, scope: KeyScope | undefined): void {
  if (!scopes || (scope && scopes.has(scope))) return
  const needed = scope ? `an API key with the scope "${scope}"` : 'a signed-in person; API keys do not open it'
  throw new Refusal('forbidden', 'http.key_scope', `This address needs ${needed}.`)
}

type GuildClass = 'guild_staff' | 'guild_admin'

function isOfGuild(access: Access | undefined): access is GuildClass {
  return access === 'guild_staff' || access === 'guild_admin'
}

/** Looks at nothing when the request names no guild, or none that could be: its schema says which of them is wrong. */
async function letIntoGuild(
  request: FastifyRequest,
  caller: Caller,
  access: GuildClass,
  options: GuildDoor,
): Promise<void> {
  const named = namedIn(request.params) ?? namedIn(request.query)
  if (named === undefined || !isSnowflake(named)) return
  const guildId = GuildId.parse(named)
  const rank =
    access === 'guild_admin'
      ? await requireGuildAdmin(options.guildAccess, caller.actor, guildId)
      : await requireGuildStaff(options, caller.actor, guildId)
  request.guildId = guildId
  request.caller = { ...caller, rank }
}

function namedIn(values: unknown): string | undefined {
  const named = typeof values === 'object' && values && 'guild_id' in values ? values.guild_id : undefined
  return typeof named === 'string' ? named : undefined
}

/** The guard reads addresses as they come, handlers as their schema has them: they must mean the same guild. */
function checkGuildIsGuarded({ routeOptions, params, query, guildId }: FastifyRequest): void {
  if (!isOfGuild(routeOptions.config.access)) return
  const named = namedIn(params) ?? namedIn(query)
  if (named !== undefined && named !== guildId) throw new TypeError(`${routeOptions.url} speaks of an unguarded guild`)
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

function isGuardedWrite({ method, routeOptions }: FastifyRequest): boolean {
  return WRITES.has(method) && (routeOptions.config.access ?? 'public') !== 'public'
}

/** A write that a repeat would do twice is found by the first test that makes it. */
function checkWrite(request: FastifyRequest, { statusCode }: FastifyReply): void {
  const { method, routeOptions, isAnsweredOnce } = request
  if (isGuardedWrite(request) && statusCode < 300 && !isAnsweredOnce && !routeOptions.config.isRepeatable)
    throw new TypeError(
      `${method} ${routeOptions.url} must answer through \`idempotent\` or declare config.isRepeatable`,
    )
}

function refuseUnguarded({ method, url, config, schema }: RouteOptions): void {
  const mayNameGuild =
    url.startsWith('/api/dashboard/') || url.includes(':guild_id') || asksForGuild(schema?.querystring)
  const missing = [
    !config?.access && 'config.access',
    !config?.limit && 'config.limit',
    !schema?.operationId && 'schema.operationId',
    !schema?.summary && 'schema.summary',
    !schema?.tags?.length && 'schema.tags',
    !schema?.response && 'schema.response',
    mayNameGuild && !isOfGuild(config?.access) && !config?.guildIsFilter && 'config.access: guild_admin or guild_staff',
    isOfGuild(config?.access) && asksForGuild(schema?.body) && 'guild_id in path or query, where the guard sees it',
    config?.access === 'signed_link' && config.limit === 'none' && 'config.limit: a link can be guessed at',
    config?.access === 'signed_link' && isWriting(method) && 'a method that changes nothing',
  ].filter(Boolean)
  if (missing.length > 0) throw new TypeError(`The route ${method} ${url} must declare ${missing.join(', ')}`)
}

function isWriting(methods: string | readonly string[]): boolean {
  return [methods].flat().some((method) => WRITES.has(method))
}

function asksForGuild(schema: unknown): boolean {
  const properties = typeof schema === 'object' && schema && 'properties' in schema ? schema.properties : undefined
  return typeof properties === 'object' && properties !== null && 'guild_id' in properties
}

/** The caller of a guarded route. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new TypeError(`${request.routeOptions.url} asks for its caller but does not guard it`)
  return request.caller
}

/** The person of a guarded route. */
export function actorOf(request: FastifyRequest): Actor {
  return callerOf(request).actor
}

/** Whether the caller of a route for staff is an admin of the guild. */
export function rankOf(request: FastifyRequest): GuildRank {
  const { rank } = callerOf(request)
  if (!rank) throw new TypeError(`${request.routeOptions.url} asks for a rank but does not guard its guild`)
  return rank
}

/** For whom or what the signed link was made that opened the route. */
export function linkSubjectOf(request: FastifyRequest): string {
  if (request.linkSubject === null) throw new TypeError(`${request.routeOptions.url} is not opened by signed links`)
  return request.linkSubject
}

/** The guild of a route for guild admins or staff, which the caller was seen to be of. */
export function guildOf(request: FastifyRequest): GuildId {
  if (!request.guildId) throw new TypeError(`${request.routeOptions.url} asks for its guild but does not guard it`)
  return request.guildId
}
