import { defineSetting } from '../../platform/settings/define.ts'

/** They stand with those of tickets, whose scope bears the name that it has in the API of 2.4. */
export const transcriptSettings = {
  keepAttachments: defineSetting({
    scope: 'ticketbot',
    key: 'keep_attachments',
    type: 'boolean',
    default: false,
    label: { en: 'Keep attachments', nl: 'Bijlagen bewaren' },
    help: {
      en: 'On: files sent in tickets are kept with the transcript, up to 8 MiB each, 50 MiB for a ticket and 1 GiB in all. Off: only their names and sizes.',
      nl: 'Aan: bestanden in tickets worden bij het verslag bewaard, tot 8 MiB per stuk, 50 MiB per ticket en 1 GiB in totaal. Uit: alleen hun naam en grootte.',
    },
  }),
  keptDays: defineSetting({
    scope: 'ticketbot',
    key: 'transcript_kept_days',
    type: 'integer',
    default: 365,
    min: 1,
    max: 3650,
    label: { en: 'Days transcripts are kept', nl: 'Dagen dat verslagen bewaard worden' },
    help: {
      en: 'How many days after it was archived the transcript of a ticket is removed.',
      nl: 'Hoeveel dagen na het archiveren het verslag van een ticket verwijderd wordt.',
    },
  }),
}
