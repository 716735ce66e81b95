import type { JsonValue } from '../../platform/database/tables.ts'
import type { SettingRegistry } from '../../platform/settings/registry.ts'
import type { HistoryEntry } from './store.ts'

/** What is shown in place of a secret. */
export const MASK = '********'

/** The value as anybody may see it; that there is one is no secret. */
export function masked<Value extends JsonValue | undefined>(
  isSecret: boolean | undefined,
  value: Value,
): Value | typeof MASK {
  return isSecret && value !== undefined && value !== null ? MASK : value
}

export function maskedEntry(registry: SettingRegistry, entry: HistoryEntry): HistoryEntry {
  const isSecret = registry.find(entry.scope, entry.key)?.secret
  return { ...entry, oldValue: masked(isSecret, entry.oldValue), newValue: masked(isSecret, entry.newValue) }
}
