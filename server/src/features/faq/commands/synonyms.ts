import { say } from '../../../platform/discord/answers.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { integer, required, text } from '../../../platform/discord/options.ts'
import { keywordsIn } from '../entry.ts'
import type { Gate } from '../gate.ts'
import { synonymsReply, wordList } from '../replies-editing.ts'
import type { FaqSynonyms } from '../synonyms.ts'
import { editingWords } from '../words-editing.ts'

/** `/faq synonyms list`, `add` and `remove`. */
export function synonymCommands(synonyms: FaqSynonyms, gate: Gate) {
  const list = defineSubcommand({
    name: 'list',
    description: editingWords.everywhere('synonyms_list_command'),
    options: {},
    answers: 'message',
    async handle(_options, invocation) {
      await gate.requireStaff(invocation)
      const groups = await synonyms.list(invocation.guildId)
      return { kind: 'message', message: synonymsReply(groups, invocation.language) }
    },
  })
  const add = defineSubcommand({
    name: 'add',
    description: editingWords.everywhere('synonyms_add_command'),
    options: { words: required(text(editingWords.everywhere('synonyms_words'), { maxLength: 1000 })) },
    answers: 'message',
    async handle({ words }, invocation) {
      await gate.requireStaff(invocation)
      const group = await synonyms.add(invocation.actor, invocation.guildId, keywordsIn(words))
      return say(editingWords(invocation.language)('synonyms_added', { words: wordList(group) }))
    },
  })
  const remove = defineSubcommand({
    name: 'remove',
    description: editingWords.everywhere('synonyms_remove_command'),
    options: { group: required(integer(editingWords.everywhere('synonyms_group'), { min: 1 })) },
    answers: 'message',
    async handle({ group }, invocation) {
      await gate.requireStaff(invocation)
      const words = await synonyms.remove(invocation.actor, invocation.guildId, group)
      return say(editingWords(invocation.language)('synonyms_removed', { words: wordList(words) }))
    },
  })
  return {
    name: 'synonyms',
    description: editingWords.everywhere('synonyms_command'),
    subcommands: [list, add, remove],
  }
}
