import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { ActorInGuild } from '../../platform/discord/invocation.ts'
import { announceReminder } from './announcing.ts'
import { cancelOpen, type Delivery, enter, findDelivery } from './ledger-store.ts'
import type { Reminder } from './reminder.ts'
import { complete } from './status-store.ts'
import { findReminderLocked } from './store.ts'
import { refusalWords } from './words-refusals.ts'

/** The choices of the buttons under a delivered one-off. */
export type SnoozeChoice = '10m' | '1h' | 'tomorrow'

export type AfterDelivery = ReturnType<typeof afterDelivery>

/** What the owner of a delivered one-off may still ask for. Asking twice is asking once. */
export function afterDelivery({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  function withOwned<Answer>(
    { actor, guildId }: ActorInGuild,
    deliveryId: string,
    work: (tx: Tx, reminder: Reminder, delivery: Delivery) => Promise<Answer>,
  ): Promise<Answer> {
    return db.transaction().execute(async (tx) => {
      const delivery = await findDelivery(tx, deliveryId)
      const reminder = delivery && (await findReminderLocked(tx, delivery.reminderId))
      if (!delivery || reminder?.guildId !== guildId)
        throw new Refusal('not_found', 'reminders.not_found', refusalWords.everywhere('gone'))
      if (reminder.ownerId !== actor.userId)
        throw new Refusal('forbidden', 'reminders.not_owner', refusalWords.everywhere('not_owner'))
      const answer = await work(tx, reminder, delivery)
      await announceReminder(tx, reminder.guildId, reminder.id, clock.now())
      return answer
    })
  }

  return {
    /** Sends it once more at the answered instant, instead of at any instant chosen before. */
    snooze(presser: ActorInGuild, deliveryId: string, choice: SnoozeChoice): Promise<Temporal.Instant> {
      return withOwned(presser, deliveryId, async (tx, reminder, delivery) => {
        const sendAt = snoozedUntil(choice, clock.now(), reminder.timeZone)
        await cancelOpen(tx, reminder.id, clock.now(), 'snooze')
        const occurrence = { sendAt, eventAt: delivery.occurrence.eventAt, phase: 'snooze' } as const
        await enter(tx, [{ reminder, occurrence, status: 'due' }], clock.now())
        return sendAt
      })
    },

    /** Nothing more is sent of it. */
    done(presser: ActorInGuild, deliveryId: string): Promise<void> {
      return withOwned(presser, deliveryId, async (tx, reminder) => {
        await cancelOpen(tx, reminder.id, clock.now())
        await complete(tx, reminder.id, clock.now())
      })
    },
  }
}

/** `tomorrow` is the same wall clock on the next day in the reminder's zone. */
function snoozedUntil(choice: SnoozeChoice, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const toTheSecond = now.round('second')
  if (choice === '10m') return toTheSecond.add({ minutes: 10 })
  if (choice === '1h') return toTheSecond.add({ hours: 1 })
  return toTheSecond.toZonedDateTimeISO(timeZone).add({ days: 1 }).toInstant()
}
