import type { Retention } from '../../platform/retention.ts'

export const transcriptRetention: readonly Retention[] = [
  {
    what: {
      en: 'What is written in the channels of tickets, with its edits and deletions',
      nl: 'Wat in de kanalen van tickets geschreven wordt, met bewerkingen en verwijderingen',
    },
    why: 'So that members and staff can read afterwards what was agreed, and nothing of it gets lost.',
    tables: ['ticket_messages', 'ticket_message_versions'],
    kept: {
      until:
        'so many days after the ticket was archived as the server decides (ticketbot.transcript_kept_days, 365 unless it does)',
    },
    erasing:
      'Texts, names and former versions of the member are removed, and the name where others mentioned them; that something was said, and when, stays.',
  },
  {
    what: { en: 'Attachments in tickets', nl: 'Bijlagen in tickets' },
    why: 'Names and sizes belong to what was said; the files are kept only where the server switched it on (ticketbot.keep_attachments).',
    tables: ['ticket_attachments', 'ticket_attachment_bytes'],
    kept: { until: 'what was said in the ticket is removed' },
    erasing: 'Files and names of the member are removed.',
  },
  {
    what: { en: 'Up to where ticket channels are recorded', nl: 'Tot waar kanalen van tickets vastgelegd zijn' },
    why: 'So that what is said while the bot is away is read afterwards. It names nobody.',
    tables: ['transcript_marks'],
    kept: { until: 'the ticket is removed' },
    erasing: 'Stays: it names nobody.',
  },
]
