import { type Selectable, sql } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { OnboardingRoleTasks } from '../../platform/database/tables.ts'
import type { MemberOfGuild } from './progress-store.ts'

/** Which roles a member is to have: `joined` the one for joining, `completed` the one for completion instead. */
export type RoleStanding = 'joined' | 'completed'

export interface RoleTask extends MemberOfGuild {
  readonly standing: RoleStanding
  readonly attempts: number
  /** Whether the admins know that it failed. */
  readonly isTold: boolean
  readonly createdAt: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
}

/** In place of what was still to be done for the member. */
export async function putRoleTask(
  tx: Tx | Db,
  { guildId, userId }: MemberOfGuild,
  standing: RoleStanding,
  now: Temporal.Instant,
): Promise<void> {
  const fresh = { standing, due_at: now, attempts: 0, is_told: false, created_at: now }
  await tx
    .insertInto('onboarding_role_tasks')
    .values({ guild_id: guildId, user_id: userId, ...fresh })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doUpdateSet(fresh))
    .execute()
}

interface Claim {
  readonly now: Temporal.Instant
  /** Nobody else takes them before. */
  readonly leaseUntil: Temporal.Instant
  readonly limit: number
}

export async function claimRoleTasks(db: Db, { now, leaseUntil, limit }: Claim): Promise<RoleTask[]> {
  const { rows } = await sql<Selectable<OnboardingRoleTasks>>`
    update onboarding_role_tasks task set due_at = ${leaseUntil}, attempts = task.attempts + 1
    from (
      select guild_id, user_id from onboarding_role_tasks where due_at <= ${now}
      order by due_at limit ${limit} for update skip locked
    ) due
    where task.guild_id = due.guild_id and task.user_id = due.user_id
    returning task.*`.execute(db)
  return rows.map((row) => ({
    guildId: GuildId.parse(row.guild_id),
    userId: UserId.parse(row.user_id),
    standing: row.standing === 'joined' ? 'joined' : 'completed',
    attempts: row.attempts,
    isTold: row.is_told,
    createdAt: row.created_at,
    leaseUntil: row.due_at,
  }))
}

/** One that was put anew meanwhile stays. */
export async function endRoleTask(db: Db, task: RoleTask): Promise<void> {
  await db
    .deleteFrom('onboarding_role_tasks')
    .where('guild_id', '=', task.guildId)
    .where('user_id', '=', task.userId)
    .where('standing', '=', task.standing)
    .where('created_at', '=', task.createdAt)
    .where('attempts', '=', task.attempts)
    .execute()
}

/** One that was hurried during the attempt stays so: what stood in the way may have gone after it failed. */
export async function delayRoleTask(tx: Tx, task: RoleTask, dueAt: Temporal.Instant, isTold: boolean): Promise<void> {
  await tx
    .updateTable('onboarding_role_tasks')
    .set({
      due_at: sql`case when due_at = ${task.leaseUntil} then ${dueAt}::timestamptz else due_at end`,
      is_told: isTold,
    })
    .where('guild_id', '=', task.guildId)
    .where('user_id', '=', task.userId)
    .where('attempts', '=', task.attempts)
    .execute()
}

export async function nextRoleTask(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('onboarding_role_tasks')
    .select('due_at')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}

/** What stood in the way may be gone: those that were refused before are tried again. */
export async function hurryRoleTasks(db: Db, guildId: GuildId, now: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('onboarding_role_tasks')
    .set({ due_at: now })
    .where('guild_id', '=', guildId)
    .where('is_told', '=', true)
    .where('due_at', '>', now)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
