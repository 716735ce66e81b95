import type { Selectable } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import type { DataChanges, JsonValue, OperationalEvents } from '../database/tables.ts'

/** Reads what streams carry, in the order of ids, which is the order of commits. */

export type LiveTable = 'operational_events' | 'data_changes'

/** Which rows of a guild, with those that concern every guild: after one id, up to another. */
export interface Stretch {
  readonly guildId: GuildId
  readonly after: number
  readonly upTo: number
}

/** How far a table reaches: rows up to `removedUpTo` may be gone, `latest` is the newest. */
export interface Extent {
  readonly removedUpTo: number
  readonly latest: number
}

/** A stored operational event. */
export interface EventRecord {
  readonly id: number
  readonly guildId: GuildId | null
  readonly type: string
  readonly message: string
  readonly details: JsonValue
  readonly occurredAt: Temporal.Instant
}

/** A stored announcement that data changed. */
export interface ChangeRecord {
  readonly id: number
  readonly guildId: GuildId | null
  readonly kind: string
  readonly ref: string | null
  readonly version: string | null
}

export async function extentOf(db: Db, table: LiveTable): Promise<Extent> {
  const row = await db
    .selectNoFrom((columns) => [
      columns
        .selectFrom(table)
        .select(({ fn }) => fn.max('id').as('latest'))
        .as('latest'),
      columns.selectFrom('live_horizons').select('removed_up_to').where('table_name', '=', table).as('removed_up_to'),
    ])
    .executeTakeFirstOrThrow()
  const removedUpTo = Number(row.removed_up_to ?? 0)
  return { removedUpTo, latest: Math.max(removedUpTo, Number(row.latest ?? 0)) }
}

export async function eventsAfter(db: Db, id: number, limit: number): Promise<EventRecord[]> {
  const rows = await db
    .selectFrom('operational_events')
    .selectAll()
    .where('id', '>', String(id))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

export async function eventsOfGuild(db: Db, { guildId, after, upTo }: Stretch, limit: number): Promise<EventRecord[]> {
  const rows = await db
    .selectFrom('operational_events')
    .selectAll()
    .where(({ eb, or }) => or([eb('guild_id', '=', guildId), eb('guild_id', 'is', null)]))
    .where('id', '>', String(after))
    .where('id', '<=', String(upTo))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

export async function changesAfter(db: Db, id: number, limit: number): Promise<ChangeRecord[]> {
  const rows = await db
    .selectFrom('data_changes')
    .selectAll()
    .where('id', '>', String(id))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(changeOf)
}

export async function changesOfGuild(
  db: Db,
  { guildId, after, upTo }: Stretch,
  limit: number,
): Promise<ChangeRecord[]> {
  const rows = await db
    .selectFrom('data_changes')
    .selectAll()
    .where(({ eb, or }) => or([eb('guild_id', '=', guildId), eb('guild_id', 'is', null)]))
    .where('id', '>', String(after))
    .where('id', '<=', String(upTo))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(changeOf)
}

/** Notes that rows up to this id are gone, in the transaction that removes them. */
export async function noteRemoved(tx: Tx, table: LiveTable, upTo: number): Promise<void> {
  await tx
    .insertInto('live_horizons')
    .values({ table_name: table, removed_up_to: String(upTo) })
    .onConflict((conflict) =>
      conflict.column('table_name').doUpdateSet(({ fn, ref }) => ({
        removed_up_to: fn('greatest', [ref('live_horizons.removed_up_to'), ref('excluded.removed_up_to')]),
      })),
    )
    .execute()
}

/** The row as the program knows it. */
export function eventOf(row: Selectable<OperationalEvents>): EventRecord {
  return {
    id: Number(row.id),
    guildId: guildOf(row),
    type: row.event_type,
    message: row.message,
    details: row.details,
    occurredAt: row.occurred_at,
  }
}

function changeOf(row: Selectable<DataChanges>): ChangeRecord {
  return { id: Number(row.id), guildId: guildOf(row), kind: row.kind, ref: row.ref, version: row.version }
}

function guildOf({ guild_id }: { readonly guild_id: string | null }): GuildId | null {
  return guild_id === null ? null : GuildId.parse(guild_id)
}
