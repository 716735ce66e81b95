import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { type EventRecord, eventOf, type LiveTable, noteRemoved } from '../../platform/events/live-store.ts'

export interface LogFilter {
  readonly guildId: GuildId
  /** Null: all. */
  readonly types: ReadonlySet<string> | null
  readonly before: number | null
  readonly limit: number
}

/** The newest events of the guild and of all guilds; each of the two is read from the end of its own index. */
export async function newestEvents(db: Db, { guildId, types, before, limit }: LogFilter): Promise<EventRecord[]> {
  const fitting = (of: GuildId | null) =>
    db
      .selectFrom('operational_events')
      .selectAll()
      .where('guild_id', of === null ? 'is' : '=', of)
      .$if(types !== null, (query) => query.where('event_type', 'in', [...(types ?? [])]))
      .$if(before !== null, (query) => query.where('id', '<', String(before)))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  const [own, general] = await Promise.all([fitting(guildId), fitting(null)])
  return [...own, ...general]
    .map(eventOf)
    .sort((one, other) => other.id - one.id)
    .slice(0, limit)
}

/** Removes up to `limit` events from before the instant; returns how many. */
export function removeEvents(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .deleteFrom('operational_events')
      .where('id', 'in', (query) =>
        query
          .selectFrom('operational_events')
          .select('id')
          .where('occurred_at', '<', before)
          .orderBy('occurred_at')
          .limit(limit),
      )
      .returning('id')
      .execute()
    return noted(tx, 'operational_events', rows)
  })
}

/** Removes up to `limit` changes from before the instant; returns how many. */
export function removeChanges(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .deleteFrom('data_changes')
      .where('id', 'in', (query) =>
        query
          .selectFrom('data_changes')
          .select('id')
          .where('changed_at', '<', before)
          .orderBy('changed_at')
          .limit(limit),
      )
      .returning('id')
      .execute()
    return noted(tx, 'data_changes', rows)
  })
}

async function noted(tx: Tx, table: LiveTable, rows: readonly { readonly id: string }[]): Promise<number> {
  const ids = rows.map(({ id }) => Number(id))
  if (ids.length > 0) await noteRemoved(tx, table, Math.max(...ids))
  return ids.length
}
