import { defineWords } from '../../../platform/words/words.ts'

/** What members read while they open a ticket. */
export const openingWords = defineWords(
  {
    command: 'Opens a ticket: staff answers you in a place of your own',
    command_description: 'What it is about',
    command_panel: 'What kind of ticket',

    form_title: 'New ticket',
    form_description: 'What is it about?',
    form_hint: 'Only you and the staff read it.',

    making: 'Your ticket **#{{number}}** is being made.',
    ready: 'Your ticket **#{{number}}** is here: <#{{channel}}>',
    coming:
      'Your ticket **#{{number}}** is stored. Its channel is still being made; you will find it in the list of channels.',
    waiting:
      'Your ticket **#{{number}}** is stored. All places are taken just now; yours is number {{position}} in the queue, and its channel appears by itself.',
    outside_warned: 'Nobody is there at the moment. Expect an answer from {{at}} on ({{in}}).',

    form_needed: 'What you wrote is kept. **{{panel}}** asks a few things more:',
    fill: 'Fill in the form',
    offered: 'This may be what you are looking for. If it is not, open the ticket: what you wrote is kept.',
    solves: 'This solves it: {{number}}',
    open_it: 'Open the ticket',
    solved: 'Good to hear. No ticket was opened.',

    off: 'Tickets are switched off in this server.',
    panel_gone: 'This kind of ticket is not offered any more.',
    panel_disabled: 'This kind of ticket is not offered at the moment.',
    blocked: 'You may not open tickets in this server.',
    refused_role: 'Members with {{role}} do not open tickets of this kind.',
    required_role: 'You need {{role}} to open a ticket of this kind.',
    required_roles: 'You need one of these to open a ticket of this kind: {{roles}}',
    outside_refused: 'Nobody is there at the moment. Tickets of this kind open again {{at}} ({{in}}).',
    open_already_one: 'You have an open ticket already: {{where}}',
    open_already_other: 'You have {{count}} open tickets already: {{where}}',
    panel_full: 'There are too many open tickets of this kind at the moment. Try again later.',
    cooldown: 'You have just opened a ticket. You can open another one {{in}}.',
    opening_gone: 'What you wrote is not kept any more. Begin anew, please.',
    solved_already: 'You said that it was solved. Begin anew if it is not.',
    opened_already: 'The ticket is open already.',

    block_command: 'Lets a member open no more tickets',
    block_member: 'The member',
    block_reason: 'Why; only admins see it',
    unblock_command: 'Lets a member open tickets again',
    blocked_now: '{{member}} can open no more tickets. `/ticket_unblock` undoes it.',
    unblocked_now: '{{member}} can open tickets again.',
    not_blocked: '{{member}} was not blocked.',
  },
  {
    command: 'Opent een ticket: medewerkers antwoorden je op een eigen plek',
    command_description: 'Waar het over gaat',
    command_panel: 'Wat voor ticket',

    form_title: 'Nieuw ticket',
    form_description: 'Waar gaat het over?',
    form_hint: 'Alleen jij en de medewerkers lezen het.',

    making: 'Je ticket **#{{number}}** wordt gemaakt.',
    ready: 'Je ticket **#{{number}}** is hier: <#{{channel}}>',
    coming:
      'Je ticket **#{{number}}** is bewaard. Het kanaal wordt nog gemaakt; je vindt het straks in de lijst van kanalen.',
    waiting:
      'Je ticket **#{{number}}** is bewaard. Alle plaatsen zijn nu bezet; je bent nummer {{position}} in de rij, en het kanaal verschijnt vanzelf.',
    outside_warned: 'Er is nu niemand. Verwacht een antwoord vanaf {{at}} ({{in}}).',

    form_needed: 'Wat je schreef is bewaard. **{{panel}}** vraagt nog een paar dingen:',
    fill: 'Formulier invullen',
    offered: 'Misschien is dit wat je zoekt. Zo niet, open dan het ticket: wat je schreef is bewaard.',
    solves: 'Dit lost het op: {{number}}',
    open_it: 'Ticket openen',
    solved: 'Fijn. Er werd geen ticket geopend.',

    off: 'Tickets staan uit in deze server.',
    panel_gone: 'Dit soort ticket wordt niet meer aangeboden.',
    panel_disabled: 'Dit soort ticket wordt nu niet aangeboden.',
    blocked: 'Je mag in deze server geen tickets openen.',
    refused_role: 'Leden met {{role}} openen dit soort ticket niet.',
    required_role: 'Je hebt {{role}} nodig om dit soort ticket te openen.',
    required_roles: 'Je hebt een van deze nodig om dit soort ticket te openen: {{roles}}',
    outside_refused: 'Er is nu niemand. Dit soort tickets opent weer {{at}} ({{in}}).',
    open_already_one: 'Je hebt al een open ticket: {{where}}',
    open_already_other: 'Je hebt al {{count}} open tickets: {{where}}',
    panel_full: 'Er staan nu te veel tickets van dit soort open. Probeer het later opnieuw.',
    cooldown: 'Je hebt net een ticket geopend. Je kunt er {{in}} nog een openen.',
    opening_gone: 'Wat je schreef is niet meer bewaard. Begin opnieuw, alsjeblieft.',
    solved_already: 'Je zei dat het opgelost was. Begin opnieuw als dat niet zo is.',
    opened_already: 'Het ticket is al open.',

    block_command: 'Laat een lid geen tickets meer openen',
    block_member: 'Het lid',
    block_reason: 'Waarom; alleen beheerders zien het',
    unblock_command: 'Laat een lid weer tickets openen',
    blocked_now: '{{member}} kan geen tickets meer openen. `/ticket_unblock` maakt het ongedaan.',
    unblocked_now: '{{member}} kan weer tickets openen.',
    not_blocked: '{{member}} was niet geblokkeerd.',
  },
)
