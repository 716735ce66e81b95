import assert from 'node:assert/strict'
import type { Simulator } from '@alphapy/simulator'

type Seen = Awaited<ReturnType<ReturnType<Simulator['person']>['click']>>

/** The message as it would be with a button or a select of another custom id: somebody else's, or made up. */
export function forged(seen: Seen, customId: string, options?: readonly string[]): Seen {
  assert.ok(seen.message)
  const component = options
    ? { type: 3, custom_id: customId, options: options.map((value) => ({ label: value, value })) }
    : { type: 2, style: 2, label: 'Forged', custom_id: customId }
  seen.message.components = [{ type: 1, components: [component] }]
  return seen
}
