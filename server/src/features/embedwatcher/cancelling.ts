import { notify } from '../../platform/database/listen.ts'
import { lastEvent } from './event-time.ts'
import type { WatcherNeeds } from './making.ts'
import type { Setup } from './setup.ts'
import { type Announced, changeAnnounced, lockAnnounced } from './store.ts'
import { type CancelReason, MARKS_CHANNEL, type Telling, tellCancelled } from './telling.ts'

/** Takes back what was made of an announcement; a reminder of what is over stays, as the record of what was said. */
export async function cancel(
  { reminders }: Pick<WatcherNeeds, 'reminders'>,
  telling: Telling,
  announced: Announced,
  why: CancelReason,
): Promise<void> {
  const { tx, now } = telling
  const { id, reminderId } = announced
  const isCancelled = reminderId !== null && !isOver(announced, now) && (await reminders.cancel(tx, reminderId))
  const change = {
    status: why === 'deleted' ? 'deleted' : 'cancelled',
    ...(isCancelled && { reminderId: null }),
    reaction: 'unwanted',
    // Whoever cancelled reads in the reply that it is cancelled.
    ...(why !== 'by_hand' && { replyExpiresAt: now }),
  } as const
  const after = await changeAnnounced(tx, id, change, now)
  await notify(tx, MARKS_CHANNEL, '')
  if (isCancelled) await tellCancelled(telling, after, why)
}

/** The message of an announcement is gone. */
export async function remove(needs: WatcherNeeds, setup: Setup, id: string): Promise<void> {
  await needs.db.transaction().execute(async (tx) => {
    const announced = await lockAnnounced(tx, id)
    if (!announced || announced.status === 'deleted') return
    await cancel(needs, { tx, setup, now: needs.clock.now() }, announced, 'deleted')
  })
}

export function isOver({ eventAt, reading }: Pick<Announced, 'eventAt' | 'reading'>, now: Temporal.Instant): boolean {
  const last = eventAt ?? (reading.when && lastEvent(reading.when))
  return last !== null && Temporal.Instant.compare(last, now) <= 0
}
