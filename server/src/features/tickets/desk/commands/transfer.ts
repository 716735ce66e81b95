import type { GuildId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { say } from '../../../../platform/discord/answers.ts'
import { defineCommand } from '../../../../platform/discord/commands.ts'
import { required, text } from '../../../../platform/discord/options.ts'
import { deskWords } from '../../words-desk.ts'
import { doerOf } from '../at-the-desk.ts'
import { NO_PANEL } from '../menu.ts'
import type { DeskServices } from '../services.ts'
import { commandWords } from '../words-commands.ts'
import { menuWords } from '../words-menu.ts'

/** `/ticket_transfer`: the ticket of this channel goes to another panel, by its name. */
export function transferCommand(services: DeskServices) {
  const { desk, moving, choices } = services
  return defineCommand({
    name: 'ticket_transfer',
    description: commandWords.everywhere('transfer_description'),
    options: {
      panel: required(
        text(commandWords.everywhere('transfer_panel'), {
          async complete(typed, { guildId, language }) {
            const { panels } = await choices({ guildId })
            const wanted = typed.trim().toLowerCase()
            const general = { name: menuWords(language)('no_panel'), value: NO_PANEL }
            const named = panels.map(({ id, name }) => ({ name, value: id }))
            return [...named, general].filter(({ name }) => name.toLowerCase().includes(wanted))
          },
        }),
      ),
    },
    answers: 'message',
    async handle({ panel }, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      const panelId = panel === NO_PANEL ? null : await panelNamed(services, doer.guildId, panel)
      await moving.move(doer, ticket.id, { move: 'transfer', panelId })
      return say(menuWords(invocation.language)('transferred'))
    },
  })
}

/** What was typed without choosing a suggestion is a name. */
async function panelNamed({ choices }: DeskServices, guildId: GuildId, typed: string) {
  const { panels } = await choices({ guildId })
  const wanted = typed.trim().toLowerCase()
  const found = panels.find(({ id, name }) => id === typed || name.toLowerCase() === wanted)
  if (!found) throw new Refusal('invalid', 'tickets.no_such_panel', deskWords.everywhere('no_such_panel'))
  return found.id
}
