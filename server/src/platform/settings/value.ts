import { isSnowflake } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/language.ts'
import { isTimeZone } from '../../kernel/time-zone.ts'
import type { JsonValue } from '../database/tables.ts'
import type { Setting, SettingType, SettingValue } from './define.ts'
import { ruleWords } from './words.ts'

/** Which values fit a declaration, and what becomes of values that were stored under another one. Pure. */

export type Primitive = boolean | number | string

/** A value in the form in which it is kept, or the rule that it breaks as a sentence without its subject: `must be …`. */
export type Verdict = { readonly value: Primitive; readonly claim?: never } | { readonly claim: Localised }

const IDS = ['channel', 'category', 'role', 'user'] as const
type IdType = (typeof IDS)[number]

/** Judges a value by its declaration alone; whether the guild has such a channel or role is another question. */
export function judge(setting: Setting, value: unknown): Verdict {
  switch (setting.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { claim: ruleWords.everywhere('boolean') }
    case 'integer':
    case 'number':
      return judgeNumber(setting, value)
    case 'string':
    case 'template':
      return judgeText(setting, value)
    case 'timezone':
      return typeof value === 'string' && isTimeZone(value) ? { value } : { claim: ruleWords.everywhere('timezone') }
    case 'enum':
      return typeof value === 'string' && setting.choices.some((choice) => choice.value === value)
        ? { value }
        : { claim: ruleWords.everywhere('enum', { values: setting.choices.map((choice) => choice.value).join(', ') }) }
    default:
      return judgeId(setting.type, value)
  }
}

function judgeNumber({ type, min, max }: Extract<Setting, { min: number }>, value: unknown): Verdict {
  const fits = typeof value === 'number' && value >= min && value <= max
  if (fits && (type === 'number' || Number.isInteger(value))) return { value: value === 0 ? 0 : value }
  return { claim: ruleWords.everywhere(type, { min, max }) }
}

function judgeText(setting: Extract<Setting, { maxLength: number }>, value: unknown): Verdict {
  const least = setting.type === 'string' ? (setting.minLength ?? 0) : 1
  const length = typeof value === 'string' ? [...value].length : -1
  if (typeof value !== 'string' || length < least || length > setting.maxLength)
    return { claim: ruleWords.everywhere('text', { least, most: setting.maxLength }) }
  if (setting.type === 'string' && setting.form?.pattern.test(value) === false) return { claim: setting.form.rule }
  const unknown = setting.type === 'template' ? unknownPlaceholder(value, setting.placeholders) : undefined
  if (unknown === undefined || setting.type === 'string') return { value }
  const known = setting.placeholders.map((name) => `{${name}}`).join(', ')
  return { claim: ruleWords.everywhere('placeholder', { unknown: `{${unknown}}`, known }) }
}

function unknownPlaceholder(text: string, known: readonly string[]): string | undefined {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !known.includes(name))
}

/** Numbers up to 2^53 are exact; longer ids reach this as text. */
function judgeId(type: IdType, value: unknown): Verdict {
  const text = typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : ''
  return isSnowflake(text) ? { value: text } : { claim: ruleWords.everywhere(type) }
}

/** What was stored, with the type that was declared then. */
export interface Stored {
  readonly value: JsonValue
  readonly valueType: string
}

/** What holds: the stored value, or the default where nothing is stored that fits the declaration. */
export function valueIn<Of extends Setting>(setting: Of, stored: Stored | undefined): SettingValue<Of> {
  const kept = stored && keptValue(setting, stored)
  // `judge` has seen that it is a value of the declared type.
  return (kept ?? setting.default) as SettingValue<Of>
}

/**
 * The stored value as the declaration of today reads it; undefined where that is not sure. Types can so be changed
 * without touching what is stored: text that says exactly a number or a boolean becomes one, and either becomes text.
 */
export function keptValue(setting: Setting, { value, valueType }: Stored): Primitive | undefined {
  if (isId(valueType) && isId(setting.type) && valueType !== setting.type) return undefined
  for (const candidate of [value, rewritten(value, setting.type)]) {
    const verdict = judge(setting, candidate)
    if ('value' in verdict) return verdict.value
  }
  return undefined
}

function isId(type: string): boolean {
  return IDS.some((one) => one === type)
}

const READS_AS_NUMBER: ReadonlySet<SettingType> = new Set(['integer', 'number'])
const READS_AS_TEXT: ReadonlySet<SettingType> = new Set(['string', 'template', 'enum'])

function rewritten(value: unknown, type: SettingType): unknown {
  if (typeof value !== 'string') return READS_AS_TEXT.has(type) && isPlain(value) ? String(value) : undefined
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined
  const number = READS_AS_NUMBER.has(type) ? Number(value) : Number.NaN
  return String(number) === value ? number : undefined
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}
