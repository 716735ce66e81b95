import type { ChannelType } from 'discord-api-types/v10'
import type { Localised } from '../../kernel/language.ts'

/** What the declarations of all settings have in common. */
interface Declared {
  readonly scope: string
  readonly key: string
  /** What admins read in Discord; the API says the English one. */
  readonly label: Localised
  readonly help: Localised
  /** Its value is shown to nobody, neither where it stands nor in the history or the log. */
  readonly secret?: true
  /** Makes it a step of the guided set-up, in this order; only for what is picked, not written. */
  readonly setup?: { readonly order: number; readonly question: Localised }
}

interface BooleanSetting extends Declared {
  readonly type: 'boolean'
  readonly default: boolean
  /** Permissions that the bot needs in the whole guild while it is on. */
  readonly guildNeeds?: bigint
}

/** Bounds are included. */
interface NumericSetting extends Declared {
  readonly type: 'integer' | 'number'
  readonly default: number
  readonly min: number
  readonly max: number
}

/** Lengths count Unicode code points. */
interface TextSetting extends Declared {
  readonly type: 'string'
  readonly default: string
  /** What the whole text must look like, with that as the end of a sentence. */
  readonly form?: { readonly pattern: RegExp; readonly rule: Localised }
  readonly minLength?: number
  readonly maxLength: number
}

interface TemplateSetting extends Declared {
  readonly type: 'template'
  readonly default: string
  readonly maxLength: number
  /** The names that may stand in braces: `{member}`. */
  readonly placeholders: readonly string[]
}

interface TimezoneSetting extends Declared {
  readonly type: 'timezone'
  readonly default: string
}

interface EnumSetting extends Declared {
  readonly type: 'enum'
  readonly default: string
  readonly choices: readonly { readonly value: string; readonly label: Localised }[]
}

interface ChannelSetting extends Declared {
  readonly type: 'channel'
  readonly default: null
  readonly channelTypes: readonly ChannelType[]
  /** Permissions that the bot needs there: to write a message with an embed, unless it says otherwise. */
  readonly botNeeds?: bigint
  /** What people write there is read, for which Discord wants the Message Content Intent. */
  readonly isRead?: true
}

interface RoleSetting extends Declared {
  readonly type: 'role'
  readonly default: null
  /** The bot gives it to members, so it has to be one that the bot can give. */
  readonly isGiven?: true
}

interface CategorySetting extends Declared {
  readonly type: 'category'
  readonly default: null
  /** Permissions that the bot needs in it: to make channels in it and write there, unless it says otherwise. */
  readonly botNeeds?: bigint
  /** What people write in its channels is read, for which Discord wants the Message Content Intent. */
  readonly isRead?: true
}

interface UserSetting extends Declared {
  readonly type: 'user'
  readonly default: null
}

/** One guild setting, declared once by the feature that owns it: validation, forms and documentation derive from it. */
export type Setting =
  | BooleanSetting
  | NumericSetting
  | TextSetting
  | TemplateSetting
  | TimezoneSetting
  | EnumSetting
  | ChannelSetting
  | RoleSetting
  | CategorySetting
  | UserSetting

export type SettingType = Setting['type']

/** What each kind of setting holds in the program. Ids are snowflakes as text; null is "none chosen". */
interface ValueOf {
  readonly boolean: boolean
  readonly integer: number
  readonly number: number
  readonly string: string
  readonly template: string
  readonly timezone: string
  readonly enum: string
  readonly channel: string | null
  readonly category: string | null
  readonly role: string | null
  readonly user: string | null
}

export type SettingValue<Of extends Setting> = Of extends {
  readonly choices: readonly { readonly value: infer Value }[]
}
  ? Value
  : ValueOf[Of['type']]

export function defineSetting<const Of extends Setting>(setting: Of): Of {
  return setting
}

/** How people and logs name a setting. */
export function nameOf({ scope, key }: Pick<Setting, 'scope' | 'key'>): string {
  return `${scope}.${key}`
}
