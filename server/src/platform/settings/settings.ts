import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../database/connect.ts'
import { type Setting, type SettingType, type SettingValue, settingValue } from './define.ts'
import { storedValues } from './store.ts'

/** What guilds have chosen, with the declared default wherever they chose nothing. */
export interface Settings {
  read<Type extends SettingType>(setting: Setting<Type>, guildId: GuildId): Promise<SettingValue<Type>>
  readMany<Type extends SettingType>(
    setting: Setting<Type>,
    guildIds: readonly GuildId[],
  ): Promise<Map<GuildId, SettingValue<Type>>>
}

export function guildSettings(db: Db): Settings {
  return {
    async read(setting, guildId) {
      const stored = await storedValues(db, setting.scope, setting.key, [guildId])
      return settingValue(setting, stored.get(guildId))
    },
    async readMany(setting, guildIds) {
      const distinct = [...new Set(guildIds)]
      const stored = await storedValues(db, setting.scope, setting.key, distinct)
      return new Map(distinct.map((guildId) => [guildId, settingValue(setting, stored.get(guildId))]))
    },
  }
}
