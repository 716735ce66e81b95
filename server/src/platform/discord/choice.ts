import type { Localised } from '../../kernel/language.ts'

/** A channel, category or role of their server that admins chose for something, other than by a setting. */
export interface Choice {
  readonly type: 'channel' | 'category' | 'role'
  readonly id: string
  /** The category of the settings of whatever it was chosen for. */
  readonly scope: string
  /** What it was chosen for, as plain text. */
  readonly label: Localised
  /** A sentence on how another one is chosen. Null: nothing is missing when it is gone. */
  readonly chooseAgain: Localised | null
  /** Permissions that the bot needs there, where it is not those that settings of that type need by themselves. */
  readonly botNeeds?: bigint
}
