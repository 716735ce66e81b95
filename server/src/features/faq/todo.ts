import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { findMiss, listMisses, settleMiss } from './searches-store.ts'
import { editingWords } from './words-editing.ts'

/** What was looked for in vain: a list of answers that are missing. */
export function faqTodo({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  const own: Commit = (work) => db.transaction().execute(work)
  const gone = () => new Refusal('not_found', 'faq.search_not_found', editingWords.everywhere('todo_gone'))
  return {
    list: (guildId: GuildId, limit: number) => listMisses(db, guildId, limit),
    async open(guildId: GuildId, id: number): Promise<string> {
      const miss = await findMiss(db, guildId, id)
      if (!miss) throw gone()
      return miss.words
    },
    dismiss(actor: Actor, guildId: GuildId, id: number, commit = own): Promise<void> {
      return commit(async (tx) => {
        if (!(await settleMiss(tx, guildId, id, 'dismissed'))) throw gone()
        const source = actor.door === 'api' ? 'api' : 'command'
        const details = { action: 'dismissed', search: id, updated_by: actor.userId, source }
        const event = { type: 'FAQ_CHANGED', guildId, message: `FAQ search ${id}: dismissed`, details } as const
        await recordEvents(tx, [event], clock.now())
        await announceChange(tx, { guildId, kind: 'faq_searches' }, clock.now())
      })
    },
  }
}

export type FaqTodo = ReturnType<typeof faqTodo>
