import { type ChannelId, firstMessageIdAt, MessageId } from '../../../kernel/ids.ts'
import { nonceOf } from '../../../kernel/nonce.ts'
import type { ChannelMessage } from '../../../platform/discord/channel-message.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { hold, reasonOf, type Standing, type Work } from './work.ts'

/** Discord drops a repeated nonce for "the past few minutes": https://discord.com/developers/docs/resources/message#create-message */
const NONCE_HOLDS = { seconds: 90 }
const CLOCKS_DIFFER = { minutes: 1 }
const UNKNOWN_MESSAGE = 10_008

/** Has the message at the head of the channel say how the ticket stands; posted and pinned once, anew where it is gone. */
export async function showControls(work: Work, standing: Standing, channelId: ChannelId): Promise<void> {
  const { controls } = work.needs
  const message = await controls(standing.ticket, standing.terms)
  const digest = nonceOf(JSON.stringify([message.content, message.embeds, message.components]))
  const isShown = work.place.controlMessageId !== null && (await edited(work, channelId, message, digest))
  if (!isShown) await posted(work, standing, channelId, message, digest)
  await pinned(work, standing, channelId)
}

/** @returns false where it is gone. */
async function edited(work: Work, channelId: ChannelId, message: OutgoingMessage, digest: string): Promise<boolean> {
  const { controlMessageId, controlDigest } = work.place
  if (controlMessageId === null) return false
  if (digest === controlDigest) return true
  try {
    await hold(work)
    await work.needs.discord.editMessage(channelId, controlMessageId, { ...message, allowed_mentions: NO_MENTIONS })
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.code !== UNKNOWN_MESSAGE) throw error
    const next = { control_round: work.place.controlRound + 1, control_since: null, control_is_pinned: false }
    await hold(work, { ...next, control_message_id: null, control_digest: null })
    return false
  }
  await hold(work, { control_digest: digest })
  return true
}

async function posted(
  work: Work,
  { ticket }: Standing,
  channelId: ChannelId,
  message: OutgoingMessage,
  digest: string,
): Promise<void> {
  const { clock, discord } = work.needs
  const { controlSince, controlRound } = work.place
  const mayBeThere = controlSince !== null && Temporal.Instant.compare(controlSince.add(NONCE_HOLDS), clock.now()) < 0
  const there = mayBeThere ? await findPosted(work, channelId, message, controlSince) : null
  if (there) return hold(work, { control_message_id: there, control_since: null })
  await hold(work, { control_since: mayBeThere || controlSince === null ? clock.now() : controlSince })
  const nonce = nonceOf('tickets.control', ticket.id, channelId, String(controlRound))
  const { id } = await discord.sendMessage(channelId, message, { nonce })
  await hold(work, { control_message_id: id, control_digest: digest, control_since: null, attempts: 0 })
}

/** Told from what else the bot says in the channel by its words or by its title. */
async function findPosted(work: Work, channelId: ChannelId, message: OutgoingMessage, since: Temporal.Instant) {
  const { discord } = work.needs
  const self = await discord.self()
  const after = firstMessageIdAt(since.subtract(CLOCKS_DIFFER))
  const page = await discord.recentMessages(channelId, { limit: 100, after })
  const found = page.findLast((each) => each.authorId === self && isAlike(each, message))
  return found ? MessageId.parse(found.id) : null
}

function isAlike(there: ChannelMessage, wanted: OutgoingMessage): boolean {
  const title = wanted.embeds?.[0]?.title
  const hasTitle = title !== undefined && there.embeds[0]?.title === title
  return hasTitle || (wanted.content !== undefined && wanted.content !== '' && there.content === wanted.content)
}

/** Where the bot may; a message that is not pinned works as well. */
async function pinned(work: Work, { ticket }: Standing, channelId: ChannelId): Promise<void> {
  const { controlMessageId, controlIsPinned } = work.place
  if (controlIsPinned || controlMessageId === null) return
  await hold(work)
  try {
    await work.needs.discord.pin(channelId, controlMessageId, reasonOf(ticket))
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.kind === 'unavailable' || error.kind === 'unauthorized') throw error
  }
  await hold(work, { control_is_pinned: true })
}
