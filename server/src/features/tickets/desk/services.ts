import type { Platform } from '../../../platform/feature.ts'
import { controlMessage } from '../controls.ts'
import { listPanels } from '../panels/panel-store.ts'
import type { TicketPorts } from '../ports.ts'
import { termsOf } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { timeOfTickets } from '../time/looking.ts'
import { atTheDesk, type Doer } from './at-the-desk.ts'
import { closeRequests } from './close-requests.ts'
import { guildLabels } from './labels.ts'
import { ticketListing } from './listing.ts'
import { ticketMarking } from './marking.ts'
import type { MenuChoices } from './menu.ts'
import { ticketMoving } from './moving.ts'
import { ticketNotes } from './notes.ts'
import { ticketPeople } from './people.ts'

export type DeskServices = ReturnType<typeof deskServices>

/** Everything that can be done at the desk, from whatever door. */
export function deskServices(platform: Platform, ports: TicketPorts) {
  const { db, settings } = platform
  const desk = atTheDesk(platform)
  const labels = guildLabels(desk)
  const time = timeOfTickets(platform)
  return {
    desk,
    labels,
    time,
    moving: ticketMoving(desk, ports),
    marking: ticketMarking(desk),
    notes: ticketNotes(desk),
    people: ticketPeople(desk),
    closeRequests: closeRequests(desk),
    listing: ticketListing(platform),
    /** The head of the ticket's channel as it is to be now; in the words of its member, since everybody there reads it. */
    async head(ticket: Ticket) {
      const terms = await termsOf(db, settings, ticket)
      return controlMessage(ticket, terms, ports.staffButtons, ticket.language, await time.fields(ticket, terms))
    },
    async choices({ guildId }: Pick<Doer, 'guildId'>): Promise<MenuChoices> {
      const [panels, known] = await Promise.all([listPanels(db, guildId), labels.list(guildId)])
      return { panels, labels: known }
    },
  }
}
