import type { Channel } from '../../platform/discord/channel-calls.ts'
import type { Role } from '../../platform/discord/rest.ts'
import type { Setting } from '../../platform/settings/define.ts'

export type Severity = 'error' | 'warning' | 'ok'

/** What the doctor saw, with all that the sentence about it and the way to repair it need. */
export type Seen =
  | { readonly kind: 'commands_known' | 'commands_behind' | 'intents_granted' | 'timed_out' | 'no_log_channel' }
  | { readonly kind: 'intent_missing'; readonly intent: string }
  | { readonly kind: 'guild_fine'; readonly has: bigint }
  | { readonly kind: 'guild_lacks'; readonly missing: bigint; readonly own: Role | null }
  | { readonly kind: 'channel_gone' | 'category_gone' | 'role_gone'; readonly id: string }
  | { readonly kind: 'channel_fine'; readonly channel: Channel }
  | {
      readonly kind: 'channel_lacks' | 'category_lacks'
      readonly channel: Channel
      readonly missing: bigint
      /** The role whose entry in the channel lifts it; null: the entry of the bot itself. */
      readonly through: Role | null
    }
  | {
      readonly kind: 'category_fine' | 'category_filling' | 'category_full'
      readonly channel: Channel
      readonly count: number
    }
  | { readonly kind: 'role_fine' | 'role_givable' | 'role_everyone' | 'role_managed'; readonly role: Role }
  | { readonly kind: 'role_above'; readonly role: Role; readonly highest: Role }

export interface Finding {
  readonly severity: Severity
  /** Null for what concerns the bot as a whole. */
  readonly setting: Setting | null
  readonly seen: Seen
}

const FINE: ReadonlySet<Seen['kind']> = new Set([
  'commands_known',
  'intents_granted',
  'guild_fine',
  'channel_fine',
  'category_fine',
  'role_fine',
  'role_givable',
])
const HINTS: ReadonlySet<Seen['kind']> = new Set(['no_log_channel', 'commands_behind', 'category_filling'])
/** Nobody in the guild can repair these. */
const OPERATORS: ReadonlySet<Seen['kind']> = new Set(['commands_behind', 'intent_missing'])

export function finding(setting: Setting | null, seen: Seen): Finding {
  const severity = FINE.has(seen.kind) ? 'ok' : HINTS.has(seen.kind) ? 'warning' : 'error'
  return { severity, setting, seen }
}

/** Whether only whoever runs the bot can repair it. */
export function isForOperator({ seen }: Finding): boolean {
  return OPERATORS.has(seen.kind)
}
