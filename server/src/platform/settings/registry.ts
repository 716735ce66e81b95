import { nameOf, type Setting } from './define.ts'
import { judge } from './value.ts'

/** All settings that the product knows, in the order of declaration. */
export interface SettingRegistry {
  readonly settings: readonly Setting[]
  /** In the order in which they were first named. */
  readonly scopes: readonly string[]
  find(scope: string, key: string): Setting | undefined
}

/** @throws when two declarations name the same setting, or a default breaks its own rule. */
export function settingRegistry(settings: readonly Setting[]): SettingRegistry {
  const byName = new Map<string, Setting>()
  for (const setting of settings) {
    const name = nameOf(setting)
    if (byName.has(name)) throw new TypeError(`The setting ${name} is declared twice`)
    const verdict = setting.default === null ? null : judge(setting, setting.default)
    if (verdict?.claim) throw new TypeError(`The default of ${name} ${verdict.claim.en}`)
    byName.set(name, setting)
  }
  return {
    settings,
    scopes: [...new Set(settings.map(({ scope }) => scope))],
    find: (scope, key) => byName.get(nameOf({ scope, key })),
  }
}
