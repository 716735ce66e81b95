import type { Actor } from '../../kernel/actor.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Commit } from '../../platform/database/connect.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { Setting } from '../../platform/settings/define.ts'

/** A setting of a guild as it stands. */
export interface CurrentSetting {
  readonly setting: Setting
  /** What holds: the stored value, or the default. */
  readonly value: JsonValue
  readonly isDefault: boolean
}

/** One wish: null resets to the default. */
export interface SettingChange {
  readonly scope: string
  readonly key: string
  readonly value: JsonValue
}

/** One entry of the history. `undefined` values were, or became, the default. */
export interface HistoryEntry {
  readonly id: bigint
  readonly scope: string
  readonly key: string
  readonly valueType: string
  readonly oldValue: JsonValue | undefined
  readonly newValue: JsonValue | undefined
  readonly changedBy: UserId
  readonly changedAt: Temporal.Instant
  readonly changeType: 'created' | 'updated' | 'deleted' | 'rollback'
  readonly source: 'api' | 'command'
}

export interface HistoryFilter {
  readonly scope?: string
  readonly key?: string
  /** 1 to 200. */
  readonly limit: number
  /** Only entries older than this one. */
  readonly before?: bigint
}

export interface WriteOptions {
  /** The version that the caller saw; another one by now is a conflict. */
  readonly ifVersion?: bigint
  /** Puts more into the transaction that stores the change. */
  readonly commit?: Commit
}

export interface Written {
  /** The guild's settings version after the write. */
  readonly version: bigint
  readonly changes: readonly HistoryEntry[]
}

export interface Rollback {
  readonly entry: HistoryEntry
  /** What stands now, and what would or does stand afterwards. */
  readonly from: JsonValue | undefined
  readonly to: JsonValue | undefined
  readonly version: bigint
}

/**
 * What people may do with the settings of a guild; callers have made sure that the actor administers it. Every "no" is a
 * Refusal that names scope and key, and then nothing at all is stored.
 */
export interface SettingsService {
  /** Every declared setting, in the order of declaration. */
  readonly registry: readonly Setting[]
  current(guildId: GuildId): Promise<{ readonly version: bigint; readonly settings: readonly CurrentSetting[] }>
  /** All or nothing. What already holds changes nothing and leaves no history. */
  change(actor: Actor, guildId: GuildId, changes: readonly SettingChange[], options?: WriteOptions): Promise<Written>
  history(guildId: GuildId, filter: HistoryFilter): Promise<readonly HistoryEntry[]>
  rollback(
    actor: Actor,
    guildId: GuildId,
    historyId: bigint,
    options?: WriteOptions & { readonly dryRun?: boolean },
  ): Promise<Rollback>
}
