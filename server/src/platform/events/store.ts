import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../database/connect.ts'
import type { DataChange } from './data-change.ts'
import type { OperationalEvent } from './operational-event.ts'

/** Rows get their final ids, and the channel `live` its notice, from triggers at commit: decision 0017. */

/** What pages are told when the operational log has grown. */
const LOGS = 'logs'
/** Far below the 65,535 parameters of one statement. */
const BATCH = 1000

export async function insertEvents(tx: Tx, events: readonly OperationalEvent[], now: Temporal.Instant): Promise<void> {
  for (let from = 0; from < events.length; from += BATCH) {
    await tx
      .insertInto('operational_events')
      .values(
        events.slice(from, from + BATCH).map(({ type, guildId, message, details }) => ({
          event_type: type,
          guild_id: guildId,
          message,
          details: JSON.stringify(details),
          occurred_at: now,
        })),
      )
      .execute()
  }
  await insertLogChanges(tx, [...new Set(events.map(({ guildId }) => guildId))], now)
}

async function insertLogChanges(tx: Tx, guildIds: readonly (GuildId | null)[], now: Temporal.Instant): Promise<void> {
  // A change without a guild concerns all of them.
  const concerned = guildIds.includes(null) ? [null] : guildIds
  for (let from = 0; from < concerned.length; from += BATCH) {
    await tx
      .insertInto('data_changes')
      .values(
        concerned.slice(from, from + BATCH).map((guildId) => ({ guild_id: guildId, kind: LOGS, changed_at: now })),
      )
      .execute()
  }
}

export async function insertChange(
  tx: Tx,
  { guildId, kind, ref, version }: DataChange,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('data_changes')
    .values({
      guild_id: guildId,
      kind,
      ref: ref ?? null,
      version: version === undefined ? null : String(version),
      changed_at: now,
    })
    .execute()
}
