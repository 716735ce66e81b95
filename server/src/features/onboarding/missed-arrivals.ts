import type { GuildId, UserId } from '../../kernel/ids.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GatewayLifecycle } from '../../platform/discord/gateway-lifecycle.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { arrivalsKnownUntil, dropArrivalMark, moveArrivalMarks } from './arrival-marks-store.ts'
import { arrive } from './arrivals.ts'
import { onboardingSettings } from './settings.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'settings' | 'discord' | 'logger'>

/** The most that Discord gives: https://discord.com/developers/docs/resources/guild#list-guild-members */
const PAGE = 1000
const PAGES_AT_ONCE = 5
const BETWEEN_PAGES = { seconds: 1 }
const TRIED_AGAIN_AFTER = { seconds: 30 }
const MARKED_EVERY = { minutes: 1 }
/** A lost connection is noticed late, and what was heard last before a crash may not be done. To give a role twice changes nothing. */
const OVERLAP = { minutes: 5 }

/** Looking through the members of a guild. */
interface Look {
  readonly connectedAt: Temporal.Instant
  /** How many connections had been lost by then. */
  readonly losses: number
  /** The last member who was looked at. */
  readonly after: UserId | null
}

export interface MissedArrivals {
  readonly worker: Worker
  hearGateway(event: GatewayLifecycle): Promise<void>
}

/**
 * Finds who joined while nobody was connected. While somebody is, the mark of a guild that was looked through moves
 * along with time; members who were there before the first mark are never touched.
 */
export function missedArrivals(needs: Needs): MissedArrivals {
  const { db, clock, logger } = needs
  const looks = new Map<GuildId, Look>()
  const known = new Set<GuildId>()
  let losses = 0
  let woken = new AbortController()

  /** @returns false where Discord did not answer. */
  async function turn(guildId: GuildId, look: Look): Promise<boolean> {
    const after = await lookOn(needs, guildId, look).catch((failure: unknown) => {
      if (!(failure instanceof DiscordFailure)) throw failure
      logger.warn({ err: failure, guildId }, 'the members of a guild could not be listed')
      return failure.kind === 'unavailable' || failure.kind === 'unauthorized' ? ('later' as const) : ('never' as const)
    })
    // It begins anew, or there is nothing to look at any more.
    if (looks.get(guildId) !== look) return true
    looks.delete(guildId)
    if (after === 'later') looks.set(guildId, look)
    else if (after === null && look.losses === losses) known.add(guildId)
    else if (after !== null && after !== 'never') looks.set(guildId, { ...look, after })
    return after !== 'later'
  }

  const worker = repeating('onboarding.missed_arrivals', { clock, logger }, async (signal) => {
    woken = new AbortController()
    let isAnswered = true
    for (let page = 0; page < PAGES_AT_ONCE && isAnswered && !signal.aborted; page += 1) {
      const [next] = looks
      if (!next) break
      isAnswered = await turn(...next)
    }
    if (looks.size > 0) return { at: clock.now().add(isAnswered ? BETWEEN_PAGES : TRIED_AGAIN_AFTER) }
    if (known.size > 0) await moveArrivalMarks(db, [...known], clock.now())
    return { at: clock.now().add(MARKED_EVERY), sooner: woken.signal }
  })

  return {
    worker,
    async hearGateway(event) {
      if (event.kind === 'disconnected') {
        // Of which guilds is not said; a mark that stays behind is looked from once more.
        known.clear()
        losses += 1
      } else if (event.kind === 'guild_left') {
        known.delete(event.guildId)
        looks.delete(event.guildId)
        await dropArrivalMark(db, event.guildId)
      } else {
        const guildIds = event.kind === 'guild_joined' ? [event.guildId] : event.guildIds
        for (const guildId of guildIds) {
          known.delete(guildId)
          looks.set(guildId, { connectedAt: clock.now(), losses, after: null })
        }
        woken.abort()
      }
    },
  }
}

/** Looks at the next members. @returns the last of them; null when there are no more, and the mark is moved. */
async function lookOn(needs: Needs, guildId: GuildId, { connectedAt, after }: Look): Promise<UserId | null> {
  const { db, settings, discord } = needs
  const [knownUntil, joinRole, completionRole] = await Promise.all([
    arrivalsKnownUntil(db, guildId),
    settings.read(onboardingSettings.joinRole, guildId),
    settings.read(onboardingSettings.completionRole, guildId),
  ])
  const givesRoles = joinRole !== null || completionRole !== null
  const members = knownUntil && givesRoles ? await discord.membersAfter(guildId, after, PAGE) : []
  const since = knownUntil?.subtract(OVERLAP) ?? connectedAt
  for (const { userId, isBot, joinedAt } of members)
    if (!isBot && joinedAt && Temporal.Instant.compare(joinedAt, since) >= 0) await arrive(needs, { guildId, userId })
  const last = members.length === PAGE ? members.at(-1) : undefined
  if (last) return last.userId
  await moveArrivalMarks(db, [guildId], connectedAt)
  return null
}
