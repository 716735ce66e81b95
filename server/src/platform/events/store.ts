import type { Tx } from '../database/connect.ts'
import type { DataChange } from './data-change.ts'
import type { OperationalEvent } from './operational-event.ts'

export async function insertEvents(tx: Tx, events: readonly OperationalEvent[], now: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('operational_events')
    .values(
      events.map(({ type, guildId, message, details }) => ({
        event_type: type,
        guild_id: guildId,
        message,
        details: JSON.stringify(details),
        occurred_at: now,
      })),
    )
    .execute()
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
