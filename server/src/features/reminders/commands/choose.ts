import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { ActorInGuild } from '../../../platform/discord/invocation.ts'
import { required, text } from '../../../platform/discord/options.ts'
import { choiceName } from '../replies.ts'
import type { ReminderService, ReminderView } from '../service.ts'
import { commandWords } from '../words-commands.ts'
import { refusalWords } from '../words-refusals.ts'

/** The option that names a reminder: suggestions by part of its name or by number, of those the member may manage. */
export function reminderOption(service: ReminderService) {
  return required(
    text(commandWords.everywhere('reminder'), {
      async complete(typed, { actor, guildId, language }) {
        const search = typed.trim()
        const found = await service.listForGuild(actor, guildId, { limit: 25, ...(search && { search }) })
        return found.map((reminder) => ({ name: choiceName(reminder, language), value: reminder.id }))
      },
    }),
  )
}

/** The reminder of this guild with the id; what was typed without choosing a suggestion is no id. */
export async function chosenReminder(
  service: ReminderService,
  { actor, guildId }: ActorInGuild,
  typed: string,
): Promise<ReminderView> {
  const [, id] = /^#?([1-9]\d{0,17})$/.exec(typed.trim()) ?? []
  if (id === undefined) throw new Refusal('invalid', 'reminders.not_chosen', refusalWords.everywhere('not_chosen'))
  return inGuild(await service.find(actor, id), guildId, id)
}

function inGuild(reminder: ReminderView, guildId: GuildId, id: string): ReminderView {
  if (reminder.guildId !== guildId)
    throw new Refusal('not_found', 'reminders.not_found', refusalWords.everywhere('not_found_here', { id }))
  return reminder
}
