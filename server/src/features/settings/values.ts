import { isSnowflake } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { cut } from '../../platform/discord/text.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { MASK } from './mask.ts'
import { configWords } from './words.ts'

/** Values of settings as people read them: with mentions in messages, in plain words where Discord shows no markup. */

const LONGEST_SHOWN = 100
const LONGEST_NAMED = 50

/** In a message. What people wrote stands in code, where neither markup nor mentions work. */
export function shownValue(setting: Setting, value: JsonValue, language: Language): string {
  if (value === null) return configWords(language)('not_set')
  if (setting.secret) return MASK
  switch (setting.type) {
    case 'boolean':
      return onOrOff(value, language)
    case 'channel':
    case 'category':
      return isId(value) ? `<#${value}>` : coded(value, language)
    case 'role':
      return isId(value) ? `<@&${value}>` : coded(value, language)
    case 'user':
      return isId(value) ? `<@${value}>` : coded(value, language)
    case 'enum':
      return choiceLabel(setting, value, language) ?? coded(value, language)
    case 'integer':
    case 'number':
      return typeof value === 'number' ? String(value) : coded(value, language)
    default:
      return coded(value, language)
  }
}

/** A value of the history: undefined was, or became, the default. What is no longer declared is shown as it is kept. */
export function shownThen(setting: Setting | undefined, value: JsonValue | undefined, language: Language): string {
  const say = configWords(language)
  if (!setting) return value === undefined ? say('the_default') : coded(value, language)
  const shown = shownValue(setting, value ?? setting.default, language)
  return value === undefined && setting.default !== null ? say('as_default', { value: shown }) : shown
}

/** Where Discord shows plain text only, as in suggestions; names stand for ids. */
export function namedValue(
  setting: Setting,
  value: JsonValue,
  { channels, roles }: GuildContents,
  language: Language,
): string {
  const say = configWords(language)
  if (value === null) return say('not_set')
  if (setting.secret) return MASK
  switch (setting.type) {
    case 'boolean':
      return onOrOff(value, language)
    case 'channel':
    case 'category': {
      const found = channels.find(({ id }) => id === value)
      return found ? channelName(setting, found.name) : say('deleted_channel')
    }
    case 'role': {
      const found = roles.find(({ id }) => id === value)
      return found ? `@${found.name}` : say('deleted_role')
    }
    case 'user':
      return say('member', { id: String(value) })
    case 'enum':
      return choiceLabel(setting, value, language) ?? plain(value, language)
    default:
      return plain(value, language)
  }
}

/** As `namedValue`, for values of the history. */
export function namedThen(
  setting: Setting | undefined,
  value: JsonValue | undefined,
  contents: GuildContents,
  language: Language,
): string {
  if (setting) return namedValue(setting, value ?? setting.default, contents, language)
  return value === undefined ? configWords(language)('the_default') : plain(value, language)
}

/** Categories are shown without a hash, as in Discord's own list. */
export function channelName({ type }: Pick<Setting, 'type'>, name: string): string {
  return type === 'category' ? name : `#${name}`
}

/** What was stored as something else is no id. */
function isId(value: JsonValue): value is string {
  return typeof value === 'string' && isSnowflake(value)
}

function onOrOff(value: JsonValue, language: Language): string {
  return typeof value === 'boolean' ? configWords(language)(value ? 'on' : 'off') : coded(value, language)
}

function choiceLabel(
  setting: Extract<Setting, { type: 'enum' }>,
  value: JsonValue,
  language: Language,
): string | undefined {
  return setting.choices.find((choice) => choice.value === value)?.label[language]
}

/** In a code span; a backtick would end it. */
function coded(value: JsonValue, language: Language): string {
  const text = oneLine(value).replaceAll('`', 'ˋ')
  return text === '' ? configWords(language)('empty') : `\`${cut(text, LONGEST_SHOWN)}\``
}

function plain(value: JsonValue, language: Language): string {
  return cut(oneLine(value), LONGEST_NAMED) || configWords(language)('empty')
}

function oneLine(value: JsonValue): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/g, ' ').trim()
}
