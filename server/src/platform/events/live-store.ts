import type { ExpressionBuilder, Selectable } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import type { DataChanges, JsonObject, JsonValue, OperationalEvents, Tables } from '../database/tables.ts'

/** Reads what streams carry, in the order of ids, which is the order of commits. */

export type LiveTable = 'operational_events' | 'data_changes'

/** Anything that streams carry; without a guild it is for the followers of every guild. */
export interface LiveRow {
  readonly id: number
  readonly guildId: GuildId | null
}

/** Where the rows of a table are read. */
export interface LiveSource<Row extends LiveRow> {
  readonly table: LiveTable
  extent(): Promise<Extent>
  /** Of all guilds. */
  after(id: number, limit: number): Promise<Row[]>
  ofGuild(stretch: Stretch, limit: number): Promise<Row[]>
}

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
export interface EventRecord extends LiveRow {
  readonly type: string
  readonly message: string
  readonly details: JsonObject
  readonly occurredAt: Temporal.Instant
}

/** A stored announcement that data changed. */
export interface ChangeRecord extends LiveRow {
  readonly kind: string
  readonly ref: string | null
  readonly version: string | null
}

export function eventSource(db: Db): LiveSource<EventRecord> {
  const oldest = () => db.selectFrom('operational_events').selectAll().orderBy('id')
  return {
    table: 'operational_events',
    extent: () => extentOf(db, 'operational_events'),
    async after(id, limit) {
      return (await oldest().where('id', '>', String(id)).limit(limit).execute()).map(eventOf)
    },
    async ofGuild(stretch, limit) {
      return (await oldest().where(within(stretch)).limit(limit).execute()).map(eventOf)
    },
  }
}

export function changeSource(db: Db): LiveSource<ChangeRecord> {
  const oldest = () => db.selectFrom('data_changes').selectAll().orderBy('id')
  return {
    table: 'data_changes',
    extent: () => extentOf(db, 'data_changes'),
    async after(id, limit) {
      return (await oldest().where('id', '>', String(id)).limit(limit).execute()).map(changeOf)
    },
    async ofGuild(stretch, limit) {
      return (await oldest().where(within(stretch)).limit(limit).execute()).map(changeOf)
    },
  }
}

function within({ guildId, after, upTo }: Stretch) {
  return ({ eb, and, or }: ExpressionBuilder<Tables, LiveTable>) =>
    and([
      or([eb('guild_id', '=', guildId), eb('guild_id', 'is', null)]),
      eb('id', '>', String(after)),
      eb('id', '<=', String(upTo)),
    ])
}

async function extentOf(db: Db, table: LiveTable): Promise<Extent> {
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
    details: isObject(row.details) ? row.details : {},
    occurredAt: row.occurred_at,
  }
}

function changeOf(row: Selectable<DataChanges>): ChangeRecord {
  return { id: Number(row.id), guildId: guildOf(row), kind: row.kind, ref: row.ref, version: row.version }
}

function guildOf({ guild_id }: { readonly guild_id: string | null }): GuildId | null {
  return guild_id === null ? null : GuildId.parse(guild_id)
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
