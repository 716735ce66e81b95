import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import { TICKETS_CHANNEL } from '../store.ts'
import type { Ticket } from '../ticket.ts'

/** Who is served first among those that wait for the same: by urgency, then by number. */
const RANKED = sql`array[array_position(array['urgent', 'high', 'normal', 'low'], t.priority), t.number]`
const IS_OPEN = sql`t.status not in ('closed', 'archived')`

/**
 * How many are served up to this ticket, itself counted; null where it does not wait for a place. Those before it that
 * have not been tried yet count too.
 */
export async function queuePosition(
  db: Db | Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
): Promise<number | null> {
  const { rows } = await sql<{ readonly position: string }>`
    with mine as (
      select p.ticket_id, p.waiting_for, ${RANKED} as rank from ticket_places p join tickets t on t.id = p.ticket_id
      where p.ticket_id = ${id} and p.guild_id = ${guildId} and p.waiting_for is not null and ${IS_OPEN}
    )
    select 1 + (
      select count(*) from ticket_places p join tickets t on t.id = p.ticket_id
      where p.guild_id = ${guildId} and ${IS_OPEN} and ${RANKED} < mine.rank
        and (p.waiting_for = mine.waiting_for
          or (p.waiting_for is null and p.trouble is null and t.channel_id is null))
    ) as position from mine`.execute(db)
  const [found] = rows
  return found ? Number(found.position) : null
}

/** Whether others are to be served before this ticket in the queue for that category or guild. */
export async function isBehindOthers(
  db: Db | Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  queue: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from ticket_places p join tickets t on t.id = p.ticket_id
    where p.guild_id = ${guildId} and p.waiting_for in (${queue}, ${guildId}) and p.ticket_id <> ${id}
      and ${IS_OPEN} and ${RANKED} < (select ${RANKED} from tickets t where t.id = ${id})
    limit 1`.execute(db)
  return rows.length > 0
}

/** There may be room: the first of each queue of the guild is tried at once. */
export async function serveNext(db: Db | Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql`
    update ticket_places set attempt_at = ${now}
    where ticket_id in (
      select distinct on (p.waiting_for) p.ticket_id from ticket_places p join tickets t on t.id = p.ticket_id
      where p.guild_id = ${guildId} and p.waiting_for is not null and ${IS_OPEN}
      order by p.waiting_for, ${RANKED})
    returning ticket_id`.execute(db)
  if (rows.length > 0) await notify(db, TICKETS_CHANNEL, guildId)
}
