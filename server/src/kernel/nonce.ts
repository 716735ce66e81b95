import { createHash } from 'node:crypto'

/**
 * A message nonce that is the same for the same parts. Discord keeps 25 characters of a nonce
 * (https://discord.com/developers/docs/resources/message#create-message), too few for ids in clear, hence the hash.
 */
export function nonceOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)
}
