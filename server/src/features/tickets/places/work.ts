import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock.ts'
import type { RoleId, UserId } from '../../../kernel/ids.ts'
import { nonceOf } from '../../../kernel/nonce.ts'
import type { Db } from '../../../platform/database/connect.ts'
import type { Channel } from '../../../platform/discord/channel-calls.ts'
import { orNull } from '../../../platform/discord/guild-reader.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import type { DiscordRest } from '../../../platform/discord/rest.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { Recordings } from '../ports.ts'
import { findTicket } from '../store.ts'
import { type Terms, termsOf } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import type { Place } from './place.ts'
import { note } from './place-store.ts'
import { LeaseLost } from './trouble.ts'
import { type Wanted, wantedPlace } from './wanted.ts'
import { placesWords } from './words-places.ts'

export interface PlaceNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly settings: Settings
  readonly recordings: Pick<Recordings, 'isComplete'>
  /** Members who were added to the ticket. */
  readonly people: (db: Db, ticketId: string) => Promise<readonly UserId[]>
  /** The message at the head of the channel, as it is to be now. */
  readonly controls: (ticket: Ticket, terms: Terms) => OutgoingMessage | Promise<OutgoingMessage>
}

/** A ticket that is being brought to where it should be; what is known of its place goes on with every step. */
export interface Work {
  readonly needs: PlaceNeeds
  /** As many looks as were wanted before the first one was taken. */
  readonly looks: number
  readonly signal: AbortSignal
  place: Place
  /** Of the ticket, as it was when it was read last; it may have changed since. */
  version: number
}

/** How a ticket stands, in our tables and in Discord. */
export interface Standing {
  readonly ticket: Ticket
  readonly terms: Terms
  readonly facts: Facts
  readonly found: Channel | null
  readonly wanted: Wanted
}

export interface Facts {
  readonly self: UserId
  readonly roles: ReadonlySet<RoleId>
  readonly openerIsThere: boolean
}

/** Extended every two seconds while the ticket is under way, so that what a dead worker held is soon taken up. */
export const LEASE = { seconds: 5 }

export async function factsOf({ needs: { discord } }: Work, { guildId, openerId }: Ticket): Promise<Facts> {
  const [self, roles, opener] = await Promise.all([
    discord.self(),
    discord.guildRoles(guildId),
    openerId === null ? null : orNull(discord.member(guildId, openerId)),
  ])
  return { self, roles: new Set(roles.map(({ id }) => id)), openerIsThere: opener !== null }
}

/** What our tables say at this moment, beside what was found in Discord. */
export async function standingOf(work: Work, facts: Facts, found: Channel | null): Promise<Standing> {
  const { needs, place } = work
  const ticket = await findTicket(needs.db, place.guildId, place.ticketId)
  if (!ticket) throw new LeaseLost()
  work.version = ticket.version
  const terms = await termsOf(needs.db, needs.settings, ticket)
  const people = await needs.people(needs.db, ticket.id)
  const { refusedNames } = place
  const wanted = wantedPlace(ticket, terms, { ...facts, people, found: found && kindOf(found), refusedNames })
  return { ticket, terms, facts, found, wanted }
}

function kindOf({ thread }: Channel): 'channel' | 'thread' {
  return thread ? 'thread' : 'channel'
}

/** Before anything is changed in Discord. @throws {LeaseLost} where another has the ticket, or the program ends. */
export async function hold(work: Work, known: Parameters<typeof note>[2] = {}): Promise<void> {
  const { db, clock } = work.needs
  if (work.signal.aborted) {
    await note(db, work.place, { lease_until: null, leased_by: null })
    throw new LeaseLost()
  }
  work.place = await note(db, work.place, { ...known, lease_until: clock.now().add(LEASE) })
}

/** The same for terms by which a ticket would be placed in the same way. */
export function termsKey({ panel, categoryId, staffRoleIds, escalationRoleId, archiveHours }: Terms): string {
  return nonceOf(
    JSON.stringify([panel?.name, panel?.welcome, categoryId, staffRoleIds, escalationRoleId, archiveHours]),
  )
}

/** What the audit log of the guild says. */
export function reasonOf({ number }: Pick<Ticket, 'number'>): string {
  return placesWords('en')('audit', { number })
}
