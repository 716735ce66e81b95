import type { APIEmbedField } from 'discord-api-types/v10'
import type { Platform } from '../../../platform/feature.ts'
import type { RatingOut, TimeOut } from '../contract.ts'
import { findRating } from '../feedback/rating-store.ts'
import type { Terms } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { archiveAt } from './archiving.ts'
import { archiveField, targetField } from './messages.ts'
import { ratingOut, timeOut } from './presenter.ts'
import { timeRules } from './rules.ts'
import { targetsOf } from './targets.ts'
import { findTimed } from './time-store.ts'

type LookingNeeds = Pick<Platform, 'db' | 'settings' | 'clock'>

/** What time says of a ticket now, for those who look at it. */
export function timeOfTickets({ db, settings, clock }: LookingNeeds) {
  const look = async (ticket: Ticket, terms: Terms) => ({
    timed: await findTimed(db, ticket),
    rules: await timeRules(settings, ticket.guildId, terms),
  })
  return {
    async detail(ticket: Ticket, terms: Terms): Promise<{ time: TimeOut | null; rating: RatingOut }> {
      const { timed, rules } = await look(ticket, terms)
      const { id: ticketId, closedAt } = ticket
      return {
        time: timed && timeOut(timed, rules, clock.now()),
        rating: ratingOut(closedAt && (await findRating(db, { ticketId, closedAt }))),
      }
    },

    /** By when something has to be done, and when it is archived, for the head of the ticket's channel. */
    async fields(ticket: Ticket, terms: Terms): Promise<APIEmbedField[]> {
      const { firstResponseMinutes, resolutionMinutes, archiveHours } = terms
      if (firstResponseMinutes === null && resolutionMinutes === null && archiveHours === null) return []
      const { timed, rules } = await look(ticket, terms)
      if (!timed) return []
      const { language } = ticket
      return [
        ...targetField(targetsOf(timed, rules, clock.now()), language),
        ...archiveField(archiveAt(timed, archiveHours), language),
      ]
    },
  }
}
