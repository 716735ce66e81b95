import { Unauthenticated } from '../../../platform/http/caller.ts'

/** What a token of a signed-in person must say, and what of it the program needs. Pure: `now` is an argument. */

export interface VerifiedToken {
  /** The user of Supabase. */
  readonly subject: string
  /** The sign-in that the token comes from, where the token says so. */
  readonly sessionId: string | null
  readonly expiresAt: Temporal.Instant
}

export interface ExpectedClaims {
  readonly issuer: string
  readonly audience: string
}

type Claims = Readonly<Record<string, unknown>>

/** Clocks of two machines differ. */
const LEEWAY = { seconds: 30 }
/** Subjects are UUIDs; whatever else an issuer may write must do as a key in tables and addresses. */
const NAME = /^[\x21-\x7e]{1,128}$/
/** What Temporal can hold: https://tc39.es/proposal-temporal/#sec-temporal-instant-range */
const LAST_SECOND = 8.64e12

/** The token's claims, if they are those of a person who may ask now; says nothing about the signature. */
export function acceptedClaims(
  claims: Claims,
  { issuer, audience }: ExpectedClaims,
  now: Temporal.Instant,
): VerifiedToken {
  if (claims.iss !== issuer) throw unverified('The token is not of the expected issuer.')
  if (![claims.aud].flat().includes(audience)) throw unverified('The token is not meant for the expected audience.')
  const expiresAt = instantOf(claims, 'exp')
  if (!expiresAt) throw unverified('The token must say when it expires (exp).')
  if (!isBefore(now, expiresAt.add(LEEWAY))) throw unverified('The token has expired.')
  for (const name of ['nbf', 'iat']) {
    const from = instantOf(claims, name)
    if (from && isBefore(now.add(LEEWAY), from)) throw unverified(`The token is not valid yet (${name}).`)
  }
  const { sub, session_id: session } = claims
  if (typeof sub !== 'string' || !NAME.test(sub)) throw unverified('The token must say whose it is (sub).')
  refuseNonPersons(claims)
  return { subject: sub, sessionId: typeof session === 'string' && NAME.test(session) ? session : null, expiresAt }
}

/**
 * The roles anon and service_role are those of a project's keys. Anonymous users can be made by anybody without limit,
 * each with limits of its own; and there is no Discord account behind them.
 */
function refuseNonPersons({ role, is_anonymous: isAnonymous }: Claims): void {
  if (role !== 'authenticated')
    throw unverified('The token is not of a signed-in user: its role must be authenticated.')
  if (isAnonymous === true) throw unverified('The token is of an anonymous user: sign in with an account.')
}

function instantOf(claims: Claims, name: string): Temporal.Instant | null {
  const seconds = claims[name]
  if (seconds === undefined) return null
  if (typeof seconds !== 'number' || !(Math.abs(seconds) < LAST_SECOND))
    throw unverified(`The token must give ${name} as seconds since 1970.`)
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds * 1000))
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0

/** With the challenge of a Bearer token that was refused: https://www.rfc-editor.org/rfc/rfc6750#section-3 */
export function unverified(sentence: string): Unauthenticated {
  return new Unauthenticated(sentence, 'Bearer realm="alphapy", error="invalid_token"')
}
