import type { Db } from '../../../platform/database/connect.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { required, text } from '../../../platform/discord/options.ts'
import { panelNamed, panelsLike } from '../panels/panel-choices.ts'
import { type Counter, openerOf, outcome } from './interactions.ts'
import { LONGEST_DESCRIPTION } from './opening.ts'
import { fillMessage } from './replies.ts'
import { openingWords } from './words-opening.ts'

/** `/ticket`: where its panel asks more, what was typed is kept until the form is filled in. */
export function ticketCommand(counter: Counter, db: Db) {
  const { service } = counter
  return defineCommand({
    name: 'ticket',
    description: openingWords.everywhere('command'),
    options: {
      description: required(text(openingWords.everywhere('command_description'), { maxLength: LONGEST_DESCRIPTION })),
      panel: text(openingWords.everywhere('command_panel'), { complete: panelsLike(db, 'enabled') }),
    },
    answers: 'message',
    async handle({ description, panel: typed }, invocation) {
      const opener = openerOf(invocation)
      const named = typed === null ? null : await panelNamed(db, opener.guildId, typed)
      const panel = typed === null ? null : await service.panelFor(opener, named?.id ?? '')
      const asked = { interactionId: invocation.id, panelId: panel?.id ?? null, description, answers: [] }
      if (panel && panel.questions.length > 0) {
        const { id } = await service.keep(opener, asked)
        return { kind: 'message', message: fillMessage(id, panel, invocation.language) }
      }
      return { kind: 'message', message: await outcome(counter, await service.ask(opener, asked), invocation) }
    },
  })
}
