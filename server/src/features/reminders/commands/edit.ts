import type { Clock } from '../../../kernel/clock.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineForm } from '../../../platform/discord/components.ts'
import type { ReminderPatch } from '../contract.ts'
import { changedReply, editForm } from '../replies.ts'
import type { ReminderService, ReminderView } from '../service.ts'
import { describeSchedule } from '../when.ts'
import { commandWords } from '../words-commands.ts'
import { refusalWords } from '../words-refusals.ts'
import { chosenReminder, reminderOption } from './choose.ts'
import { type Surroundings, timingIn } from './timing-in-words.ts'

/** `/reminder_edit`: a form filled with what the reminder is now. */
export function editCommand(service: ReminderService) {
  return defineCommand({
    name: 'reminder_edit',
    description: commandWords.everywhere('edit'),
    options: { reminder_id: reminderOption(service) },
    answers: 'modal',
    handle: async ({ reminder_id }, invocation) => ({
      kind: 'modal',
      modal: editForm(await chosenReminder(service, invocation, reminder_id), invocation.language),
    }),
  })
}

export function editFormHandler(service: ReminderService, clock: Clock) {
  return defineForm({
    feature: 'reminders',
    act: 'edit',
    answers: 'message',
    async run({ about, fields, ...invocation }) {
      const [id = '', version] = about.split(':')
      const reminder = await chosenReminder(service, invocation, id)
      if (String(reminder.version) !== version)
        throw new Refusal(
          'conflict',
          'reminders.edited_elsewhere',
          refusalWords.everywhere('edited_under_form', { id }),
        )
      const changed = await service.change(
        invocation.actor,
        patchOf(reminder, fields, { now: clock.now(), timeZone: reminder.timeZone, language: invocation.language }),
      )
      return { kind: 'message', message: changedReply(changed, invocation.language) }
    },
  })
}

/** What differs from the reminder as the form showed it. */
function patchOf(
  reminder: ReminderView,
  fields: ReadonlyMap<string, string>,
  surroundings: Surroundings,
): ReminderPatch {
  const { name, when, message, location } = Object.fromEntries(fields)
  return {
    id: reminder.id,
    ...(name !== undefined && name !== reminder.name && { name }),
    ...(message !== undefined && message !== reminder.message && { message }),
    ...(location !== undefined && location !== (reminder.location ?? '') && { location: location || null }),
    ...(when !== undefined && !isAsShown(when.trim(), reminder) && timingIn(when, surroundings)),
  }
}

/** In whichever language the form was opened. */
function isAsShown(when: string, reminder: ReminderView): boolean {
  return LANGUAGES.some((language) => when === describeSchedule(reminder, language))
}
