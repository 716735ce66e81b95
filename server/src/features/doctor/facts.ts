import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Channel } from '../../platform/discord/channel-calls.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Member, Role } from '../../platform/discord/rest.ts'
import type { Setting } from '../../platform/settings/define.ts'
import type { Warning } from '../../platform/settings/warning.ts'

/** A setting, with what holds in the guild. */
export interface Chosen {
  readonly setting: Setting
  readonly value: boolean | number | string | null
}

/** All that the doctor looks at, as it stands at one moment. */
export interface Facts {
  readonly guildId: GuildId
  readonly guildOwnerId: UserId
  readonly roles: readonly Role[]
  readonly channels: readonly Channel[]
  /** The bot itself, as a member. */
  readonly bot: Member
  readonly applicationFlags: number
  /** Whether what Discord offers members is what the program can do. */
  readonly commandsAreKnown: boolean
  readonly chosen: readonly Chosen[]
  /** What was chosen besides settings. */
  readonly choices: readonly Choice[]
  readonly warnings: readonly Warning[]
  readonly now: Temporal.Instant
}
