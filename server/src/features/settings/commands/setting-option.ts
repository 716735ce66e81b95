import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { GuildContents } from '../../../platform/discord/guild-access.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { type Option, text } from '../../../platform/discord/options.ts'
import { cut } from '../../../platform/discord/text.ts'
import { nameOf, type Setting } from '../../../platform/settings/define.ts'
import type { CurrentSetting } from '../service.ts'
import { namedValue } from '../values.ts'
import { commandWords } from '../words-commands.ts'
import { refusalWords } from '../words-refusals.ts'
import type { ConfigNeeds } from './needs.ts'
import { settingNamed, settingsLike } from './settings-like.ts'

const LONGEST_CHOICE = 100
const MOST_NAMED = 5

/** The option that names a setting: suggestions by key, label or documented command, with what holds now. */
export function settingOption({ service, contentsOf }: ConfigNeeds): Option<string | null> {
  return text(commandWords.everywhere('setting'), {
    async complete(typed, { guildId, language }) {
      const [{ settings }, contents] = await Promise.all([service.current(guildId), contentsOf(guildId)])
      const byName = new Map(settings.map((current) => [nameOf(current.setting), current]))
      return settingsLike(service.registry, typed).flatMap((setting) => {
        const current = byName.get(nameOf(setting))
        return current ? [{ name: choiceName(current, contents, language), value: nameOf(setting) }] : []
      })
    },
  })
}

/** @throws {Refusal} when what was typed names none, or several. */
export function namedSetting({ service }: ConfigNeeds, typed: string): Setting {
  const setting = settingNamed(service.registry, typed)
  if (setting) return setting
  const names = settingsLike(service.registry, typed).slice(0, MOST_NAMED).map(nameOf)
  const sentence =
    names.length > 0
      ? refusalWords.everywhere('could_be', { names: names.join(', ') })
      : refusalWords.everywhere('names_none')
  throw new Refusal('invalid', 'settings.unknown', sentence)
}

/** What holds for the setting in the guild where somebody acts. */
export async function currentOf(
  { service }: ConfigNeeds,
  { guildId }: Invocation,
  name: string,
): Promise<CurrentSetting> {
  const { settings } = await service.current(guildId)
  const found = settings.find(({ setting }) => nameOf(setting) === name)
  if (found) return found
  throw new Refusal('not_found', 'settings.unknown', refusalWords.everywhere('setting_gone', { name: cut(name, 60) }))
}

function choiceName({ setting, value }: CurrentSetting, contents: GuildContents, language: Language): string {
  const shown = [setting.label[language], nameOf(setting), namedValue(setting, value, contents, language)]
  return cut(shown.join(' · '), LONGEST_CHOICE)
}
