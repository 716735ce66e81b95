import { type Selectable, type SqlBool, sql, type Updateable } from 'kysely'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { Tickets } from '../../../platform/database/tables.ts'
import { ticketOf } from '../store.ts'
import { STATUSES, type Ticket } from '../ticket.ts'
import type { Passage, TicketTime, Timed } from './time.ts'

type Named = Pick<Ticket, 'id' | 'guildId'>
export type ToCheck = Pick<Ticket, 'id' | 'guildId' | 'version'>

/** Moves are few; whoever makes more of them has time measured by the latest. */
const MOST_PASSAGES = 500

export async function findTimed(db: Db | Tx, { id, guildId }: Named): Promise<Timed | null> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? timedOf(db, row) : null
}

/** Null where it is gone. Waits for whoever changes it. */
export async function lockTimed(tx: Tx, { id, guildId }: Named): Promise<Timed | null> {
  const row = await tx
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? timedOf(tx, row) : null
}

async function timedOf(db: Db | Tx, row: Selectable<Tickets>): Promise<Timed> {
  const events = await db
    .selectFrom('ticket_events')
    .select(['kind', 'to_status', 'happened_at'])
    .where('ticket_id', '=', row.id)
    .orderBy('id', 'desc')
    .limit(MOST_PASSAGES)
    .execute()
  const history = events.reverse().map(
    ({ kind, to_status, happened_at }): Passage => ({
      kind,
      to: STATUSES.find((status) => status === to_status) ?? null,
      at: happened_at,
    }),
  )
  return { ticket: ticketOf(row), time: timeOf(row), history }
}

function timeOf(row: Selectable<Tickets>): TicketTime {
  return {
    lastMessageAt: row.last_message_at,
    lastBy: row.last_by === 'opener' || row.last_by === 'staff' ? row.last_by : null,
    firstResponseAt: row.first_response_at,
    remindedAt: row.reminded_at,
    reminderShownAt: row.reminder_shown_at,
    neverCloses: row.never_closes,
    told: {
      first_response: { warnedAt: row.response_warned_at, missedAt: row.response_missed_at },
      resolution: { warnedAt: row.resolution_warned_at, missedAt: row.resolution_missed_at },
    },
    ratingAskedFor: row.rating_asked_for,
  }
}

/** Of what is time's alone: nothing follows from it in Discord. */
export async function noteTime(tx: Db | Tx, { id }: Pick<Ticket, 'id'>, change: Updateable<Tickets>): Promise<void> {
  await tx.updateTable('tickets').set(change).where('id', '=', id).execute()
}

/** Those that changed or whose time has come, with nobody's lock: whoever acts looks again under the lock of the ticket. */
export async function ticketsToCheck(db: Db, now: Temporal.Instant, most: number): Promise<readonly ToCheck[]> {
  // Two queries: each has its index.
  const changed = await toCheck(db, sql<SqlBool>`checked_version < version`, most)
  const due = await toCheck(db, sql<SqlBool>`next_check_at <= ${now}`, most)
  const all = new Map([...changed, ...due].map((one) => [one.id, one]))
  return [...all.values()].slice(0, most)
}

async function toCheck(db: Db, which: ReturnType<typeof sql<SqlBool>>, most: number): Promise<ToCheck[]> {
  const columns = ['id', 'guild_id', 'version'] as const
  const rows = await db.selectFrom('tickets').select(columns).where(which).orderBy('id').limit(most).execute()
  return rows.map(({ id, guild_id, version }) => ({ id, version, guildId: GuildId.parse(guild_id) }))
}

/** When there is something to look at, if ever. */
export async function nextCheckAt(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('tickets')
    .select('next_check_at')
    .where('next_check_at', 'is not', null)
    .orderBy('next_check_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_check_at ?? null
}

/** The facts by which a ticket was closed, archived or reminded of, as they were kept with the latest event of that kind. */
export async function latestFacts(db: Db, ticketId: string, kind: 'close' | 'archive' | 'reminded') {
  const row = await db
    .selectFrom('ticket_events')
    .select(['details', 'actor_id'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.details ?? null
}

/** The opener and those whom staff let in; everybody else in the channel of a ticket is its staff. */
export async function guestsOf(tx: Tx, ticketId: string): Promise<ReadonlySet<UserId>> {
  const rows = await tx.selectFrom('ticket_people').select('user_id').where('ticket_id', '=', ticketId).execute()
  return new Set(rows.map(({ user_id }) => UserId.parse(user_id)))
}

/** When the member was last waited for or asked to agree to the closing. */
export async function askedAt(tx: Tx, ticketId: string): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('ticket_events')
    .select(({ fn }) => fn.max('happened_at').as('at'))
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', ['wait', 'close_requested'])
    .executeTakeFirst()
  return row?.at ?? null
}

export async function timeFactsOf(db: Db | Tx, ticketId: string): Promise<TicketTime> {
  return timeOf(await db.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow())
}
