import type { Clock } from '../../../kernel/clock.ts'
import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Db } from '../../../platform/database/connect.ts'
import type { GuildAccess, GuildContents } from '../../../platform/discord/guild-access.ts'
import { reachMilestone } from '../../../platform/events/milestones.ts'
import type { SettingsService } from '../service.ts'
import { refusalWords } from '../words-refusals.ts'

/** What the handlers of `/config` work with. */
export interface ConfigNeeds {
  readonly service: SettingsService
  readonly clock: Clock
  contentsOf(guildId: GuildId): Promise<GuildContents>
  /** Somebody has come to the end of the guided set-up. */
  noteSetUp(guildId: GuildId): Promise<void>
}

export function configNeeds({
  service,
  clock,
  guildAccess,
  db,
}: Pick<ConfigNeeds, 'service' | 'clock'> & { readonly guildAccess: GuildAccess; readonly db: Db }): ConfigNeeds {
  return {
    service,
    clock,
    async contentsOf(guildId) {
      const contents = await guildAccess.contents(guildId)
      if (contents) return contents
      throw new Refusal('not_found', 'settings.guild_not_found', refusalWords.everywhere('not_as_bot'))
    },
    async noteSetUp(guildId) {
      const now = clock.now()
      await db.transaction().execute((tx) => reachMilestone(tx, guildId, 'first_config_wizard_complete', now))
    },
  }
}
