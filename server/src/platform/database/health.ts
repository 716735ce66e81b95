import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { type FailureKind, failureKind } from './failure.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** `pool_exhausted`: every connection is busy with queries of our own. `failed`: it answers, but wrongly. */
export type DatabaseHealth = 'ok' | `error:${FailureKind | 'pool_exhausted' | 'failed'}`

export interface PoolStatistics {
  readonly total: number
  readonly idle: number
  /** Queries that wait for a connection. */
  readonly waiting: number
  readonly max: number
}

const pools = new WeakMap<Db, pg.Pool>()
/** Questions under way. They are shared, so that any number of health requests takes one connection at most. */
const underWay = new WeakMap<Db, Promise<DatabaseHealth>>()

/** Lets health questions about the database reach the pool below it. */
export function rememberPool(db: Db, pool: pg.Pool): void {
  pools.set(db, pool)
}

/** Whether the database answers now; itself answers within the timeout, whatever the database does. */
export async function pingDatabase(db: Db, timeoutMs: number): Promise<DatabaseHealth> {
  const asked = underWay.get(db) ?? ask(poolOf(db), timeoutMs).finally(() => underWay.delete(db))
  underWay.set(db, asked)
  return Promise.race([asked, delay(timeoutMs, 'error:timeout' as const, { ref: false })])
}

export function poolStatistics(db: Db): PoolStatistics {
  const pool = poolOf(db)
  return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount, max: pool.options.max }
}

function poolOf(db: Db): pg.Pool {
  const pool = pools.get(db)
  if (!pool) throw new TypeError('This is not a database that connectDatabase returned')
  return pool
}

async function ask(pool: pg.Pool, timeoutMs: number): Promise<DatabaseHealth> {
  const timeout = delay(timeoutMs, null, { ref: false })
  const connecting = pool.connect()
  const failed = (error: unknown) => `error:${failureKind(error) ?? 'failed'}` as const
  const client = await Promise.race([connecting, timeout]).catch(failed)
  if (typeof client === 'string') return client
  if (!client) {
    connecting.then(
      (late) => late.release(),
      () => undefined,
    )
    return isExhausted(pool) ? 'error:pool_exhausted' : 'error:timeout'
  }
  const answer = client.query('select 1').then(() => 'ok' as const, failed)
  const health = (await Promise.race([answer, timeout])) ?? 'error:timeout'
  // A connection that does not answer is closed, not given back: whoever got it next would hang as well.
  client.release(health !== 'ok')
  return health
}

const isExhausted = (pool: pg.Pool) => pool.totalCount >= pool.options.max && pool.idleCount === 0
