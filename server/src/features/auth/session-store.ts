import type { Selectable } from 'kysely'
import { UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Sessions } from '../../platform/database/tables.ts'

/** Somebody who signed in here, on one device. */
export interface Session {
  readonly id: string
  /** Our own name for the person, which tokens carry. */
  readonly subject: string
  readonly userId: UserId
  readonly createdAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export async function insertSession(tx: Tx, session: Session, secretHash: Buffer): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      secret_hash: secretHash,
      subject: session.subject,
      user_id: session.userId,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function findBySecret(db: Db, secretHash: Buffer, now: Temporal.Instant): Promise<Session | null> {
  const row = await living(db, now).where('secret_hash', '=', secretHash).executeTakeFirst()
  return row ? sessionOf(row) : null
}

export async function findById(db: Db, id: string, now: Temporal.Instant): Promise<Session | null> {
  const row = await living(db, now).where('id', '=', id).executeTakeFirst()
  return row ? sessionOf(row) : null
}

/** Newest first. */
export async function listOfUser(db: Db, userId: UserId, now: Temporal.Instant): Promise<Session[]> {
  const rows = await living(db, now).where('user_id', '=', userId).orderBy('created_at', 'desc').execute()
  return rows.map(sessionOf)
}

/** Unless another process did so since `before`. */
export async function recordUse(
  db: Db,
  { id, expiresAt, lastSeenAt }: Pick<Session, 'id' | 'expiresAt' | 'lastSeenAt'>,
  before: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: lastSeenAt, expires_at: expiresAt })
    .where('id', '=', id)
    .where('last_seen_at', '<=', before)
    .execute()
}

/** Whether this user had such a session. */
export async function removeSession(tx: Tx, userId: UserId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function removeBySecret(tx: Tx, secretHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('secret_hash', '=', secretHash).execute()
}

/** @returns how many there were. */
export async function removeAllOf(tx: Tx, userId: UserId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('sessions').where('user_id', '=', userId).executeTakeFirst()
  return Number(numDeletedRows)
}

const living = (db: Db, now: Temporal.Instant) => db.selectFrom('sessions').selectAll().where('expires_at', '>', now)

function sessionOf(row: Selectable<Sessions>): Session {
  return {
    id: row.id,
    subject: row.subject,
    userId: UserId.parse(row.user_id),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }
}
