import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses, fit for cookies, addresses and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret. With 256 random bits there is nothing to guess, so that one fast round is enough. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
