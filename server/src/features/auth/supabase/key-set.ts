import { createPublicKey, type KeyObject } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

/** A published set of public keys: https://www.rfc-editor.org/rfc/rfc7517 */

export const KEY_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const
type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number]

export interface PublishedKey {
  /** The one algorithm that the key is for, whatever a token says. */
  readonly algorithm: KeyAlgorithm
  readonly publicKey: KeyObject
}

export type KeySet = ReadonlyMap<string, PublishedKey>

const Key = Type.Object({
  kid: Type.String({ minLength: 1 }),
  alg: Type.Optional(Type.String()),
  use: Type.Optional(Type.Literal('sig')),
})
const aKey = Compile(Key)
const aSet = Compile(Type.Object({ keys: Type.Array(Type.Unknown()) }))

/** The keys of a set by their ids, without those that sign no tokens here; null when it is no set of keys. */
export function keySetOf(published: unknown): KeySet | null {
  if (!aSet.Check(published)) return null
  return new Map(
    published.keys.flatMap((jwk) => {
      const key = aKey.Check(jwk) ? publishedKey(jwk) : null
      return aKey.Check(jwk) && key ? [[jwk.kid, key]] : []
    }),
  )
}

function publishedKey(jwk: Static<typeof Key>): PublishedKey | null {
  const publicKey = publicKeyOf(jwk)
  const algorithm = publicKey && algorithmOf(publicKey)
  return algorithm && (jwk.alg ?? algorithm) === algorithm ? { algorithm, publicKey } : null
}

function publicKeyOf(jwk: Static<typeof Key>): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' })
  } catch (error) {
    // No public key, such as a secret (kty oct), or of a kind not known yet: it must not take the others with it.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** RSA keys below 2048 bits are refused: https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): KeyAlgorithm | null {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails.modulusLength ?? 0) >= 2048 ? 'RS256' : null
  if (asymmetricKeyType === 'ec') return asymmetricKeyDetails.namedCurve === 'prime256v1' ? 'ES256' : null
  return asymmetricKeyType === 'ed25519' ? 'EdDSA' : null
}
