import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../database/connect.ts'

/** @returns whether it is the first time. */
export async function insertMilestone(
  tx: Tx,
  guildId: GuildId,
  milestone: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .insertInto('guild_milestones')
    .values({ guild_id: guildId, milestone, reached_at: now, due_at: now })
    .onConflict((conflict) => conflict.columns(['guild_id', 'milestone']).doNothing())
    .returning('milestone')
    .executeTakeFirst()
  return row !== undefined
}
