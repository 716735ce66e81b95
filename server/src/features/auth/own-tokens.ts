import { compactVerify, decodeJwt, errors, SignJWT } from 'jose'
import type { Clock } from '../../kernel/clock.ts'
import type { SigningKeys } from '../../platform/signing/signing-keys.ts'
import type { Session } from './sessions.ts'
import { acceptedClaims, unverified, type VerifiedToken } from './supabase/claims.ts'

/** What our tokens name as their issuer. */
export const OWN_ISSUER = 'alphapy'

export interface IssuedToken {
  readonly token: string
  readonly expiresAt: Temporal.Instant
}

/** Tokens of our own: what Supabase would have said, signed by us, and good for as long as their session. */
export interface OwnTokens {
  issue(session: Session, lifetime?: Temporal.DurationLike): Promise<IssuedToken>
  /** Of signature and claims; whether the session still exists is another question. */
  verify(token: string): Promise<VerifiedToken>
}

interface OwnTokensNeeds {
  readonly clock: Clock
  readonly signingKeys: SigningKeys
}

const ALGORITHM = 'HS256'
const AUDIENCE = 'authenticated'
const LIFETIME = { hours: 1 }

export function ownTokens({ clock, signingKeys }: OwnTokensNeeds): OwnTokens {
  async function secretOf(kid: unknown): Promise<Buffer> {
    const key = await signingKeys.find(kid)
    if (!key) throw unverified('The token is signed with an unknown key.')
    return key.secret
  }

  return {
    async issue(session, lifetime = LIFETIME) {
      const key = await signingKeys.newest()
      const now = clock.now()
      const wanted = now.add(lifetime)
      const expiresAt = Temporal.Instant.compare(wanted, session.expiresAt) < 0 ? wanted : session.expiresAt
      const token = await new SignJWT(claimsOf(session))
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: key.id })
        .setIssuedAt(secondsOf(now))
        .setExpirationTime(secondsOf(expiresAt))
        .sign(key.secret)
      return { token, expiresAt: Temporal.Instant.fromEpochMilliseconds(secondsOf(expiresAt) * 1000) }
    },
    async verify(token) {
      try {
        const accepted = acceptedClaims(decodeJwt(token), { issuer: OWN_ISSUER, audience: AUDIENCE }, clock.now())
        await compactVerify(token, ({ kid }) => secretOf(kid), { algorithms: [ALGORITHM] })
        return accepted
      } catch (error) {
        if (error instanceof errors.JOSEError) throw unverified('The token does not verify.')
        throw error
      }
    },
  }
}

/** https://github.com/supabase/auth/blob/master/internal/tokens/service.go (AccessTokenClaims) */
function claimsOf({ subject, id, createdAt }: Session) {
  return {
    iss: OWN_ISSUER,
    aud: AUDIENCE,
    sub: subject,
    role: 'authenticated',
    session_id: id,
    email: '',
    phone: '',
    is_anonymous: false,
    aal: 'aal1',
    amr: [{ method: 'oauth', provider: 'discord', timestamp: secondsOf(createdAt) }],
    app_metadata: { provider: 'discord', providers: ['discord'] },
    user_metadata: {},
  }
}

function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}
