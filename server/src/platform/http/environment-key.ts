import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isSnowflake, UserId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/refusal.ts'
import type { Secret } from '../config/secret.ts'
import { type Authentication, type Credentials, KEY_SCOPES, Unauthenticated } from './caller.ts'

/** What WWW-Authenticate asks for where a key did not verify. */
export const KEY_CHALLENGE = 'ApiKey realm="alphapy"'

export interface KeyHolder extends Credentials {
  readonly via: 'key'
}

/** Null unless the text is one of the keys. */
export type KnownKeys = (given: string) => KeyHolder | null

/**
 * The keys of the environment; each opens every scope. Keys are compared as hashes: equal length and constant time, so
 * that neither the length nor a common beginning of a key shows in the time it takes.
 */
export function knownKeys(keys: readonly Secret[]): KnownKeys {
  const hashes = keys.map((key) => hashOfKey(key.reveal()))
  return (given) => {
    const hash = hashOfKey(given)
    const isKnown = hashes.filter((known) => timingSafeEqual(known, hash)).length > 0
    return isKnown ? { via: 'key', subject: 'environment', scopes: new Set(KEY_SCOPES) } : null
  }
}

/** An HTTP edge that knows nobody but the holders of these keys. */
export function environmentKeys(keys: readonly Secret[]): Authentication {
  const holderOf = knownKeys(keys)
  return {
    async verify({ headers }) {
      if (headers.authorization !== undefined)
        throw new Unauthenticated(
          'The Authorization header does not verify.',
          'Bearer realm="alphapy", error="invalid_token"',
        )
      const given = headers['x-api-key']
      if (typeof given !== 'string') throw new Unauthenticated('X-API-Key is required.', KEY_CHALLENGE)
      const holder = holderOf(given)
      if (!holder) throw new Unauthenticated('X-API-Key is not a valid key.', KEY_CHALLENGE)
      return holder
    },
    userOf: async (_credentials, request) => namedUser(request),
  }
}

/** The Discord user for whom the holder of a key acts. */
export function namedUser({ headers }: FastifyRequest): UserId {
  const given = headers['x-user-id']
  if (given === undefined || given === '') throw new Unauthenticated('X-User-Id is required.', KEY_CHALLENGE)
  if (typeof given !== 'string' || !isSnowflake(given))
    throw invalidField('http.invalid_user_id', 'X-User-Id', 'X-User-Id must be a Discord id of up to 19 digits.')
  return UserId.parse(given)
}

function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
