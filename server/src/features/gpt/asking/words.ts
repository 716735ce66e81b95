import { defineWords } from '../../../platform/words/words.ts'

export const askWords = defineWords(
  {
    ask_description: 'Asks about this server; answered from its FAQ and documents, with the sources',
    ask_question: 'What you want to know',
    ask_public: 'Whether everybody in the channel sees the answer',
    sources: 'Sources',
    faq_source: 'FAQ #{{number}} · {{title}}',
    being_written: '✍️ still being written …',
    nearest: 'This comes nearest:',
    unknown: '🤷 I do not know: nothing that this server has written answers that.',
    nothing_found: '🤷 I do not know: neither the FAQ nor the documents of this server say anything about that.',
    withheld:
      '🚫 I do not answer that: the answer would have been about me, and not from what this server has written.',
    what_now: 'Try it in other words, or ask the staff with `/ticket`.',
    link_removed: '(a link that stands in none of the sources)',
    try_again: 'Try again',
    not_yours: 'Only whoever asked this can have it tried again; ask it yourself with `/ask`.',
    too_old: 'This question is not known any more: it was answered, or is older than a day. Ask it again with `/ask`.',
    under_way: 'This question is being asked already; its answer comes in a moment.',
  },
  {
    ask_description: 'Vraagt iets over deze server; beantwoord uit de FAQ en documenten, met de bronnen',
    ask_question: 'Wat je wilt weten',
    ask_public: 'Of iedereen in het kanaal het antwoord ziet',
    sources: 'Bronnen',
    faq_source: 'FAQ #{{number}} · {{title}}',
    being_written: '✍️ wordt nog geschreven …',
    nearest: 'Dit komt het dichtst in de buurt:',
    unknown: '🤷 Dat weet ik niet: niets van wat deze server heeft geschreven geeft daar antwoord op.',
    nothing_found: '🤷 Dat weet ik niet: de FAQ en de documenten van deze server zeggen daar niets over.',
    withheld:
      '🚫 Daar geef ik geen antwoord op: het zou over mij zijn gegaan, en niet uit wat deze server heeft geschreven.',
    what_now: 'Probeer het in andere woorden, of vraag het met `/ticket` aan de medewerkers.',
    link_removed: '(een link die in geen van de bronnen staat)',
    try_again: 'Nog eens proberen',
    not_yours: 'Alleen wie dit vroeg kan het nog eens laten proberen; vraag het zelf met `/ask`.',
    too_old: 'Deze vraag is niet meer bekend: ze is beantwoord, of ouder dan een dag. Stel haar opnieuw met `/ask`.',
    under_way: 'Deze vraag wordt al gesteld; het antwoord komt zo.',
  },
)
