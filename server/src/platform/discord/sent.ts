import { type ChannelId, firstMessageIdAt, type MessageId } from '../../kernel/ids.ts'
import type { ChannelMessage } from './channel-message.ts'
import type { DiscordRest } from './rest.ts'

/** Whether a message that may have been sent was: the nonce tells for a while, afterwards the channel. */

/**
 * Discord drops a repeated nonce for "the past few minutes"
 * (https://discord.com/developers/docs/resources/message#create-message); the length is not published.
 */
const NONCE_HOLDS = { seconds: 90 }
/** How far this machine's clock may run ahead of Discord's. */
const CLOCKS_DIFFER = { minutes: 1 }
const PAGE = 100

/** A repeat might be a second message: what was sent since then is to be looked for. */
export function mayNonceHaveLapsed(sentSince: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(sentSince.add(NONCE_HOLDS), now) < 0
}

/** Of the messages that the bot posted since then, the one that it is. */
export async function findSent(
  discord: Pick<DiscordRest, 'self' | 'recentMessages'>,
  channelId: ChannelId,
  since: Temporal.Instant,
  isIt: (message: ChannelMessage) => boolean,
): Promise<MessageId | null> {
  const self = await discord.self()
  let after = firstMessageIdAt(since.subtract(CLOCKS_DIFFER))
  for (;;) {
    const page = await discord.recentMessages(channelId, { limit: PAGE, after })
    const found = page.find((message) => message.authorId === self && isIt(message))
    if (found) return found.id
    const newest = page[0]
    if (!newest || page.length < PAGE) return null
    after = newest.id
  }
}
