import type { Db, Tx } from '../database/connect.ts'

/**
 * The rows behind Idempotency-Key, one for each caller and key:
 * - running: a request does the work and holds the row by a lease; after the lease anyone may take the row over.
 * - done: the answer is stored, in the transaction that did the work; it is given again until the row expires.
 */

export interface KeyOf {
  readonly caller: string
  readonly key: string
}

export interface Reservation extends KeyOf {
  readonly requestHash: string
  /** Also tells this holder from one that took the row over later. */
  readonly leaseUntil: Temporal.Instant
  readonly now: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export interface StoredAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface KnownKey {
  readonly requestHash: string
  /** Null while the request is running. */
  readonly answer: StoredAnswer | null
}

/** Whether the key is now ours: it was new, has expired, or its holder's lease has run out. */
export async function reserve(
  db: Db,
  { caller, key, requestHash, leaseUntil, now, expiresAt }: Reservation,
): Promise<boolean> {
  const row = {
    caller,
    key,
    request_hash: requestHash,
    state: 'running',
    lease_until: leaseUntil,
    status_code: null,
    headers: null,
    body: null,
    created_at: now,
    expires_at: expiresAt,
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['caller', 'key'])
        .doUpdateSet(row)
        .where(({ eb, and, or }) =>
          or([
            eb('idempotency_keys.expires_at', '<=', now),
            and([eb('idempotency_keys.state', '=', 'running'), eb('idempotency_keys.lease_until', '<=', now)]),
          ]),
        ),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function find(db: Db, { caller, key }: KeyOf): Promise<KnownKey | null> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'state', 'status_code', 'headers', 'body'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  const headers = Object.fromEntries(Object.entries(row.headers ?? {}).map(([name, value]) => [name, String(value)]))
  const answer = row.state === 'done' ? { status: row.status_code ?? 200, headers, body: row.body ?? '' } : null
  return { requestHash: row.request_hash, answer }
}

/** Stores the answer; false when the lease ran out and somebody else holds the row. */
export async function finish(
  tx: Db | Tx,
  held: Reservation,
  { status, headers, body }: StoredAnswer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('idempotency_keys')
    .set({ state: 'done', lease_until: null, status_code: status, headers: JSON.stringify(headers), body })
    .where('caller', '=', held.caller)
    .where('key', '=', held.key)
    .where('state', '=', 'running')
    .where('lease_until', '=', held.leaseUntil)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives the key back: the request did nothing. */
export async function release(db: Db, held: Reservation): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('caller', '=', held.caller)
    .where('key', '=', held.key)
    .where('state', '=', 'running')
    .where('lease_until', '=', held.leaseUntil)
    .execute()
}
