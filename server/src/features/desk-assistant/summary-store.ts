import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { JsonObject, TicketSummaries } from '../../platform/database/tables.ts'
import type { ModelFailureKind } from '../../platform/language-model/failure.ts'
import type { AssistedTicket, EntryText } from './ports.ts'
import type { Summing } from './prompts.ts'

export interface Summary {
  readonly ticketId: string
  readonly guildId: GuildId
  readonly status: 'wanted' | 'made' | 'without'
  /** Why there is none. */
  readonly reason: string | null
  readonly summary: string | null
  readonly entry: EntryText | null
}

/** One that a worker has taken on. */
export interface DueSummary {
  readonly ticketId: string
  readonly guildId: GuildId
  readonly attempts: number
  readonly wantedAt: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
}

/** Anew where the ticket was closed before. */
export async function wantSummary(
  tx: Tx,
  { id, guildId, openerId }: Pick<AssistedTicket, 'id' | 'guildId' | 'openerId'>,
  now: Temporal.Instant,
): Promise<void> {
  const fresh = { status: 'wanted', reason: null, attempts: 0, due_at: now, wanted_at: now }
  await tx
    .insertInto('ticket_summaries')
    .values({ ticket_id: id, guild_id: guildId, opener_id: openerId, ...fresh })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(fresh))
    .execute()
}

export async function claimDue(
  db: Db,
  { now, leaseUntil, limit }: { now: Temporal.Instant; leaseUntil: Temporal.Instant; limit: number },
): Promise<DueSummary[]> {
  const { rows } = await sql<Selectable<TicketSummaries>>`
    update ticket_summaries summary set due_at = ${leaseUntil}, attempts = summary.attempts + 1
    from (
      select ticket_id from ticket_summaries where due_at <= ${now}
      order by due_at limit ${limit} for update skip locked
    ) due
    where summary.ticket_id = due.ticket_id
    returning summary.*`.execute(db)
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    guildId: GuildId.parse(row.guild_id),
    attempts: row.attempts,
    wantedAt: row.wanted_at,
    leaseUntil,
  }))
}

/** @returns whether it was still this worker's to end. */
export async function endSummary(
  tx: Tx,
  { ticketId, leaseUntil, attempts }: DueSummary,
  ended: Summing | { readonly entry: EntryText | null; readonly without: ModelFailureKind | 'nothing_said' },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket_summaries')
    .set({
      due_at: null,
      entry: ended.entry === null ? null : JSON.stringify(ended.entry),
      ...('summary' in ended
        ? { status: 'made', summary: ended.summary, reason: null }
        : { status: 'without', summary: null, reason: ended.without }),
    })
    .where('ticket_id', '=', ticketId)
    .where('due_at', '=', leaseUntil)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function delaySummary(
  db: Db,
  { ticketId, leaseUntil, attempts }: DueSummary,
  to: { readonly at: Temporal.Instant; readonly countsAsAttempt: boolean },
): Promise<void> {
  await db
    .updateTable('ticket_summaries')
    .set({ due_at: to.at, ...(!to.countsAsAttempt && { attempts: sql`attempts - 1` }) })
    .where('ticket_id', '=', ticketId)
    .where('due_at', '=', leaseUntil)
    .where('attempts', '=', attempts)
    .execute()
}

export async function nextDue(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('ticket_summaries')
    .select((columns) => columns.fn.min('due_at').as('at'))
    .where('due_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.at
}

export async function findSummary(db: Db | Tx, guildId: GuildId, ticketId: string): Promise<Summary | null> {
  const row = await db
    .selectFrom('ticket_summaries')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (!row) return null
  return {
    ticketId: row.ticket_id,
    guildId,
    // The table holds no others.
    status: row.status as Summary['status'],
    reason: row.reason,
    summary: row.summary,
    entry: row.entry === null ? null : entryIn(row.entry as JsonObject),
  }
}

/** As it was written by `endSummary`. */
function entryIn({ title, answer, keywords }: JsonObject): EntryText {
  return {
    title: String(title),
    answer: String(answer),
    keywords: Array.isArray(keywords) ? keywords.map(String) : [],
  }
}
