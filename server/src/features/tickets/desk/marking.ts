import { invalidField } from '../../../kernel/refusal.ts'
import { tell } from '../desk.ts'
import * as tickets from '../store.ts'
import type { Priority, Ticket } from '../ticket.ts'
import { deskWords } from '../words-desk.ts'
import * as store from './annotations-store.ts'
import { type AtTheDesk, type Doer, type Expecting, requireStaff } from './at-the-desk.ts'
import { isNamed } from './labels.ts'

export interface Marks {
  readonly priority?: Priority | undefined
  /** All of them, in place of those it has. */
  readonly labels?: readonly string[] | undefined
}

/** Priority and labels of a ticket, which staff set whatever its status. */
export function ticketMarking(desk: AtTheDesk) {
  return {
    async mark(doer: Doer, id: string, { priority, labels }: Marks, expecting: Expecting = {}): Promise<Ticket> {
      return desk.change(doer, id, expecting, async (tx, found, now) => {
        requireStaff(found)
        const { ticket } = found
        const chosen = labels && canonical(labels, await store.labelsOf(tx, doer.guildId), ticket.labels)
        const isSame = (priority ?? ticket.priority) === ticket.priority && same(chosen ?? ticket.labels, ticket.labels)
        if (isSame) return ticket
        const change = { ...(priority && { priority }), ...(chosen && { labels: chosen }) }
        const marked = await tickets.changeTicket(tx, ticket, change, now)
        const told = { from: ticket.status, actorId: doer.userId }
        if (marked.priority !== ticket.priority)
          await tell(tx, marked, { ...told, kind: 'priority', details: { priority: marked.priority } }, now)
        if (!same(marked.labels, ticket.labels))
          await tell(tx, marked, { ...told, kind: 'labels', details: { labels: [...marked.labels] } }, now)
        return marked
      })
    },
  }
}

const same = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n')

/** As the guild writes them, each once; what the ticket has already it may keep. */
function canonical(wanted: readonly string[], known: readonly store.Label[], had: readonly string[]): string[] {
  const chosen = wanted.map((name) => {
    const found = known.find((label) => isNamed(label, name.trim()))?.name ?? had.find((one) => one === name)
    if (found !== undefined) return found
    throw invalidField('tickets.no_such_label', '/labels', deskWords.everywhere('no_such_label'))
  })
  return [...new Set(chosen)].toSorted()
}
