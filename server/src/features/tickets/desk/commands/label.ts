import { PermissionFlagsBits } from 'discord-api-types/v10'
import { invalidField } from '../../../../kernel/refusal.ts'
import { say } from '../../../../platform/discord/answers.ts'
import { defineCommandTree, defineSubcommand } from '../../../../platform/discord/commands.ts'
import { required, text } from '../../../../platform/discord/options.ts'
import { verbatim } from '../../../../platform/discord/text.ts'
import { deskWords } from '../../words-desk.ts'
import { LABEL_BOUNDS } from '../labels.ts'
import { labelList } from '../menu.ts'
import type { DeskServices } from '../services.ts'
import { commandWords } from '../words-commands.ts'
import { menuWords } from '../words-menu.ts'

/** `/ticket_label`: what the guild can label its tickets with. */
export function labelCommand({ labels }: DeskServices) {
  const name = required(text(commandWords.everywhere('label_name'), { maxLength: LABEL_BOUNDS.name }))
  const add = defineSubcommand({
    name: 'add',
    description: commandWords.everywhere('label_add'),
    options: { name, color: text(commandWords.everywhere('label_color'), { maxLength: 7 }) },
    answers: 'message',
    async handle(given, { guildId, language }) {
      const saved = await labels.save(guildId, { name: given.name, color: colorOf(given.color) })
      return say(menuWords(language)('label_saved', { name: verbatim(saved.name) }))
    },
  })
  const remove = defineSubcommand({
    name: 'remove',
    description: commandWords.everywhere('label_remove'),
    options: { name },
    answers: 'message',
    async handle(given, { guildId, language }) {
      const gone = await labels.remove(guildId, { name: given.name.trim() })
      return say(menuWords(language)('label_removed', { name: verbatim(gone.name) }))
    },
  })
  const list = defineSubcommand({
    name: 'list',
    description: commandWords.everywhere('label_list'),
    options: {},
    answers: 'message',
    handle: async (_given, { guildId, language }) => say(labelList(await labels.list(guildId), language)),
  })
  return defineCommandTree({
    name: 'ticket_label',
    description: commandWords.everywhere('label_description'),
    needs: { member: PermissionFlagsBits.Administrator },
    subcommands: [add, remove, list],
  })
}

function colorOf(typed: string | null): number | null {
  if (typed === null) return null
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(typed.trim()) ?? []
  if (digits === undefined) throw invalidField('tickets.color', '/color', deskWords.everywhere('color'))
  return Number.parseInt(digits, 16)
}
