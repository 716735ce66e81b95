import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock.ts'
import { MessageId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { DiscordFailure, UNKNOWN_CHANNEL, UNKNOWN_MESSAGE } from '../../../platform/discord/failure.ts'
import type { DiscordRest } from '../../../platform/discord/rest.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { TicketRooms } from '../ports.ts'
import { markDeleted, newestMessage, standingBetween } from '../recording/message-store.ts'
import type { Outcome, Recorder, Seen } from '../recording/recorder.ts'
import { breakOff, endReading, lookBack, type Reading, readUpTo } from './marks-store.ts'

export interface ReadingNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly recorder: Recorder
  readonly rooms: TicketRooms
}

/** Longer than a page can take. */
export const READING_LEASE = { seconds: 30 }
/** The most that Discord gives at once. */
const PAGE = 100
/** How far before the mark edits and deletions that nobody heard of are looked for; a closed ticket is read from its beginning. */
const LOOKED_BACK = 200
/** Nothing is lost while the connection holds; this finds what a fault of ours or of Discord's swallowed. */
const READ_AGAIN_AFTER = { hours: 6 }
/** The channel of an archived ticket may stay for ever. */
const ARCHIVED_READ_AGAIN_AFTER = { hours: 30 * 24 }
const SHORTEST_PAUSE_S = 5
const LONGEST_PAUSE_S = 600
const FIRST = MessageId.parse('1')

interface Found extends Outcome {
  readonly deleted: number
}

/** Reads the channel from where the reading stands to its end, page by page. Each page is kept by itself. */
export async function readOn(needs: ReadingNeeds, reading: Reading, signal: AbortSignal): Promise<void> {
  try {
    let after = reading.after ?? (reading.isWhole ? null : await lookBack(needs.db, reading, LOOKED_BACK)) ?? FIRST
    while (!signal.aborted) {
      const read = await readPage(needs, reading, after)
      if (!read) return
      after = read
    }
    // Another process goes on at once.
    await breakOff(needs.db, reading, { now: needs.clock.now(), dueAt: needs.clock.now(), why: null })
  } catch (error) {
    if (error instanceof LeaseLost) return
    if (!(error instanceof DiscordFailure)) throw error
    await fail(needs, reading, error)
  }
}

/** @returns after which message the next page begins; null at the end of the channel. */
async function readPage(needs: ReadingNeeds, reading: Reading, after: MessageId): Promise<MessageId | null> {
  const { db, discord, recorder, clock, rooms } = needs
  // Before Discord is asked: what is recorded by then and not on the page is gone, and not merely younger than the page.
  const recordedUpTo = await newestMessage(db, reading.ticketId)
  const page: readonly Seen[] = await discord.recentMessages(reading.channelId, { limit: PAGE, after })
  const last = page.map(({ id }) => id).reduce<MessageId | null>(later, null)
  const isEnd = page.length < PAGE
  const judgedUpTo = isEnd ? recordedUpTo : last
  const gone = judgedUpTo ? await goneFrom(needs, reading, page, { after, upTo: judgedUpTo }) : []
  const prepared = await recorder.prepare(reading, page)
  await db.transaction().execute(async (tx) => {
    const now = clock.now()
    if (!(await readUpTo(tx, reading, last, now.add(READING_LEASE)))) throw new LeaseLost()
    const outcome = await recorder.recordIn(tx, reading, prepared)
    const deleted = await markDeleted(tx, reading, gone, { at: now, isMissed: true })
    await tell(tx, reading, { ...outcome, deleted }, now)
    if (!isEnd) return
    const ticket = await rooms.describe(tx, reading.guildId, reading.ticketId)
    const pause = ticket?.archivedAt ? ARCHIVED_READ_AGAIN_AFTER : READ_AGAIN_AFTER
    await endReading(tx, reading, { now, at: now.add(pause) })
  })
  return isEnd ? null : last
}

/** Messages that ought to be on the page. To a bot that may not read the history everything seems gone, so one is asked for by itself. */
async function goneFrom(
  { db, discord }: ReadingNeeds,
  { ticketId, channelId }: Reading,
  page: readonly Seen[],
  { after, upTo }: { readonly after: MessageId; readonly upTo: MessageId },
): Promise<MessageId[]> {
  const there = new Set(page.map(({ id }) => id))
  const absent = (await standingBetween(db, ticketId, after, upTo)).filter((id) => !there.has(id))
  const [one] = absent
  if (!one) return []
  const isGone = await discord.message(channelId, one).then(
    () => false,
    (error: unknown) => {
      if (error instanceof DiscordFailure && error.code === UNKNOWN_MESSAGE) return true
      throw error
    },
  )
  return isGone ? absent : []
}

/** Nothing is found in a channel that was heard all the time; the first reading finds what was said before anybody listened. */
async function tell(tx: Tx, reading: Reading, found: Found, now: Temporal.Instant): Promise<void> {
  const { guildId, ticketId, endReadAt } = reading
  const { added, edited, deleted } = found
  if (added + edited + deleted === 0 || endReadAt === null) return
  const message = `Of a ticket, ${added} messages, ${edited} edits and ${deleted} deletions were found that nobody had heard of`
  const details = { ticket_id: ticketId, added, edited, deleted }
  await recordEvents(tx, [{ type: 'TRANSCRIPT_CAUGHT_UP', guildId, message, details }], now)
}

async function fail({ db, clock, logger }: ReadingNeeds, reading: Reading, failure: DiscordFailure): Promise<void> {
  const now = clock.now()
  const { guildId, ticketId, attempts } = reading
  const why = reasonOf(failure)
  const pauseS = Math.min(LONGEST_PAUSE_S, SHORTEST_PAUSE_S * 2 ** Math.min(attempts - 1, 10))
  const dueAt = now.add({ milliseconds: Math.max(pauseS * 1000, failure.retryAfterMs ?? 0) })
  logger.warn({ err: failure, guildId, ticketId, attempts }, 'the channel of a ticket could not be read')
  await db.transaction().execute(async (tx) => {
    await breakOff(tx, reading, { now, dueAt, why })
    if (why !== 'gone' && !(why === 'closed_to_bot' && reading.closedToBotAt === null)) return
    const message =
      why === 'gone'
        ? 'The channel of a ticket was deleted; its transcript holds what was recorded until then'
        : 'The bot may not read the channel of a ticket; its transcript holds what it heard'
    await recordEvents(tx, [{ type: 'TRANSCRIPT_INCOMPLETE', guildId, message, details: { ticket_id: ticketId } }], now)
  })
}

function reasonOf({ kind, code }: DiscordFailure): 'gone' | 'closed_to_bot' | null {
  if (code === UNKNOWN_CHANNEL) return 'gone'
  return kind === 'forbidden' ? 'closed_to_bot' : null
}

function later(one: MessageId | null, other: MessageId): MessageId {
  return one !== null && BigInt(one) > BigInt(other) ? one : other
}

/** Another worker took the reading over, because this one was suspended for too long. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}
