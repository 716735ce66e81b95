import { defineWords } from '../../platform/words/words.ts'

export const cleanWords = defineWords(
  {
    description: 'Delete the newest messages of this channel; pinned ones stay',
    limit: 'How many, up to 100; 10 unless you say otherwise',
    user: 'Only messages of this person',
    ask_one: 'Delete {{count}} message, of {{from}}? Pinned messages and what is written from now on stay.',
    ask_other:
      'Delete {{count}} messages, from {{from}} to {{to}}? Pinned messages and what is written from now on stay.',
    delete_one: 'Delete {{count}} message',
    delete_other: 'Delete {{count}} messages',
    keep: 'Keep them',
    kept: 'Nothing was deleted.',
    nothing: 'There is nothing to delete here (any more): pinned messages stay.',
    deleted_one: 'Deleted {{count}} message.',
    deleted_other: 'Deleted {{count}} messages.',
    left_one:
      '{{count}} message older than 14 days is left: I delete up to 25 of these at a time. Use `/clean` again for the rest.',
    left_other:
      '{{count}} messages older than 14 days are left: I delete up to 25 of these at a time. Use `/clean` again for the rest.',
    refused_one: '{{count}} message cannot be deleted: Discord does not let me, as with some of its own messages.',
    refused_other: '{{count}} messages cannot be deleted: Discord does not let me, as with some of its own messages.',
    unanswered_one:
      'Of {{count}} message I do not know: Discord did not answer. Use `/clean` again if it is still there.',
    unanswered_other:
      'Of {{count}} messages I do not know: Discord did not answer. Use `/clean` again if they are still there.',
    of_another: 'Only whoever used `/clean` can confirm it. Use it yourself instead.',
  },
  {
    description: 'Verwijder de nieuwste berichten van dit kanaal; vastgezette blijven',
    limit: 'Hoeveel, hoogstens 100; 10 als je niets zegt',
    user: 'Alleen berichten van deze persoon',
    ask_one:
      '{{count}} bericht verwijderen, van {{from}}? Vastgezette berichten en wat vanaf nu wordt geschreven blijven.',
    ask_other:
      '{{count}} berichten verwijderen, van {{from}} tot {{to}}? Vastgezette berichten en wat vanaf nu wordt geschreven blijven.',
    delete_one: '{{count}} bericht verwijderen',
    delete_other: '{{count}} berichten verwijderen',
    keep: 'Laat staan',
    kept: 'Er is niets verwijderd.',
    nothing: 'Hier valt niets (meer) te verwijderen: vastgezette berichten blijven.',
    deleted_one: '{{count}} bericht verwijderd.',
    deleted_other: '{{count}} berichten verwijderd.',
    left_one:
      'Er is {{count}} bericht van meer dan 14 dagen oud over: daarvan verwijder ik er hoogstens 25 tegelijk. Gebruik `/clean` nog eens voor de rest.',
    left_other:
      'Er zijn {{count}} berichten van meer dan 14 dagen oud over: daarvan verwijder ik er hoogstens 25 tegelijk. Gebruik `/clean` nog eens voor de rest.',
    refused_one:
      '{{count}} bericht kan niet weg: Discord staat het niet toe, zoals bij sommige van zijn eigen berichten.',
    refused_other:
      '{{count}} berichten kunnen niet weg: Discord staat het niet toe, zoals bij sommige van zijn eigen berichten.',
    unanswered_one:
      'Van {{count}} bericht weet ik het niet: Discord gaf geen antwoord. Gebruik `/clean` nog eens als het er nog staat.',
    unanswered_other:
      'Van {{count}} berichten weet ik het niet: Discord gaf geen antwoord. Gebruik `/clean` nog eens als ze er nog staan.',
    of_another: 'Alleen wie `/clean` gebruikte kan dit bevestigen. Gebruik het anders zelf.',
  },
)
