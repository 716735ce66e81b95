import type { ChannelId } from '../../../kernel/ids.ts'
import { nonceOf } from '../../../kernel/nonce.ts'
import type { ChannelMessage } from '../../../platform/discord/channel-message.ts'
import { DiscordFailure, UNKNOWN_MESSAGE } from '../../../platform/discord/failure.ts'
import { fitted } from '../../../platform/discord/fit.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { findSent, mayNonceHaveLapsed } from '../../../platform/discord/sent.ts'
import { hold, reasonOf, type Standing, type Work } from './work.ts'

/** Has the message at the head of the channel say how the ticket stands; posted and pinned once, anew where it is gone. */
export async function showControls(work: Work, standing: Standing, channelId: ChannelId): Promise<void> {
  const { controls } = work.needs
  const message = await controls(standing.ticket, standing.terms)
  const digest = nonceOf(JSON.stringify([message.content, message.embeds, message.components]))
  while (!(await edited(work, channelId, message, digest))) await posted(work, standing, channelId, message, digest)
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
    await forget(work, error)
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
  const mayBeThere = controlSince !== null && mayNonceHaveLapsed(controlSince, clock.now())
  const { kept } = fitted(message)
  const there = mayBeThere && (await findSent(discord, channelId, controlSince, (said) => isAlike(said, kept)))
  if (there) return hold(work, { control_message_id: there, control_digest: null, control_since: null })
  await hold(work, { control_since: mayBeThere || controlSince === null ? clock.now() : controlSince })
  const nonce = nonceOf('tickets.control', ticket.id, channelId, String(controlRound))
  try {
    const { id } = await discord.sendMessage(channelId, message, { nonce })
    // A repeated nonce gives back what was posted at first, whatever it says.
    const shown = controlSince === null ? digest : null
    await hold(work, { control_message_id: id, control_digest: shown, control_since: null, attempts: 0 })
  } catch (error) {
    // It was posted, nobody heard so, and it was deleted since.
    await forget(work, error)
  }
}

/** It is gone, so the next one is another. @throws what says anything else. */
async function forget(work: Work, error: unknown): Promise<void> {
  if (!(error instanceof DiscordFailure) || error.code !== UNKNOWN_MESSAGE) throw error
  const next = { control_round: work.place.controlRound + 1, control_since: null, control_is_pinned: false }
  await hold(work, { ...next, control_message_id: null, control_digest: null })
}

/** By its text or by its title, of which one may have changed since it was posted; Discord keeps no white space around. */
function isAlike(there: ChannelMessage, { content = '', embeds }: OutgoingMessage): boolean {
  const [title = '', titleThere = ''] = [embeds?.[0]?.title?.trim(), there.embeds[0]?.title]
  const hasTitle = title !== '' && titleThere === title
  return hasTitle || (content.trim() !== '' && there.content === content.trim())
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
