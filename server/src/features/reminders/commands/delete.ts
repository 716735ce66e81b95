import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import { deletedReply, deletionReply, keptReply } from '../replies.ts'
import type { ReminderService } from '../service.ts'
import { commandWords } from '../words-commands.ts'
import { chosenReminder, reminderOption } from './choose.ts'

/** `/reminder_delete`: asks once more before it deletes. */
export function deleteCommand(service: ReminderService) {
  return defineCommand({
    name: 'reminder_delete',
    description: commandWords.everywhere('delete'),
    options: { reminder_id: reminderOption(service) },
    answers: 'message',
    handle: async ({ reminder_id }, invocation) => ({
      kind: 'message',
      message: deletionReply(await chosenReminder(service, invocation, reminder_id), invocation.language),
    }),
  })
}

export function deleteButton(service: ReminderService) {
  return defineButton({
    feature: 'reminders',
    act: 'delete',
    answers: 'update',
    async run(press) {
      const reminder = await chosenReminder(service, press, press.about)
      await service.remove(press.actor, reminder.id)
      return { kind: 'update', message: deletedReply(reminder, press.language) }
    },
  })
}

export const keepButton = defineButton({
  feature: 'reminders',
  act: 'keep',
  answers: 'update',
  run: async ({ language }) => ({ kind: 'update', message: keptReply(language) }),
})
