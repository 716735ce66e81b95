import type { UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/**
 * Notes that the member asks now, unless that was noted since then already; of any number at once one is noted.
 * @returns null when it is noted, else when the member asked.
 */
export async function noteExport(
  db: Db,
  userId: UserId,
  { now, since }: { readonly now: Temporal.Instant; readonly since: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  const noted = await db
    .insertInto('gdpr_exports')
    .values({ user_id: userId, asked_at: now })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ asked_at: now }).where('gdpr_exports.asked_at', '<=', since),
    )
    .returning('user_id')
    .executeTakeFirst()
  if (noted) return null
  const row = await db.selectFrom('gdpr_exports').select('asked_at').where('user_id', '=', userId).executeTakeFirst()
  // Forgotten or erased since a moment ago.
  return row?.asked_at ?? since
}
