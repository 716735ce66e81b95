import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'

/** Keys that sign tokens, made with Node alone so that nothing here shares a mistake with what verifies them. */

export type PublishedAlgorithm = 'RS256' | 'ES256' | 'EdDSA'
type Json = Readonly<Record<string, unknown>>

export interface SigningKey {
  /** What the header of its tokens says. */
  readonly header: Json
  sign(text: string): Buffer
}

/** A key whose public half stands in the set of keys. */
export interface PublishedSigningKey extends SigningKey {
  readonly kid: string
  readonly publicKey: KeyObject
  readonly jwk: Json
}

export function publishedKey(alg: PublishedAlgorithm, kid: string = randomUUID(), rsaBits = 2048): PublishedSigningKey {
  const { privateKey, publicKey } = keyPair(alg, rsaBits)
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  return {
    kid,
    publicKey,
    header: { alg, typ: 'JWT', kid },
    jwk: { ...publicKey.export({ format: 'jwk' }), alg, kid, use: 'sig', key_ops: ['verify'], ext: true },
    sign: (text) => sign(alg === 'EdDSA' ? null : 'sha256', Buffer.from(text), key),
  }
}

function keyPair(alg: PublishedAlgorithm, modulusLength: number) {
  if (alg === 'RS256') return generateKeyPairSync('rsa', { modulusLength })
  return alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
}

/** As old projects sign: with a secret, and without naming a key. */
export function secretKey(secret: string): SigningKey {
  return {
    header: { alg: 'HS256', typ: 'JWT' },
    sign: (text) => createHmac('sha256', secret).update(text).digest(),
  }
}

/** A token as any signer could write it; `undefined` leaves a claim or header out. */
export function signed(key: SigningKey, claims: Json, header: Json = {}): string {
  const text = [{ ...key.header, ...header }, claims].map((part) => encoded(JSON.stringify(part))).join('.')
  return `${text}.${key.sign(text).toString('base64url')}`
}

export function encoded(text: string): string {
  return Buffer.from(text).toString('base64url')
}
