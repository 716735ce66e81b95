import type { Localised } from '../../kernel/language.ts'
import type { Channel } from '../../platform/discord/channel-calls.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Role } from '../../platform/discord/rest.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'

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
  | { readonly kind: 'warned'; readonly problem: Localised; readonly repair: Localised }
  | { readonly kind: 'role_dangerous' | 'role_risky'; readonly role: Role; readonly powers: bigint }

/** What something was chosen or switched on for. */
export interface Subject {
  /** A category of settings. */
  readonly scope: string
  readonly label: Localised
  /** As people and logs name a setting; null: it is none. */
  readonly setting: string | null
  /** How another one is chosen, unless it is a setting. */
  readonly chooseAgain: Localised | null
}

export interface Finding {
  readonly severity: Severity
  /** Null for what concerns the bot as a whole. */
  readonly subject: Subject | null
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
const HINTS: ReadonlySet<Seen['kind']> = new Set([
  'no_log_channel',
  'commands_behind',
  'category_filling',
  'role_risky',
  'warned',
])
/** Nobody in the guild can repair these. */
const OPERATORS: ReadonlySet<Seen['kind']> = new Set(['commands_behind', 'intent_missing'])

export function finding(of: Setting | Choice | null, seen: Seen): Finding {
  const severity = FINE.has(seen.kind) ? 'ok' : HINTS.has(seen.kind) ? 'warning' : 'error'
  return { severity, subject: of && subjectOf(of), seen }
}

function subjectOf(of: Setting | Choice): Subject {
  const { scope, label } = of
  if ('key' in of) return { scope, label, setting: nameOf(of), chooseAgain: null }
  return { scope, label, setting: null, chooseAgain: of.chooseAgain }
}

/** Whether only whoever runs the bot can repair it. */
export function isForOperator({ seen }: Finding): boolean {
  return OPERATORS.has(seen.kind)
}
