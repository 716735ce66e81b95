import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { countChanges, lastNumber, rewriteLexemes } from './reindexing-store.ts'
import { beginCount, countAside, endCount } from './search/vocabulary-store.ts'
import { countEntries, holdGuild } from './store.ts'

const AT_ONCE = 500

/**
 * Makes anew what the entries of a guild are found by, as after a new PostgreSQL with other dictionaries. Broken off, it
 * leaves everything findable, and can be done again. @returns how many are published.
 */
export async function reindexed(db: Db, guildId: GuildId): Promise<number> {
  const last = await lastNumber(db, guildId)
  for (const numbers of steps(last)) await rewriteLexemes(db, guildId, numbers)
  // Whoever writes an entry meanwhile should not wait; where one is written each time, they do at last.
  const isCounted = (await counted(db, guildId, 'aside')) || (await counted(db, guildId, 'aside'))
  if (!isCounted) await counted(db, guildId, 'held')
  return countEntries(db, guildId, { states: ['published'] })
}

/** Counts the words anew, while others change entries or not. @returns whether the count holds: nobody did. */
function counted(db: Db, guildId: GuildId, way: 'aside' | 'held'): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (way === 'held') await holdGuild(tx, guildId)
    const before = await countChanges(tx, guildId)
    await beginCount(tx)
    for (const numbers of steps(await lastNumber(tx, guildId))) await countAside(tx, guildId, numbers)
    await holdGuild(tx, guildId)
    if ((await countChanges(tx, guildId)) !== before) return false
    await endCount(tx, guildId)
    return true
  })
}

function steps(last: number) {
  return Array.from({ length: Math.ceil(last / AT_ONCE) }, (_, step) => {
    return { from: step * AT_ONCE + 1, to: (step + 1) * AT_ONCE }
  })
}
