import { removeOlder } from '../../../platform/database/remove-older.ts'
import type { Retention } from '../../../platform/retention.ts'

export const openingRetention: readonly Retention[] = [
  {
    what: { en: 'Tickets that were begun', nl: 'Tickets die begonnen werden' },
    why: 'So that nothing a member wrote is lost while known answers are shown, also by a restart.',
    tables: ['ticket_openings'],
    kept: {
      hours: 24,
      // The column holds when a day has passed.
      after: 'the member wrote it',
      sweep: ({ db, before, limit }) =>
        removeOlder(db, 'ticket_openings', 'expires_at', { before: before.add({ hours: 24 }), limit }),
    },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Who may open no tickets', nl: 'Wie geen tickets mag openen' },
    why: 'So that admins can keep out whoever misuses tickets.',
    tables: ['ticket_blocks'],
    kept: { until: 'an admin takes it back, or the server does without the bot' },
    erasing: 'Stays, or erasing would lift it; an admin who blocked somebody loses the name on it.',
  },
  {
    what: {
      en: 'Ticket panels and the messages that offer them',
      nl: 'Ticketpanelen en de berichten die ze aanbieden',
    },
    why: 'What a server offers. They name nobody.',
    tables: ['ticket_panels', 'ticket_postings'],
    kept: { until: 'an admin deletes them, or the server does without the bot' },
    erasing: 'Stays: it names nobody.',
  },
]
