import { defineWords } from '../../platform/words/words.ts'

export const aboutWords = defineWords(
  {
    version_description: 'Which version of the bot runs here, and since when',
    release_description: 'What is new in this version of the bot',
    commands_description: 'Everything you can do with the bot',
    include_admin: 'Also those that need a permission, as far as you have it',
    public: 'Show the list to everyone in this channel',
    running: 'Running since',
    api: 'Description of the API',
    release_title: 'What is new in {{version}}',
    no_notes: 'Version {{version}} came without a list of changes.',
    unreleased:
      'Version {{version}} has no section of its own in the list of changes; this is what is new since the last release.',
    commands_title_one: '{{count}} command',
    commands_title_other: '{{count}} commands',
    previous: 'Previous',
    next: 'Next',
    page: 'Page {{page}} of {{pages}}',
    locked: 'needs a permission',
  },
  {
    version_description: 'Welke versie van de bot hier draait, en sinds wanneer',
    release_description: 'Wat er nieuw is in deze versie van de bot',
    commands_description: 'Alles wat je met de bot kunt doen',
    include_admin: 'Ook die waarvoor een permissie nodig is, voor zover jij die hebt',
    public: 'Laat de lijst aan iedereen in dit kanaal zien',
    running: 'Draait sinds',
    api: 'Beschrijving van de API',
    release_title: 'Nieuw in {{version}}',
    no_notes: 'Versie {{version}} kwam zonder lijst van wijzigingen.',
    unreleased:
      'Versie {{version}} heeft geen eigen deel in de lijst van wijzigingen; dit is wat er nieuw is sinds de vorige uitgave.',
    commands_title_one: '{{count}} commando',
    commands_title_other: '{{count}} commando’s',
    previous: 'Vorige',
    next: 'Volgende',
    page: 'Pagina {{page}} van {{pages}}',
    locked: 'daarvoor is een permissie nodig',
  },
)
