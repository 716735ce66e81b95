import { type Static, type TSchema, Type } from 'typebox'
import type { JsonValue } from '../../platform/database/tables.ts'
import { SnowflakeStringOut } from '../../platform/schema/snowflakes.ts'
import type { Setting } from '../../platform/settings/define.ts'
import type { HistoryList, SettingsSchema } from './contract.ts'
import type { CurrentSetting, HistoryEntry } from './service.ts'

/** Settings as HTTP shows them. */

export type ByScope = Record<string, Record<string, JsonValue>>

/** Every scope, with the settings that somebody has chosen or, with defaults, all of them. */
export function byScope(settings: readonly CurrentSetting[], withDefaults: boolean): ByScope {
  const shown = (scope: string) =>
    settings.filter((one) => one.setting.scope === scope && (withDefaults || !one.isDefault))
  const scopes = new Set(settings.map(({ setting }) => setting.scope))
  return Object.fromEntries(
    [...scopes].map((scope) => [
      scope,
      Object.fromEntries(shown(scope).map(({ setting, value }) => [setting.key, value])),
    ]),
  )
}

/** The shape of `byScope`, so that the API's description knows every setting. */
export function settingsOut(registry: readonly Setting[]) {
  const scopes = Map.groupBy(registry, ({ scope }) => scope)
  const categories = [...scopes].map(([scope, settings]) => [
    scope,
    Type.Object(Object.fromEntries(settings.map((setting) => [setting.key, Type.Optional(valueOut(setting))]))),
  ])
  return Type.Unsafe<ByScope>(Type.Object(Object.fromEntries(categories), { examples: [EXAMPLE] }))
}

const EXAMPLE = {
  system: { log_channel_id: '123456789', rules_channel_id: '987654321' },
  reminders: { default_channel_id: '111222333', allow_everyone_mentions: false },
  embedwatcher: { announcements_channel_id: '444555666' },
  gpt: { model: 'grok-3', temperature: 0.7 },
  invites: {},
  gdpr: {},
  onboarding: {},
  ticketbot: {},
  faq: {},
}

function valueOut(setting: Setting): TSchema {
  const about = { title: setting.label.en, description: setting.help.en }
  if (setting.secret) return Type.String(about)
  switch (setting.type) {
    case 'boolean':
      return Type.Boolean(about)
    case 'integer':
      return Type.Integer({ ...about, minimum: setting.min, maximum: setting.max })
    case 'number':
      return Type.Number({ ...about, minimum: setting.min, maximum: setting.max })
    case 'string':
    case 'template':
    case 'timezone':
      return Type.String(about)
    case 'enum':
      return Type.Enum(
        setting.choices.map(({ value }) => value),
        about,
      )
    default:
      return Type.Union([SnowflakeStringOut(), Type.Null()], about)
  }
}

export function presentDeclaration(setting: Setting): Static<typeof SettingsSchema>['settings'][number] {
  const { scope, key, type, default: holds, secret = false } = setting
  const read = { label: setting.label.en, help: setting.help.en }
  return { scope, key, type, ...read, default: holds, nullable: holds === null, secret, ...rulesOf(setting) }
}

function rulesOf(setting: Setting) {
  switch (setting.type) {
    case 'integer':
    case 'number':
      return { min: setting.min, max: setting.max }
    case 'string':
      return { min_length: setting.minLength ?? 0, max_length: setting.maxLength }
    case 'template':
      return { min_length: 1, max_length: setting.maxLength, placeholders: [...setting.placeholders] }
    case 'enum':
      return { choices: setting.choices.map(({ value, label }) => ({ value, label: label.en })) }
    case 'channel':
      return { channel_types: [...setting.channelTypes] }
    default:
      return {}
  }
}

export function presentEntry(entry: HistoryEntry): Static<typeof HistoryList>[number] {
  return {
    id: Number(entry.id),
    scope: entry.scope,
    key: entry.key,
    old_value: entry.oldValue ?? null,
    new_value: entry.newValue ?? null,
    value_type: entry.valueType,
    changed_by: entry.changedBy === null ? null : BigInt(entry.changedBy),
    changed_at: entry.changedAt.toString(),
    change_type: entry.changeType,
    source: entry.source,
  }
}
