import { sql } from 'kysely'
import { ChannelId, GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import { TICKETS_CHANNEL } from '../store.ts'

/** Has the channels of these guilds searched for some that belong to no ticket, where the guilds have tickets at all. */
export async function askForChecks(db: Db, guildIds: readonly GuildId[], dueAt: Temporal.Instant): Promise<void> {
  if (guildIds.length === 0) return
  await sql`
    insert into ticket_guild_checks (guild_id, due_at)
    select guild_id, ${dueAt}::timestamptz from ticket_numbers where guild_id = any(${guildIds}::bigint[])
    on conflict (guild_id) do update set due_at = case
      when ticket_guild_checks.lease_until is null then least(ticket_guild_checks.due_at, excluded.due_at)
      else greatest(ticket_guild_checks.due_at, excluded.due_at) end`.execute(db)
  await notify(db, TICKETS_CHANNEL, '')
}

/** A guild to be checked; another worker takes it when this one has not finished by then. */
export async function claimCheck(db: Db, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<GuildId | null> {
  const { rows } = await sql<{ readonly guild_id: string }>`
    update ticket_guild_checks set lease_until = ${leaseUntil}
    where guild_id = (select guild_id from ticket_guild_checks
      where due_at <= ${now} and coalesce(lease_until <= ${now}, true)
      order by due_at limit 1 for update skip locked)
    returning guild_id`.execute(db)
  return rows[0] ? GuildId.parse(rows[0].guild_id) : null
}

/** Nothing is to be done any more but what was asked for since it began. */
export async function endCheck(db: Db, guildId: GuildId, begunAt: Temporal.Instant): Promise<void> {
  await sql`
    update ticket_guild_checks set lease_until = null, due_at = case when due_at > ${begunAt} then due_at end
    where guild_id = ${guildId}`.execute(db)
}

export async function nextCheck(db: Db): Promise<Temporal.Instant | null> {
  const { at } = await db
    .selectFrom('ticket_guild_checks')
    .select(sql<Temporal.Instant | null>`min(greatest(due_at, lease_until))`.as('at'))
    .where('due_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return at
}

/** Of the tickets of these ids in the guild: where they have their place, and whether one is just being made. */
export async function placesOf(db: Db, guildId: GuildId, ticketIds: readonly string[]) {
  const rows = await db
    .selectFrom('tickets as t')
    .leftJoin('ticket_places as p', 'p.ticket_id', 't.id')
    .select(['t.id', 't.number', 't.channel_id', 'p.making_since'])
    .where('t.guild_id', '=', guildId)
    .where('t.id', 'in', ticketIds)
    .execute()
  return new Map(
    rows.map(({ id, number, channel_id: channel, making_since }) => [
      id,
      { number, channelId: channel === null ? null : ChannelId.parse(channel), isBeingMade: making_since !== null },
    ]),
  )
}

/** @returns whether the admins did not know of it yet. */
export async function noteTold(tx: Tx, guildId: GuildId, channelId: ChannelId): Promise<boolean> {
  const { rows } = await sql`
    update ticket_guild_checks set told_channel_ids = told_channel_ids || ${channelId}::bigint
    where guild_id = ${guildId} and not ${channelId}::bigint = any(told_channel_ids)
    returning guild_id`.execute(tx)
  return rows.length > 0
}
