import { defineWords } from '../../platform/words/words.ts'

/** One sentence for each kind of failure; `_at` where it is known from when a repeat is worth while. */
export const failureCatalogue = defineWords(
  {
    not_configured:
      'No language model is set up for this bot; whoever runs it can change that (`/gptstatus`). Everything else works without.',
    off: 'The language model is turned off in this server; an admin can turn it on (`gpt.enabled`).',
    unavailable: 'The language model did not answer in time. Nothing was lost; try again.',
    unavailable_at: 'The language model does not answer at the moment. Nothing was lost; try again {{at}}.',
    rate_limited: 'The language model is asked too much at the moment. Nothing was lost; try again in a minute.',
    rate_limited_at: 'The language model is asked too much at the moment. Nothing was lost; try again {{at}}.',
    refused: 'The language model does not want to answer this. It may answer if you ask in other words.',
    nonsense: 'The language model answered something that is of no use. Nothing was lost; try again.',
    over_budget: "What is left of today's budget of this server is too little for an answer.",
    over_budget_at: "What is left of today's budget of this server is too little for an answer; it starts anew {{at}}.",
    over_quota: 'You have asked as much as a member of this server may in one day.',
    over_quota_at: 'You have asked as much as a member of this server may in one day; you can go on {{at}}.',
  },
  {
    not_configured:
      'Voor deze bot is geen taalmodel ingesteld; wie hem beheert kan dat veranderen (`/gptstatus`). Al het andere werkt ook zonder.',
    off: 'Het taalmodel staat uit in deze server; een beheerder kan het aanzetten (`gpt.enabled`).',
    unavailable: 'Het taalmodel antwoordde niet op tijd. Er is niets verloren gegaan; probeer het nog eens.',
    unavailable_at:
      'Het taalmodel antwoordt op dit moment niet. Er is niets verloren gegaan; probeer het {{at}} nog eens.',
    rate_limited:
      'Aan het taalmodel wordt op dit moment te veel gevraagd. Er is niets verloren gegaan; probeer het over een minuut nog eens.',
    rate_limited_at:
      'Aan het taalmodel wordt op dit moment te veel gevraagd. Er is niets verloren gegaan; probeer het {{at}} nog eens.',
    refused: 'Het taalmodel wil hier geen antwoord op geven. Misschien wel als je het anders vraagt.',
    nonsense:
      'Het taalmodel antwoordde iets waar niets mee te beginnen is. Er is niets verloren gegaan; probeer het nog eens.',
    over_budget: 'Wat er over is van het budget van deze server voor vandaag is te weinig voor een antwoord.',
    over_budget_at:
      'Wat er over is van het budget van deze server voor vandaag is te weinig voor een antwoord; het begint {{at}} opnieuw.',
    over_quota: 'Je hebt zoveel gevraagd als een lid van deze server op één dag mag.',
    over_quota_at: 'Je hebt zoveel gevraagd als een lid van deze server op één dag mag; {{at}} kun je verder.',
  },
)
