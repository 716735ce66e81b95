import type { GuildId, UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../../platform/database/connect.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { lockedTicket } from '../desk.ts'
import { isStaff, type Person, standingOf } from '../standing.ts'
import * as store from '../store.ts'
import { type Terms, termsOf } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { deskWords } from '../words-desk.ts'

/** Somebody who does something to tickets of a guild. */
export interface Doer extends Person {
  readonly guildId: GuildId
}

/** A ticket as somebody finds it. */
export interface Found {
  readonly ticket: Ticket
  readonly terms: Terms
  readonly standing: ReturnType<typeof standingOf>
}

export interface Expecting {
  /** The version that was seen; where the ticket has another by now, nothing is done. */
  readonly version?: number | undefined
  readonly commit?: Commit
}

type DeskNeeds = Pick<Platform, 'db' | 'clock' | 'settings' | 'guilds' | 'guildAccess'>

export type AtTheDesk = ReturnType<typeof atTheDesk>

/** How tickets are found and changed by people: of their guild, by who they are to the ticket, under its lock. */
export function atTheDesk({ db, clock, settings, guilds, guildAccess }: DeskNeeds) {
  const find = (doer: Doer, id: string) => findBy(db, settings, doer, id)

  return {
    db,
    clock,
    find,

    /** @throws {Refusal} unless the doer is staff of the ticket. */
    async findAsStaff(doer: Doer, id: string): Promise<Found> {
      const found = await find(doer, id)
      requireStaff(found)
      return found
    },

    /** The ticket whose channel this is. */
    async findIn(doer: Doer, channelId: Invocation['channelId']): Promise<Found> {
      const ticket = await store.ticketIn(db, channelId)
      if (ticket?.guildId !== doer.guildId)
        throw new Refusal('not_found', 'tickets.not_in_a_ticket', deskWords.everywhere('not_in_a_ticket'))
      return find(doer, ticket.id)
    },

    /**
     * Settings are read before: with the lock in hand nobody waits for another connection. A transfer in between
     * changes who is staff, and so undoes what was found.
     */
    async change<Result>(
      doer: Doer,
      id: string,
      { version, commit = (work) => db.transaction().execute(work) }: Expecting,
      work: (tx: Tx, found: Found, now: Temporal.Instant) => Promise<Result>,
    ): Promise<Result> {
      const { ticket: seen, terms } = await find(doer, id)
      return commit(async (tx) => {
        const ticket = await lockedTicket(tx, doer.guildId, id)
        if (ticket.panelId !== seen.panelId || (version !== undefined && ticket.version !== version))
          throw new Refusal('conflict', 'tickets.changed_meanwhile', deskWords.everywhere('changed_meanwhile'))
        return work(tx, { ticket, terms, standing: standingOf(ticket, terms, doer) }, clock.now())
      })
    },

    /** Null: not a member of the guild. */
    async personIn(guildId: GuildId, userId: UserId): Promise<Person | null> {
      const [member, standing] = await Promise.all([
        guilds.member(guildId, userId),
        guildAccess.standing(guildId, userId),
      ])
      return member && { userId, roleIds: member.roleIds, isAdmin: standing === 'admin' }
    },

    /** Whoever asks the API: admins need not be members, as owners of the bot. */
    async callerIn(guildId: GuildId, userId: UserId): Promise<Doer> {
      const [member, standing] = await Promise.all([
        guilds.member(guildId, userId),
        guildAccess.standing(guildId, userId),
      ])
      return { guildId, userId, roleIds: member?.roleIds ?? [], isAdmin: standing === 'admin' }
    },

    async hasRole(guildId: GuildId, roleId: string): Promise<boolean> {
      const found = await guilds.guild(guildId)
      // The role that everybody has bears the id of the guild.
      return roleId !== guildId && (found?.roles.some(({ id }) => id === roleId) ?? false)
    },
  }
}

async function findBy(db: Db, settings: Settings, doer: Doer, id: string): Promise<Found> {
  const ticket = TICKET_ID.test(id) ? await store.findTicket(db, doer.guildId, id) : null
  if (!ticket) throw new Refusal('not_found', 'tickets.not_found', deskWords.everywhere('not_found'))
  const terms = await termsOf(db, settings, ticket)
  return { ticket, terms, standing: standingOf(ticket, terms, doer) }
}

/** A custom id may hold anything. */
const TICKET_ID = /^[1-9]\d{0,17}$/

/** @throws {Refusal} unless the finder is staff of the ticket. */
export function requireStaff({ standing }: Pick<Found, 'standing'>): void {
  if (!isStaff(standing)) throw new Refusal('forbidden', 'tickets.not_yours', deskWords.everywhere('staff_only'))
}

/** Whoever used a command, button or form. */
export function doerOf({ guildId, actor, member }: Pick<Invocation, 'guildId' | 'actor' | 'member'>): Doer {
  return { guildId, userId: actor.userId, roleIds: member.roleIds, isAdmin: actor.adminOf === guildId }
}
