import { type APISelectMenuComponent, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { button as buttonWith } from '../../platform/discord/message-parts.ts'
import { cut } from '../../platform/discord/text.ts'
import type { Setting } from '../../platform/settings/define.ts'
import type { CurrentSetting } from './service.ts'
import { candidates, fittingTypes } from './values-typed.ts'
import { configWords } from './words.ts'

/** What the answers of `/config` are put together from. */

const LONGEST_LABEL = 100

export function button(act: string, about: string, label: string, looks?: Parameters<typeof buttonWith>[2]) {
  return buttonWith(customId('settings', act, about), label, looks)
}

/** The select that fits the type, with what holds already chosen; null for what has to be written. */
export function picker(
  { setting, value }: CurrentSetting,
  contents: GuildContents,
  id: string,
  language: Language,
): APISelectMenuComponent | null {
  const say = configWords(language)
  switch (setting.type) {
    case 'boolean':
      return choices(id, [
        { label: say('pick_on'), value: 'on', default: value === true },
        { label: say('pick_off'), value: 'off', default: value === false },
      ])
    case 'enum':
      return choices(
        id,
        setting.choices.map((choice) => ({
          label: cut(choice.label[language], LONGEST_LABEL),
          value: choice.value,
          default: choice.value === value,
        })),
      )
    case 'channel':
    case 'category':
    case 'role':
    case 'user':
      return thingPicker({ setting, value }, contents, id, say(`pick_${setting.type}`))
    default:
      return null
  }
}

function choices(id: string, options: { label: string; value: string; default: boolean }[]): APISelectMenuComponent {
  return { type: ComponentType.StringSelect, custom_id: id, options }
}

/** Discord refuses what it does not know, so that a channel which is gone is not preselected. */
function thingPicker(
  { setting, value }: { readonly setting: Setting; readonly value: JsonValue },
  contents: GuildContents,
  id: string,
  placeholder: string,
): APISelectMenuComponent {
  const isThere = setting.type === 'user' || candidates(setting, contents).some((thing) => thing.id === value)
  const chosen = typeof value === 'string' && isThere ? value : null
  if (setting.type === 'role') {
    const type = SelectMenuDefaultValueType.Role as const
    const preselected = chosen === null ? {} : { default_values: [{ id: chosen, type }] }
    return { type: ComponentType.RoleSelect, custom_id: id, placeholder, ...preselected }
  }
  if (setting.type === 'user') {
    const type = SelectMenuDefaultValueType.User as const
    const preselected = chosen === null ? {} : { default_values: [{ id: chosen, type }] }
    return { type: ComponentType.UserSelect, custom_id: id, placeholder, ...preselected }
  }
  const type = SelectMenuDefaultValueType.Channel as const
  const preselected = chosen === null ? {} : { default_values: [{ id: chosen, type }] }
  const channel_types = [...fittingTypes(setting)]
  return { type: ComponentType.ChannelSelect, custom_id: id, placeholder, channel_types, ...preselected }
}
