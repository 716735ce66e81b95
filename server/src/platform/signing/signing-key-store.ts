import type { Db, Tx } from '../database/connect.ts'

/** What our own tokens and links are signed with. */
export interface SigningKey {
  readonly id: string
  readonly secret: Buffer
}

export async function newestKey(db: Db | Tx): Promise<SigningKey | null> {
  const row = await keys(db).orderBy('created_at', 'desc').orderBy('id').limit(1).executeTakeFirst()
  return row ?? null
}

export async function findKey(db: Db, id: string): Promise<SigningKey | null> {
  const row = await keys(db).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function insertKey(tx: Tx, key: SigningKey, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('signing_keys')
    .values({ ...key, created_at: now })
    .execute()
}

const keys = (db: Db | Tx) => db.selectFrom('signing_keys').select(['id', 'secret'])
