import { defineWords } from '../../platform/words/words.ts'

/** The agreement. A changed word is a new version, of which members are told. */
export const agreementWords = defineWords(
  {
    title: 'Your data and this bot',
    kept: '**What I keep.** What you give me: reminders you make, answers you give, messages you write to get help, announcements you make in the channel for them. Besides, when you joined and by whose invite, that you used a command (not what you typed with it), what you changed as an admin, and your Discord ID with all of that. I do not keep a copy of your other conversations.',
    why: '**Why.** Only so that I can do what you and this server ask of me, and so that admins can find out what went wrong. Nothing is sold, and nothing is used for advertising.',
    seen: '**Who sees it.** The admins of this server see what belongs to this server; whoever runs this bot can look after the database. Other servers see nothing of it. If whoever runs this bot has set up a language model, the text of an announcement that I cannot read may be sent to it, without your name.',
    long: '**How long.** As long as it is needed, and no longer: which commands you used for 90 days, the log of what happened for 30 days, your reminders until you delete them. When this server removes the bot, everything of this server is erased 30 days later.',
    rights:
      '**Your rights.** `/my_data export` gives you everything I keep about you. `/my_data delete` erases it. `/my_data consent` shows when you agreed, and lets you withdraw. You do not need to ask anybody for that.',
    agreeing: 'With the button you say that you have read this and agree. You can withdraw that at any time.',
  },
  {
    title: 'Jouw gegevens en deze bot',
    kept: '**Wat ik bewaar.** Wat je me geeft: herinneringen die je maakt, antwoorden die je geeft, berichten die je schrijft om hulp te krijgen, aankondigingen die je in het kanaal daarvoor doet. Daarnaast wanneer en met wiens uitnodiging je lid werd, dat je een commando gebruikte (niet wat je erbij typte), wat je als beheerder wijzigde, en bij dat alles je Discord-ID. Ik bewaar geen kopie van je andere gesprekken.',
    why: '**Waarom.** Alleen om te doen wat jij en deze server van me vragen, en zodat beheerders kunnen nagaan wat er misging. Er wordt niets verkocht en niets voor reclame gebruikt.',
    seen: '**Wie het ziet.** De beheerders van deze server zien wat bij deze server hoort; wie deze bot beheert, kan bij de database. Andere servers zien er niets van. Heeft wie deze bot beheert een taalmodel ingesteld, dan kan de tekst van een aankondiging die ik niet kan lezen daarheen gestuurd worden, zonder je naam.',
    long: '**Hoe lang.** Zo lang als nodig is, en niet langer: welke commando’s je gebruikte 90 dagen, het logboek van wat er gebeurde 30 dagen, je herinneringen tot je ze verwijdert. Verwijdert deze server de bot, dan wordt alles van deze server 30 dagen later gewist.',
    rights:
      '**Jouw rechten.** `/my_data export` geeft je alles wat ik over je bewaar. `/my_data delete` wist het. `/my_data consent` laat zien wanneer je akkoord ging, en laat je dat intrekken. Je hoeft dat aan niemand te vragen.',
    agreeing: 'Met de knop zeg je dat je dit hebt gelezen en akkoord gaat. Je kunt dat altijd weer intrekken.',
  },
)
