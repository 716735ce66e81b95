import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connect.ts'

/** Longer than any statement of a test takes that waits for nobody. */
const PATIENCE = '2s'

/**
 * What two transactions take, of which the second begins and ends while the first has taken and not yet committed.
 * @throws where the second waits for the first.
 */
export function takenSideBySide<Taken>(db: Db, take: (tx: Tx) => Promise<Taken>): Promise<[Taken, Taken]> {
  return db.transaction().execute(async (first) => {
    const taken = await take(first)
    const besides = await db.transaction().execute(async (second) => {
      await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(second)
      return take(second)
    })
    return [taken, besides]
  })
}
