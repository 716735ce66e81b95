import { GuildId, isSnowflake } from '../../../kernel/ids.ts'
import type { Notices } from '../../../platform/database/listen.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { SETTINGS_CHANNEL } from '../../../platform/settings/settings.ts'
import { type NextTurn, repeating, type Worker } from '../../../platform/worker.ts'
import { TICKETS_CHANNEL } from '../store.ts'
import { claimCheck, endCheck, nextCheck } from './check-store.ts'
import { checkGuild } from './guild-check.ts'
import type { Place } from './place.ts'
import { claimPlaces, nextPlace } from './place-store.ts'
import { settle } from './settling.ts'
import { lookWhereTermsChanged } from './terms-change.ts'
import { LEASE, type PlaceNeeds } from './work.ts'

/** At once, in one process. */
const MOST_UNDER_WAY = 24
/** Over all processes: a guild of which Discord does not answer leaves room for the others. */
const PER_GUILD = 2
const LONGEST_IDLE = { seconds: 20 }

/** Brings Discord to what each ticket demands: guilds side by side, each ticket's steps in order. */
export function placesWorker(needs: PlaceNeeds & { readonly notices: Notices }): Worker {
  const { db, clock, notices, logger } = needs
  const underWay = new Set<Promise<void>>()
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

  function start(work: Promise<void>, about: object): void {
    const done = work
      .catch((err: unknown) => logger.error({ err, ...about }, 'A ticket was not settled; its lease runs out'))
      .then(() => {
        underWay.delete(done)
        wake()
      })
    underWay.add(done)
  }

  async function claim(signal: AbortSignal): Promise<readonly Place[]> {
    const now = clock.now()
    const room = MOST_UNDER_WAY - underWay.size
    if (room <= 0) return []
    const until = now.add(LEASE)
    const guildId = await claimCheck(db, now, until)
    if (guildId) start(check(needs, guildId, until), { guildId })
    const places = await claimPlaces(db, { now, leaseUntil: until, limit: room, perGuild: PER_GUILD })
    for (const place of places) start(settle(needs, place, signal), { ticket: place.ticketId })
    return places
  }

  async function turn(signal: AbortSignal): Promise<NextTurn> {
    sooner = new AbortController()
    for (const guildId of changed) {
      changed.delete(guildId)
      await lookWhereTermsChanged(needs, guildId)
    }
    const claimed = await claim(signal)
    const now = clock.now()
    if (claimed.length > 0) return { at: now, sooner: sooner.signal }
    return { at: earliest(now, [await nextPlace(db), await nextCheck(db)]), sooner: sooner.signal }
  }

  const loop = repeating('tickets.places', { clock, logger }, turn)
  return {
    name: loop.name,
    async run(signal) {
      await loop.run(signal)
      await Promise.all(underWay)
    },
  }
}

async function check(needs: PlaceNeeds, guildId: GuildId, until: Temporal.Instant): Promise<void> {
  try {
    await checkGuild(needs, guildId)
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    // Left due at the end of its lease, unless the bot cannot see the guild.
    if (error.kind === 'unavailable' || error.kind === 'unauthorized') return
    needs.logger.warn({ guildId, reason: error.message }, 'The channels of a guild could not be checked')
  }
  await endCheck(needs.db, guildId, until)
}

/** What is due already waits for a guild that has as many under way as it may; it is looked at when one is done. */
function earliest(now: Temporal.Instant, instants: readonly (Temporal.Instant | null)[]): Temporal.Instant {
  const isSooner = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
  return instants
    .filter((at) => at !== null && isSooner(now, at))
    .reduce<Temporal.Instant>((first, at) => (at && isSooner(at, first) ? at : first), now.add(LONGEST_IDLE))
}
