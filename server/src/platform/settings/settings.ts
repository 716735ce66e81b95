import { LRUCache } from 'lru-cache'
import type { Clock } from '../../kernel/clock.ts'
import { GuildId, isSnowflake } from '../../kernel/ids.ts'
import type { Db } from '../database/connect.ts'
import type { Notices } from '../database/listen.ts'
import { nameOf, type Setting, type SettingValue } from './define.ts'
import { readStored, type StoredSettings } from './store.ts'
import { valueIn } from './value.ts'

/**
 * What guilds have chosen, with the declared default wherever they chose nothing. Every process sees a change as soon as
 * it hears of it, and a minute after the change if it does not.
 */
export interface Settings {
  read<Of extends Setting>(setting: Of, guildId: GuildId): Promise<SettingValue<Of>>
  readMany<Of extends Setting>(setting: Of, guildIds: readonly GuildId[]): Promise<Map<GuildId, SettingValue<Of>>>
  /** Its settings have changed: whoever reads them from now on reads them anew. */
  forget(guildId: GuildId): void
}

/** The channel of the notices by which processes tell each other of changes. */
export const SETTINGS_CHANNEL = 'settings'

export function settingsNotice(guildId: GuildId, version: bigint): string {
  return `${guildId}:${version}`
}

interface SettingsNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly notices: Notices
}

const MOST_GUILDS = 5_000
/** Heals notices that were lost without a word. */
const LONGEST_KEPT_MS = 60_000

export function guildSettings({ db, clock, notices }: SettingsNeeds): Settings {
  /**
   * Kept are questions rather than answers: one that was asked before a change is forgotten with the change, even if it
   * is answered afterwards. Their minute begins when they are asked.
   */
  const asked = new LRUCache<GuildId, Promise<StoredSettings>>({
    max: MOST_GUILDS,
    ttl: LONGEST_KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => clock.now().epochMilliseconds },
  })

  function storedOf(guildId: GuildId): Promise<StoredSettings> {
    const known = asked.get(guildId)
    if (known) return known
    const question = readStored(db, guildId)
    asked.set(guildId, question)
    question.catch(() => asked.peek(guildId) === question && asked.delete(guildId))
    return question
  }

  async function read<Of extends Setting>(setting: Of, guildId: GuildId): Promise<SettingValue<Of>> {
    const { values } = await storedOf(guildId)
    return valueIn(setting, values.get(nameOf(setting)))
  }

  notices.on(
    SETTINGS_CHANNEL,
    (notice) => {
      const [guildId = ''] = notice.split(':', 1)
      if (isSnowflake(guildId)) asked.delete(GuildId.parse(guildId))
      else asked.clear()
    },
    () => asked.clear(),
  )
  return {
    read,
    async readMany(setting, guildIds) {
      const values = guildIds.map(async (guildId) => [guildId, await read(setting, guildId)] as const)
      return new Map(await Promise.all(values))
    },
    forget: (guildId) => void asked.delete(guildId),
  }
}
