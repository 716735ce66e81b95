import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock.ts'
import type { UserId } from '../../../kernel/ids.ts'
import type { Config } from '../../../platform/config/config.ts'
import { PATIENCE_MS } from './answer.ts'
import type { VerifiedToken } from './claims.ts'
import { profiles } from './profiles.ts'
import { PublishedKeys } from './published-keys.ts'
import { tokenVerifier } from './token.ts'

export type { VerifiedToken }

/** A Supabase project as the place where people sign in: whose token this is, and which Discord user that is. */
export interface Supabase {
  /** The issuer of its tokens. */
  readonly issuer: string
  /**
   * Asks Supabase nothing unless a key is needed that was not seen yet.
   * @throws {Unauthenticated} for a token that does not verify.
   * @throws {Refusal} `unavailable` when a key is needed and cannot be had.
   */
  verify(token: string): Promise<VerifiedToken>
  /**
   * The Discord id in the profile of the subject, at most 60 s old; null without one.
   * @throws {Refusal} `forbidden` when what stands there is no Discord id, `unavailable` when Supabase does not say.
   */
  discordIdOf(subject: string): Promise<UserId | null>
}

interface Surroundings {
  readonly clock: Clock
  readonly logger: Logger
  /** How long one question to Supabase may take. */
  readonly patienceMs?: number
}

/** Null when the configuration names no issuer, or no way to verify what it signs. */
export function supabase(
  {
    url,
    issuer = url && `${withoutSlash(url)}/auth/v1`,
    jwtAudience,
    jwtSecret,
    jwksUrl,
    serviceRoleKey,
  }: Config['supabase'],
  { patienceMs = PATIENCE_MS, ...surroundings }: Surroundings,
): Supabase | null {
  if (issuer === undefined || !(jwtSecret || jwksUrl)) return null
  const needs = { ...surroundings, patienceMs }
  const verify = tokenVerifier({
    expected: { issuer, audience: jwtAudience },
    secret: jwtSecret,
    keys: jwksUrl === undefined ? undefined : new PublishedKeys(jwksUrl, needs),
    clock: surroundings.clock,
  })
  const hasProfiles = url !== undefined && serviceRoleKey !== undefined
  return {
    issuer,
    verify,
    discordIdOf: hasProfiles ? profiles(withoutSlash(url), serviceRoleKey, needs) : async () => null,
  }
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '')
