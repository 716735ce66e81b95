import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { cut } from '../../../platform/discord/text.ts'
import { BOUNDS } from '../entry.ts'
import { MOST_MISSES, todoReply } from '../replies-editing.ts'
import { listEntries } from '../store.ts'
import type { FaqTodo } from '../todo.ts'
import { editingWords } from '../words-editing.ts'
import { blankForm, type EditingNeeds } from './editing.ts'

interface TodoNeeds extends EditingNeeds {
  readonly todo: FaqTodo
}

const feature = 'faq'
const MOST_DRAFTS = 10
const idIn = (about: string) => (/^\d{1,15}$/.test(about) ? Number(about) : 0)

/** `/faq todo`. */
export function todoCommand(needs: TodoNeeds) {
  return defineSubcommand({
    name: 'todo',
    description: editingWords.everywhere('todo_command'),
    options: {},
    answers: 'message',
    async handle(_options, invocation) {
      await needs.gate.requireStaff(invocation)
      return { kind: 'message', message: await todoMessage(needs, invocation) }
    },
  })
}

export function todoButtons(needs: TodoNeeds) {
  const { gate, todo } = needs
  return [
    defineButton({
      feature,
      act: 'write',
      answers: 'modal',
      async run(press) {
        await gate.requireStaff(press)
        const words = await todo.open(press.guildId, idIn(press.about))
        const filled = { title: cut(words, BOUNDS.title), missId: press.about }
        return { kind: 'modal', modal: await blankForm(needs, press, filled) }
      },
    }),
    defineButton({
      feature,
      act: 'dismiss',
      answers: 'update',
      async run(press) {
        await gate.requireStaff(press)
        await todo.dismiss(press.actor, press.guildId, idIn(press.about))
        return { kind: 'update', message: await todoMessage(needs, press) }
      },
    }),
  ]
}

async function todoMessage({ db, todo }: TodoNeeds, { guildId, language }: Invocation) {
  const misses = await todo.list(guildId, MOST_MISSES)
  const drafts = await listEntries(db, guildId, { states: ['draft'], limit: MOST_DRAFTS })
  return todoReply(misses, drafts, language)
}
