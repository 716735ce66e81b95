import type { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'

export interface FailedQuestion {
  readonly guildId: GuildId
  readonly userId: UserId
  readonly question: string
}

/** @returns its id. */
export async function keepQuestion(db: Db, { guildId, userId, question }: FailedQuestion, now: Temporal.Instant) {
  const { id } = await db
    .insertInto('failed_questions')
    .values({ guild_id: guildId, user_id: userId, question, asked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Of this guild, whoever asked it; null where it is too old or was answered. */
export async function findQuestion(db: Db, id: string, guildId: GuildId, since: Temporal.Instant) {
  const row = await db
    .selectFrom('failed_questions')
    .select(['user_id', 'question'])
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .where('asked_at', '>', since)
    .executeTakeFirst()
  return row ?? null
}

/** @returns whether nobody else asks it again at the moment. */
export async function holdQuestion(db: Db, id: string, now: Temporal.Instant, until: Temporal.Instant) {
  const { numUpdatedRows } = await db
    .updateTable('failed_questions')
    .set({ held_until: until })
    .where('id', '=', id)
    .where((where) => where.or([where('held_until', 'is', null), where('held_until', '<=', now)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function letGoOfQuestion(db: Db, id: string): Promise<void> {
  await db.updateTable('failed_questions').set({ held_until: null }).where('id', '=', id).execute()
}

export async function removeQuestion(db: Db, id: string): Promise<void> {
  await db.deleteFrom('failed_questions').where('id', '=', id).execute()
}
