import type { ChannelId, GuildId } from '../../../kernel/ids.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { TicketRooms } from '../ports.ts'
import { ensureMark, findMark, type Mark, wantWhole } from './marks-store.ts'

type Needs = Pick<Platform, 'db' | 'clock'> & { readonly rooms: TicketRooms }

/** An admin has so long to let the bot into the channel again; then what it heard has to do. */
const CLOSED_TO_BOT = { hours: 24 }

/**
 * Whether the transcript of a closed ticket holds everything: the channel was read from its beginning to its end since
 * the ticket was closed, and nothing can have been missed since then. What is not there any more cannot be missed. Pure.
 */
export function isComplete(mark: Mark, closedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  const { wholeReadAt, isDoubted, goneAt, closedToBotAt } = mark
  if (goneAt !== null) return true
  if (closedToBotAt !== null) return isBefore(closedToBotAt.add(CLOSED_TO_BOT), now)
  if (closedAt === null || wholeReadAt === null || isDoubted) return false
  return !isBefore(wholeReadAt, closedAt)
}

/** Asks for the reading that is missing, where one is. */
export function completeness({ db, clock, rooms }: Needs) {
  return async (ticket: {
    readonly id: string
    readonly guildId: GuildId
    readonly channelId: ChannelId | null
  }): Promise<boolean> => {
    const { id: ticketId, guildId, channelId } = ticket
    const now = clock.now()
    if (channelId) await ensureMark(db, { ticketId, guildId, channelId }, now)
    const [mark, sketch] = [await findMark(db, ticketId), await rooms.describe(db, guildId, ticketId)]
    // Nobody ever spoke where there was no channel.
    if (!mark || !sketch) return channelId === null
    const { closedAt } = sketch
    const isRead = closedAt && mark.wholeReadAt && !isBefore(mark.wholeReadAt, closedAt)
    // What is doubted is read again anyway.
    if (closedAt && !isRead) await wantWhole(db, ticketId, { since: closedAt, now })
    return isComplete(mark, closedAt, now)
  }
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
