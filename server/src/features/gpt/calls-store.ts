import { sql } from 'kysely'
import { GuildId, type UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Spending } from '../../platform/language-model/prices.ts'
import type { Amount } from './budget.ts'
import type { DayKey } from './days-store.ts'

/** How a call ended; `lost`: with the process that made it. */
export type Outcome = 'answered' | 'unavailable' | 'rate_limited' | 'refused' | 'nonsense' | 'lost'

export interface NewCall extends DayKey {
  readonly userId: UserId | null
  readonly purpose: string
  readonly provider: string
  readonly model: string
  readonly askedAt: Temporal.Instant
  readonly reserved: Amount
}

export async function insertCall(tx: Tx, call: NewCall): Promise<string> {
  const { id } = await tx
    .insertInto('model_calls')
    .values({
      guild_id: call.guildId,
      user_id: call.userId,
      purpose: call.purpose,
      provider: call.provider,
      model: call.model,
      day: call.day,
      asked_at: call.askedAt,
      reserved_tokens: String(call.reserved.tokens),
      reserved_nano_dollars: String(call.reserved.nanoDollars),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns whether it is under way still. */
export async function reserveMore(tx: Tx, id: string, reserved: Amount): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('model_calls')
    .set({ reserved_tokens: String(reserved.tokens), reserved_nano_dollars: String(reserved.nanoDollars) })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface CallEnd {
  readonly outcome: Outcome
  readonly provider: string
  readonly model: string
  readonly spent: Spending
  readonly latencyMs: number | null
  readonly limitedUntil: Temporal.Instant | null
  readonly endedAt: Temporal.Instant
}

/** @returns whether it was under way until now. Whoever asked and had everything erased meanwhile is not named. */
export async function endCall(tx: Tx, id: string, end: CallEnd): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('model_calls')
    .set({
      outcome: end.outcome,
      provider: end.provider,
      model: end.model,
      tokens_read: String(end.spent.read),
      tokens_written: String(end.spent.written),
      nano_dollars: String(end.spent.nanoDollars),
      latency_ms: end.latencyMs,
      limited_until: end.limitedUntil,
      ended_at: end.endedAt,
    })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How often the member asked that day; what the service did not answer does not count against the member. */
export async function countQuestions(
  db: Db | Tx,
  { guildId, day }: DayKey,
  userId: UserId,
  purpose: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('model_calls')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('user_id', '=', userId)
    .where('day', '=', day)
    .where('guild_id', '=', guildId)
    .where('purpose', '=', purpose)
    .where(({ eb }) => eb.or([eb('outcome', 'is', null), eb('outcome', 'in', ['answered', 'refused', 'nonsense'])]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface LostCall extends DayKey {
  readonly id: string
  readonly provider: string
  readonly model: string
  readonly reserved: Amount
}

/** Calls that are under way for longer than any can be. */
export async function findLost(db: Db, askedBefore: Temporal.Instant, limit: number): Promise<LostCall[]> {
  const rows = await db
    .selectFrom('model_calls')
    .select(['id', 'guild_id', 'day', 'provider', 'model', 'reserved_tokens', 'reserved_nano_dollars'])
    .where('outcome', 'is', null)
    .where('asked_at', '<', askedBefore)
    .orderBy('asked_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    day: row.day,
    provider: row.provider,
    model: row.model,
    reserved: { tokens: Number(row.reserved_tokens), nanoDollars: Number(row.reserved_nano_dollars) },
  }))
}

/** Ended ones; those under way are found by their worker first. @returns how many. */
export async function forgetCalls(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from model_calls where id in (
      select id from model_calls where ended_at < ${before} order by ended_at limit ${limit})`.execute(db)
  return Number(numAffectedRows)
}
