import { ChannelType } from 'discord-api-types/v10'
import { inEach, type Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { timeZonesNamed } from '../../platform/discord/time-zone-choices.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { judge, type Primitive } from '../../platform/settings/value.ts'
import { thingOf } from './things.ts'
import { refusalWords } from './words-refusals.ts'

/** Reads what an admin typed for a value, leniently; null is "none". Pure. */

const ON = new Set(['on', 'yes', 'y', 'true', '1', 'enable', 'enabled', 'ja', 'aan'])
const OFF = new Set(['off', 'no', 'n', 'false', '0', 'disable', 'disabled', 'nee', 'uit'])
const NONE = new Set(['none', 'not set', 'null', 'geen', 'niet ingesteld', '-'])
const DECIMAL = /^[-+]?\d+(?:[.,]\d+)?$/

/** @throws {Refusal} with the one sentence that names the setting and its rule. */
export function readTyped(setting: Setting, typed: string, contents: GuildContents): Primitive | null {
  const text = typed.trim()
  switch (setting.type) {
    case 'boolean':
      return readSwitch(setting, text.toLowerCase())
    case 'integer':
    case 'number':
      return judged(setting, DECIMAL.test(text) ? Number(text.replace(',', '.')) : Number.NaN)
    case 'enum':
      return judged(setting, choiceNamed(setting, text.toLowerCase()) ?? text)
    case 'timezone':
      return judged(setting, timeZonesNamed(text)[0] ?? text)
    case 'channel':
    case 'category':
    case 'role':
    case 'user':
      return NONE.has(text.toLowerCase()) ? null : readThing(setting, text, contents)
    default:
      return judged(setting, typed)
  }
}

/** The types of channel that a setting may name. */
export function fittingTypes(setting: Setting): readonly ChannelType[] {
  if (setting.type === 'channel') return setting.channelTypes
  return setting.type === 'category' ? [ChannelType.GuildCategory] : []
}

/** The channels or roles of the guild that a setting may name; of members no list is kept. */
export function candidates(setting: Setting, { channels, roles }: GuildContents): readonly Thing[] {
  if (setting.type === 'role') return roles
  const types = fittingTypes(setting)
  return channels.filter(({ type }) => types.includes(type))
}

interface Thing {
  readonly id: string
  readonly name: string
}

function readSwitch(setting: Setting, word: string): boolean {
  if (ON.has(word)) return true
  if (OFF.has(word)) return false
  throw refused(setting, refusalWords.everywhere('on_or_off'))
}

/** The value itself, its label in either language, or the only choice that begins so. */
function choiceNamed({ choices }: Extract<Setting, { type: 'enum' }>, word: string): string | undefined {
  const texts = choices.map(({ value, label }) => ({ value, names: [value, label.en, label.nl].map(lower) }))
  const exact = texts.find(({ names }) => names.includes(word))
  const begun = texts.filter(({ names }) => word !== '' && names.some((name) => name.startsWith(word)))
  return exact?.value ?? (begun.length === 1 ? begun[0]?.value : undefined)
}

const lower = (text: string): string => text.toLowerCase()

/** `<#id>`, `<@&id>`, `<@id>`, an id, or the name with or without its sign. */
function readThing(setting: Setting, text: string, contents: GuildContents): Primitive {
  const [, mentioned] = /^<(?:#|@&|@!?)(\d+)>$/.exec(text) ?? []
  const id = mentioned ?? text
  if (setting.type === 'user') return judged(setting, id)
  const things = candidates(setting, contents)
  if (things.some((thing) => thing.id === id)) return id
  const name = text.replace(/^[#@]/, '').toLowerCase()
  const named = things.filter((thing) => thing.name.toLowerCase() === name)
  const [only] = named
  if (!only) throw refused(setting, mustBe(thingOf(setting)))
  if (named.length > 1) throw refused(setting, refusalWords.everywhere('several', { count: named.length }))
  return only.id
}

function mustBe(thing: Localised): Localised {
  return inEach((language) => refusalWords(language)('must_be', { thing: thing[language] }))
}

function judged(setting: Setting, value: Primitive): Primitive {
  const verdict = judge(setting, value)
  if ('value' in verdict) return verdict.value
  throw refused(setting, verdict.claim)
}

function refused({ label }: Setting, claim: Localised): Refusal {
  const sentence = inEach((language) => `${label[language]} ${claim[language]}.`)
  return new Refusal('invalid', 'settings.invalid', sentence)
}
