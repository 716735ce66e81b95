import { inEach } from '../../../../kernel/language.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { say } from '../../../../platform/discord/answers.ts'
import { defineCommand } from '../../../../platform/discord/commands.ts'
import { choice, required, role, text } from '../../../../platform/discord/options.ts'
import { moveTo, STATUS_NAMES, statusName } from '../../moves.ts'
import { STATUSES, type Status, type Ticket } from '../../ticket.ts'
import { deskWords } from '../../words-desk.ts'
import { movesWords } from '../../words-moves.ts'
import { type Doer, doerOf } from '../at-the-desk.ts'
import { findByNumber } from '../list-store.ts'
import type { Wish } from '../moving.ts'
import type { DeskServices } from '../services.ts'
import { commandWords } from '../words-commands.ts'
import { menuWords } from '../words-menu.ts'

const UNSOLVED = STATUSES.filter((status) => status !== 'closed' && status !== 'archived')
const SUGGESTED = 25

/** `/ticket_status`: whatever move leads to the status. */
export function statusCommand(services: DeskServices) {
  return defineCommand({
    name: 'ticket_status',
    description: commandWords.everywhere('status_description'),
    options: {
      id: required(text(commandWords.everywhere('status_id'), { complete: suggestTickets(services) })),
      status: required(choice(commandWords.everywhere('status_status'), STATUS_NAMES)),
      escalate_to: role(commandWords.everywhere('status_role')),
    },
    answers: 'message',
    async handle({ id, status, escalate_to }, invocation) {
      const doer = doerOf(invocation)
      const { ticket: seen } = await services.desk.findAsStaff(doer, await idOf(services, doer, id))
      const wish: Wish = { move: moveFor(seen, status), ...(escalate_to && { role: escalate_to }) }
      if (escalate_to && wish.move !== 'escalate')
        throw new Refusal('invalid', 'tickets.role_alone', commandWords.everywhere('role_alone'))
      const ticket = await services.moving.move(doer, seen.id, wish)
      const { language } = invocation
      const values = { number: ticket.number, status: statusName(ticket.status)[language] }
      return say(menuWords(language)('moved', values))
    },
  })
}

/** The unsolved tickets that whoever types is staff of, by part of the number, the name or the text. */
function suggestTickets({ listing }: DeskServices) {
  return async (typed: string, invocation: Parameters<typeof doerOf>[0]) => {
    const search = typed.trim()
    const filter = { statuses: UNSOLVED, limit: SUGGESTED, ...(search && { text: search }) }
    const found = await listing.list(doerOf(invocation), filter)
    return found.map(({ number, username, description }) => ({
      name: [`#${number}`, username, description.replaceAll(/\s+/g, ' ')].filter((part) => part !== '').join(' · '),
      value: String(number),
    }))
  }
}

async function idOf({ desk }: DeskServices, { guildId }: Doer, typed: string): Promise<string> {
  const [, number] = /^#?([1-9]\d{0,8})$/.exec(typed.trim()) ?? []
  const ticket = number === undefined ? null : await findByNumber(desk.db, guildId, Number(number))
  if (!ticket) throw new Refusal('not_found', 'tickets.not_found', deskWords.everywhere('not_found'))
  return ticket.id
}

function moveFor(ticket: Ticket, wanted: Status): Wish['move'] {
  const move = moveTo(ticket, wanted)
  if (move) return move
  const sentence = inEach((language) =>
    movesWords(language)('no_move', {
      status: statusName(ticket.status)[language],
      wanted: statusName(wanted)[language],
    }),
  )
  throw new Refusal('conflict', 'tickets.no_such_move', sentence)
}
