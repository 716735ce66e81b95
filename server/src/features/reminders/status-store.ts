import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Reminder } from './reminder.ts'
import { reminderOf } from './store.ts'

/** How a reminder comes to rest: completed by its owner, or paused because Discord refuses to deliver it. */

/** Ends the schedule of an active reminder. */
export async function complete(tx: Tx, reminderId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ status: 'completed', completed_at: now, next_send_at: null, next_event_at: null, next_phase: null })
    .where('id', '=', reminderId)
    .where('status', '=', 'active')
    .execute()
}

/** Stops a reminder that Discord refuses to deliver; it is kept until its owner acts. */
export async function pause(tx: Tx, reminderId: string, reason: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({
      status: 'paused',
      paused_reason: reason,
      owner_told_at: null,
      completed_at: null,
      next_send_at: null,
      next_event_at: null,
      next_phase: null,
      updated_at: now,
    })
    .where('id', '=', reminderId)
    .where('status', '<>', 'paused')
    .execute()
}

/** Paused reminders whose owner does not know yet. */
export async function pausedUntold(db: Db, limit: number): Promise<Reminder[]> {
  const rows = await db
    .selectFrom('reminders')
    .selectAll()
    .where('status', '=', 'paused')
    .where('owner_told_at', 'is', null)
    .orderBy('updated_at')
    .limit(limit)
    .execute()
  return rows.map(reminderOf)
}

export async function noteOwnerTold(db: Db, id: string, version: number, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('reminders')
    .set({ owner_told_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}
