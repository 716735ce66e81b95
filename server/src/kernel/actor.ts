import type { UserId } from './ids.ts'

/** Who asked, and through which door. */
export interface Actor {
  readonly userId: UserId
  readonly door: 'api' | 'discord'
}
