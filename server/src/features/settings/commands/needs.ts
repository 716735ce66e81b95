import type { Clock } from '../../../kernel/clock.ts'
import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { GuildAccess, GuildContents } from '../../../platform/discord/guild-access.ts'
import type { SettingsService } from '../service.ts'
import { refusalWords } from '../words-refusals.ts'

/** What the handlers of `/config` work with. */
export interface ConfigNeeds {
  readonly service: SettingsService
  readonly clock: Clock
  contentsOf(guildId: GuildId): Promise<GuildContents>
}

export function configNeeds({
  service,
  clock,
  guildAccess,
}: Omit<ConfigNeeds, 'contentsOf'> & { readonly guildAccess: GuildAccess }): ConfigNeeds {
  return {
    service,
    clock,
    async contentsOf(guildId) {
      const contents = await guildAccess.contents(guildId)
      if (contents) return contents
      throw new Refusal('not_found', 'settings.guild_not_found', refusalWords.everywhere('not_as_bot'))
    },
  }
}
