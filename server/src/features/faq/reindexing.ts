import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { rewriteLexemes, versionsByPart } from './reindexing-store.ts'
import { beginCount, countAside, endCount } from './search/vocabulary-store.ts'
import { countEntries, holdGuild } from './store.ts'

const AT_ONCE = 500

/**
 * Makes anew what the entries of a guild are found by, as after a new PostgreSQL with other dictionaries. Broken off, it
 * leaves everything findable, and can be done again. @returns how many are published.
 */
export async function reindexed(db: Db, guildId: GuildId): Promise<number> {
  for (const from of (await versionsByPart(db, guildId, AT_ONCE)).keys())
    await rewriteLexemes(db, guildId, numbersOf(from))
  await countAnew(db, guildId)
  return countEntries(db, guildId, { states: ['published'] })
}

/** Whoever writes an entry waits only while the parts in which others did so during the count are counted again. */
function countAnew(db: Db, guildId: GuildId): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await beginCount(tx)
    const before = await versionsByPart(tx, guildId, AT_ONCE)
    for (const from of before.keys()) await countAside(tx, guildId, numbersOf(from))
    await holdGuild(tx, guildId)
    const now = await versionsByPart(tx, guildId, AT_ONCE)
    for (const from of new Set([...before.keys(), ...now.keys()]))
      if (before.get(from) !== now.get(from)) await countAside(tx, guildId, numbersOf(from))
    await endCount(tx, guildId)
  })
}

const numbersOf = (from: number) => ({ from, to: from + AT_ONCE - 1 })
