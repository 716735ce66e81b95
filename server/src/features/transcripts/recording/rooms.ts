import { LRUCache } from 'lru-cache'
import { type ChannelId, GuildId, instantOfId, isSnowflake } from '../../../kernel/ids.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { Room, TicketRooms } from '../ports.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'notices'> & { readonly rooms: TicketRooms }

/** Finds the ticket of a channel; asked for every message of every guild. */
export type FindRoom = (guildId: GuildId, channelId: ChannelId) => Promise<Room | null>

const MOST_GUILDS = 5_000
/** A lost notice heals within this time. */
const KEPT_MS = 60_000
/** A channel that is not much older than what is known may be one that a ticket has just got. */
const NEW_WITHIN = { minutes: 2 }

interface Known {
  readonly rooms: ReadonlyMap<ChannelId, Room>
  readonly askedAt: Temporal.Instant
}

/** Knows the channels of a guild's tickets for a minute, or until a ticket of it changes. */
export function roomFinder({ db, clock, notices, rooms }: Needs): FindRoom {
  const known = new LRUCache<GuildId, Promise<Known>>({
    max: MOST_GUILDS,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => clock.now().epochMilliseconds },
  })
  notices.on(
    rooms.notices,
    (payload) => {
      const [guildId = ''] = payload.split(/\W/, 1)
      if (isSnowflake(guildId)) known.delete(GuildId.parse(guildId))
      else known.clear()
    },
    () => known.clear(),
  )

  function ask(guildId: GuildId): Promise<Known> {
    const askedAt = clock.now()
    const asked = rooms.placed(db, guildId).then((all) => ({
      rooms: new Map(all.map((room) => [room.channelId, room])),
      askedAt,
    }))
    known.set(guildId, asked)
    asked.catch(() => known.peek(guildId) === asked && known.delete(guildId))
    return asked
  }

  return async (guildId, channelId) => {
    const remembered = await (known.get(guildId) ?? ask(guildId))
    const found = remembered.rooms.get(channelId)
    const isOld = Temporal.Instant.compare(instantOfId(channelId).add(NEW_WITHIN), remembered.askedAt) < 0
    if (found || isOld) return found ?? null
    return (await ask(guildId)).rooms.get(channelId) ?? null
  }
}
