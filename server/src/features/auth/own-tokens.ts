import { randomBytes, randomUUID } from 'node:crypto'
import { compactVerify, decodeJwt, errors, SignJWT } from 'jose'
import type { Clock } from '../../kernel/clock.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { Notices } from '../../platform/database/listen.ts'
import { Remembered } from './remembered.ts'
import type { Session } from './sessions.ts'
import * as store from './signing-key-store.ts'
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
  readonly db: Db
  readonly clock: Clock
  readonly notices: Notices
}

const ALGORITHM = 'HS256'
const AUDIENCE = 'authenticated'
const LIFETIME = { hours: 1 }
const CHANNEL = 'auth_signing_keys'

export function ownTokens({ db, clock, notices }: OwnTokensNeeds): OwnTokens {
  const remembered = new Remembered<store.SigningKey>(CHANNEL, { clock, notices })

  /** Several processes may start on an empty database at once. */
  async function makeFirstKey(): Promise<store.SigningKey> {
    return db.transaction().execute(async (tx) => {
      await lockName(tx, CHANNEL)
      const known = await store.newestKey(tx)
      const key = known ?? { id: randomUUID(), secret: randomBytes(32) }
      if (!known) await store.insertKey(tx, key, clock.now())
      return key
    })
  }

  async function secretOf(kid: unknown): Promise<Buffer> {
    const key = isKeyId(kid) ? await remembered.get(kid, () => store.findKey(db, kid)) : null
    if (!key) throw unverified('The token is signed with an unknown key.')
    return key.secret
  }

  return {
    async issue(session, lifetime = LIFETIME) {
      const key = (await store.newestKey(db)) ?? (await makeFirstKey())
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

/** Anything else is no text that the database could be asked for. */
function isKeyId(kid: unknown): kid is string {
  return typeof kid === 'string' && /^[\w-]{1,64}$/.test(kid)
}
