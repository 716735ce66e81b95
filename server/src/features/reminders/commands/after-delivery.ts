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
      run: async (pressed) => ({
        kind: 'message',
        message: snoozedReply(await afterDelivery.snooze(pressed, pressed.about, choice), pressed.language),
      }),
    }),
  )
  const done = defineButton({
    feature: 'reminders',
    act: 'done',
    answers: 'message',
    async run(pressed) {
      await afterDelivery.done(pressed, pressed.about)
      return { kind: 'message', message: doneReply(pressed.language) }
    },
  })
  return [...snooze, done]
}
