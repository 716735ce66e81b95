import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Reminders } from '../../platform/database/tables.ts'
import type { Mention, Occurrence, Phase, Reminder, ReminderDraft, ReminderStatus, Weekday } from './reminder.ts'

/** A reminder that has no row yet. */
export interface NewReminder extends ReminderDraft {
  readonly guildId: GuildId
  readonly ownerId: UserId
  readonly origin: Reminder['origin']
  readonly next: Occurrence
}

/** The newest line of the ledger about a reminder. */
export interface LastDelivery {
  readonly sendAt: Temporal.Instant
  readonly phase: Phase
  readonly status: string
  readonly messageId: MessageId | null
}

export interface ReminderFilter {
  readonly ownerId?: UserId
  readonly guildId?: GuildId
  /** Case-insensitive part of the name, or the id. */
  readonly search?: string
  readonly limit: number
  readonly after?: ReminderCursor
  /** Completed reminders stay listed until they are this old. */
  readonly completedSince: Temporal.Instant
}

/** Where the last page ended: reminders without a next sending come last, in order of their ids. */
export interface ReminderCursor {
  readonly nextSendAt: Temporal.Instant | null
  readonly id: string
}

export interface ListedReminder extends Reminder {
  readonly lastDelivery: LastDelivery | null
}

/** Serialises what one member does with the reminders of one guild, so that the limit holds among concurrent requests. */
export async function lockOwner(tx: Tx, guildId: GuildId, ownerId: UserId): Promise<void> {
  await lockName(tx, `reminders:${guildId}:${ownerId}`)
}

