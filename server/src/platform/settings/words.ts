import { defineWords } from '../words/words.ts'

/** Which rule a value breaks; before it stands the name of the setting. */
export const ruleWords = defineWords(
  {
    boolean: 'must be true or false',
    integer: 'must be a whole number from {{min}} to {{max}}',
    number: 'must be a number from {{min}} to {{max}}',
    text: 'must be text of {{least}} to {{most}} characters',
    placeholder: 'must not contain {{unknown}}: its placeholders are {{known}}',
    timezone: 'must be the name of a time zone, such as Europe/Brussels',
    enum: 'must be one of {{values}}',
    channel: 'must be the id of a channel of this server, or null',
    category: 'must be the id of a category of this server, or null',
    role: 'must be the id of a role of this server, or null',
    user: 'must be the id of a member of this server, or null',
  },
  {
    boolean: 'moet true of false zijn',
    integer: 'moet een geheel getal van {{min}} tot en met {{max}} zijn',
    number: 'moet een getal van {{min}} tot en met {{max}} zijn',
    text: 'moet een tekst van {{least}} tot {{most}} tekens zijn',
    placeholder: 'mag geen {{unknown}} bevatten: de plaatshouders zijn {{known}}',
    timezone: 'moet de naam van een tijdzone zijn, zoals Europe/Brussels',
    enum: 'moet een van deze zijn: {{values}}',
    channel: 'moet de id van een kanaal van deze server zijn, of null',
    category: 'moet de id van een categorie van deze server zijn, of null',
    role: 'moet de id van een rol van deze server zijn, of null',
    user: 'moet de id van een lid van deze server zijn, of null',
  },
)
