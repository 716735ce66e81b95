import type { Localised } from '../../kernel/language.ts'
import type { Setting } from './define.ts'

/** Something that a feature finds wrong with what admins of a guild chose together, as sentences for them. */
export interface Warning {
  /** Under whose name it is told. */
  readonly about: Setting
  readonly problem: Localised
  /** What to do. */
  readonly repair: Localised
}
