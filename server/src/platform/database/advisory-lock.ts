import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Waits until no other transaction holds the name, and holds it until this one ends. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** Holds the name until the transaction ends, unless another transaction holds it: then false, at once. */
export async function tryLockName(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`.execute(tx)
  return rows[0]?.locked ?? false
}
