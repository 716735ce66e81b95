import type { JsonValue } from '../../platform/database/tables.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import type { Choice } from '../../platform/discord/options.ts'
import { timeZonesLike } from '../../platform/discord/time-zone-choices.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { channelName, cut, namedValue } from './values.ts'
import { candidates } from './values-typed.ts'

interface Surroundings {
  readonly contents: GuildContents
  readonly now: Temporal.Instant
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const LONGEST = 100
const MOST = 25

/** What may be typed for a value: the current one first, then what fits the words so far. Pure. */
export function suggestedValues(
  { setting, value }: { readonly setting: Setting; readonly value: JsonValue },
  typed: string,
  { contents, now }: Surroundings,
): Choice[] {
  const wanted = typed.trim().replace(/^[#@]/, '').toLowerCase()
  const fits = ({ name, value: text }: Choice) => `${name} ${text}`.toLowerCase().includes(wanted)
  const offered =
    setting.type === 'timezone' ? timeZonesLike(typed, now) : offers(setting, wanted, contents).filter(fits)
  const own = value === null || setting.secret ? [] : [currentChoice(setting, value, contents)].filter(fits)
  return [...own, ...offered.filter((choice) => choice.value !== own[0]?.value)]
    .filter((choice) => choice.value.length <= LONGEST)
    .slice(0, MOST)
}

/** All that there is to choose from; texts and numbers are free, so that only their default is known. */
function offers(setting: Setting, wanted: string, contents: GuildContents): Choice[] {
  switch (setting.type) {
    case 'boolean':
      return [true, false].map((value) => ({ name: namedValue(setting, value, contents), value: textOf(value) }))
    case 'enum':
      return setting.choices.map(({ value, label }) => ({ name: cut(label, LONGEST), value }))
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
      return value === '' ? [] : [{ name: cut(`${value} (default)`, LONGEST), value }]
    }
  }
}

function begins({ name }: Choice, wanted: string): boolean {
  return name.replace(/^[#@]/, '').toLowerCase().startsWith(wanted)
}

function currentChoice(setting: Setting, value: JsonValue, contents: GuildContents): Choice {
  return { name: cut(`${namedValue(setting, value, contents)} (now)`, LONGEST), value: textOf(value) }
}

/** As `readTyped` reads it back. */
function textOf(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}
