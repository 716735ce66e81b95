import { type Selectable, sql, type Updateable } from 'kysely'
import { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../../kernel/ids.ts'
import { lockName } from '../../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketPlaces } from '../../../platform/database/tables.ts'
import type { Place } from './place.ts'
import { LeaseLost } from './trouble.ts'

interface Claim {
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
  readonly limit: number
  /** Over all workers. */
  readonly perGuild: number
}

/** Tickets of which something is to be done; those under lease too. */
const TO_BE_DONE = sql`
  select id as ticket_id from tickets where settled_version < version
  union select ticket_id from ticket_places where settled_looks < wanted_looks`

/** Leases places of tickets of which something is to be done, the first tickets of each guild first. */
export async function claimPlaces(db: Db, { now, leaseUntil, limit, perGuild }: Claim): Promise<Place[]> {
  return db.transaction().execute(async (tx) => {
    await lockName(tx, 'tickets:places')
    await sql`
      insert into ticket_places (ticket_id, guild_id, attempt_at)
      select id, guild_id, ${now}::timestamptz from tickets t where settled_version < version
        and not exists (select from ticket_places p where p.ticket_id = t.id)
      on conflict do nothing`.execute(tx)
    const { rows } = await sql<Selectable<TicketPlaces>>`
      with due as (
        select p.ticket_id, row_number() over (partition by p.guild_id order by t.number) as place,
          (select count(*) from ticket_places l where l.guild_id = p.guild_id and l.lease_until > ${now}) as leased
        from (${TO_BE_DONE}) d join ticket_places p using (ticket_id) join tickets t on t.id = p.ticket_id
        where (p.attempt_at <= ${now} or p.tried_version < t.version)
          and (p.lease_until is null or p.lease_until <= ${now})
      ), chosen as (
        select ticket_id from due where place <= ${perGuild} - leased order by place, ticket_id limit ${limit}
      )
      update ticket_places p set leased_by = gen_random_uuid(), lease_until = ${leaseUntil}, attempts = p.attempts + 1
      from chosen where p.ticket_id = chosen.ticket_id
      returning p.*`.execute(tx)
    return rows.map(placeOf)
  })
}

/** When there is something to do again, if ever; a lease that runs out may leave a guild room for another of its tickets. */
export async function nextPlace(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ readonly at: Temporal.Instant | null }>`
    select min(at) as at from (
      select case when p.tried_version < t.version then t.updated_at else p.attempt_at end as at
      from (${TO_BE_DONE}) d join tickets t on t.id = d.ticket_id join ticket_places p using (ticket_id)
      union all select lease_until from ticket_places where lease_until is not null
    ) instants where at > ${now}`.execute(db)
  return rows[0]?.at ?? null
}

/** Of those that are still leased by these names. */
export async function extendLeases(db: Db, leases: readonly string[], leaseUntil: Temporal.Instant): Promise<void> {
  if (leases.length === 0) return
  await db
    .updateTable('ticket_places')
    .set({ lease_until: leaseUntil })
    .where('leased_by', 'in', leases)
    .where('lease_until', 'is not', null)
    .execute()
}

/** Changes what is known of a leased place. @throws {LeaseLost} where another worker has it by now. */
export async function note(db: Db | Tx, place: Place, change: Updateable<TicketPlaces>): Promise<Place> {
  return leased(await leasedRow(db, place).set(change).returningAll().executeTakeFirst())
}

/** Gives the lease back; where a look was asked for meanwhile, the next attempt is due at once. */
export async function letGo(
  tx: Tx,
  place: Place,
  { at, looks, now }: { readonly at: Temporal.Instant; readonly looks: number; readonly now: Temporal.Instant },
  change: Updateable<TicketPlaces>,
): Promise<Place> {
  const attemptAt = sql<Temporal.Instant>`case when wanted_looks > ${looks} then ${now}::timestamptz else ${at} end`
  const row = leasedRow(tx, place).set({ ...change, attempt_at: attemptAt, lease_until: null })
  return leased(await row.returningAll().executeTakeFirst())
}

function leasedRow(db: Db | Tx, { ticketId, leasedBy }: Place) {
  return db.updateTable('ticket_places').where('ticket_id', '=', ticketId).where('leased_by', '=', leasedBy)
}

function leased(row: Selectable<TicketPlaces> | undefined): Place {
  if (!row) throw new LeaseLost()
  return placeOf(row)
}

/** Everything was done in Discord up to this version of the ticket; it may have changed since. */
export async function settleUpTo(tx: Tx, { ticketId }: Place, version: number): Promise<void> {
  await tx
    .updateTable('tickets')
    .set({ settled_version: version })
    .where('id', '=', ticketId)
    .where('settled_version', '<', version)
    .execute()
}

function placeOf(row: Selectable<TicketPlaces>): Place {
  return {
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    leasedBy: row.leased_by ?? '',
    attempts: row.attempts,
    wantedLooks: row.wanted_looks,
    makingSince: row.making_since,
    categoryId: row.category_id === null ? null : ChannelId.parse(row.category_id),
    askedName: row.asked_name,
    refusedNames: row.refused_names,
    renamedAt: row.renamed_at,
    renameAfter: row.rename_after,
    roleIds: row.role_ids.map(RoleId.parse),
    threadPeople: row.thread_people.map(UserId.parse),
    controlMessageId: row.control_message_id === null ? null : MessageId.parse(row.control_message_id),
    controlDigest: row.control_digest,
    controlRound: row.control_round,
    controlSince: row.control_since,
    controlIsPinned: row.control_is_pinned,
    openerIsGone: row.opener_is_gone,
    waitingFor: row.waiting_for,
    trouble: row.trouble,
  }
}
