import { ButtonStyle } from 'discord-api-types/v10'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Db } from '../../../../platform/database/connect.ts'
import { say } from '../../../../platform/discord/answers.ts'
import { defineCommandTree, defineSubcommand } from '../../../../platform/discord/commands.ts'
import { customId } from '../../../../platform/discord/custom-id.ts'
import { button, plain, row } from '../../../../platform/discord/message-parts.ts'
import { required, text } from '../../../../platform/discord/options.ts'
import { cut, verbatim } from '../../../../platform/discord/text.ts'
import { panelRuleWords } from '../../words-panel-rules.ts'
import { panelWords } from '../../words-panels.ts'
import type { Panel } from '../panel.ts'
import { panelNamed, panelsLike } from '../panel-choices.ts'
import type { PanelService } from '../service.ts'
import { wordsForm } from './forms.ts'
import { ADMINS } from './interactions.ts'
import { placeText, sheet } from './sheet.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
const LONGEST = 2000

interface Needs {
  readonly db: Db
  readonly service: PanelService
}

/** `/ticket_panel`: everything about panels for admins who never open the dashboard. */
export function panelCommand(needs: Needs) {
  return defineCommandTree({
    name: 'ticket_panel',
    description: panelWords.everywhere('command'),
    needs: ADMINS,
    subcommands: [createCommand, editCommand(needs), listCommand(needs), deleteCommand(needs)],
  })
}

const createCommand = defineSubcommand({
  name: 'create',
  description: panelWords.everywhere('create_command'),
  options: {},
  answers: 'modal',
  handle: async (_, { language }) => wordsForm(customId('tickets', 'panel_new'), null, language),
})

function editCommand({ db }: Needs) {
  return defineSubcommand({
    name: 'edit',
    description: panelWords.everywhere('edit_command'),
    options: { panel: panelOption(db) },
    answers: 'message',
    async handle({ panel: typed }, { guildId, language }) {
      const panel = known(await panelNamed(db, guildId, typed))
      return { kind: 'message', message: sheet(panel, language) }
    },
  })
}

function listCommand({ service }: Needs) {
  return defineSubcommand({
    name: 'list',
    description: panelWords.everywhere('list_command'),
    options: {},
    answers: 'message',
    async handle(_, { guildId, language }) {
      const words = panelWords(language)
      const panels = await service.list(guildId)
      if (panels.length === 0) return say(words('none_yet'))
      const lines = panels.map((panel) =>
        words('listed', {
          name: verbatim(panel.name),
          state: words(panel.isEnabled ? 'state_on' : 'state_off'),
          place: placeText(panel, language),
        }),
      )
      return say(cut([words('list_title'), ...lines].join('\n'), LONGEST))
    },
  })
}

function deleteCommand({ db }: Needs) {
  return defineSubcommand({
    name: 'delete',
    description: panelWords.everywhere('delete_command'),
    options: { panel: panelOption(db) },
    answers: 'message',
    async handle({ panel: typed }, { guildId, language }) {
      const { id, version, name } = known(await panelNamed(db, guildId, typed))
      const words = panelWords(language)
      const yes = button(customId('tickets', 'panel_gone', `${id}.${version}`), words('delete_yes'), {
        style: ButtonStyle.Danger,
      })
      return { kind: 'message', message: plain(words('delete_asked', { name: verbatim(name) }), row(yes)) }
    },
  })
}

function panelOption(db: Db) {
  return required(text(panelWords.everywhere('panel_option'), { complete: panelsLike(db, 'all') }))
}

function known(panel: Panel | null): Panel {
  if (!panel) throw new Refusal('not_found', 'tickets.panel_not_found', panelRuleWords.everywhere('no_panel'))
  return panel
}
