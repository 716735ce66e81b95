import type { Retention } from '../../../platform/retention.ts'

export const timeRetention: readonly Retention[] = [
  {
    what: { en: 'Who of the staff is on duty', nl: 'Welke medewerkers dienst hebben' },
    why: 'So that tickets can be handed out to those who said that they are there.',
    tables: ['ticket_duty'],
    kept: { until: 'the member of the staff has it erased, or the server does without the bot' },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Ratings of tickets, with comments', nl: 'Beoordelingen van tickets, met opmerkingen' },
    why: 'So that the staff knows what members thought of the help.',
    tables: ['ticket_ratings'],
    kept: { until: 'the ticket goes, a year after it was closed' },
    erasing: 'The score stays as a figure, without the name and the comment.',
  },
  {
    what: {
      en: 'How many questions known answers settled, per day',
      nl: 'Hoeveel vragen met bekende antwoorden opgelost zijn, per dag',
    },
    why: 'So that a server sees what its answers save. They name nobody.',
    tables: ['ticket_deflections'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays: it names nobody.',
  },
]
