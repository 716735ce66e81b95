import type { JsonValue } from '../../platform/database/tables.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { MASK } from './mask.ts'

/** Values of settings as people read them: with mentions in messages, in plain words where Discord shows no markup. */

const LONGEST_SHOWN = 100
const LONGEST_NAMED = 50
const NOT_SET = 'not set'

/** In a message. What people wrote stands in code, where neither markup nor mentions work. */
export function shownValue(setting: Setting, value: JsonValue): string {
  if (value === null) return NOT_SET
  if (setting.secret) return MASK
  switch (setting.type) {
    case 'boolean':
      return onOrOff(value)
    case 'channel':
    case 'category':
      return typeof value === 'string' ? `<#${value}>` : coded(value)
    case 'role':
      return typeof value === 'string' ? `<@&${value}>` : coded(value)
    case 'user':
      return typeof value === 'string' ? `<@${value}>` : coded(value)
    case 'enum':
      return choiceLabel(setting, value) ?? coded(value)
    case 'integer':
    case 'number':
      return typeof value === 'number' ? String(value) : coded(value)
    default:
      return coded(value)
  }
}

/** A value of the history: undefined was, or became, the default. What is no longer declared is shown as it is kept. */
export function shownThen(setting: Setting | undefined, value: JsonValue | undefined): string {
  if (!setting) return value === undefined ? 'the default' : coded(value)
  if (value !== undefined) return shownValue(setting, value)
  return setting.default === null ? NOT_SET : `${shownValue(setting, setting.default)} (default)`
}

/** Where Discord shows plain text only, as in suggestions; names stand for ids. */
export function namedValue(setting: Setting, value: JsonValue, { channels, roles }: GuildContents): string {
  if (value === null) return NOT_SET
  if (setting.secret) return MASK
  switch (setting.type) {
    case 'boolean':
      return onOrOff(value)
    case 'channel':
    case 'category': {
      const found = channels.find(({ id }) => id === value)
      return found ? channelName(setting, found.name) : 'a deleted channel'
    }
    case 'role': {
      const found = roles.find(({ id }) => id === value)
      return found ? `@${found.name}` : 'a deleted role'
    }
    case 'user':
      return `member ${String(value)}`
    case 'enum':
      return choiceLabel(setting, value) ?? plain(value)
    default:
      return plain(value)
  }
}

/** As `namedValue`, for values of the history. */
export function namedThen(setting: Setting | undefined, value: JsonValue | undefined, contents: GuildContents): string {
  if (!setting) return value === undefined ? 'default' : plain(value)
  return namedValue(setting, value ?? setting.default, contents)
}

/** Categories are shown without a hash, as in Discord's own list. */
export function channelName({ type }: Pick<Setting, 'type'>, name: string): string {
  return type === 'category' ? name : `#${name}`
}

/** Cut by code points, so that no character falls apart. */
export function cut(text: string, longest: number): string {
  const points = [...text]
  return points.length <= longest ? text : `${points.slice(0, longest - 1).join('')}…`
}

function onOrOff(value: JsonValue): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : coded(value)
}

function choiceLabel(setting: Extract<Setting, { type: 'enum' }>, value: JsonValue): string | undefined {
  return setting.choices.find((choice) => choice.value === value)?.label
}

/** In a code span; a backtick would end it. */
function coded(value: JsonValue): string {
  const text = oneLine(value).replaceAll('`', 'ˋ')
  return text === '' ? 'empty' : `\`${cut(text, LONGEST_SHOWN)}\``
}

function plain(value: JsonValue): string {
  return cut(oneLine(value), LONGEST_NAMED) || 'empty'
}

function oneLine(value: JsonValue): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/g, ' ').trim()
}
