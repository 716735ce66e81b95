import type { Selectable } from 'kysely'
import { ChannelId, GuildId, RoleId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketPanels } from '../../../platform/database/tables.ts'
import type { OpeningHours, Panel, PanelQuestion } from './panel.ts'

export async function findPanel(db: Db | Tx, guildId: GuildId, id: string): Promise<Panel | null> {
  const row = await db
    .selectFrom('ticket_panels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? panelOf(row) : null
}

/** In their order, disabled ones too. */
export async function listPanels(db: Db | Tx, guildId: GuildId): Promise<Panel[]> {
  const rows = await db
    .selectFrom('ticket_panels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(panelOf)
}

function panelOf(row: Selectable<TicketPanels>): Panel {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    name: row.name,
    description: row.description,
    emoji: row.emoji,
    position: row.position,
    isEnabled: row.is_enabled,
    place: row.place === 'thread' ? 'thread' : 'channel',
    categoryId: channelOf(row.category_id),
    overflowCategoryId: channelOf(row.overflow_category_id),
    threadChannelId: channelOf(row.thread_channel_id),
    staffRoleIds: row.staff_role_ids.map(RoleId.parse),
    requiredRoleIds: row.required_role_ids.map(RoleId.parse),
    refusedRoleIds: row.refused_role_ids.map(RoleId.parse),
    // Checked when they were written.
    questions: row.questions as unknown as PanelQuestion[],
    hours: row.hours as unknown as OpeningHours | null,
    mostPerMember: row.most_per_member,
    mostOpen: row.most_open,
    cooldownSeconds: row.cooldown_seconds,
    outsideHours: row.outside_hours === 'refuse' ? 'refuse' : 'warn',
    welcome: row.welcome,
    idleHours: row.idle_hours,
    autoCloseHours: row.auto_close_hours,
    firstResponseMinutes: row.first_response_minutes,
    resolutionMinutes: row.resolution_minutes,
    assignment: row.assignment as Panel['assignment'],
    version: row.version,
  }
}

const channelOf = (id: string | null) => (id === null ? null : ChannelId.parse(id))
