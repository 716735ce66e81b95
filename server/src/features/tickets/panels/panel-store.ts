import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, RoleId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketPanels } from '../../../platform/database/tables.ts'
import type { OpeningHours, Panel, PanelDraft, PanelQuestion } from './panel.ts'

export async function findPanel(db: Db | Tx, guildId: GuildId, id: string): Promise<Panel | null> {
  const row = await db
    .selectFrom('ticket_panels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? panelOf(row) : null
}

/** As it is; whoever would change or delete it waits until the transaction ends. */
export async function heldPanel(tx: Tx, guildId: GuildId, id: string): Promise<Panel | null> {
  const row = await tx
    .selectFrom('ticket_panels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .forShare()
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

export async function insertPanel(
  tx: Tx,
  guildId: GuildId,
  draft: PanelDraft,
  position: number,
  now: Temporal.Instant,
): Promise<Panel> {
  const row = await tx
    .insertInto('ticket_panels')
    .values({ ...columnsOf(draft), guild_id: guildId, position, created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return panelOf(row)
}

export async function replacePanel(tx: Tx, { id }: Panel, draft: PanelDraft, now: Temporal.Instant): Promise<Panel> {
  const row = await tx
    .updateTable('ticket_panels')
    .set({ ...columnsOf(draft), version: sql`version + 1`, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return panelOf(row)
}

/** Its tickets stay, without a panel. */
export async function deletePanel(tx: Tx, { id }: Panel): Promise<void> {
  await tx.deleteFrom('ticket_panels').where('id', '=', id).execute()
}

export async function orderPanels(tx: Tx, guildId: GuildId, ids: readonly string[]): Promise<void> {
  await sql`
    update ticket_panels set position = wished.position
    from unnest(${[...ids]}::bigint[]) with ordinality as wished(id, position)
    where ticket_panels.id = wished.id and ticket_panels.guild_id = ${guildId}`.execute(tx)
}

function columnsOf(draft: PanelDraft) {
  return {
    name: draft.name,
    description: draft.description,
    emoji: draft.emoji,
    is_enabled: draft.isEnabled,
    place: draft.place,
    category_id: draft.categoryId,
    overflow_category_id: draft.overflowCategoryId,
    thread_channel_id: draft.threadChannelId,
    staff_role_ids: [...draft.staffRoleIds],
    required_role_ids: [...draft.requiredRoleIds],
    refused_role_ids: [...draft.refusedRoleIds],
    questions: JSON.stringify(draft.questions),
    hours: draft.hours && JSON.stringify(draft.hours),
    most_per_member: draft.mostPerMember,
    most_open: draft.mostOpen,
    cooldown_seconds: draft.cooldownSeconds,
    outside_hours: draft.outsideHours,
    welcome: draft.welcome,
    offers_answers: draft.offersAnswers,
    idle_hours: draft.idleHours,
    auto_close_hours: draft.autoCloseHours,
    first_response_minutes: draft.firstResponseMinutes,
    resolution_minutes: draft.resolutionMinutes,
    assignment: draft.assignment,
  }
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
    offersAnswers: row.offers_answers,
    idleHours: row.idle_hours,
    autoCloseHours: row.auto_close_hours,
    firstResponseMinutes: row.first_response_minutes,
    resolutionMinutes: row.resolution_minutes,
    assignment: row.assignment as Panel['assignment'],
    version: row.version,
  }
}

const channelOf = (id: string | null) => (id === null ? null : ChannelId.parse(id))
