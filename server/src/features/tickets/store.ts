import { type Selectable, sql, type Updateable } from 'kysely'
import { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import type { JsonObject, Tickets } from '../../platform/database/tables.ts'
import type { MoveName } from './moves.ts'
import type { FormAnswer, Priority, Status, Ticket } from './ticket.ts'

/** Of notices that a ticket of this guild has something to be settled in Discord. */
export const TICKETS_CHANNEL = 'tickets'

/** What is known of a ticket when it opens. */
export type TicketDraft = Pick<Ticket, 'guildId' | 'panelId' | 'username' | 'language' | 'description' | 'answers'> & {
  readonly openerId: UserId
  readonly interactionId: string | null
}

/** Puts the openings of a guild in an order until the transaction ends. @returns the number of the next ticket. */
export async function nextNumber(tx: Tx, guildId: GuildId): Promise<number> {
  const { last_number } = await tx
    .insertInto('ticket_numbers')
    .values({ guild_id: guildId, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('guild_id').doUpdateSet({ last_number: sql`ticket_numbers.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}

export async function insertTicket(
  tx: Tx,
  { guildId, panelId, openerId, username, language, description, answers, interactionId }: TicketDraft,
  number: number,
  now: Temporal.Instant,
): Promise<Ticket> {
  const row = await tx
    .insertInto('tickets')
    .values({
      guild_id: guildId,
      number,
      panel_id: panelId,
      opener_id: openerId,
      username,
      language,
      description,
      answers: JSON.stringify(answers),
      interaction_id: interactionId,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await notify(tx, TICKETS_CHANNEL, guildId)
  return ticketOf(row)
}

/** Of this guild alone; nobody else changes it until the transaction ends. */
export async function lockTicket(tx: Tx, guildId: GuildId, id: string): Promise<Ticket | null> {
  const row = await tx
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}

export async function findTicket(db: Db | Tx, guildId: GuildId, id: string): Promise<Ticket | null> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}

export async function ticketIn(db: Db | Tx, channelId: ChannelId): Promise<Ticket | null> {
  const row = await db.selectFrom('tickets').selectAll().where('channel_id', '=', channelId).executeTakeFirst()
  return row ? ticketOf(row) : null
}

/** Changes a ticket that is locked; what follows from it in Discord is then to be done anew. */
export async function changeTicket(
  tx: Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  change: Updateable<Tickets>,
  now: Temporal.Instant,
): Promise<Ticket> {
  const row = await tx
    .updateTable('tickets')
    .set({ ...change, version: sql`version + 1`, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await notify(tx, TICKETS_CHANNEL, guildId)
  return ticketOf(row)
}

/** What happened to a ticket: a move, or what its name says. */
export interface TicketEvent {
  readonly kind: MoveName | 'opened' | 'priority' | 'labels' | 'note' | (string & {})
  readonly from: Status | null
  readonly to: Status | null
  /** Null: the program itself. */
  readonly actorId: UserId | null
  readonly details: JsonObject
}

export async function appendEvent(
  tx: Tx,
  { id, guildId }: Pick<Ticket, 'id' | 'guildId'>,
  { kind, from, to, actorId, details }: TicketEvent,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('ticket_events')
    .values({
      ticket_id: id,
      guild_id: guildId,
      kind,
      from_status: from,
      to_status: to,
      actor_id: actorId,
      details: JSON.stringify(details),
      happened_at: now,
    })
    .execute()
}

/** As it stands in the history. */
export interface StoredEvent extends TicketEvent {
  readonly id: string
  readonly happenedAt: Temporal.Instant
}

/** The latest, oldest first. */
export async function eventsOf(db: Db | Tx, ticketId: string, most: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('ticket_events')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.reverse().map((row) => ({
    id: row.id,
    kind: row.kind,
    // Written by `appendEvent` alone.
    from: row.from_status as Status | null,
    to: row.to_status as Status | null,
    actorId: userOf(row.actor_id),
    details: row.details as JsonObject,
    happenedAt: row.happened_at,
  }))
}

export function ticketOf(row: Selectable<Tickets>): Ticket {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    number: row.number,
    panelId: row.panel_id,
    openerId: userOf(row.opener_id),
    username: row.username,
    language: row.language === 'nl' ? 'nl' : 'en',
    description: row.description,
    answers: row.answers as unknown as FormAnswer[],
    // The table holds no others.
    status: row.status as Status,
    priority: row.priority as Priority,
    labels: row.labels,
    claimedBy: userOf(row.claimed_by),
    claimedAt: row.claimed_at,
    escalatedTo: row.escalated_to === null ? null : RoleId.parse(row.escalated_to),
    channelId: row.channel_id === null ? null : ChannelId.parse(row.channel_id),
    closedAt: row.closed_at,
    closedBy: userOf(row.closed_by),
    closeReason: row.close_reason,
    archivedAt: row.archived_at,
    version: row.version,
    settledVersion: row.settled_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const userOf = (id: string | null) => (id === null ? null : UserId.parse(id))

/** All that have a channel or thread, of one guild or of all. */
export async function placedTickets(db: Db, guildId?: GuildId) {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'guild_id', 'channel_id'])
    .where('channel_id', 'is not', null)
    .$if(guildId !== undefined, (query) => query.where('guild_id', '=', guildId ?? ''))
    .execute()
  return rows.map(({ id, guild_id, channel_id }) => ({
    ticketId: id,
    guildId: GuildId.parse(guild_id),
    channelId: ChannelId.parse(String(channel_id)),
  }))
}

export async function findByNumber(db: Db, guildId: GuildId, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('tickets')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Which of these tickets of the guild were archived before the instant. */
export async function archivedTickets(db: Db, guildId: GuildId, ids: readonly string[], before: Temporal.Instant) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('tickets')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('id', 'in', [...ids])
    .where('archived_at', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}
