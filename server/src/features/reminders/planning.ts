import type { Db } from '../../platform/database/connect.ts'
import type { DeliveryFigures } from './figures.ts'
import { type Advance, advance, type Entry, enter, lockDueReminders } from './ledger-store.ts'
import { nextOccurrence } from './recurrence.ts'
import type { Reminder } from './reminder.ts'
import { LATEST, lateness } from './rules.ts'

const BATCH = 500

/**
 * Moves occurrences whose moment has come from the schedule into the ledger and each schedule on to its next
 * occurrence, in one transaction: a crash leaves both or neither.
 * @returns whether there may be more.
 */
export async function planDue(
  db: Db,
  now: Temporal.Instant,
  figures?: Pick<DeliveryFigures, 'passedOver'>,
): Promise<boolean> {
  const { planned, missed } = await db.transaction().execute(async (tx) => {
    const reminders = await lockDueReminders(tx, now, BATCH)
    const entries = reminders.flatMap((reminder) => entryOf(reminder, now))
    const steps = reminders.map((reminder) => stepOf(reminder, now))
    await enter(tx, entries, now)
    await advance(tx, steps, now)
    const missed = entries.filter(({ status }) => status === 'missed')
    return { planned: reminders.length, missed: missed.length }
  })
  if (missed > 0) figures?.passedOver(missed)
  return planned === BATCH
}

function entryOf(reminder: Reminder, now: Temporal.Instant): Entry[] {
  if (!reminder.next) return []
  const late = lateness(reminder.next.sendAt, now, reminder.catchUp)
  return [{ reminder, occurrence: reminder.next, status: late === 'missed' ? 'missed' : 'due' }]
}

/** After a long downtime the occurrences that nobody wants any more are passed over in one step. */
function stepOf(reminder: Reminder, now: Temporal.Instant): Advance {
  const planned = reminder.next?.sendAt ?? now
  const horizon = now.subtract(LATEST)
  const after = Temporal.Instant.compare(planned, horizon) < 0 ? horizon : planned
  return { id: reminder.id, next: nextOccurrence(reminder, after) }
}
