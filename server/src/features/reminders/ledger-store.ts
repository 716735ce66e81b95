import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, type MessageId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { ReminderDeliveries } from '../../platform/database/tables.ts'
import type { Occurrence, Phase, Reminder } from './reminder.ts'
import { reminderOf } from './store.ts'

/**
 * The ledger: one line for each message a reminder has sent or is to send, unique by (reminder, sendAt, phase).
 * due -> sent | failed | missed | skipped | cancelled. A due line is worked on by whoever holds its lease.
 */
export type DeliveryEnd = 'sent' | 'failed' | 'missed' | 'skipped' | 'cancelled'

export interface Delivery {
  readonly id: string
  readonly reminderId: string
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly occurrence: Occurrence
  /** The worker that claimed it. */
  readonly leasedBy: string | null
  /** How often it was begun, this time included. */
  readonly attempts: number
  /** The message may stand in the channel since then: the first attempt after the channel was last searched for it. */
  readonly uncertainSince: Temporal.Instant
}

export interface Entry {
  readonly reminder: Pick<Reminder, 'id' | 'guildId' | 'channelId'>
  readonly occurrence: Occurrence
  readonly status: 'due' | 'missed'
}

/**
 * Reminders whose moment has come and whose guild the bot has not left, oldest first, held until the transaction ends;
 * another worker's are passed over.
 */
export async function lockDueReminders(tx: Tx, now: Temporal.Instant, limit: number): Promise<Reminder[]> {
  const rows = await tx
    .selectFrom('reminders')
    .selectAll()
    .where('status', '=', 'active')
    .where('held_since', 'is', null)
    .where('next_send_at', '<=', now)
    .orderBy('next_send_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(reminderOf)
}

/** Writes ledger lines; an occurrence that has one already keeps it, unless that was cancelled: then it is wanted again. */
export async function enter(tx: Tx, entries: readonly Entry[], now: Temporal.Instant): Promise<void> {
  if (entries.length === 0) return
  const lines = entries.map(({ reminder, occurrence, status }) => ({
    reminder_id: reminder.id,
    guild_id: reminder.guildId,
    channel_id: reminder.channelId,
    send_at: occurrence.sendAt,
    event_at: occurrence.eventAt,
    phase: occurrence.phase,
    status,
    attempt_at: occurrence.sendAt,
    created_at: now,
    finished_at: status === 'due' ? null : now,
  }))
  await tx
    .insertInto('reminder_deliveries')
    .values(lines)
    .onConflict((conflict) =>
      conflict
        .columns(['reminder_id', 'send_at', 'phase'])
        .doUpdateSet((columns) => ({
          status: columns.ref('excluded.status'),
          channel_id: columns.ref('excluded.channel_id'),
          attempt_at: columns.ref('excluded.attempt_at'),
          finished_at: columns.ref('excluded.finished_at'),
        }))
        .where('reminder_deliveries.status', '=', 'cancelled'),
    )
    .execute()
}

export interface Advance {
  readonly id: string
  readonly next: Occurrence | null
}

/** Moves reminders on to their next occurrence; one without any is completed. */
export async function advance(tx: Tx, steps: readonly Advance[], now: Temporal.Instant): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map(({ id, next }) => ({
    id,
    send_at: next?.sendAt.toString() ?? null,
    event_at: next?.eventAt.toString() ?? null,
    phase: next?.phase ?? null,
  }))
  await sql`
    update reminders r
    set next_send_at = step.send_at, next_event_at = step.event_at, next_phase = step.phase,
        status = case when step.send_at is null then 'completed' else 'active' end,
        completed_at = case when step.send_at is null then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as step(id bigint, send_at timestamptz, event_at timestamptz, phase text)
    where r.id = step.id`.execute(tx)
}

export interface Claim {
  readonly workerId: string
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
  readonly limit: number
  readonly perChannel: number
}

/**
 * Leases due lines to one worker; those of guilds that the bot has left wait until it is back. Claims happen one after
 * another, and a channel with a line under lease is left alone, so that one channel's deliveries keep their order among
 * any number of workers.
 */
export async function claim(db: Db, { workerId, now, leaseUntil, limit, perChannel }: Claim): Promise<Delivery[]> {
  return db.transaction().execute(async (tx) => {
    await lockName(tx, 'reminders:claim')
    const { rows } = await sql<Selectable<ReminderDeliveries>>`
      with waiting as materialized (
        select w.id, w.channel_id, w.send_at from reminder_deliveries w
        where w.status = 'due' and w.attempt_at <= ${now}
          and not exists (
            select from reminder_deliveries leased
            where leased.channel_id = w.channel_id and leased.status = 'due' and leased.lease_until > ${now})
          and not exists (select from guilds g where g.guild_id = w.guild_id and g.left_at is not null)
        order by w.attempt_at, w.id limit 500 for update skip locked
      ), placed as (
        select id, send_at, row_number() over (partition by channel_id order by send_at, id) as place from waiting
      ), chosen as (
        select id from placed where place <= ${perChannel} order by send_at, id limit ${limit}
      )
      update reminder_deliveries d
      set lease_until = ${leaseUntil}, leased_by = ${workerId}, attempts = d.attempts + 1,
          uncertain_since = coalesce(d.uncertain_since, ${now})
      from chosen where d.id = chosen.id
      returning d.*`.execute(tx)
    return rows.map(deliveryOf).sort(inOrder)
  })
}

