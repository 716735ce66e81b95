import { randomUUID } from 'node:crypto'
import { GuildId, isSnowflake } from '../../../kernel/ids.ts'
import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { claimReadings, ensureMark, markedTickets, nextReading, READING_CHANNEL } from './marks-store.ts'
import { READING_LEASE, type ReadingNeeds, readOn } from './reading.ts'

type Needs = ReadingNeeds & Pick<Platform, 'notices'>

const AT_ONCE = 4
const LONGEST_IDLE = { minutes: 1 }
const TICKETS_COUNTED_EVERY = { minutes: 10 }

/** Reads what was said in the channels of tickets while nobody listened, and whatever somebody wants to be sure of. */
export function readingWorker(needs: Needs): Worker {
  const { db, clock, logger, notices, rooms } = needs
  let wanted = new AbortController()
  const wake = () => wanted.abort()
  notices.on(READING_CHANNEL, wake, wake)
  /** Where tickets changed; some may have got their channel. */
  const changed = new Set<string>()
  notices.on(
    rooms.notices,
    (payload) => {
      changed.add(payload.split(/\W/, 1)[0] ?? '')
      wake()
    },
    wake,
  )
  let countedAt: Temporal.Instant | null = null
  return repeating('transcripts.readings', { clock, logger }, async (signal) => {
    wanted = new AbortController()
    const now = clock.now()
    if (!countedAt || Temporal.Instant.compare(countedAt.add(TICKETS_COUNTED_EVERY), now) <= 0) {
      await markAll(needs, now)
      countedAt = now
    }
    for (const guildId of changed) {
      changed.delete(guildId)
      if (isSnowflake(guildId)) await markAll(needs, now, GuildId.parse(guildId))
    }
    const lease = randomUUID()
    const claimed = await claimReadings(db, { now, leaseUntil: now.add(READING_LEASE), lease, limit: AT_ONCE })
    // One that fails holds up none of the others; its lease runs out, and it is read again.
    const ends = await Promise.allSettled(claimed.map((reading) => readOn(needs, reading, signal)))
    for (const end of ends)
      if (end.status === 'rejected')
        logger.error({ err: end.reason }, 'a ticket channel was not read; it is tried again')
    if (claimed.length > 0) return { at: clock.now() }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextReading(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: wanted.signal }
  })
}

/** Tickets in whose channels nobody has said anything that was heard. */
async function markAll({ db, rooms }: Needs, now: Temporal.Instant, guildId?: GuildId): Promise<void> {
  const [placed, marked] = [await rooms.placed(db, guildId), await markedTickets(db, guildId)]
  for (const room of placed) if (marked.get(room.ticketId) !== room.channelId) await ensureMark(db, room, now)
}
