import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { exportWords } from './words.ts'

/** How many exports a process makes at a time: each holds a connection to the database for as long as its reader reads. */
const MOST_AT_ONCE = 4
/** Slow readers of one guild leave room for the others. */
const MOST_OF_GUILD = 2
const SOON_S = 15

export interface Lanes {
  /** @throws {Refusal} while as many are under way as there may be. */
  enter(guildId: GuildId): Disposable
}

export function exportLanes(): Lanes {
  const underWay = new Set<{ readonly guildId: GuildId }>()
  return {
    enter(guildId) {
      const ofGuild = [...underWay].filter((other) => other.guildId === guildId).length
      if (underWay.size >= MOST_AT_ONCE || ofGuild >= MOST_OF_GUILD)
        throw new Refusal('limit', 'exports.busy', exportWords.everywhere('busy'), { retryAfter: SOON_S })
      const lane = { guildId }
      underWay.add(lane)
      return { [Symbol.dispose]: () => void underWay.delete(lane) }
    },
  }
}