/** Keeps what is still under way with this worker. */
export async function extendLeases(
  db: Db,
  workerId: string,
  ids: readonly string[],
  leaseUntil: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('reminder_deliveries')
    .set({ lease_until: leaseUntil })
    .where('id', 'in', [...ids])
    .where('leased_by', '=', workerId)
    .where('status', '=', 'due')
    .execute()
}

/** How a line ended. */
export interface LineEnd {
  readonly status: DeliveryEnd
  readonly messageId?: MessageId
  readonly error?: string
}

/** Ends a line, unless it has ended already. */
export async function finish(db: Db | Tx, id: string, end: LineEnd, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('reminder_deliveries')
    .set({
      status: end.status,
      message_id: end.messageId ?? null,
      error: end.error ?? null,
      finished_at: now,
      lease_until: null,
      leased_by: null,
    })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** Gives the line back, to be tried again at `attemptAt`. */
export async function tryAgain(db: Db, id: string, attemptAt: Temporal.Instant, error: string): Promise<void> {
  await db
    .updateTable('reminder_deliveries')
    .set({ attempt_at: attemptAt, error, lease_until: null, leased_by: null })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** Whether the line still is its worker's: a process that was suspended for longer than its lease has lost it. */
export async function isHeld(db: Db, { id, leasedBy }: Delivery, now: Temporal.Instant): Promise<boolean> {
  const row = await db
    .selectFrom('reminder_deliveries')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'due')
    .where('leased_by', '=', leasedBy)
    .where('lease_until', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives back a line that was leased but not begun, unless somebody else has it by now. */
export async function handBack(db: Db, { id, leasedBy }: Delivery): Promise<void> {
  await db
    .updateTable('reminder_deliveries')
    .set({ lease_until: null, leased_by: null })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .where('leased_by', '=', leasedBy)
    .execute()
}

/** The channel was searched and does not hold the message: what is sent from now on counts as the first attempt. */
export async function noteAbsent(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('reminder_deliveries').set({ uncertain_since: now }).where('id', '=', id).execute()
}

/** What has not been sent yet will not be, of all phases or of one. A line under lease is left to its worker. */
export async function cancelOpen(tx: Tx, reminderId: string, now: Temporal.Instant, phase?: Phase): Promise<void> {
  await tx
    .updateTable('reminder_deliveries')
    .set({ status: 'cancelled', finished_at: now })
    .where('reminder_id', '=', reminderId)
    .where('status', '=', 'due')
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
    .$if(phase !== undefined, (query) => query.where('phase', '=', phase ?? ''))
    .execute()
}

export async function findDelivery(db: Db | Tx, id: string): Promise<Delivery | null> {
  const row = await db.selectFrom('reminder_deliveries').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? deliveryOf(row) : null
}

/** Whether that message is a sending of some reminder. */
export async function isDelivered(db: Db, messageId: MessageId): Promise<boolean> {
  const row = await db
    .selectFrom('reminder_deliveries')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row !== undefined
}

/** The earliest instant at which there is something to do, if any. */
export async function nextWake(db: Db): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select least(
      (select min(next_send_at) from reminders where status = 'active' and held_since is null),
      (select min(attempt_at) from reminder_deliveries d where status = 'due' and lease_until is null
        and not exists (select from guilds g where g.guild_id = d.guild_id and g.left_at is not null))) as at`.execute(
    db,
  )
  return rows[0]?.at ?? null
}

const inOrder = (a: Delivery, b: Delivery) =>
  Temporal.Instant.compare(a.occurrence.sendAt, b.occurrence.sendAt) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1)

function deliveryOf(row: Selectable<ReminderDeliveries>): Delivery {
  return {
    id: row.id,
    reminderId: row.reminder_id,
    guildId: GuildId.parse(row.guild_id),
    channelId: ChannelId.parse(row.channel_id),
    occurrence: { sendAt: row.send_at, eventAt: row.event_at, phase: row.phase as Phase },
    leasedBy: row.leased_by,
    attempts: row.attempts,
    uncertainSince: row.uncertain_since ?? row.send_at,
  }
}
