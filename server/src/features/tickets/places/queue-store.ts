import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import { TICKETS_CHANNEL } from '../store.ts'
import type { Ticket } from '../ticket.ts'

/** Who is served first among those that wait for the same: by urgency, then by number. */
const RANK = sql`array_position(array['urgent', 'high', 'normal', 'low'], t.priority), t.number`

/** How many of its queue are served up to this ticket, itself counted; null where it does not wait for a place. */
export async function queuePosition(
  db: Db | Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
): Promise<number | null> {
  const { rows } = await sql<{ readonly position: string }>`
    select position from (
      select p.ticket_id, row_number() over (partition by p.waiting_for order by ${RANK}) as position
      from ticket_places p join tickets t on t.id = p.ticket_id
      where p.guild_id = ${guildId} and p.waiting_for is not null and t.status not in ('closed', 'archived')
    ) waiting where ticket_id = ${id}`.execute(db)
  const [found] = rows
  return found ? Number(found.position) : null
}

/** Whether others are to be served before this ticket in the queue for that category or guild. */
export async function isBehindOthers(
  db: Db | Tx,
  { id, guildId, number, priority }: Pick<Ticket, 'id' | 'guildId' | 'number' | 'priority'>,
  queue: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from ticket_places p join tickets t on t.id = p.ticket_id
    where p.guild_id = ${guildId} and p.waiting_for in (${queue}, ${guildId}) and p.ticket_id <> ${id}
      and t.status not in ('closed', 'archived')
      and (${RANK}) < (array_position(array['urgent', 'high', 'normal', 'low'], ${priority}::text), ${number}::integer)
    limit 1`.execute(db)
  return rows.length > 0
}

/** There may be room: the first of each queue of the guild is tried at once. */
export async function serveNext(db: Db | Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql`
    update ticket_places set attempt_at = ${now}
    where ticket_id in (
      select distinct on (p.waiting_for) p.ticket_id from ticket_places p join tickets t on t.id = p.ticket_id
      where p.guild_id = ${guildId} and p.waiting_for is not null and t.status not in ('closed', 'archived')
      order by p.waiting_for, ${RANK})
    returning ticket_id`.execute(db)
  if (rows.length > 0) await notify(db, TICKETS_CHANNEL, guildId)
}
