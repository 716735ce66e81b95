import type { GuildId, UserId } from './ids.ts'

/** Who asked, and through which door. */
export interface Actor {
  readonly userId: UserId
  readonly door: 'api' | 'discord'
  /** The guild whose Administrator permission this caller was seen to have. */
  readonly adminOf?: GuildId
  /** Outside of this guild the caller's credentials open nothing. */
  readonly onlyGuild?: GuildId
}
