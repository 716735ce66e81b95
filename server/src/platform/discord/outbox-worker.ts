import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import type { Db } from '../database/connect.ts'
import type { Notices } from '../database/listen.ts'
import { recordEvents } from '../events/operational-event.ts'
import { repeating, type Worker } from '../worker.ts'
import type { ChannelMessage } from './channel-message.ts'
import { DiscordFailure, UNKNOWN_MESSAGE } from './failure.ts'
import { fitted } from './fit.ts'
import type { OutgoingMessage } from './message.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'
import {
  claimOutgoing,
  divertToChannel,
  finishOutgoing,
  nextOutgoing,
  noteUnsent,
  type Outgoing,
  type OutgoingEnd,
  tryOutgoingAgain,
} from './outbox-store.ts'
import type { DiscordRest } from './rest.ts'
import { findSent, mayNonceHaveLapsed } from './sent.ts'

interface OutboxNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly notices: Notices
}

/** Longer than an attempt can take, shorter than a nonce holds: whoever takes over a dead worker's message repeats harmlessly. */
const LEASE = { seconds: 60 }
const AT_ONCE = 10
const LONGEST_IDLE = { seconds: 30 }
const LONGEST_PAUSE_S = 300

/** Sends what was posted into the outbox: each channel and person in order, all of them side by side. */
export function outboxWorker(needs: OutboxNeeds): Worker {
  const { db, clock, notices, logger } = needs
  let posted = new AbortController()
  const wake = () => posted.abort()
  notices.on(OUTBOX_CHANNEL, wake, wake)
  return repeating('discord.outbox', { clock, logger }, async () => {
    posted = new AbortController()
    const now = clock.now()
    const claimed = await claimOutgoing(db, { now, leaseUntil: now.add(LEASE), limit: AT_ONCE })
    await Promise.all(claimed.map((outgoing) => attempt(needs, outgoing)))
    if (claimed.length > 0) return { at: clock.now() }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextOutgoing(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: posted.signal }
  })
}

async function attempt(needs: OutboxNeeds, outgoing: Outgoing): Promise<void> {
  const { db, clock, logger } = needs
  const now = clock.now()
  if (Temporal.Instant.compare(outgoing.expiresAt, now) <= 0) return end(needs, outgoing, { status: 'expired' })
  try {
    await end(needs, outgoing, { status: 'sent', ...(await send(needs, outgoing)) })
  } catch (error) {
    if (!(error instanceof DiscordFailure)) {
      logger.error({ err: error, outgoing: outgoing.id }, 'A message could not be sent; its lease runs out')
      return
    }
    // It stood there and was deleted since; that what it answers is gone is no error (`fail_if_not_exists`).
    if (error.code === UNKNOWN_MESSAGE) return end(needs, outgoing, { status: 'sent' })
    if (error.kind === 'unavailable' || error.kind === 'unauthorized')
      return tryOutgoingAgain(db, outgoing.id, now.add({ seconds: pauseAfter(outgoing, error) }), error.message)
    if (outgoing.userId && outgoing.channelId) return divertToChannel(db, outgoing.id, now)
    await end(needs, outgoing, { status: 'failed', error: error.message })
  }
}

async function send({ db, clock, discord }: OutboxNeeds, outgoing: Outgoing) {
  const channelId = outgoing.userId ? await discord.dmChannel(outgoing.userId) : outgoing.channelId
  if (channelId === null) throw new DiscordFailure('gone', 'there is nobody to send it to')
  if (mayNonceHaveLapsed(outgoing.uncertainSince, clock.now())) {
    const { kept } = fitted(outgoing.message)
    const messageId = await findSent(discord, channelId, outgoing.uncertainSince, (said) => hasWordsOf(said, kept))
    if (messageId) return { channelId, messageId }
    await noteUnsent(db, outgoing.id, clock.now())
  }
  const nonce = nonceOf('outbox', outgoing.id, channelId)
  const { id: messageId } = await discord.sendMessage(channelId, outgoing.message, {
    nonce,
    ...(outgoing.replyTo && { replyTo: outgoing.replyTo }),
  })
  return { channelId, messageId }
}

type Words = Pick<OutgoingMessage | ChannelMessage, 'content' | 'embeds'>

/** Discord adds embeds of its own, which show what the links of a text lead to. */
function hasWordsOf({ content, embeds = [] }: Words, sent: Words): boolean {
  return wordsOf({ content, embeds: embeds.slice(0, sent.embeds?.length ?? 0) }) === wordsOf(sent)
}

/** As Discord keeps them: without white space around. */
function wordsOf({ content = '', embeds = [] }: Words): string {
  const texts = [content, ...embeds.flatMap(({ title = '', description = '' }) => [title, description])]
  return JSON.stringify(texts.map((text) => text.trim()))
}

async function end({ db, clock, logger }: OutboxNeeds, outgoing: Outgoing, result: OutgoingEnd): Promise<void> {
  const now = clock.now()
  const { guildId, purpose, channelId, userId } = outgoing
  if (result.status === 'failed') logger.warn({ purpose, guildId, reason: result.error }, 'A message was refused')
  await db.transaction().execute(async (tx) => {
    const isEnded = await finishOutgoing(tx, outgoing.id, result, now)
    if (!isEnded || result.status !== 'failed') return
    const details = { purpose, channel_id: channelId, user_id: userId, error: result.error ?? '' }
    const event = {
      type: 'MESSAGE_NOT_SENT' as const,
      guildId,
      message: `A message (${purpose}) could not be sent; /doctor tells what is missing`,
      details,
    }
    await recordEvents(tx, [event], now)
  })
}

/** Grows with every attempt; Discord's own wish counts where it is longer. */
function pauseAfter({ attempts }: Outgoing, { retryAfterMs }: DiscordFailure): number {
  return Math.max(Math.min(2 ** attempts, LONGEST_PAUSE_S), Math.ceil((retryAfterMs ?? 0) / 1000))
}
