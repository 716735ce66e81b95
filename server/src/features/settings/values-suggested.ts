import type { Language, Localised } from '../../kernel/language.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import type { Choice } from '../../platform/discord/options.ts'
import { cut } from '../../platform/discord/text.ts'
import { timeZonesLike } from '../../platform/discord/time-zone-choices.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { channelName, namedValue } from './values.ts'
import { candidates } from './values-typed.ts'
import { configWords } from './words.ts'

interface Surroundings {
  readonly contents: GuildContents
  readonly now: Temporal.Instant
  readonly language: Language
}

/** A suggestion that is found by more than what is seen of it. */
interface Offer extends Choice {
  readonly also?: string
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const LONGEST = 100
const MOST = 25

/** What may be typed for a value: the current one first, then what fits the words so far, in either language. Pure. */
export function suggestedValues(
  { setting, value }: { readonly setting: Setting; readonly value: JsonValue },
  typed: string,
  surroundings: Surroundings,
): Choice[] {
  const wanted = typed.trim().replace(/^[#@]/, '').toLowerCase()
  const fits = ({ name, value: text, also = '' }: Offer) => `${name} ${text} ${also}`.toLowerCase().includes(wanted)
  const offered =
    setting.type === 'timezone'
      ? timeZonesLike(typed, surroundings.now, surroundings.language)
      : offers(setting, wanted, surroundings).filter(fits)
  const own = value === null || setting.secret ? [] : [currentChoice(setting, value, surroundings)].filter(fits)
  return [...own, ...offered.filter((choice) => choice.value !== own[0]?.value)]
    .filter((choice) => choice.value.length <= LONGEST)
    .slice(0, MOST)
    .map(({ name, value: text }) => ({ name, value: text }))
}

/** All that there is to choose from; texts and numbers are free, so that only their default is known. */
function offers(setting: Setting, wanted: string, { contents, language }: Surroundings): Offer[] {
  const say = configWords(language)
  switch (setting.type) {
    case 'boolean':
      return (['on', 'off'] as const).map((value) => ({
        name: say(value),
        value,
        also: found(configWords.everywhere(value)),
      }))
    case 'enum':
      return setting.choices.map(({ value, label }) => ({
        name: cut(label[language], LONGEST),
        value,
        also: found(label),
      }))
    case 'channel':
    case 'category':
    case 'role': {
      const sign = (name: string) => (setting.type === 'role' ? `@${name}` : channelName(setting, name))
      return candidates(setting, contents)
        .map(({ id, name }) => ({ name: cut(sign(name), LONGEST), value: id }))
        .sort((one, other) => Number(begins(other, wanted)) - Number(begins(one, wanted)))
    }
    case 'user':
      return []
    default: {
      const value = textOf(setting.default)
      return value === '' ? [] : [{ name: cut(say('as_default', { value }), LONGEST), value }]
    }
  }
}

function begins({ name }: Choice, wanted: string): boolean {
  return name.replace(/^[#@]/, '').toLowerCase().startsWith(wanted)
}

function found(label: Localised): string {
  return Object.values(label).join(' ')
}

function currentChoice(setting: Setting, value: JsonValue, { contents, language }: Surroundings): Offer {
  const name = configWords(language)('as_now', { value: namedValue(setting, value, contents, language) })
  return {
    name: cut(name, LONGEST),
    value: textOf(value),
    ...(typeof value === 'boolean' && { also: found(configWords.everywhere(value ? 'on' : 'off')) }),
  }
}

/** As `readTyped` reads it back. */
function textOf(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}
