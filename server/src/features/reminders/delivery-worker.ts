import { randomUUID } from 'node:crypto'
import { repeating, type Worker } from '../../platform/worker.ts'
import { type DeliveryNeeds, deliver } from './delivery.ts'
import { claim, type Delivery, extendLeases, handBack, nextWake } from './ledger-store.ts'
import { planDue } from './planning.ts'

/** Extended every turn. Far below the time for which a nonce holds, so that taking over a dead worker's line repeats harmlessly. */
const LEASE = { seconds: 5 }
/** How many lines one worker holds at a time. */
export const MOST_UNDER_WAY = 50
/** As many as Discord lets into one channel at once; the rest waits in the ledger rather than in memory. */
const MOST_PER_CHANNEL = 5
const LONGEST_WAIT = { seconds: 1 }

/** Plans what falls due, claims ledger lines and delivers them: channels side by side, each channel in order. */
export function deliveryWorker(needs: DeliveryNeeds): Worker {
  const { db, clock, logger } = needs
  const workerId = randomUUID()
  const underWay = new Set<string>()
  const channels = new Set<Promise<void>>()
  let freed = new AbortController()

  async function deliverInOrder(deliveries: readonly Delivery[], signal: AbortSignal) {
    for (const delivery of deliveries) {
      const work = signal.aborted ? handBack(db, delivery) : deliver(needs, delivery)
      await work.catch((err: unknown) =>
        logger.error(
          { err, reminder: delivery.reminderId },
          'A delivery broke off; its lease runs out and it is taken up again',
        ),
      )
      underWay.delete(delivery.id)
    }
  }

  function start(deliveries: readonly Delivery[], signal: AbortSignal) {
    for (const delivery of deliveries) underWay.add(delivery.id)
    const channel = deliverInOrder(deliveries, signal).then(() => {
      channels.delete(channel)
      freed.abort()
    })
    channels.add(channel)
  }

  async function turn(signal: AbortSignal) {
    freed = new AbortController()
    const now = clock.now()
    const leaseUntil = now.add(LEASE)
    if (underWay.size > 0) await extendLeases(db, workerId, [...underWay], leaseUntil)
    const isMorePlanned = await planDue(db, now, needs.figures)
    const room = MOST_UNDER_WAY - underWay.size
    const claimed =
      room > 0 ? await claim(db, { workerId, now, leaseUntil, limit: room, perChannel: MOST_PER_CHANNEL }) : []
    for (const deliveries of Map.groupBy(claimed, ({ channelId }) => channelId).values()) start(deliveries, signal)
    const latest = now.add(LONGEST_WAIT)
    const wake = isMorePlanned ? now : await nextWake(db)
    const isSooner = wake && Temporal.Instant.compare(wake, latest) < 0 && Temporal.Instant.compare(wake, now) > 0
    return { at: isMorePlanned ? now : isSooner ? wake : latest, sooner: freed.signal }
  }

  const loop = repeating('reminders.deliver', { clock, logger }, turn)
  return {
    name: loop.name,
    async run(signal) {
      await loop.run(signal)
      await Promise.all(channels)
    },
  }
}
