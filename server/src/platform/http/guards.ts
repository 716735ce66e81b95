import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { isSnowflake, UserId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/refusal.ts'
import type { Secret } from '../config/secret.ts'

/** Whom a route lets in: everybody, or a Discord user vouched for by an API key. */
export type Access = 'public' | 'user'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Who asks; null on public routes. Handlers use `actorOf`. */
    actor: Actor | null
  }
}

/** No credentials, or credentials that do not verify. Guards alone throw it. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated'
  /** What the header WWW-Authenticate asks for. */
  readonly challenge: string

  constructor(sentence: string, challenge = 'ApiKey realm="alphapy"') {
    super(sentence)
    this.challenge = challenge
  }
}

/**
 * Who sends this request, by `X-API-Key` and `X-User-Id`. Keys are compared as hashes: equal length and constant time,
 * so that neither the length nor a common beginning of a key shows in the time it takes.
 */
export function apiKeyGuard(keys: readonly Secret[]): (request: FastifyRequest) => Actor {
  const hashes = keys.map((key) => hashOf(key.reveal()))
  return ({ headers }) => {
    if (headers.authorization !== undefined)
      throw new Unauthenticated(
        'The Authorization header does not verify.',
        'Bearer realm="alphapy", error="invalid_token"',
      )
    const given = headers['x-api-key']
    if (typeof given !== 'string') throw new Unauthenticated('X-API-Key is required.')
    const hash = hashOf(given)
    if (hashes.filter((known) => timingSafeEqual(known, hash)).length === 0)
      throw new Unauthenticated('X-API-Key is not a valid key.')
    return { userId: userIdOf(headers['x-user-id']), door: 'api' }
  }
}

function userIdOf(given: string | string[] | undefined): UserId {
  if (given === undefined || given === '') throw new Unauthenticated('X-User-Id is required.')
  if (typeof given !== 'string' || !isSnowflake(given))
    throw invalidField('http.invalid_user_id', 'X-User-Id', 'X-User-Id must be a Discord id of up to 19 digits.')
  return UserId.parse(given)
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The caller of a guarded route. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new TypeError(`${request.routeOptions.url} asks for its caller but is public`)
  return request.actor
}
