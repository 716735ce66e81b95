import type { Actor } from '../../kernel/actor.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { OperationalEvent } from '../../platform/events/operational-event.ts'
import { nameOf } from '../../platform/settings/define.ts'
import type { Step } from './steps.ts'

/** What the operational log says of changed settings. The API changes a category at once, a command one setting. */

const LONGEST_VALUE = 100

export function changeEvents({ userId, door }: Actor, guildId: GuildId, steps: readonly Step[]): OperationalEvent[] {
  if (door === 'discord') return steps.map((step) => commandEvent(guildId, step, userId))
  return [...Map.groupBy(steps, ({ setting }) => setting.scope)].map(([scope, ofScope]) => {
    const keys = ofScope.map(({ setting }) => setting.key)
    const details = { scope, count: keys.length, keys, updated_by: userId, action: 'bulk_update', source: 'api' }
    const message = `Settings of ${scope} were changed: ${keys.join(', ')}`
    return { type: 'SETTINGS_CHANGED' as const, guildId, message, details }
  })
}

export function rollbackEvent(actor: Actor, guildId: GuildId, step: Step, historyId: bigint): OperationalEvent {
  const { scope, key } = step.setting
  const source = actor.door === 'api' ? 'api' : 'command'
  const who = { history_id: Number(historyId), updated_by: actor.userId, action: 'rollback', source }
  return {
    type: 'SETTINGS_CHANGED',
    guildId,
    message: `${nameOf(step.setting)} was rolled back`,
    details: { scope, key, ...told(step), ...who },
  }
}

function commandEvent(guildId: GuildId, step: Step, userId: string): OperationalEvent {
  const { scope, key } = step.setting
  const isCleared = step.to === undefined
  const who = { updated_by: userId, action: isCleared ? 'clear' : 'set', source: 'command' }
  return {
    type: 'SETTINGS_CHANGED',
    guildId,
    message: `${nameOf(step.setting)} was ${isCleared ? 'reset to its default' : 'set'}`,
    details: { scope, key, ...told(step), ...who },
  }
}

function told({ setting, to }: Step): { value?: JsonValue } {
  if (setting.secret || to === undefined) return {}
  return { value: typeof to === 'string' ? [...to].slice(0, LONGEST_VALUE).join('') : to }
}
