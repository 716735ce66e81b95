import { type Expression, sql } from 'kysely'
import type { Db, Tx } from './connect.ts'

/** What a query finds, read bit by bit within one snapshot; it holds a connection until it is closed or read to its end. */
export interface Reading<Row> extends AsyncDisposable {
  /** How many rows there are in all. */
  readonly count: number
  /** Once. No more is asked of the database than the reader takes. */
  batches(): AsyncGenerator<readonly Row[], void>
}

const BATCH = 500

/**
 * Opens a cursor of the server's on a read-only snapshot. Each batch is a statement and has the time of one; of a reader
 * that takes no batch for a minute PostgreSQL ends the session (`idle_in_transaction_session_timeout` in connect.ts).
 * `declare` and `fetch` rather than the portal of pg-cursor: that keeps the session busy between batches, where this
 * limit does not hold.
 */
export async function openReading<Row>(
  db: Db,
  query: (snapshot: Db) => Expression<Row>,
  batchSize = BATCH,
): Promise<Reading<Row>> {
  const snapshot = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  let isOpen = true
  async function close(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    await snapshot.rollback().execute()
  }
  try {
    const wanted = query(snapshot)
    const { rows } = await sql<{ count: string }>`select count(*) from (${wanted}) as wanted`.execute(snapshot)
    await sql`declare reading no scroll cursor for ${wanted}`.execute(snapshot)
    return {
      count: Number(rows[0]?.count ?? 0),
      batches: () => readOn<Row>(snapshot, batchSize, close),
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function* readOn<Row>(
  snapshot: Tx,
  batchSize: number,
  close: () => Promise<void>,
): AsyncGenerator<readonly Row[], void> {
  try {
    while (true) {
      const { rows } = await sql<Row>`fetch forward ${sql.lit(batchSize)} from reading`.execute(snapshot)
      if (rows.length > 0) yield rows
      if (rows.length < batchSize) return
    }
  } finally {
    await close()
  }
}
