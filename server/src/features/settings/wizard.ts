import type { Localised } from '../../kernel/language.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import type { CurrentSetting } from './service.ts'

/** The guided set-up: which settings it asks for, in which order, and where somebody stands in it. Pure. */

export interface SetupStep {
  readonly setting: Setting
  readonly question: Localised
  /** From 1. */
  readonly number: number
  readonly total: number
  readonly previous: Setting | null
  readonly next: Setting | null
}

export function setupSteps(registry: readonly Setting[]): readonly SetupStep[] {
  const asked = registry
    .flatMap((setting) => (setting.setup ? [{ setting, ...setting.setup }] : []))
    .sort((one, other) => one.order - other.order)
  return asked.map(({ setting, question }, index) => ({
    setting,
    question,
    number: index + 1,
    total: asked.length,
    previous: asked[index - 1]?.setting ?? null,
    next: asked[index + 1]?.setting ?? null,
  }))
}

export function stepNamed(steps: readonly SetupStep[], name: string): SetupStep | null {
  return steps.find(({ setting }) => nameOf(setting) === name) ?? null
}

/** Where the set-up goes on: the first step that has no answer yet. */
export function firstOpenStep(steps: readonly SetupStep[], current: readonly CurrentSetting[]): SetupStep | null {
  const open = new Set(current.filter(({ isDefault }) => isDefault).map(({ setting }) => nameOf(setting)))
  return steps.find(({ setting }) => open.has(nameOf(setting))) ?? null
}
