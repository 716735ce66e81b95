import { defineWords } from '../../platform/words/words.ts'

export const analyticsWords = defineWords(
  {
    stats_description: 'Which commands are used most, and how often they fail',
    days: 'How many days to look back, today included; 7 unless you say otherwise',
    limit: 'How many commands to show; 10 unless you say otherwise',
    guild_only: 'No: all servers together, which only the owner of the bot may see',
    owners_only:
      'Only the owner of the bot may see the figures of all servers. Leave out guild_only for those of this server.',
    title_one: 'Commands of today',
    title_other: 'Commands of the last {{count}} days',
    title_all_one: 'Commands of today, in all servers',
    title_all_other: 'Commands of the last {{count}} days, in all servers',
    nothing: 'Nobody used a command.',
    line: '**{{place}}.** `/{{command}}`: {{runs}} ({{share}})',
    line_failed: '**{{place}}.** `/{{command}}`: {{runs}} ({{share}}), of which {{rate}} refused or failed',
    total_one: '{{count}} run in all',
    total_other: '{{count}} runs in all',
    utc: 'days in UTC',
    columns: 'a column is {{days}} days',
  },
  {
    stats_description: 'Welke commando’s het meest worden gebruikt, en hoe vaak ze mislukken',
    days: 'Hoeveel dagen terug, vandaag meegeteld; 7 als je niets zegt',
    limit: 'Hoeveel commando’s; 10 als je niets zegt',
    guild_only: 'Nee: alle servers samen, wat alleen de eigenaar van de bot mag zien',
    owners_only:
      'Alleen de eigenaar van de bot mag de cijfers van alle servers zien. Laat guild_only weg voor die van deze server.',
    title_one: 'Commando’s van vandaag',
    title_other: 'Commando’s van de laatste {{count}} dagen',
    title_all_one: 'Commando’s van vandaag, in alle servers',
    title_all_other: 'Commando’s van de laatste {{count}} dagen, in alle servers',
    nothing: 'Niemand heeft een commando gebruikt.',
    line: '**{{place}}.** `/{{command}}`: {{runs}} ({{share}})',
    line_failed: '**{{place}}.** `/{{command}}`: {{runs}} ({{share}}), waarvan {{rate}} geweigerd of mislukt',
    total_one: '{{count}} keer in totaal',
    total_other: '{{count}} keer in totaal',
    utc: 'dagen in UTC',
    columns: 'een kolom is {{days}} dagen',
  },
)
