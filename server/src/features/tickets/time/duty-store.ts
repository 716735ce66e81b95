import { sql } from 'kysely'
import { type GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { Load } from './assignment-rules.ts'

/** Who of the staff is on duty. Nobody is who never said so. */
export async function setDuty(
  tx: Tx,
  { guildId, userId }: { readonly guildId: GuildId; readonly userId: UserId },
  isOn: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('ticket_duty')
    .values({ guild_id: guildId, user_id: userId, is_on: isOn, changed_at: now })
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doUpdateSet({ is_on: isOn, changed_at: now }))
    .execute()
}

export async function onDuty(db: Db, guildId: GuildId, most: number): Promise<UserId[]> {
  const rows = await db
    .selectFrom('ticket_duty')
    .select('user_id')
    .where('guild_id', '=', guildId)
    .where('is_on', '=', true)
    .orderBy('last_turn')
    .orderBy('user_id')
    .limit(most)
    .execute()
  return rows.map(({ user_id }) => UserId.parse(user_id))
}

/**
 * Those of them who are on duty, each with their turn and how many unsolved tickets they have. Their rows are locked, in
 * one order, so that what is handed out in a guild is handed out one after another.
 */
export async function lockLoads(tx: Tx, guildId: GuildId, userIds: readonly UserId[]): Promise<Load[]> {
  const duties = await tx
    .selectFrom('ticket_duty')
    .select(['user_id', 'last_turn'])
    .where('guild_id', '=', guildId)
    .where('is_on', '=', true)
    .orderBy('user_id')
    .forUpdate()
    .execute()
  const { rows } = await sql<{ claimed_by: string; unsolved: string }>`
    select claimed_by, count(*) as unsolved from tickets
    where guild_id = ${guildId} and claimed_by = any(${userIds}::bigint[]) and status not in ('closed', 'archived')
    group by claimed_by`.execute(tx)
  const loads = new Map(rows.map(({ claimed_by, unsolved }) => [claimed_by, Number(unsolved)]))
  return duties.map(({ user_id, last_turn }) => ({
    userId: UserId.parse(user_id),
    lastTurn: BigInt(last_turn),
    unsolved: loads.get(user_id) ?? 0,
  }))
}

/** Whoever got a ticket goes to the end. */
export async function noteTurn(tx: Tx, guildId: GuildId, userId: UserId, turn: bigint): Promise<void> {
  await tx
    .updateTable('ticket_duty')
    .set({ last_turn: turn.toString() })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .execute()
}
