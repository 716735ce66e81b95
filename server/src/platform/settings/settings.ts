import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../database/connect.ts'
import { nameOf, type Setting, type SettingValue } from './define.ts'
import { readStored } from './store.ts'
import { valueIn } from './value.ts'

/** What guilds have chosen, with the declared default wherever they chose nothing. */
export interface Settings {
  read<Of extends Setting>(setting: Of, guildId: GuildId): Promise<SettingValue<Of>>
  readMany<Of extends Setting>(setting: Of, guildIds: readonly GuildId[]): Promise<Map<GuildId, SettingValue<Of>>>
  /** The guild is at least at this version: what is older is served no more. */
  supersede(guildId: GuildId, version: bigint): void
}

/** The channel of the notices by which processes tell each other of changes. */
export const SETTINGS_CHANNEL = 'settings'

export function settingsNotice(guildId: GuildId, version: bigint): string {
  return `${guildId}:${version}`
}

export function guildSettings(db: Db): Settings {
  return {
    async read(setting, guildId) {
      const stored = await readStored(db, [guildId])
      return valueIn(setting, stored.get(guildId)?.values.get(nameOf(setting)))
    },
    async readMany(setting, guildIds) {
      const stored = await readStored(db, [...new Set(guildIds)])
      return new Map(guildIds.map((id) => [id, valueIn(setting, stored.get(id)?.values.get(nameOf(setting)))]))
    },
    supersede: () => undefined,
  }
}
