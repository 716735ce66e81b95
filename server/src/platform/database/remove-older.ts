import { sql } from 'kysely'
import type { Db, Tx } from './connect.ts'
import type { Tables } from './tables.ts'

type ColumnOf<Table extends keyof Tables> = keyof Tables[Table] & string

/**
 * Removes up to `limit` rows whose time has come before the instant; rows without a time stay. What somebody changes
 * meanwhile is left to the next turn. @returns how many.
 */
export async function removeOlder<Table extends keyof Tables>(
  db: Db | Tx,
  table: Table,
  column: ColumnOf<Table>,
  { before, limit }: { readonly before: Temporal.Instant; readonly limit: number },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ctid = any(array(
      select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before} limit ${limit}))`.execute(db)
  return Number(numAffectedRows)
}
