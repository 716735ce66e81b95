import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Amount, Day } from './budget.ts'

export interface DayKey {
  readonly guildId: GuildId
  /** Its midnight UTC. */
  readonly day: Temporal.Instant
}

const NEW: Day = {
  spent: { tokens: 0, nanoDollars: 0 },
  reserved: { tokens: 0, nanoDollars: 0 },
  isWarned: false,
  isStopped: false,
}

/** The guild's day, held until the transaction ends: whoever else wants to spend waits. */
export async function lockDay(tx: Tx, { guildId, day }: DayKey): Promise<Day> {
  await tx
    .insertInto('model_days')
    .values({ guild_id: guildId, day })
    .onConflict((conflict) => conflict.columns(['guild_id', 'day']).doNothing())
    .execute()
  const row = await ofDay(tx, guildId, day).forUpdate().executeTakeFirstOrThrow()
  return dayIn(row)
}

export async function readDay(db: Db, { guildId, day }: DayKey): Promise<Day> {
  const row = await ofDay(db, guildId, day).executeTakeFirst()
  return row ? dayIn(row) : NEW
}

function ofDay(db: Db | Tx, guildId: GuildId, day: Temporal.Instant) {
  return db.selectFrom('model_days').selectAll().where('guild_id', '=', guildId).where('day', '=', day)
}

type Row = Awaited<ReturnType<ReturnType<typeof ofDay>['executeTakeFirstOrThrow']>>

function dayIn(row: Row): Day {
  return {
    spent: { tokens: Number(row.spent_tokens), nanoDollars: Number(row.spent_nano_dollars) },
    reserved: { tokens: Number(row.reserved_tokens), nanoDollars: Number(row.reserved_nano_dollars) },
    isWarned: row.warned_at !== null,
    isStopped: row.stopped_at !== null,
  }
}

interface DayChange {
  readonly spent: Amount
  readonly reserved: Amount
  readonly answers?: number
  readonly failures?: number
}

/** Adds to the sums of a day that is locked. */
export async function addToDay(tx: Tx, { guildId, day }: DayKey, change: DayChange): Promise<void> {
  await tx
    .updateTable('model_days')
    .set({
      spent_tokens: sql`spent_tokens + ${change.spent.tokens}`,
      spent_nano_dollars: sql`spent_nano_dollars + ${change.spent.nanoDollars}`,
      reserved_tokens: sql`reserved_tokens + ${change.reserved.tokens}`,
      reserved_nano_dollars: sql`reserved_nano_dollars + ${change.reserved.nanoDollars}`,
      answers: sql`answers + ${change.answers ?? 0}`,
      failures: sql`failures + ${change.failures ?? 0}`,
    })
    .where('guild_id', '=', guildId)
    .where('day', '=', day)
    .execute()
}

export async function markDay(
  tx: Tx,
  { guildId, day }: DayKey,
  notice: 'warned' | 'stopped',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('model_days')
    .set(notice === 'warned' ? { warned_at: now } : { stopped_at: now })
    .where('guild_id', '=', guildId)
    .where('day', '=', day)
    .execute()
}
