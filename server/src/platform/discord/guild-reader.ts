import type { Clock } from '../../kernel/clock.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Channel } from './channel-calls.ts'
import { DiscordFailure } from './failure.ts'
import type { GuildChange } from './guild-change.ts'
import { Remembered } from './remembered.ts'
import type { DiscordRest, Guild, Member, Role } from './rest.ts'

export interface GuildSketch {
  readonly guild: Guild
  readonly roles: readonly Role[]
}

/**
 * What Discord says of the guilds of the bot, at most a minute old. Null is what is not there, or not for the bot; a
 * DiscordFailure is thrown when Discord cannot say.
 */
export interface GuildReader {
  guild(guildId: GuildId): Promise<GuildSketch | null>
  /** Without threads. */
  channels(guildId: GuildId): Promise<readonly Channel[] | null>
  member(guildId: GuildId, userId: UserId): Promise<Member | null>
  /** Whoever owns the application of the bot: its owner, or the owner and the admins of its team. */
  applicationOwners(): Promise<ReadonlySet<UserId>>
  forget(change: GuildChange): void
}

const MOST_GUILDS = 5_000
const MOST_MEMBERS = 20_000

/** Reads over HTTP, so that roles of the program without a gateway can do it too. */
export function guildReader(discord: DiscordRest, clock: Clock): GuildReader {
  const guilds = new Remembered<GuildSketch | null>({ clock, most: MOST_GUILDS })
  const channels = new Remembered<readonly Channel[] | null>({ clock, most: MOST_GUILDS })
  const members = new Remembered<Member | null>({ clock, most: MOST_MEMBERS })
  const owners = new Remembered<ReadonlySet<UserId>>({ clock, most: 1 })
  const memberKey = (guildId: GuildId, userId: UserId) => `${guildId}:${userId}`

  async function sketch(guildId: GuildId): Promise<GuildSketch> {
    const [guild, roles] = await Promise.all([discord.guild(guildId), discord.guildRoles(guildId)])
    return { guild, roles }
  }

  return {
    guild: (guildId) => guilds.ask(guildId, () => orNull(sketch(guildId))),
    channels: (guildId) => channels.ask(guildId, () => orNull(discord.guildChannels(guildId))),
    member: (guildId, userId) => members.ask(memberKey(guildId, userId), () => orNull(discord.member(guildId, userId))),
    applicationOwners: () => owners.ask('', async () => new Set(await discord.applicationOwners())),
    forget(change) {
      if (change.of === 'member') return members.forget(memberKey(change.guildId, change.userId))
      const isMeant = (key: string) => change.of === 'everything' || key.split(':', 1)[0] === change.guildId
      channels.forgetThose(isMeant)
      if (change.of === 'channels') return
      guilds.forgetThose(isMeant)
      members.forgetThose(isMeant)
    },
  }
}

/** To the bot a guild it has left, a channel it may not see and an id that never was are all the same. */
export async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DiscordFailure && (error.kind === 'gone' || error.kind === 'forbidden')) return null
    throw error
  }
}
