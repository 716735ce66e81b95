import { sql } from 'kysely'
import { UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

/** Which Discord user the subject of a token is; those of our own tokens and those from elsewhere are kept apart. */

/** The subject of our own tokens for this user, made with his first sign-in. */
export async function ownSubjectOf(tx: Tx, userId: UserId, newSubject: string, now: Temporal.Instant): Promise<string> {
  const { subject } = await tx
    .insertInto('account_links')
    .values({ subject: newSubject, user_id: userId, is_own: true, linked_at: now })
    .onConflict((conflict) => conflict.column('user_id').where(sql<boolean>`is_own`).doUpdateSet({ linked_at: now }))
    .returning('subject')
    .executeTakeFirstOrThrow()
  return subject
}

export async function findUser(db: Db | Tx, subject: string, isOwn: boolean): Promise<UserId | null> {
  const row = await db
    .selectFrom('account_links')
    .select('user_id')
    .where('subject', '=', subject)
    .where('is_own', '=', isOwn)
    .executeTakeFirst()
  return row ? UserId.parse(row.user_id) : null
}

/** Nothing happens where the subject is linked already. */
export async function insertLink(tx: Tx, subject: string, userId: UserId, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('account_links')
    .values({ subject, user_id: userId, is_own: false, linked_at: now })
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .execute()
}

/** Whether there was a link. */
export async function removeLink(tx: Tx, subject: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('account_links')
    .where('subject', '=', subject)
    .where('is_own', '=', false)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
