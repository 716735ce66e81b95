/** Nonces: what an author said with one lately is not said again. */
import { messageOf } from './access.ts'
import type { Message } from './model.ts'
import type { World } from './world.ts'

interface WithNonce {
  readonly nonce: string | number | null
  readonly enforceNonce: boolean
}

/** The message an enforced nonce was used for within the window. */
export function earlierByNonce(world: World, actorId: string, { nonce, enforceNonce }: WithNonce): Message | undefined {
  if (nonce === null || !enforceNonce) return undefined
  const used = world.state.nonces.get(`${actorId} ${nonce}`)
  if (!used || world.clock.now() - used.at_ms > world.nonceWindowMs) return undefined
  // Discord says 10008 when that message is gone, and makes no new one: https://github.com/discord/discord-api-docs/pull/6647
  return messageOf(world, used.channel_id, used.message_id)
}

export function rememberNonce(world: World, message: Message): void {
  const { nonces } = world.state
  const now = world.clock.now()
  for (const [key, used] of nonces) {
    if (now - used.at_ms <= world.nonceWindowMs) break
    nonces.delete(key)
  }
  const key = `${message.author_id} ${message.nonce}`
  nonces.delete(key)
  nonces.set(key, { channel_id: message.channel_id, message_id: message.id, at_ms: now })
}
