import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { MILESTONES, type Milestone } from '../../platform/events/milestones.ts'

/** The table `guild_milestones`: told ones, and those that are still to be told. */

interface Moment {
  readonly now: Temporal.Instant
  /** What was done before is not worth a tip any more. */
  readonly notBefore: Temporal.Instant
}

/** Guilds for which a tip may be due, without those that the bot has left. */
export async function guildsWithDue(db: Db, { now, notBefore }: Moment, limit: number): Promise<GuildId[]> {
  const rows = await db
    .selectFrom('guild_milestones as m')
    .select('m.guild_id')
    .distinct()
    .where('told_at', 'is', null)
    .where('due_at', '<=', now)
    .where('reached_at', '>', notBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('guilds as g')
            .select('g.guild_id')
            .whereRef('g.guild_id', '=', 'm.guild_id')
            .where('g.left_at', 'is not', null),
        ),
      ),
    )
    .limit(limit)
    .execute()
  return rows.map((row) => GuildId.parse(row.guild_id))
}

/** When the next one may be due. */
export async function nextDue(db: Db, { now, notBefore }: Moment): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('guild_milestones')
    .select((eb) => eb.fn.min('due_at').as('at'))
    .where('told_at', 'is', null)
    .where('due_at', '>', now)
    .where('reached_at', '>', notBefore)
    .executeTakeFirst()
  return row?.at ?? null
}

export async function lastTold(tx: Tx, guildId: GuildId): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('guild_milestones')
    .select((eb) => eb.fn.max('told_at').as('at'))
    .where('guild_id', '=', guildId)
    .executeTakeFirst()
  return row?.at ?? null
}

export async function oldestUntold(tx: Tx, guildId: GuildId, notBefore: Temporal.Instant): Promise<Milestone | null> {
  const row = await tx
    .selectFrom('guild_milestones')
    .select('milestone')
    .where('guild_id', '=', guildId)
    .where('told_at', 'is', null)
    .where('reached_at', '>', notBefore)
    .where('milestone', 'in', [...MILESTONES])
    .orderBy('reached_at')
    .orderBy('milestone')
    .limit(1)
    .executeTakeFirst()
  return MILESTONES.find((milestone) => milestone === row?.milestone) ?? null
}

export async function noteTold(tx: Tx, guildId: GuildId, milestone: Milestone, now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('guild_milestones')
    .values({ guild_id: guildId, milestone, reached_at: now, due_at: now, told_at: now })
    .onConflict((conflict) => conflict.columns(['guild_id', 'milestone']).doUpdateSet({ told_at: now }))
    .execute()
}

/** What is still to be told is not due before then. */
export async function postpone(tx: Db | Tx, guildId: GuildId, until: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('guild_milestones')
    .set({ due_at: sql`greatest(due_at, ${until}::timestamptz)` })
    .where('guild_id', '=', guildId)
    .where('told_at', 'is', null)
    .execute()
}

/** @returns how many that were told may come again. */
export async function forgetTold(tx: Tx, guildId: GuildId, milestone: Milestone | null): Promise<number> {
  const told = tx.deleteFrom('guild_milestones').where('guild_id', '=', guildId).where('told_at', 'is not', null)
  const { numDeletedRows } = await (milestone === null
    ? told
    : told.where('milestone', '=', milestone)
  ).executeTakeFirst()
  return Number(numDeletedRows)
}
