import { defineWords } from '../../platform/words/words.ts'

/** The rules of what is kept for new members, as admins read them in Discord. */
export const ruleWords = defineWords(
  {
    title: 'The title',
    description: 'The text',
    thumbnail_url: 'The address of the small image',
    image_url: 'The address of the image',
    question: 'The question',
    options: 'The list of options',
    option: 'Option {{number}}',

    length: '{{field}} must have 1 to {{most}} characters.',
    image: '{{field}} must be an https address of at most {{most}} characters, without user name or password.',
    no_options: '{{field}} must be empty, since this question is not answered by choosing.',
    count: '{{field}} must have 1 to {{most}} entries, since this question is answered by choosing.',
    blank: '{{field}} must not begin or end with a blank.',
    unique: '{{field}} must not be there twice.',
    needs_option:
      'The follow-up “{{question}}” needs its option, which has to stay as it is. Follow-ups are kept through the API alone.',

    too_many_rules: 'A server has at most {{most}} rules.',
    too_many_questions: 'A server has at most {{most}} questions.',
    rules_not_found: 'Rule not found',
    questions_not_found: 'Question not found',
    rules_changed: 'Somebody else has changed the rules meanwhile, so nothing was done. Look at them again.',
    questions_changed: 'Somebody else has changed the questions meanwhile, so nothing was done. Look at them again.',
  },
  {
    title: 'De titel',
    description: 'De tekst',
    thumbnail_url: 'Het adres van de kleine afbeelding',
    image_url: 'Het adres van de afbeelding',
    question: 'De vraag',
    options: 'De lijst met opties',
    option: 'Optie {{number}}',

    length: '{{field}} moet 1 tot {{most}} tekens hebben.',
    image: '{{field}} moet een https-adres van hoogstens {{most}} tekens zijn, zonder gebruikersnaam of wachtwoord.',
    no_options: '{{field}} moet leeg zijn, want bij deze vraag valt er niets te kiezen.',
    count: '{{field}} moet 1 tot {{most}} regels hebben, want bij deze vraag wordt er gekozen.',
    blank: '{{field}} mag niet met een spatie beginnen of eindigen.',
    unique: '{{field}} mag er niet twee keer staan.',
    needs_option:
      'De vervolgvraag “{{question}}” heeft haar optie nodig; die moet blijven zoals ze is. Vervolgvragen beheer je alleen via de API.',

    too_many_rules: 'Een server heeft hoogstens {{most}} regels.',
    too_many_questions: 'Een server heeft hoogstens {{most}} vragen.',
    rules_not_found: 'Deze regel is er niet (meer).',
    questions_not_found: 'Deze vraag is er niet (meer).',
    rules_changed: 'Iemand anders heeft de regels intussen veranderd, dus er is niets gedaan. Kijk er opnieuw naar.',
    questions_changed:
      'Iemand anders heeft de vragen intussen veranderd, dus er is niets gedaan. Kijk er opnieuw naar.',
  },
)
