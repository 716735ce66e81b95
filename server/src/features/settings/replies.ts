import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { plain, row } from '../../platform/discord/message-parts.ts'
import { cut } from '../../platform/discord/text.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { button, picker } from './replies-parts.ts'
import type { CurrentSetting, HistoryEntry } from './service.ts'
import { shownThen, shownValue } from './values.ts'
import { configWords } from './words.ts'

/** What admins read when they look at one setting or change it. */

export const COLOUR = 0x58_65_f2

/** The current value and what it is for, with the picker that fits the type. */
export function settingReply(current: CurrentSetting, contents: GuildContents, language: Language): OutgoingMessage {
  const say = configWords(language)
  const { setting, value, isDefault } = current
  const select = picker(current, contents, customId('settings', 'choose', nameOf(setting)), language)
  const shown = shownValue(setting, value, language)
  const rule = ruleOf(setting, language)
  const buttons = [
    ...(select ? [] : [button('edit', nameOf(setting), say('edit'), { style: ButtonStyle.Primary })]),
    button('reset', nameOf(setting), say('reset'), { disabled: isDefault }),
    button('changes', nameOf(setting), say('history')),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: setting.label[language],
        description: setting.help[language],
        fields: [
          { name: say('now'), value: isDefault ? say('as_default', { value: shown }) : shown, inline: true },
          { name: say('default'), value: shownValue(setting, setting.default, language), inline: true },
          ...(rule ? [{ name: say('rule'), value: rule }] : []),
        ],
        footer: { text: nameOf(setting) },
      },
    ],
    components: [...(select ? [row(select)] : []), row(...buttons)],
    allowed_mentions: NO_MENTIONS,
  }
}

/** `entry` is what the write left in the history; without one it changed nothing. */
export function changedReply(
  { setting, value }: CurrentSetting,
  entry: HistoryEntry | undefined,
  language: Language,
): OutgoingMessage {
  const say = configWords(language)
  if (!entry)
    return plain(say('unchanged', { label: setting.label[language], value: shownValue(setting, value, language) }))
  const change = changeOf(setting, entry, language)
  return plain(say('changed', { change }), row(button('undo', String(entry.id), say('undo'))))
}

/** `Log channel: not set → #logs` */
export function changeOf(
  setting: Setting | undefined,
  { scope, key, oldValue, newValue }: Pick<HistoryEntry, 'scope' | 'key' | 'oldValue' | 'newValue'>,
  language: Language,
): string {
  const [from, to] = [oldValue, newValue].map((value) => shownThen(setting, value, language))
  return `${setting?.label[language] ?? nameOf({ scope, key })}: ${from} → ${to}`
}

/** Discord's bounds on forms: https://discord.com/developers/docs/components/reference#text-input and #label */
const FORM = { title: 45, label: 45, description: 100, text: 4000 }
const LONGEST_LINE = 100
const LONGEST_NUMBER = 20

/** For values that are written; what holds stands in it already. */
export function settingForm(
  { setting, value }: CurrentSetting,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const label = setting.label[language]
  const text = setting.secret || value === null ? '' : String(value)
  const longest = 'maxLength' in setting ? Math.min(setting.maxLength, FORM.text) : LONGEST_NUMBER
  const isLong = 'maxLength' in setting && setting.maxLength > LONGEST_LINE
  return {
    custom_id: customId('settings', 'write', nameOf(setting)),
    title: cut(label, FORM.title),
    components: [
      {
        type: ComponentType.Label,
        label: cut(label, FORM.label),
        description: cut(ruleOf(setting, language) || setting.help[language], FORM.description),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'value',
          style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: !('minLength' in setting && setting.minLength === 0),
          // A zone's name, and what is there already, must fit however its characters are counted.
          max_length: Math.max(setting.type === 'timezone' ? LONGEST_LINE : longest, text.length),
          ...(text && { value: text }),
        },
      },
    ],
  }
}

function ruleOf(setting: Setting, language: Language): string {
  const say = configWords(language)
  switch (setting.type) {
    case 'integer':
    case 'number':
      return say(setting.type === 'integer' ? 'rule_integer' : 'rule_number', { min: setting.min, max: setting.max })
    case 'string':
      return say('rule_text', { most: setting.maxLength })
    case 'template':
      return say('rule_template', {
        most: setting.maxLength,
        placeholders: setting.placeholders.map((name) => `{${name}}`).join(' '),
      })
    case 'timezone':
      return say('rule_timezone')
    default:
      return ''
  }
}
