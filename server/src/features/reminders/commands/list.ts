import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { cursorText, parseCursor } from '../cursor.ts'
import { listReply, PAGE } from '../replies.ts'
import type { ReminderService } from '../service.ts'
import type { ReminderCursor } from '../store.ts'
import { commandWords } from '../words-commands.ts'

/** `/reminder_list`: one's own reminders in this guild, all of the guild for its admins, page by page. */
export function listCommand(service: ReminderService) {
  return defineCommand({
    name: 'reminder_list',
    description: commandWords.everywhere('list'),
    options: {},
    answers: 'message',
    handle: async (_options, invocation) => ({ kind: 'message', message: await page(service, invocation, null) }),
  })
}

export function listButton(service: ReminderService) {
  return defineButton({
    feature: 'reminders',
    act: 'list',
    answers: 'update',
    run: async (pressed) => ({
      kind: 'update',
      message: await page(service, pressed, pressed.about === '' ? null : parseCursor(pressed.about)),
    }),
  })
}

async function page(
  service: ReminderService,
  { actor, guildId, language }: Invocation,
  after: ReminderCursor | null,
): Promise<OutgoingMessage> {
  const found = await service.listForGuild(actor, guildId, { limit: PAGE + 1, ...(after && { after }) })
  const reminders = found.slice(0, PAGE)
  const last = found.length > PAGE ? reminders.at(-1) : undefined
  const shown = {
    reminders,
    next: last ? cursorText({ nextSendAt: last.next?.sendAt ?? null, id: last.id }) : null,
    isFirst: after === null,
  }
  return listReply(shown, language)
}
