import type { GuildId } from '../../kernel/ids.ts'
import { type Language, languageFor } from '../../kernel/language.ts'
import type { Settings } from './settings.ts'
import { systemSettings } from './system.ts'

/** For messages that answer nobody, and for readers whose own language we do not speak. */
export async function guildLanguage(settings: Settings, guildId: GuildId): Promise<Language> {
  return languageFor(null, await settings.read(systemSettings.locale, guildId))
}
