import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { cut } from '../../../platform/discord/text.ts'
import type { Terms } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { rolesOf } from './wanted.ts'
import { placesWords } from './words-places.ts'

const LONGEST_WELCOME = 1_500

/** Greets whoever opened the ticket and calls the staff. */
export function plainControls(ticket: Ticket, terms: Terms): OutgoingMessage {
  const users = ticket.openerId === null ? [] : [ticket.openerId]
  const roles = rolesOf(ticket, terms)
  const called = [...users.map((id) => `<@${id}>`), ...roles.map((id) => `<@&${id}>`)].join(' ')
  const welcome = terms.panel?.welcome ?? placesWords(ticket.language)('welcome')
  return { content: `${called}\n${cut(welcome, LONGEST_WELCOME)}`, allowed_mentions: { users, roles } }
}
