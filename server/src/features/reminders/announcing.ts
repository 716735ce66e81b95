import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'

/** Tells open pages that a reminder, or what became of it, is not as it was. */
export async function announceReminder(tx: Tx, guildId: GuildId, id: string, now: Temporal.Instant): Promise<void> {
  await announceChange(tx, { guildId, kind: 'reminders', ref: id }, now)
}
