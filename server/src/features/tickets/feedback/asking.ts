import type { Tx } from '../../../platform/database/connect.ts'
import { answered } from '../../../platform/discord/answered.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { post } from '../../../platform/discord/outbox.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { Recordings } from '../ports.ts'
import type { Ticket } from '../ticket.ts'
import { noteTime } from '../time/time-store.ts'
import { closedMessage } from './messages.ts'

/** What a member is told when a ticket is closed, beside the ticket itself. */
export interface RatingFacts {
  /** Null where Discord does not say it now. */
  readonly guildName: string | null
  /** At which the member may read what was said; null where nothing was. */
  readonly transcript: string | null
}

type AskingNeeds = Pick<Platform, 'guilds'> & { readonly recordings: Pick<Recordings, 'link'> }

/** Asked before anything is locked. */
export async function ratingFacts({ guilds, recordings }: AskingNeeds, ticket: Ticket): Promise<RatingFacts> {
  const { guildId, openerId } = ticket
  const [found, transcript] = await Promise.all([
    answered(guilds.guild(guildId)),
    openerId === null ? null : recordings.link(ticket, openerId),
  ])
  return { guildName: found instanceof DiscordFailure ? null : (found?.guild.name ?? null), transcript }
}

/** Tells the member that the ticket is closed, where to read it, and asks how it was: directly, else in its channel. */
export async function askForRating(tx: Tx, ticket: Ticket, facts: RatingFacts, now: Temporal.Instant): Promise<void> {
  const { id, guildId, openerId, channelId, closedAt } = ticket
  if (openerId === null || closedAt === null) return
  await noteTime(tx, ticket, { rating_asked_for: closedAt })
  const to = { userId: openerId, orChannelId: channelId }
  const message = closedMessage(ticket, facts)
  await post(tx, { guildId, to, purpose: 'tickets.closed', about: id, message }, now)
}
