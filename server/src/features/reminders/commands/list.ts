import type { Actor } from '../../../kernel/actor.ts'
import type { GuildId } from '../../../kernel/ids.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { cursorText, parseCursor } from '../cursor.ts'
import { listReply, PAGE } from '../replies.ts'
import type { ReminderService } from '../service.ts'
import type { ReminderCursor } from '../store.ts'

/** `/reminder_list`: one's own reminders in this guild, all of the guild for its admins, page by page. */
export function listCommand(service: ReminderService) {
  return defineCommand({
    name: 'reminder_list',
    description: 'Your reminders in this server; admins see everybody’s',
    options: {},
    answers: 'message',
    handle: async (_options, { actor, guildId }) => ({
      kind: 'message',
      message: await page(service, actor, guildId, null),
    }),
  })
}

export function listButton(service: ReminderService) {
  return defineButton({
    feature: 'reminders',
    act: 'list',
    answers: 'update',
    run: async ({ actor, guildId, about }) => ({
      kind: 'update',
      message: await page(service, actor, guildId, about === '' ? null : parseCursor(about)),
    }),
  })
}

async function page(
  service: ReminderService,
  actor: Actor,
  guildId: GuildId,
  after: ReminderCursor | null,
): Promise<OutgoingMessage> {
  const found = await service.listForGuild(actor, guildId, { limit: PAGE + 1, ...(after && { after }) })
  const reminders = found.slice(0, PAGE)
  const last = found.length > PAGE ? reminders.at(-1) : undefined
  return listReply({
    reminders,
    next: last ? cursorText({ nextSendAt: last.next?.sendAt ?? null, id: last.id }) : null,
    isFirst: after === null,
  })
}
