import type { GuildId } from '../../../kernel/ids.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { ticketSettings } from '../settings.ts'
import type { Terms } from '../terms.ts'
import type { TimeRules } from './due.ts'

/** By which rules time goes for a ticket of these terms, as the guild has set them now. */
export async function timeRules(settings: Settings, guildId: GuildId, terms: Terms): Promise<TimeRules> {
  const [isEnabled, closesSilent, asksForRating] = await Promise.all([
    settings.read(ticketSettings.enabled, guildId),
    settings.read(ticketSettings.autoClose, guildId),
    settings.read(ticketSettings.feedback, guildId),
  ])
  const { idleHours, autoCloseHours, archiveHours, firstResponseMinutes, resolutionMinutes, hours, assignment } = terms
  return {
    idleHours,
    autoCloseHours,
    archiveHours,
    firstResponseMinutes,
    resolutionMinutes,
    hours,
    isEnabled,
    closesSilent,
    asksForRating,
    assigns: assignment !== 'none',
  }
}
