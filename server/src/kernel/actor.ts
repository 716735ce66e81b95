import type { GuildId, UserId } from './ids.ts'

/** Who asked, and through which door. */
export interface Actor {
  readonly userId: UserId
  readonly door: 'api' | 'discord'
  /** The guild whose Administrator permission this caller was seen to have; only through the Discord door so far. */
  readonly adminOf?: GuildId
}