export async function countActive(tx: Tx, guildId: GuildId, ownerId: UserId): Promise<number> {
  const row = await tx
    .selectFrom('reminders')
    .select((columns) => columns.fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('owner_id', '=', ownerId)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function insertReminder(tx: Tx, reminder: NewReminder, now: Temporal.Instant): Promise<Reminder> {
  const row = await tx
    .insertInto('reminders')
    .values({
      ...columnsOf(reminder, reminder.next),
      guild_id: reminder.guildId,
      owner_id: reminder.ownerId,
      origin_channel_id: reminder.origin?.channelId ?? null,
      origin_message_id: reminder.origin?.messageId ?? null,
      status: 'active',
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return reminderOf(row)
}

/** Writes what its owner changed; with a next occurrence the reminder is active again, without one it stays completed. */
export async function replaceReminder(
  tx: Tx,
  id: string,
  draft: ReminderDraft & { readonly guildId: GuildId },
  next: Occurrence | null,
  now: Temporal.Instant,
): Promise<Reminder> {
  const row = await tx
    .updateTable('reminders')
    .set({
      ...columnsOf(draft, next),
      guild_id: draft.guildId,
      // Whoever changes it was let in by a guild that the bot is in.
      held_since: null,
      ...(next && { status: 'active', paused_reason: null, owner_told_at: null, completed_at: null }),
      updated_at: now,
    })
    .set((columns) => ({ version: columns('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return reminderOf(row)
}

export async function findReminder(db: Db | Tx, id: string): Promise<Reminder | null> {
  const row = await db.selectFrom('reminders').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? reminderOf(row) : null
}

/** The reminder, held until the transaction ends. */
export async function findReminderLocked(tx: Tx, id: string): Promise<Reminder | null> {
  const row = await tx.selectFrom('reminders').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? reminderOf(row) : null
}

/** Whether there was one; its ledger goes with it. */
export async function removeReminder(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('reminders').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Reminders with the newest line of their ledger. */
const listed = (db: Db | Tx) =>
  db
    .selectFrom('reminders as r')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('reminder_deliveries as d')
          .select(['d.send_at as last_send_at', 'd.phase as last_phase', 'd.status as last_status'])
          .select('d.message_id as last_message_id')
          .whereRef('d.reminder_id', '=', 'r.id')
          .orderBy('d.send_at', 'desc')
          .orderBy('d.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('r')
    .select(['last_send_at', 'last_phase', 'last_status', 'last_message_id'])

const listedOf = (row: Selectable<Reminders> & LastColumns): ListedReminder => ({
  ...reminderOf(row),
  lastDelivery: lastDeliveryOf(row),
})

export async function findListed(db: Db | Tx, id: string): Promise<ListedReminder | null> {
  const row = await listed(db).where('r.id', '=', id).executeTakeFirst()
  return row ? listedOf(row) : null
}

/** Ordered by next sending; those without one come last. */
export async function listReminders(db: Db, filter: ReminderFilter): Promise<ListedReminder[]> {
  const { ownerId, guildId, search, after } = filter
  const rows = await listed(db)
    .where((is) => is.or([is('r.completed_at', 'is', null), is('r.completed_at', '>', filter.completedSince)]))
    .$if(ownerId !== undefined, (query) => query.where('r.owner_id', '=', ownerId ?? ''))
    .$if(guildId !== undefined, (query) => query.where('r.guild_id', '=', guildId ?? ''))
    .$if(search !== undefined, (query) => query.where(matches(search ?? '')))
    .$if(after !== undefined, (query) => query.where(follows(after)))
    .orderBy(sql`coalesce(r.next_send_at, 'infinity')`)
    .orderBy('r.id')
    .limit(filter.limit)
    .execute()
  return rows.map(listedOf)
}

const matches = (search: string) =>
  sql<boolean>`(r.name ilike ${`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`} or r.id::text = ${search})`

const follows = (cursor: ReminderCursor | undefined) =>
  sql<boolean>`(coalesce(r.next_send_at, 'infinity'), r.id) > (coalesce(${cursor?.nextSendAt ?? null}::timestamptz, 'infinity'), ${cursor?.id ?? '0'}::bigint)`

function columnsOf(draft: ReminderDraft, next: Occurrence | null) {
  return {
    channel_id: draft.channelId,
    name: draft.name,
    message: draft.message,
    location: draft.location,
    image_url: draft.imageUrl,
    mention: draft.mention,
    catch_up: draft.catchUp,
    time_zone: draft.timeZone,
    send_time: draft.sendTime.toString(),
    call_time: draft.callTime.toString(),
    lead_seconds: draft.leadSeconds,
    more_lead_seconds: [...(draft.moreLeads ?? [])],
    days: [...draft.days],
    rrule: draft.rrule,
    starts_at: draft.startsAt,
    event_at: draft.eventAt,
    ends_at: draft.endsAt,
    next_send_at: next?.sendAt ?? null,
    next_event_at: next?.eventAt ?? null,
    next_phase: next?.phase ?? null,
  }
}

/** What is read back is what a rule let in: the casts name enumerations that CHECK constraints guard. */
export function reminderOf(row: Selectable<Reminders>): Reminder {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    channelId: ChannelId.parse(row.channel_id),
    ownerId: UserId.parse(row.owner_id),
    name: row.name,
    message: row.message,
    location: row.location,
    imageUrl: row.image_url,
    mention: mentionOf(row.mention),
    catchUp: row.catch_up === 'skip' ? 'skip' : 'send_late',
    timeZone: row.time_zone,
    sendTime: Temporal.PlainTime.from(row.send_time),
    callTime: Temporal.PlainTime.from(row.call_time),
    leadSeconds: row.lead_seconds,
    ...(row.more_lead_seconds.length > 0 && { moreLeads: row.more_lead_seconds }),
    days: row.days as Weekday[],
    rrule: row.rrule,
    startsAt: row.starts_at,
    eventAt: row.event_at,
    endsAt: row.ends_at,
    origin:
      row.origin_channel_id && row.origin_message_id
        ? { channelId: ChannelId.parse(row.origin_channel_id), messageId: MessageId.parse(row.origin_message_id) }
        : null,
    status: row.status as ReminderStatus,
    pausedReason: row.paused_reason,
    next: nextOf(row),
    version: row.version,
    createdAt: row.created_at,
  }
}

function nextOf(row: Selectable<Reminders>): Occurrence | null {
  if (!row.next_send_at || !row.next_event_at) return null
  return { sendAt: row.next_send_at, eventAt: row.next_event_at, phase: row.next_phase as Phase }
}

function mentionOf(stored: string): Mention {
  return stored === 'none' || stored === 'everyone' ? stored : RoleId.parse(stored)
}

interface LastColumns {
  readonly last_send_at: Temporal.Instant | null
  readonly last_phase: string | null
  readonly last_status: string | null
  readonly last_message_id: string | null
}

function lastDeliveryOf(row: LastColumns): LastDelivery | null {
  if (!row.last_send_at || !row.last_status) return null
  const messageId = row.last_message_id ? MessageId.parse(row.last_message_id) : null
  return { sendAt: row.last_send_at, phase: row.last_phase as Phase, status: row.last_status, messageId }
}
