import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { button, picker, plain, row } from './replies-parts.ts'
import type { CurrentSetting, HistoryEntry } from './service.ts'
import { cut, shownThen, shownValue } from './values.ts'

/** What admins read when they look at one setting or change it. */

export const COLOUR = 0x58_65_f2

/** The current value and what it is for, with the picker that fits the type. */
export function settingReply(current: CurrentSetting, contents: GuildContents): OutgoingMessage {
  const { setting, value, isDefault } = current
  const select = picker(current, contents, customId('settings', 'choose', nameOf(setting)))
  const buttons = [
    ...(select ? [] : [button('edit', nameOf(setting), 'Change…', { style: ButtonStyle.Primary })]),
    button('reset', nameOf(setting), 'Reset', { disabled: isDefault }),
    button('changes', nameOf(setting), 'History'),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: setting.label,
        description: setting.help,
        fields: [
          { name: 'Now', value: `${shownValue(setting, value)}${isDefault ? ' (default)' : ''}`, inline: true },
          { name: 'Default', value: shownValue(setting, setting.default), inline: true },
          ...(ruleOf(setting) ? [{ name: 'Rule', value: ruleOf(setting) }] : []),
        ],
        footer: { text: nameOf(setting) },
      },
    ],
    components: [...(select ? [row(select)] : []), row(...buttons)],
    allowed_mentions: NO_MENTIONS,
  }
}

/** `entry` is what the write left in the history; without one it changed nothing. */
export function changedReply({ setting, value }: CurrentSetting, entry: HistoryEntry | undefined): OutgoingMessage {
  if (!entry) return plain(`${setting.label} is ${shownValue(setting, value)} already. Nothing was changed.`)
  return plain(`Changed: ${changeOf(setting, entry)}`, [row(button('undo', String(entry.id), 'Undo'))])
}

/** `Log channel: not set → #logs` */
export function changeOf(
  setting: Setting | undefined,
  { scope, key, oldValue, newValue }: Pick<HistoryEntry, 'scope' | 'key' | 'oldValue' | 'newValue'>,
): string {
  return `${setting?.label ?? nameOf({ scope, key })}: ${shownThen(setting, oldValue)} → ${shownThen(setting, newValue)}`
}

/** Discord's bounds on forms: https://discord.com/developers/docs/components/reference#text-input and #label */
const FORM = { title: 45, label: 45, description: 100, text: 4000 }
const LONGEST_LINE = 100
const LONGEST_NUMBER = 20

/** For values that are written; what holds stands in it already. */
export function settingForm({ setting, value }: CurrentSetting): APIModalInteractionResponseCallbackData {
  const text = setting.secret || value === null ? '' : String(value)
  const longest = 'maxLength' in setting ? Math.min(setting.maxLength, FORM.text) : LONGEST_NUMBER
  const isLong = 'maxLength' in setting && setting.maxLength > LONGEST_LINE
  return {
    custom_id: customId('settings', 'write', nameOf(setting)),
    title: cut(setting.label, FORM.title),
    components: [
      {
        type: ComponentType.Label,
        label: cut(setting.label, FORM.label),
        description: cut(ruleOf(setting) || setting.help, FORM.description),
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

function ruleOf(setting: Setting): string {
  switch (setting.type) {
    case 'integer':
    case 'number':
      return `A ${setting.type === 'integer' ? 'whole ' : ''}number from ${setting.min} to ${setting.max}`
    case 'string':
      return `Text of up to ${setting.maxLength} characters`
    case 'template':
      return `Up to ${setting.maxLength} characters; placeholders ${setting.placeholders.map((name) => `{${name}}`).join(' ')}`
    case 'timezone':
      return 'The name of a time zone, such as Europe/Brussels'
    default:
      return ''
  }
}
