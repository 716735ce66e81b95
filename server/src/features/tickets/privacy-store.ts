import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import { personalRows, plainRow } from '../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'
import { TICKETS_CHANNEL } from './store.ts'

/** What tickets keep of a person: as member, as staff, and as somebody whom staff let in. */

const notes = personalRows('ticket_notes', {
  person: 'author_id',
  guild: 'guild_id',
  shown: ['id', 'guild_id', 'ticket_id', 'body', 'created_at', 'edited_at'],
  erased: 'made_nameless',
})
const requests = personalRows('ticket_close_requests', {
  person: 'requested_by',
  guild: 'guild_id',
  shown: ['id', 'guild_id', 'ticket_id', 'reason', 'due_at', 'created_at'],
  erased: 'made_nameless',
})

export async function exportTickets(tx: Tx, person: PersonInGuild): Promise<Record<string, readonly JsonObject[]>> {
  const { userId } = person
  const own = await sql<Record<string, unknown>>`
    select id, guild_id, number, panel_id, username, language, description, answers, status, priority, labels,
      close_reason, channel_id, created_at, closed_at, archived_at
    from tickets where opener_id = ${userId} and ${within(person)} order by id`.execute(tx)
  const dealtWith = await sql<Record<string, unknown>>`
    select id, guild_id, number, claimed_by = ${userId} as claimed, closed_by = ${userId} as closed,
      archived_by = ${userId} as archived
    from tickets where ${userId} in (claimed_by, closed_by, archived_by) and ${within(person)} order by id`.execute(tx)
  const events = await sql<Record<string, unknown>>`
    select id, guild_id, ticket_id, kind, details, happened_at
    from ticket_events where ${namesIn(person)} order by id`.execute(tx)
  const people = await sql<Record<string, unknown>>`
    select guild_id, ticket_id, user_id = ${userId} as was_added, added_at
    from ticket_people where ${userId} in (user_id, added_by) and ${within(person)} order by ticket_id`.execute(tx)
  return {
    tickets: own.rows.map(plainRow),
    tickets_dealt_with: dealtWith.rows.map(plainRow),
    ticket_events: events.rows.map(plainRow),
    ticket_people: people.rows.map(plainRow),
    ticket_notes: await notes.export(tx, person),
    ticket_close_requests: await requests.export(tx, person),
  }
}

/** Tickets that still count as claimed by the person. */
export async function claimedUnsolved(tx: Tx, { userId, guildId }: PersonInGuild) {
  const rows = await tx
    .selectFrom('tickets')
    .select(['id', 'guild_id'])
    .where('claimed_by', '=', userId)
    .where('status', 'in', ['claimed', 'waiting_for_user'])
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, guildId: GuildId.parse(row.guild_id) }))
}

export async function eraseFromTickets(
  tx: Tx,
  person: PersonInGuild,
  now: Temporal.Instant,
): Promise<Record<string, number>> {
  const { userId } = person
  const own = sql`(select id from tickets where opener_id = ${userId} and ${within(person)})`
  // What staff noted to a member's ticket is about that member.
  const noted = await count(tx, sql`delete from ticket_notes where ticket_id in ${own}`)
  const wordsGone = sql`update ticket_events set details = details - 'reason'
    where ticket_id in ${own} and details ? 'reason'`
  const reasons = await count(tx, wordsGone)
  await sql`update ticket_close_requests set reason = null where ticket_id in ${own}`.execute(tx)
  const opened = await eraseOpened(tx, person, now)
  const dealtWith = await count(
    tx,
    sql`update tickets set claimed_by = nullif(claimed_by, ${userId}), closed_by = nullif(closed_by, ${userId}),
      archived_by = nullif(archived_by, ${userId})
      where ${userId} in (claimed_by, closed_by, archived_by) and ${within(person)}`,
  )
  const events = await count(
    tx,
    sql`update ticket_events set actor_id = nullif(actor_id, ${userId}),
      details = replace(details::text, ${`"${userId}"`}, 'null')::jsonb where ${namesIn(person)}`,
  )
  const added = await count(tx, sql`delete from ticket_people where user_id = ${userId} and ${within(person)}`)
  const adding = await count(
    tx,
    sql`update ticket_people set added_by = null where added_by = ${userId} and ${within(person)}`,
  )
  return {
    tickets: opened,
    tickets_dealt_with: dealtWith,
    ticket_events: events + reasons,
    ticket_people: added + adding,
    ticket_notes: noted + (await notes.erase(tx, person)),
    ticket_close_requests: await requests.erase(tx, person),
  }
}

/** And has the head of their channels written anew, without them. */
async function eraseOpened(tx: Tx, person: PersonInGuild, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ guild_id: string }>`
    update tickets set opener_id = null, username = '', description = '', answers = '[]', close_reason = null,
      interaction_id = null, version = version + 1, updated_at = ${now}
    where opener_id = ${person.userId} and ${within(person)} returning guild_id`.execute(tx)
  for (const guildId of new Set(rows.map(({ guild_id }) => guild_id))) await notify(tx, TICKETS_CHANNEL, guildId)
  return rows.length
}

/** With what hangs on them. A channel that is still there would be nobody's. */
export async function forgetSolved(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  return count(
    db,
    sql`delete from tickets where id in (
      select id from tickets where closed_at < ${before} and status in ('closed', 'archived')
        -- A thread stays where it is when it is archived.
        and (channel_id is null or (status = 'archived' and settled_version = version)) order by closed_at limit ${limit})`,
  )
}

function within({ guildId }: PersonInGuild) {
  return guildId === null ? sql`true` : sql`guild_id = ${guildId}`
}

function namesIn(person: PersonInGuild) {
  return sql`(actor_id = ${person.userId} or position(${`"${person.userId}"`} in details::text) > 0)
    and ${within(person)}`
}

async function count(db: Db | Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(db)
  return Number(numAffectedRows)
}
