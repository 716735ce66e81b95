import { defineWords } from '../../platform/words/words.ts'

export const exportWords = defineWords(
  {
    tickets_description: 'Get the tickets of this server as a CSV file',
    faq_description: 'Get the questions and answers of this server as a CSV file',
    onboarding_description: 'Get what members of this server answered at their onboarding as a CSV file',
    reminders_description: 'Get the reminders of this server as a CSV file',
    scope: 'From which time; all unless you say otherwise',
    scope_all: 'All',
    scope_7d: 'The last 7 days',
    scope_30d: 'The last 30 days',
    ready_one:
      'Here is the file, with {{count}} row. It holds personal data: give it to nobody who should not have them.',
    ready_other:
      'Here is the file, with {{count}} rows. It holds personal data: give it to nobody who should not have them.',
    nothing: 'There is nothing to export yet; the file has only its headings.',
    too_large:
      'The file is larger than Discord takes here. Download it with this link until {{until}}; it works for as long as you are an admin of this server: <{{link}}>',
    busy: 'Too many exports are under way; try again in a few seconds.',
  },
  {
    tickets_description: 'Krijg de tickets van deze server als CSV-bestand',
    faq_description: 'Krijg de vragen en antwoorden van deze server als CSV-bestand',
    onboarding_description: 'Krijg wat leden van deze server bij hun onboarding antwoordden als CSV-bestand',
    reminders_description: 'Krijg de herinneringen van deze server als CSV-bestand',
    scope: 'Uit welke tijd; alles tenzij je iets anders kiest',
    scope_all: 'Alles',
    scope_7d: 'De laatste 7 dagen',
    scope_30d: 'De laatste 30 dagen',
    ready_one:
      'Hier is het bestand, met {{count}} rij. Er staan persoonsgegevens in: geef het aan niemand die ze niet mag hebben.',
    ready_other:
      'Hier is het bestand, met {{count}} rijen. Er staan persoonsgegevens in: geef het aan niemand die ze niet mag hebben.',
    nothing: 'Er valt nog niets te exporteren; in het bestand staan alleen de kopjes.',
    too_large:
      'Het bestand is groter dan Discord hier aanneemt. Download het tot {{until}} met deze link; die werkt zolang je beheerder van deze server bent: <{{link}}>',
    busy: 'Er zijn te veel exports bezig; probeer het over een paar seconden opnieuw.',
  },
)
