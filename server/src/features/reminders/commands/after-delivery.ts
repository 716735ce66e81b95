import { type Button, defineButton } from '../../../platform/discord/components.ts'
import { doneReply, snoozedReply } from '../replies.ts'
import type { AfterDelivery, SnoozeChoice } from '../snooze.ts'

const CHOICES: readonly SnoozeChoice[] = ['10m', '1h', 'tomorrow']

/** The buttons under a delivered one-off, for its owner. */
export function afterDeliveryButtons(afterDelivery: AfterDelivery): Button[] {
  const snooze = CHOICES.map((choice) =>
    defineButton({
      feature: 'reminders',
      act: `snooze_${choice}`,
      answers: 'message',
      run: async ({ actor, about, language }) => ({
        kind: 'message',
        message: snoozedReply(await afterDelivery.snooze(actor, about, choice), language),
      }),
    }),
  )
  const done = defineButton({
    feature: 'reminders',
    act: 'done',
    answers: 'message',
    async run({ actor, about, language }) {
      await afterDelivery.done(actor, about)
      return { kind: 'message', message: doneReply(language) }
    },
  })
  return [...snooze, done]
}
