import { type GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'

/** A member who may open no tickets. */
export interface Block {
  readonly userId: UserId
  /** Null: erased. */
  readonly blockedBy: UserId | null
  readonly reason: string | null
  readonly blockedAt: Temporal.Instant
}

/** @returns whether the member was not blocked before; the reason is the last one. */
export async function insertBlock(
  tx: Tx,
  guildId: GuildId,
  { userId, blockedBy, reason, blockedAt }: Block,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('ticket_blocks')
    .values({ guild_id: guildId, user_id: userId, blocked_by: blockedBy, reason, blocked_at: blockedAt })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doNothing())
    .executeTakeFirst()
  if ((inserted ?? 0n) > 0n) return true
  await tx
    .updateTable('ticket_blocks')
    .set({ blocked_by: blockedBy, reason })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .execute()
  return false
}

/** @returns whether the member was blocked. */
export async function deleteBlock(tx: Tx, guildId: GuildId, userId: UserId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_blocks')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function listBlocks(db: Db, guildId: GuildId): Promise<Block[]> {
  const rows = await db
    .selectFrom('ticket_blocks')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('blocked_at', 'desc')
    .limit(1000)
    .execute()
  return rows.map(({ user_id, blocked_by, reason, blocked_at }) => ({
    userId: UserId.parse(user_id),
    blockedBy: blocked_by === null ? null : UserId.parse(blocked_by),
    reason,
    blockedAt: blocked_at,
  }))
}
