import { Refusal } from '../../../kernel/refusal.ts'
import type { GuildContents } from '../../../platform/discord/guild-access.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { type Option, text } from '../../../platform/discord/options.ts'
import { nameOf, type Setting } from '../../../platform/settings/define.ts'
import type { CurrentSetting } from '../service.ts'
import { cut, namedValue } from '../values.ts'
import type { ConfigNeeds } from './needs.ts'
import { settingNamed, settingsLike } from './settings-like.ts'

const LONGEST_CHOICE = 100
const MOST_NAMED = 5

/** The option that names a setting: suggestions by key, label or documented command, with what holds now. */
export function settingOption({ service, contentsOf }: ConfigNeeds): Option<string | null> {
  return text('Which setting: type part of its name, like "log channel"', {
    async complete(typed, { guildId }) {
      const [{ settings }, contents] = await Promise.all([service.current(guildId), contentsOf(guildId)])
      const byName = new Map(settings.map((current) => [nameOf(current.setting), current]))
      return settingsLike(service.registry, typed).flatMap((setting) => {
        const current = byName.get(nameOf(setting))
        return current ? [{ name: choiceName(current, contents), value: nameOf(setting) }] : []
      })
    },
  })
}

/** @throws {Refusal} when what was typed names none, or several. */
export function namedSetting({ service }: ConfigNeeds, typed: string): Setting {
  const setting = settingNamed(service.registry, typed)
  if (setting) return setting
  const names = settingsLike(service.registry, typed).slice(0, MOST_NAMED).map(nameOf)
  const hint = names.length > 0 ? `could be ${names.join(', ')}` : 'names none: choose one from the suggestions'
  throw new Refusal('invalid', 'settings.unknown', `setting ${hint}.`)
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
  throw new Refusal('not_found', 'settings.unknown', `There is no setting ${cut(name, 60)} any more.`)
}

function choiceName({ setting, value }: CurrentSetting, contents: GuildContents): string {
  return cut(`${setting.label} · ${nameOf(setting)} · ${namedValue(setting, value, contents)}`, LONGEST_CHOICE)
}
