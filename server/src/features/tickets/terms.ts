import { ChannelId, type GuildId, RoleId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { OpeningHours, Panel } from './panels/panel.ts'
import { findPanel } from './panels/panel-store.ts'
import { ticketSettings } from './settings.ts'

/** What holds for a ticket: what its panel says, and where that says nothing, what the guild's settings say. */
export interface Terms {
  readonly panel: Panel | null
  readonly place: 'channel' | 'thread'
  readonly categoryId: ChannelId | null
  readonly overflowCategoryId: ChannelId | null
  readonly threadChannelId: ChannelId | null
  readonly staffRoleIds: readonly RoleId[]
  readonly escalationRoleId: RoleId | null
  readonly idleHours: number
  readonly autoCloseHours: number
  /** How long after its closing a ticket is archived by itself; null: never. */
  readonly archiveHours: number | null
  readonly firstResponseMinutes: number | null
  readonly resolutionMinutes: number | null
  readonly hours: OpeningHours | null
  readonly assignment: Panel['assignment']
}

const DAY_HOURS = 24

export async function termsOf(
  db: Db | Tx,
  settings: Settings,
  { guildId, panelId }: { readonly guildId: GuildId; readonly panelId: string | null },
): Promise<Terms> {
  const [panel, category, overflow, staff, escalation, idleDays, closeDays, archiveHours] = await Promise.all([
    panelId === null ? null : findPanel(db, guildId, panelId),
    settings.read(ticketSettings.category, guildId),
    settings.read(ticketSettings.overflowCategory, guildId),
    settings.read(ticketSettings.staffRole, guildId),
    settings.read(ticketSettings.escalationRole, guildId),
    settings.read(ticketSettings.idleDays, guildId),
    settings.read(ticketSettings.autoCloseDays, guildId),
    archiveHoursOf(settings, guildId),
  ])
  const ofGuild = staff === null ? [] : [RoleId.parse(staff)]
  return {
    panel,
    place: panel?.place ?? 'channel',
    categoryId: panel?.categoryId ?? (category === null ? null : ChannelId.parse(category)),
    overflowCategoryId: panel?.overflowCategoryId ?? (overflow === null ? null : ChannelId.parse(overflow)),
    threadChannelId: panel?.threadChannelId ?? null,
    staffRoleIds: panel && panel.staffRoleIds.length > 0 ? panel.staffRoleIds : ofGuild,
    escalationRoleId: escalation === null ? null : RoleId.parse(escalation),
    idleHours: panel?.idleHours ?? idleDays * DAY_HOURS,
    autoCloseHours: panel?.autoCloseHours ?? closeDays * DAY_HOURS,
    archiveHours,
    firstResponseMinutes: panel?.firstResponseMinutes ?? null,
    resolutionMinutes: panel?.resolutionMinutes ?? null,
    hours: panel?.hours ?? null,
    assignment: panel?.assignment ?? 'none',
  }
}

/** Null: never. Where tickets are switched off, nothing happens to them by itself. */
export async function archiveHoursOf(settings: Settings, guildId: GuildId): Promise<number | null> {
  const [isEnabled, hours] = await Promise.all([
    settings.read(ticketSettings.enabled, guildId),
    settings.read(ticketSettings.archiveAfterHours, guildId),
  ])
  return isEnabled && hours > 0 ? hours : null
}
