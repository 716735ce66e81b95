import { sql } from 'kysely'
import { type GuildId, RoleId, type UserId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { ticketOf } from '../store.ts'
import type { Priority, Status, Ticket } from '../ticket.ts'

/** Which tickets somebody may see. */
export type Visible =
  | 'all'
  | {
      readonly panelIds: readonly string[]
      /** Those of no panel. */
      readonly withoutPanel: boolean
      readonly escalatedTo: readonly RoleId[]
    }

export interface TicketFilter {
  readonly statuses?: readonly Status[] | undefined
  readonly panelId?: string | undefined
  readonly assignee?: UserId | undefined
  readonly opener?: UserId | undefined
  readonly label?: string | undefined
  readonly priority?: Priority | undefined
  /** Part of what the member wrote or is called, or the number. */
  readonly text?: string | undefined
  /** Older than the ticket with this number. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Newest first. */
export async function listTickets(
  db: Db,
  guildId: GuildId,
  visible: Visible,
  { statuses, panelId, assignee, opener, label, priority, text, before, limit }: TicketFilter,
): Promise<Ticket[]> {
  let query = db.selectFrom('tickets').selectAll().where('guild_id', '=', guildId)
  if (visible !== 'all')
    query = query.where(
      sql<boolean>`(panel_id = any(${visible.panelIds}::bigint[]) or (panel_id is null and ${visible.withoutPanel})
        or escalated_to = any(${visible.escalatedTo}::bigint[]))`,
    )
  if (statuses) query = query.where('status', 'in', statuses)
  if (panelId !== undefined) query = query.where('panel_id', '=', panelId)
  if (assignee) query = query.where('claimed_by', '=', assignee)
  if (opener) query = query.where('opener_id', '=', opener)
  if (priority) query = query.where('priority', '=', priority)
  if (label !== undefined) query = query.where(sql<boolean>`labels @> array[${label}]`)
  if (text !== undefined) query = query.where(sql<boolean>`${matches(text)}`)
  if (before !== undefined) query = query.where('number', '<', before)
  const rows = await query.orderBy('number', 'desc').limit(limit).execute()
  return rows.map(ticketOf)
}

function matches(text: string) {
  const part = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(number::text = ${text.replace(/^#/, '')} or username ilike ${part} or description ilike ${part})`
}

/** Roles that tickets of the guild were escalated to. */
export async function calledRoles(db: Db, guildId: GuildId): Promise<RoleId[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('escalated_to')
    .distinct()
    .where('guild_id', '=', guildId)
    .where('escalated_to', 'is not', null)
    .execute()
  return rows.flatMap(({ escalated_to }) => (escalated_to === null ? [] : [RoleId.parse(escalated_to)]))
}

/** Of this guild alone. */
export async function findByNumber(db: Db, guildId: GuildId, number: number): Promise<Ticket | null> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}
