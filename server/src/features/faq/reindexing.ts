import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { lastNumber, rewriteLexemes } from './reindexing-store.ts'
import { countWords, forgetWords } from './search/vocabulary-store.ts'
import { countEntries, holdGuild } from './store.ts'

const AT_ONCE = 500
/** Nobody may change an entry while words are counted, so in larger steps. */
const COUNTED_AT_ONCE = 5_000

/**
 * Makes anew what the entries of a guild are found by, as after a new PostgreSQL with other dictionaries. Broken off, it
 * leaves everything findable, and can be done again. @returns how many are published.
 */
export async function reindexed(db: Db, guildId: GuildId): Promise<number> {
  const last = await lastNumber(db, guildId)
  for (let from = 1; from <= last; from += AT_ONCE) await rewriteLexemes(db, guildId, { from, to: from + AT_ONCE - 1 })
  await db.transaction().execute(async (tx) => {
    await holdGuild(tx, guildId)
    await forgetWords(tx, guildId)
    const latest = await lastNumber(tx, guildId)
    for (let from = 1; from <= latest; from += COUNTED_AT_ONCE)
      await countWords(tx, guildId, { from, to: from + COUNTED_AT_ONCE - 1 }, 1)
  })
  return countEntries(db, guildId, { states: ['published'] })
}
