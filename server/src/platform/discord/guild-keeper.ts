import {
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import { failureKind } from '../database/failure.ts'
import { recordEvents } from '../events/operational-event.ts'
import { repeating, type Worker } from '../worker.ts'
import { type GuildChange, tellGuildChange, textOf } from './guild-change.ts'
import { countMembers, keepOnly, markLeft, saveGuild } from './guilds-store.ts'

/** What an event of the gateway means for what is known of guilds. */
interface GuildNews {
  readonly change: GuildChange
  /** What becomes of the table `guilds`. */
  readonly write?: (tx: Tx, now: Temporal.Instant) => Promise<void>
  /** Heals by itself, within a minute or with the next connection. */
  readonly isMinor?: true
}

export interface GuildKeeper extends Worker {
  receive(dispatch: GatewayDispatchPayload): void
}

interface Surroundings {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly mostWaiting?: number
}

const IDLE = { hours: 1 }
const MOST_AT_ONCE = 500
const MOST_WAITING = 10_000
const EVERYTHING: GuildNews = { change: { of: 'everything' } }

/**
 * Writes down where the bot is, and tells all processes what they must not believe any longer. What happens while a
 * batch is written goes with the next one.
 */
export function guildKeeper(surroundings: Surroundings): GuildKeeper {
  const { clock, mostWaiting = MOST_WAITING } = surroundings
  let waiting: GuildNews[] = []
  let wake = new AbortController()

  const worker = repeating('discord.keep_guilds', surroundings, async () => {
    wake = new AbortController()
    const batch = waiting.slice(0, MOST_AT_ONCE)
    waiting = waiting.slice(MOST_AT_ONCE)
    try {
      if (batch.length > 0) await publish(surroundings, batch)
    } catch (error) {
      // A batch that the database does not take will not be taken later either; all that is known is doubtful then.
      waiting = [...(failureKind(error) ? batch : [EVERYTHING]), ...waiting]
      throw error
    }
    const now = clock.now()
    return { at: waiting.length > 0 ? now : now.add(IDLE), sooner: wake.signal }
  })

  return {
    ...worker,
    receive(dispatch) {
      const news = newsOf(dispatch)
      if (!news) return
      if (waiting.length >= mostWaiting)
        waiting = [...waiting.filter((each) => !each.isMinor && each !== EVERYTHING), EVERYTHING]
      waiting.push(news)
      wake.abort()
    },
  }
}

async function publish({ db, clock }: Surroundings, batch: readonly GuildNews[]): Promise<void> {
  const changes = new Map(batch.map(({ change }) => [textOf(change), change]))
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    for (const { write } of batch) await write?.(tx, now)
    for (const change of changes.values()) await tellGuildChange(tx, change)
  })
}

/** Pure: an outage is not leaving, and a new session may have missed anything. */
function newsOf({ t: event, d: data }: GatewayDispatchPayload): GuildNews | null {
  switch (event) {
    case GatewayDispatchEvents.Ready: {
      const [id, count] = data.shard ?? [0, 1]
      const guildIds = data.guilds.map((guild) => GuildId.parse(guild.id))
      return {
        ...EVERYTHING,
        write: async (tx, now) => tellLeft(tx, await keepOnly(tx, { id, count }, guildIds, now), now),
      }
    }
    case GatewayDispatchEvents.GuildCreate:
      return savedGuild(data, data.member_count)
    case GatewayDispatchEvents.GuildUpdate:
      return savedGuild(data, null)
    case GatewayDispatchEvents.GuildDelete: {
      if (data.unavailable) return null
      const guildId = GuildId.parse(data.id)
      return {
        change: { of: 'guild', guildId },
        write: async (tx, now) => tellLeft(tx, (await markLeft(tx, guildId, now)) ? [guildId] : [], now),
      }
    }
    case GatewayDispatchEvents.GuildRoleCreate:
    case GatewayDispatchEvents.GuildRoleUpdate:
    case GatewayDispatchEvents.GuildRoleDelete:
      return { change: { of: 'guild', guildId: GuildId.parse(data.guild_id) }, isMinor: true }
    case GatewayDispatchEvents.ChannelCreate:
    case GatewayDispatchEvents.ChannelUpdate:
    case GatewayDispatchEvents.ChannelDelete:
      return { change: { of: 'channels', guildId: GuildId.parse(data.guild_id) }, isMinor: true }
    case GatewayDispatchEvents.GuildMemberAdd:
      return ofMember(data.guild_id, data.user.id, 1)
    case GatewayDispatchEvents.GuildMemberRemove:
      return ofMember(data.guild_id, data.user.id, -1)
    case GatewayDispatchEvents.GuildMemberUpdate:
      return ofMember(data.guild_id, data.user.id, 0)
    default:
      return null
  }
}

/** Written where it becomes known, so that it is told once, also when it happened while nobody was connected. */
async function tellLeft(tx: Tx, guildIds: readonly GuildId[], now: Temporal.Instant): Promise<void> {
  const message = 'The bot has left the server; its work here waits'
  const left = guildIds.map((guildId) => ({ type: 'GUILD_LEFT' as const, guildId, message, details: {} }))
  await recordEvents(tx, left, now)
}

type NamedGuild = Pick<GatewayGuildCreateDispatchData, 'id' | 'name' | 'icon' | 'owner_id'>

function savedGuild({ id, name, icon, owner_id }: NamedGuild, memberCount: number | null): GuildNews {
  const guild = { id: GuildId.parse(id), name, icon, ownerId: UserId.parse(owner_id), memberCount }
  return { change: { of: 'guild', guildId: guild.id }, write: (tx, now) => saveGuild(tx, guild, now) }
}

function ofMember(guild: string, user: string, difference: number): GuildNews {
  const guildId = GuildId.parse(guild)
  return {
    change: { of: 'member', guildId, userId: UserId.parse(user) },
    isMinor: true,
    ...(difference !== 0 && { write: (tx: Tx) => countMembers(tx, guildId, difference) }),
  }
}
