import { defineWords } from '../../../platform/words/words.ts'

/** What panels have chosen of the server, as `/doctor` names it. */
export const choiceWords = defineWords(
  {
    category: 'Ticket panel “{{panel}}”, category',
    overflow: 'Ticket panel “{{panel}}”, second category',
    threads: 'Ticket panel “{{panel}}”, channel of the threads',
    staff: 'Ticket panel “{{panel}}”, staff role',
    members: 'Ticket panel “{{panel}}”, role of whoever may or may not open one',
    again: 'Use /ticket_panel edit, choose “{{panel}}” and pick another one, or none.',
    posting: 'Message that offers ticket panels',
  },
  {
    category: 'Ticketpaneel “{{panel}}”, categorie',
    overflow: 'Ticketpaneel “{{panel}}”, tweede categorie',
    threads: 'Ticketpaneel “{{panel}}”, kanaal van de threads',
    staff: 'Ticketpaneel “{{panel}}”, rol van het team',
    members: 'Ticketpaneel “{{panel}}”, rol van wie er wel of niet een mag openen',
    again: 'Gebruik /ticket_panel edit, kies “{{panel}}” en kies een andere, of geen.',
    posting: 'Bericht dat ticketpanelen aanbiedt',
  },
)
