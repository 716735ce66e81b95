import type { UserId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Platform } from '../../../platform/feature.ts'
import { moveTicket } from '../desk.ts'
import { standingOf } from '../standing.ts'
import type { Terms } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { nextOf, turnAfter } from './assignment-rules.ts'
import { lockLoads, noteTurn, onDuty } from './duty-store.ts'

/** Each of them is asked of Discord, unless that was less than a minute ago. */
const MOST_ASKED = 100

/**
 * Who could be given the ticket: on duty, and with a role of its staff now. Its own opener is not. An admin without one
 * of those roles is staff of everything, and is given nothing by the bot.
 * @throws {DiscordFailure}
 */
export async function candidatesFor(
  { db, guilds }: Pick<Platform, 'db' | 'guilds'>,
  ticket: Ticket,
  terms: Terms,
): Promise<UserId[]> {
  const { guildId, openerId } = ticket
  const asked = await onDuty(db, guildId, MOST_ASKED)
  const found = await Promise.all(
    asked.map(async (userId) => {
      const member = await guilds.member(guildId, userId)
      const isStaff =
        member && standingOf(ticket, terms, { userId, roleIds: member.roleIds, isAdmin: false }) === 'staff'
      return isStaff && userId !== openerId ? [userId] : []
    }),
  )
  return found.flat()
}

/** Gives the ticket to whose turn it is; where nobody is on duty it stays for whoever claims it. */
export async function assign(
  tx: Tx,
  ticket: Ticket,
  { assignment }: Terms,
  candidates: readonly UserId[],
  now: Temporal.Instant,
): Promise<void> {
  if (assignment === 'none' || candidates.length === 0) return
  const { guildId } = ticket
  const all = await lockLoads(tx, guildId, candidates)
  const next = nextOf(
    all.filter(({ userId }) => candidates.includes(userId)),
    assignment,
  )
  if (!next) return
  await noteTurn(tx, guildId, next.userId, turnAfter(all))
  const mover = { userId: null, standing: 'system' } as const
  await moveTicket(tx, ticket, 'assign', mover, { assignee: next.userId, rule: assignment }, now)
}
