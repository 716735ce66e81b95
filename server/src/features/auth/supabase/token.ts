import { type CompactJWSHeaderParameters, compactVerify, decodeJwt, errors } from 'jose'
import type { Clock } from '../../../kernel/clock.ts'
import type { Secret } from '../../../platform/config/secret.ts'
import { acceptedClaims, type ExpectedClaims, unverified, type VerifiedToken } from './claims.ts'
import { KEY_ALGORITHMS, type PublishedKey } from './key-set.ts'

interface TokenVerifierNeeds {
  readonly expected: ExpectedClaims
  /** Signs with HS256. */
  readonly secret: Secret | undefined
  readonly keys: { find(id: string): Promise<PublishedKey | null> } | undefined
  readonly clock: Clock
}

/** Supabase's own are 1 to 2 KB; hooks may add claims. */
const LONGEST_TOKEN = 8192

/**
 * Verifies tokens here, without asking Supabase about each. The configuration says which kinds of signature there are
 * and a key has one algorithm, so that a token only ever names what it was to be signed with anyhow. Claims come first:
 * what could not be accepted in any case is worth neither a key nor a signature check.
 */
export function tokenVerifier({ expected, secret, keys, clock }: TokenVerifierNeeds) {
  const algorithms = [...(secret ? ['HS256'] : []), ...(keys ? KEY_ALGORITHMS : [])]
  const secretBytes = secret && new TextEncoder().encode(secret.reveal())

  async function keyFor({ alg, kid }: CompactJWSHeaderParameters) {
    if (alg === 'HS256' && secretBytes) return secretBytes
    const key = typeof kid === 'string' && keys ? await keys.find(kid) : null
    if (key?.algorithm !== alg) throw unverified('The token is signed with a key that its issuer does not publish.')
    return key.publicKey
  }

  return async (token: string): Promise<VerifiedToken> => {
    if (token.length > LONGEST_TOKEN) throw unverified(`The token must not be longer than ${LONGEST_TOKEN} characters.`)
    try {
      const accepted = acceptedClaims(decodeJwt(token), expected, clock.now())
      await compactVerify(token, keyFor, { algorithms })
      return accepted
    } catch (error) {
      if (error instanceof errors.JOSEError) throw unverified('The token does not verify.')
      throw error
    }
  }
}
