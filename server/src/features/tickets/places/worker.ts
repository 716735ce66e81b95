import type { Logger } from 'pino'
import { GuildId, isSnowflake } from '../../../kernel/ids.ts'
import type { Notices } from '../../../platform/database/listen.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { SETTINGS_CHANNEL } from '../../../platform/settings/settings.ts'
import { type NextTurn, repeating, type Worker } from '../../../platform/worker.ts'
import { TICKETS_CHANNEL } from '../store.ts'
import { claimCheck, endCheck, nextCheck } from './check-store.ts'
import { checkGuild } from './guild-check.ts'
import type { Place } from './place.ts'
import { claimPlaces, extendLeases, nextPlace } from './place-store.ts'
import { settle } from './settling.ts'
import { lookWhereTermsChanged } from './terms-change.ts'
import { LEASE, type PlaceNeeds } from './work.ts'

/** At once, in one process. */
const MOST_UNDER_WAY = 24
/** Over all processes: a guild of which Discord does not answer leaves room for the others. */
const PER_GUILD = 2
const LONGEST_IDLE = { seconds: 20 }
/** Well below a lease. */
const LONGEST_BUSY = { seconds: 2 }
/** Of checks, which nobody extends. */
const CHECK_LEASE = { seconds: 60 }

/** Brings Discord to what each ticket demands: guilds side by side, each ticket's steps in order. */
export function placesWorker(needs: PlaceNeeds & { readonly notices: Notices }): Worker {
  const { db, clock, notices, logger } = needs
  const underWay = new UnderWay(logger, () => sooner.abort())
  const changed = new Set<GuildId>()
  let sooner = new AbortController()
  const wake = () => sooner.abort()
  notices.on(TICKETS_CHANNEL, wake, wake)
  notices.on(
    SETTINGS_CHANNEL,
    (notice) => {
      const [guildId = ''] = notice.split(':', 1)
      if (isSnowflake(guildId)) changed.add(GuildId.parse(guildId))
      wake()
    },
    wake,
  )

  async function claim(now: Temporal.Instant, signal: AbortSignal): Promise<readonly Place[]> {
    const room = MOST_UNDER_WAY - underWay.size
    await extendLeases(db, underWay.leases(), now.add(LEASE))
    if (room <= 0) return []
    const guildId = await claimCheck(db, now, now.add(CHECK_LEASE))
    if (guildId) underWay.add(check(needs, guildId, now), null)
    const places = await claimPlaces(db, { now, leaseUntil: now.add(LEASE), limit: room, perGuild: PER_GUILD })
    for (const place of places) underWay.add(settle(needs, place, signal), place)
    return places
  }

  async function turn(signal: AbortSignal): Promise<NextTurn> {
    sooner = new AbortController()
    const now = clock.now()
    for (const guildId of changed) {
      changed.delete(guildId)
      await lookWhereTermsChanged(needs, guildId).catch((err: unknown) => {
        changed.add(guildId)
        throw err
      })
    }
    const claimed = await claim(now, signal)
    if (claimed.length > 0) return { at: now, sooner: sooner.signal }
    const latest = now.add(underWay.size > 0 ? LONGEST_BUSY : LONGEST_IDLE)
    return { at: earliest(now, [await nextPlace(db, now), await nextCheck(db)], latest), sooner: sooner.signal }
  }

  const loop = repeating('tickets.places', { clock, logger }, turn)
  return {
    name: loop.name,
    async run(signal) {
      await loop.run(signal)
      await underWay.ended()
    },
  }
}

/** What was begun and has not ended, each by itself. */
class UnderWay {
  readonly #works = new Map<Promise<void>, Place | null>()
  readonly #logger: Logger
  readonly #hear: () => void

  /** `hear` is called when one of them has ended. */
  constructor(logger: Logger, hear: () => void) {
    this.#logger = logger
    this.#hear = hear
  }

  get size(): number {
    return this.#works.size
  }

  add(work: Promise<void>, place: Place | null): void {
    const failed = (err: unknown) =>
      this.#logger.error({ err, ticket: place?.ticketId }, 'A ticket was not settled; its lease runs out')
    const done = work.catch(failed).then(() => {
      this.#works.delete(done)
      this.#hear()
    })
    this.#works.set(done, place)
  }

  leases(): string[] {
    return [...this.#works.values()].flatMap((place) => (place ? [place.leasedBy] : []))
  }

  async ended(): Promise<void> {
    await Promise.all(this.#works.keys())
  }
}

async function check(needs: PlaceNeeds, guildId: GuildId, begunAt: Temporal.Instant): Promise<void> {
  try {
    await checkGuild(needs, guildId)
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    // Its lease runs out and it is done again, unless the bot may not see the guild.
    if (error.kind === 'unavailable' || error.kind === 'unauthorized') return
    needs.logger.warn({ guildId, reason: error.message }, 'The channels of a guild could not be checked')
  }
  await endCheck(needs.db, guildId, begunAt)
}

/** What is due already waits for a guild that has as many under way as it may; it is looked at when one is done. */
function earliest(
  now: Temporal.Instant,
  instants: readonly (Temporal.Instant | null)[],
  latest: Temporal.Instant,
): Temporal.Instant {
  const isSooner = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
  return instants
    .filter((at) => at !== null && isSooner(now, at))
    .reduce<Temporal.Instant>((first, at) => (at && isSooner(at, first) ? at : first), latest)
}
