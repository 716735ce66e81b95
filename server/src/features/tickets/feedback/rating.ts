import { ChannelId, type UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { post } from '../../../platform/discord/outbox.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { guildLanguage } from '../../../platform/settings/guild-language.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { appendEvent, lockTicket } from '../store.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { ratedMessage } from './messages.ts'
import { findOwnTicket, findRating, type Rating, saveRating } from './rating-store.ts'
import { SCORES } from './scores.ts'
import { feedbackWords } from './words.ts'

/** How long a member may rate and change it. */
const RATED_WITHIN = { hours: 7 * 24 }

interface Given {
  readonly score: number
  /** Undefined: what was written before stays. */
  readonly comment?: string | null
}

export type TicketRating = ReturnType<typeof ticketRating>

/** How members rate what was done for them: from the conversation with the bot, or from the channel of the ticket. */
export function ticketRating({ db, clock, settings }: Pick<Platform, 'db' | 'clock' | 'settings'>) {
  /** A ticket is looked for without its guild, which a direct message does not tell: whoever opened it may rate it. */
  async function own(userId: UserId, ticketId: string): Promise<Ticket> {
    const ticket = TICKET_ID.test(ticketId) ? await findOwnTicket(db, userId, ticketId) : null
    if (!ticket) throw new Refusal('not_found', 'tickets.nothing_to_rate', feedbackWords.everywhere('nothing_to_rate'))
    return ticket
  }

  return {
    own,

    /** @returns the ticket with what stands now. @throws {Refusal} */
    async rate(userId: UserId, ticketId: string, given: Given): Promise<{ ticket: Ticket; rating: Rating }> {
      const { guildId } = await own(userId, ticketId)
      const [channelId, language] = await Promise.all([
        settings.read(systemSettings.logChannel, guildId),
        guildLanguage(settings, guildId),
      ])
      return db.transaction().execute(async (tx) => {
        const now = clock.now()
        const ticket = await lockTicket(tx, guildId, ticketId)
        const closedAt = closingOf(ticket, userId, now)
        if (!ticket || !SCORES.some((score) => score === given.score))
          throw new Refusal('not_found', 'tickets.nothing_to_rate', feedbackWords.everywhere('nothing_to_rate'))
        const before = await findRating(tx, { ticketId, closedAt })
        await saveRating(tx, { ticketId, closedAt }, ticket, given, now)
        const rating = { score: given.score, comment: given.comment ?? before?.comment ?? null, ratedAt: now }
        if (before?.score !== rating.score || before.comment !== rating.comment) {
          await tell(tx, ticket, rating, now)
          if (channelId !== null) {
            const message = ratedMessage(ticket, rating, language)
            const to = { channelId: ChannelId.parse(channelId) }
            await post(tx, { guildId, to, purpose: 'tickets.rated', about: ticketId, message }, now)
          }
        }
        return { ticket, rating }
      })
    },
  }
}

/** A custom id may hold anything. */
const TICKET_ID = /^[1-9]\d{0,17}$/

/** @throws {Refusal} where it is not closed, or was long ago. */
function closingOf(ticket: Ticket | null, userId: UserId, now: Temporal.Instant): Temporal.Instant {
  if (ticket?.openerId !== userId)
    throw new Refusal('not_found', 'tickets.nothing_to_rate', feedbackWords.everywhere('nothing_to_rate'))
  if (isUnsolved(ticket) || ticket.closedAt === null)
    throw new Refusal('conflict', 'tickets.open_again', feedbackWords.everywhere('open_again'))
  if (Temporal.Instant.compare(ticket.closedAt.add(RATED_WITHIN), now) < 0)
    throw new Refusal('conflict', 'tickets.rated_late', feedbackWords.everywhere('rated_late'))
  return ticket.closedAt
}

/** What the member wrote stays with the rating, whose erasing it shares. */
async function tell(tx: Tx, ticket: Ticket, { score }: Rating, now: Temporal.Instant): Promise<void> {
  const { id, guildId, number, status, openerId } = ticket
  await appendEvent(tx, ticket, { kind: 'rated', from: status, to: status, actorId: openerId, details: { score } }, now)
  const details = { ticket_id: id, number, user_id: openerId, score }
  const message = `Ticket ${number} was rated ${score} of 5`
  await recordEvents(tx, [{ type: 'TICKET_RATED', guildId, message, details }], now)
  await announceChange(tx, { guildId, kind: 'tickets', ref: id }, now)
}
