import type { Tx } from '../../../platform/database/connect.ts'
import type { Channel } from '../../../platform/discord/channel-calls.ts'
import { DiscordFailure, UNKNOWN_CHANNEL } from '../../../platform/discord/failure.ts'
import { NO_MENTIONS } from '../../../platform/discord/message.ts'
import { post } from '../../../platform/discord/outbox.ts'
import { lockedTicket, moveTicket, placeTicket } from '../desk.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { note } from './place-store.ts'
import { serveNext } from './queue-store.ts'
import { placesWords } from './words-places.ts'
import type { Work } from './work.ts'

/** The channel or thread of the ticket; null where it has none, also because somebody deleted it. */
export async function lookUp(work: Work, ticket: Ticket): Promise<Channel | null> {
  const { discord } = work.needs
  if (ticket.channelId === null) return null
  try {
    return await discord.channel(ticket.channelId)
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.code !== UNKNOWN_CHANNEL) throw error
  }
  // A bot that was removed from the guild sees no channel either; then this fails, and the ticket stays as it is.
  await discord.guild(ticket.guildId)
  await lose(work, ticket)
  return null
}

/** Whoever deletes the channel by hand ends the ticket; what was said is kept, and it can be reopened. */
async function lose(work: Work, { guildId, id, channelId }: Ticket): Promise<void> {
  const { db, clock } = work.needs
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    const ticket = await lockedTicket(tx, guildId, id)
    if (ticket.channelId !== channelId) return
    await placeTicket(tx, ticket, null, now)
    await withoutPlace(tx, work, now)
    if (!isUnsolved(ticket)) return
    const say = placesWords(ticket.language)
    const details = { rule: 'channel_deleted', reason: say('channel_deleted') }
    await moveTicket(tx, { guildId, id }, 'close', { userId: null, standing: 'system' }, details, now)
    if (ticket.openerId === null) return
    const content = say('closed_with_channel', { number: ticket.number })
    const message = { content, allowed_mentions: NO_MENTIONS }
    await post(tx, { guildId, to: { userId: ticket.openerId }, purpose: 'tickets.place', about: id, message }, now)
  })
}

/** Nothing is known of it any more, and there may be room for another. */
export async function withoutPlace(tx: Tx, work: Work, now: Temporal.Instant): Promise<void> {
  work.place = await note(tx, work.place, {
    asked_name: null,
    role_ids: [],
    thread_people: [],
    renamed_at: null,
    rename_after: null,
    control_message_id: null,
    control_digest: null,
    control_since: null,
    control_is_pinned: false,
    control_round: work.place.controlRound + 1,
  })
  await serveNext(tx, work.place.guildId, now)
}
