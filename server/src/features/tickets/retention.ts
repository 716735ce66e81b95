import type { Retention } from '../../platform/retention.ts'
import { forgetSolved } from './privacy-store.ts'

const A_YEAR_HOURS = 365 * 24

export const ticketRetention: readonly Retention[] = [
  {
    what: {
      en: 'Tickets with their history, notes and added members',
      nl: 'Tickets met hun geschiedenis, notities en toegevoegde leden',
    },
    why: 'So that staff can look up how something was solved, and the statistics of a year can be told.',
    tables: ['tickets', 'ticket_events', 'ticket_notes', 'ticket_people', 'ticket_close_requests', 'ticket_places'],
    kept: {
      hours: A_YEAR_HOURS,
      after: 'the ticket was closed and its channel is gone',
      sweep: ({ db, before, limit }) => forgetSolved(db, before, limit),
    },
    erasing:
      'A member’s tickets lose the name, what was written and the notes about it, and stay as figures; staff loses the ' +
      'name on what it did and wrote.',
  },
]
