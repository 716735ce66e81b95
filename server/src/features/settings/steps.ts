import type { JsonValue } from '../../platform/database/tables.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import type { StoredSettings } from '../../platform/settings/store.ts'
import type { Primitive } from '../../platform/settings/value.ts'

/** A value that somebody wants a setting to have; undefined is its default. It fits the declaration. */
export interface Wish {
  readonly setting: Setting
  readonly value: Primitive | undefined
}

/** What changes of one setting. `undefined` was, or becomes, the default. */
export interface Step {
  readonly setting: Setting
  readonly from: JsonValue | undefined
  readonly to: Primitive | undefined
}

/** From what is stored to what is wished; what already holds is no step. Of two wishes for one setting the last counts. */
export function stepsTo(wishes: readonly Wish[], { values }: StoredSettings): Step[] {
  const bySetting = new Map(wishes.map((wish) => [nameOf(wish.setting), wish]))
  return [...bySetting]
    .map(([name, { setting, value }]) => ({ setting, from: values.get(name)?.value, to: value }))
    .filter(({ from, to }) => from !== to)
}
