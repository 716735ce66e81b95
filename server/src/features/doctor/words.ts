import { defineWords } from '../../platform/words/words.ts'

/** Paths to click are written as Discord's own client names them. */
export const doctorWords = defineWords(
  {
    command: 'Check whether I have everything I need here, and see how to repair what is missing',
    healthy: 'Everything works: I have all I need on this server.',
    healthy_title: 'Doctor · healthy',
    hints_title_one: 'Doctor · nothing is broken, {{count}} hint',
    hints_title_other: 'Doctor · nothing is broken, {{count}} hints',
    errors_title_one: 'Doctor · {{count}} problem',
    errors_title_other: 'Doctor · {{count}} problems',
    page: 'Page {{page}} of {{pages}} · checked',
    checked: 'Checked',
    back: 'Back',
    next: 'Next',
    check_again: 'Check again',
    guild_gone: 'I am not on this server as a bot, so there is nothing to check.',
    operator: 'Only whoever runs the bot can repair this: {{repair}}',

    commands_known: 'Discord knows all my commands.',
    commands_behind: 'Discord does not know my commands as they are now.',
    commands_repair: 'wait two minutes and check again; if it stays, restart the bot and read its log.',
    intents_granted: 'Discord tells me everything I need to hear.',
    intent_missing: 'Discord does not grant me the {{intent}}.',
    intent_for: '{{setting}}: I cannot read what is written there, because Discord does not grant me the {{intent}}.',
    intent_repair:
      'discord.com/developers/applications → the bot → Bot → Privileged Gateway Intents → switch on {{intent}} → Save Changes, then restart the bot.',
    timed_out: 'I am in a time-out, so I cannot write anywhere.',
    timed_out_repair: 'Right-click me in the list of members → Remove Time-out.',
    no_log_channel: '{{setting}}: none is chosen, so nobody hears when something goes wrong.',
    no_log_channel_repair: 'Use /config set, choose {{name}} and pick a channel.',

    guild_fine: '{{setting}}: I have {{permissions}}.',
    guild_lacks: '{{setting}}: on this server I do not have {{permissions}}.',
    guild_repair: 'Server Settings → Roles → {{own}} → Permissions → switch on {{permissions}} → Save Changes.',
    guild_repair_roleless:
      'Server Settings → Roles → Create Role → Permissions → switch on {{permissions}}, then Manage Members → add me.',

    channel_fine: '{{setting}}: I may do all I need in {{channel}}.',
    channel_gone: '{{setting}}: the channel ({{id}}) does not exist any more.',
    category_gone: '{{setting}}: the category ({{id}}) does not exist any more.',
    role_gone: '{{setting}}: the role ({{id}}) does not exist any more.',
    choose_again: 'Use /config set, choose {{name}} and pick another one, or /config reset to do without.',
    channel_lacks: '{{setting}}: in {{channel}} I do not have {{permissions}}.',
    channel_repair:
      'Edit Channel {{channel}} → Permissions → {{who}} (add it if it is not there) → allow {{permissions}} → Save Changes.',
    category_repair:
      'Edit Category {{channel}} → Permissions → {{who}} (add it if it is not there) → allow {{permissions}} → Save Changes.',
    itself: '{{name}} (the member, not the role)',
    category_fine: '{{setting}}: I can make channels in {{channel}}; {{count}} of 50 are there.',
    category_filling: '{{setting}}: {{channel}} has {{count}} of the 50 channels that Discord allows.',
    category_full: '{{setting}}: {{channel}} is full, with {{count}} of the 50 channels that Discord allows.',
    category_room: 'Delete channels of {{channel}} that nobody needs. Or: {{again}}',

    role_fine: '{{setting}}: {{role}} is there.',
    role_givable: '{{setting}}: I can give {{role}}.',
    role_everyone: '{{setting}}: everybody has {{role}} already, so I cannot give it.',
    role_managed: '{{setting}}: {{role}} belongs to an integration, so nobody but Discord can give it.',
    role_above: '{{setting}}: {{role}} stands above my role, so Discord does not let me give it.',
    role_above_repair: 'Server Settings → Roles → drag {{highest}} above {{role}} → Save Changes.',
    warned: '{{setting}}: {{problem}}',
    role_dangerous: '{{setting}}: I give {{role}} to members whom nobody has looked at, and with it {{permissions}}.',
    role_dangerous_repair:
      'Server Settings → Roles → {{role}} → Permissions → switch off {{permissions}} → Save Changes. Or: {{again}}',
  },
  {
    command: 'Kijk of ik hier alles heb wat ik nodig heb, en hoe je herstelt wat ontbreekt',
    healthy: 'Alles werkt: ik heb op deze server alles wat ik nodig heb.',
    healthy_title: 'Dokter · gezond',
    hints_title_one: 'Dokter · niets is stuk, {{count}} tip',
    hints_title_other: 'Dokter · niets is stuk, {{count}} tips',
    errors_title_one: 'Dokter · {{count}} probleem',
    errors_title_other: 'Dokter · {{count}} problemen',
    page: 'Pagina {{page}} van {{pages}} · nagekeken',
    checked: 'Nagekeken',
    back: 'Terug',
    next: 'Verder',
    check_again: 'Opnieuw nakijken',
    guild_gone: 'Ik ben geen bot op deze server, dus er valt niets na te kijken.',
    operator: 'Alleen wie de bot beheert kan dit herstellen: {{repair}}',

    commands_known: 'Discord kent al mijn commando’s.',
    commands_behind: 'Discord kent mijn commando’s niet zoals ze nu zijn.',
    commands_repair: 'wacht twee minuten en kijk opnieuw; blijft het zo, herstart dan de bot en lees het logboek.',
    intents_granted: 'Discord vertelt me alles wat ik moet horen.',
    intent_missing: 'Discord geeft me de {{intent}} niet.',
    intent_for: '{{setting}}: ik kan niet lezen wat daar staat, want Discord geeft me de {{intent}} niet.',
    intent_repair:
      'discord.com/developers/applications → de bot → Bot → Privileged Gateway Intents → zet {{intent}} aan → Save Changes, en herstart dan de bot.',
    timed_out: 'Ik heb een time-out, dus ik kan nergens schrijven.',
    timed_out_repair: 'Klik met rechts op mij in de ledenlijst → Time-out verwijderen.',
    no_log_channel: '{{setting}}: er is er geen gekozen, dus niemand hoort het als er iets misgaat.',
    no_log_channel_repair: 'Gebruik /config set, kies {{name}} en kies een kanaal.',

    guild_fine: '{{setting}}: ik heb {{permissions}}.',
    guild_lacks: '{{setting}}: op deze server heb ik {{permissions}} niet.',
    guild_repair: 'Serverinstellingen → Rollen → {{own}} → Permissies → zet {{permissions}} aan → Wijzigingen opslaan.',
    guild_repair_roleless:
      'Serverinstellingen → Rollen → Rol maken → Permissies → zet {{permissions}} aan, en daarna Leden beheren → voeg mij toe.',

    channel_fine: '{{setting}}: ik mag in {{channel}} alles wat ik nodig heb.',
    channel_gone: '{{setting}}: het kanaal ({{id}}) bestaat niet meer.',
    category_gone: '{{setting}}: de categorie ({{id}}) bestaat niet meer.',
    role_gone: '{{setting}}: de rol ({{id}}) bestaat niet meer.',
    choose_again: 'Gebruik /config set, kies {{name}} en kies een andere, of /config reset om zonder verder te gaan.',
    channel_lacks: '{{setting}}: in {{channel}} heb ik {{permissions}} niet.',
    channel_repair:
      'Kanaal bewerken {{channel}} → Permissies → {{who}} (voeg toe als het er niet staat) → sta {{permissions}} toe → Wijzigingen opslaan.',
    category_repair:
      'Categorie bewerken {{channel}} → Permissies → {{who}} (voeg toe als het er niet staat) → sta {{permissions}} toe → Wijzigingen opslaan.',
    itself: '{{name}} (het lid, niet de rol)',
    category_fine: '{{setting}}: ik kan kanalen maken in {{channel}}; er staan er {{count}} van de 50.',
    category_filling: '{{setting}}: {{channel}} heeft {{count}} van de 50 kanalen die Discord toestaat.',
    category_full: '{{setting}}: {{channel}} is vol, met {{count}} van de 50 kanalen die Discord toestaat.',
    category_room: 'Verwijder kanalen van {{channel}} die niemand nodig heeft. Of: {{again}}',

    role_fine: '{{setting}}: {{role}} is er.',
    role_givable: '{{setting}}: ik kan {{role}} geven.',
    role_everyone: '{{setting}}: iedereen heeft {{role}} al, dus ik kan die niet geven.',
    role_managed: '{{setting}}: {{role}} hoort bij een integratie, dus alleen Discord kan die geven.',
    role_above: '{{setting}}: {{role}} staat boven mijn rol, dus Discord laat me die niet geven.',
    role_above_repair: 'Serverinstellingen → Rollen → sleep {{highest}} boven {{role}} → Wijzigingen opslaan.',
    warned: '{{setting}}: {{problem}}',
    role_dangerous:
      '{{setting}}: ik geef {{role}} aan leden naar wie niemand gekeken heeft, en daarmee {{permissions}}.',
    role_dangerous_repair:
      'Serverinstellingen → Rollen → {{role}} → Permissies → zet {{permissions}} uit → Wijzigingen opslaan. Of: {{again}}',
  },
)
