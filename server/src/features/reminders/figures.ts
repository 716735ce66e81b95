import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { Meters } from '../../platform/metrics/meters.ts'
import { oldestDue } from './figures-store.ts'
import type { Delivery, DeliveryEnd } from './ledger-store.ts'

/** What becomes of messages, for whoever watches this process. */
export interface DeliveryFigures {
  /** Lines of the ledger came to this end without being begun. */
  passedOver(count: number): void
  ended(delivery: Pick<Delivery, 'occurrence'>, end: DeliveryEnd): void
}

/** Up to a second is punctual; after six hours nothing is sent any more. */
const DELAYS = [1, 2, 5, 15, 60, 300, 1800, 7200, 21_600]

export function deliveryFigures({
  meters,
  db,
  clock,
}: {
  readonly meters: Meters
  readonly db: Db
  readonly clock: Clock
}): DeliveryFigures {
  const count = meters.counter({
    name: 'reminder_deliveries_total',
    help: 'Messages of reminders that this process brought to an end.',
    labels: ['outcome'],
  })
  const delayed = meters.durations({
    name: 'reminder_delay_seconds',
    help: 'How long after its moment a message of a reminder was sent.',
    bounds: DELAYS,
  })
  const secondsSince = (instant: Temporal.Instant) => Math.max(0, clock.now().since(instant).total('seconds'))
  meters.gauge(
    { name: 'reminders_oldest_due_seconds', help: 'How long the oldest message that is due waits; of all processes.' },
    async () => {
      const due = await oldestDue(db, clock.now())
      return due ? secondsSince(due) : 0
    },
  )
  return {
    passedOver: (lines) => count({ outcome: 'missed' }, lines),
    ended({ occurrence }, outcome) {
      count({ outcome })
      if (outcome === 'sent') delayed({}, secondsSince(occurrence.sendAt))
    },
  }
}
