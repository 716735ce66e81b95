import { isTimeZone } from '../../kernel/time-zone.ts'

/** The kinds of value a guild setting may hold, with the type each has in the program. Ids are snowflakes as text. */
interface ValueOf {
  boolean: boolean
  integer: number
  timezone: string
  channel: string | null
}

export type SettingType = keyof ValueOf

/** One guild setting, declared once by the feature that owns it: validation, forms and documentation derive from it. */
export interface Setting<Type extends SettingType = SettingType> {
  readonly scope: string
  readonly key: string
  readonly type: Type
  readonly default: ValueOf[Type]
  readonly label: string
  readonly help: string
  /** Bounds of an integer, both included. */
  readonly min?: number
  readonly max?: number
}

export type SettingValue<Type extends SettingType> = ValueOf[Type]

export function defineSetting<Type extends SettingType>(setting: Setting<Type>): Setting<Type> {
  return setting
}

const fits: { readonly [Type in SettingType]: (value: unknown, setting: Setting) => value is ValueOf[Type] } = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }): value is number =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  timezone: (value): value is string => typeof value === 'string' && isTimeZone(value),
  channel: (value): value is string | null => value === null || (typeof value === 'string' && /^\d{1,19}$/.test(value)),
}

/** The stored value, or the default where nothing is stored or what is stored no longer fits the declaration. */
export function settingValue<Type extends SettingType>(setting: Setting<Type>, stored: unknown): ValueOf[Type] {
  const isValue: (value: unknown, setting: Setting) => value is ValueOf[Type] = fits[setting.type]
  return stored !== undefined && isValue(stored, setting) ? stored : setting.default
}
