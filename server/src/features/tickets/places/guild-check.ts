import type { GuildId } from '../../../kernel/ids.ts'
import type { Channel } from '../../../platform/discord/channel-calls.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import { noteTold, placesOf } from './check-store.ts'
import { readMarker } from './marker.ts'
import { placesWords } from './words-places.ts'
import type { PlaceNeeds } from './work.ts'

/** Enough to see whether anybody but the bot wrote in a channel that it has only just made. */
const LOOKED_AT = 50

type CheckNeeds = Pick<PlaceNeeds, 'db' | 'clock' | 'discord' | 'logger'>

/**
 * Channels with the mark of a ticket that is elsewhere: made twice because Discord did late what it seemed not to have
 * done, or copied by somebody. Those in which only the bot spoke are deleted; the others are told of and left.
 */
export async function checkGuild(needs: CheckNeeds, guildId: GuildId): Promise<void> {
  const { db, discord } = needs
  const marked = (await discord.guildChannels(guildId)).flatMap((channel) => {
    const marker = readMarker(channel.topic)
    return marker ? [{ channel, marker }] : []
  })
  if (marked.length === 0) return
  // Read after the channels: one that is made in between is being made, or has its ticket by then.
  const places = await placesOf(
    db,
    guildId,
    marked.map(({ marker }) => marker.ticketId),
  )
  for (const { channel, marker } of marked) {
    const place = places.get(marker.ticketId)
    const isOurs = place !== undefined && place.number === marker.number
    if (isOurs && (place.isBeingMade || place.channelId === channel.id)) continue
    await dealWith(needs, guildId, channel, isOurs)
  }
}

/** Of a ticket that is not in our tables the channel may belong to another installation, so it is left. */
async function dealWith(needs: CheckNeeds, guildId: GuildId, channel: Channel, isOurs: boolean): Promise<void> {
  const { db, clock, discord } = needs
  const [self, messages] = await Promise.all([discord.self(), discord.recentMessages(channel.id, { limit: LOOKED_AT })])
  const isRemoved = isOurs && messages.every(({ authorId }) => authorId === self)
  const message = placesWords('en')(isRemoved ? 'orphan_removed' : 'orphan_left', { name: channel.name })
  if (isRemoved) await discord.deleteChannel(channel.id, message)
  await db.transaction().execute(async (tx) => {
    if (!isRemoved && !(await noteTold(tx, guildId, channel.id))) return
    const details = { channel_id: channel.id, name: channel.name, is_removed: isRemoved }
    await recordEvents(tx, [{ type: 'TICKET_CHANNEL_ORPHANED', guildId, message, details }], clock.now())
  })
}
