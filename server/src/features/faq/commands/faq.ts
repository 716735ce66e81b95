import { defineCommandTree } from '../../../platform/discord/commands.ts'
import type { FaqSynonyms } from '../synonyms.ts'
import type { FaqTodo } from '../todo.ts'
import { faqWords } from '../words.ts'
import { editingButtons, editingForms } from './components.ts'
import { type EditingNeeds, editingCommands } from './editing.ts'
import { readingCommands, readingComponents } from './reading.ts'
import { synonymCommands } from './synonyms.ts'
import { todoButtons, todoCommand } from './todo.ts'

interface Needs extends EditingNeeds {
  readonly synonyms: FaqSynonyms
  readonly todo: FaqTodo
}

/** Everything of the FAQ that is used in Discord. */
export function faqInteractions(needs: Needs) {
  const reading = readingComponents(needs)
  const tree = defineCommandTree({
    name: 'faq',
    description: faqWords.everywhere('command'),
    subcommands: [
      ...readingCommands(needs),
      ...editingCommands(needs),
      synonymCommands(needs.synonyms, needs.gate),
      todoCommand(needs),
    ],
  })
  return {
    commands: [tree],
    buttons: [...reading.buttons, ...editingButtons(needs), ...todoButtons(needs)],
    selects: reading.selects,
    forms: editingForms(needs),
  }
}
