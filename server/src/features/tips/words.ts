import { defineWords } from '../../platform/words/words.ts'

export const tipWords = defineWords(
  {
    command: 'Tips for admins',
    send: 'Post one tip in the log channel now',
    reset: 'Let tips that were given come again',
    which_to_send: 'Which tip: choose from the suggestions',
    which_to_reset: 'Which tip; leave it out for all of them',
    sent: '💡 The tip goes to {{channel}}.',
    was_reset_one: '{{count}} tip may come again.',
    was_reset_other: '{{count}} tips may come again.',
    unknown: 'There is no such tip: choose one from the suggestions.',
    no_log_channel: 'There is no log channel to post it in: choose one with /config set system.log_channel_id.',
    log_channel_gone: 'The log channel is gone, or I cannot see it: choose one with /config set system.log_channel_id.',
    bot_needs:
      'For that I need the permission {{permissions}} in {{channel}}, the log channel. An admin can give it to me under Edit Channel → Permissions.',
    footer: 'At most one tip a day · /config set fyi.enabled turns them off',

    first_guild_join_title: 'I am here. What now?',
    first_guild_join_text:
      '`/config start` leads you through the most important settings, and `/doctor` tells whether I have the permissions for them. Until then I do nothing by myself.',
    first_config_wizard_complete_title: 'You have set me up',
    first_config_wizard_complete_text:
      '`/config show` has everything else that can be chosen. `/config history` shows who changed what, and takes any change back. `/doctor` checks that my permissions fit what you chose.',
    first_onboarding_done_title: 'The first member has finished onboarding',
    first_onboarding_done_text:
      'The answers are on the dashboard. Questions and rules can be changed at any time; whoever is in the middle goes on where they were.',
    first_reminder_title: 'The first reminder is set',
    first_reminder_text:
      '`/reminder_list` shows all of them. A reminder can repeat: try `every Monday 19:30` with `/add_reminder`. With `reminders.default_channel_id` nobody has to name a channel any more.',
    first_reminder_watcher_title: 'The first announcement became a reminder',
    first_reminder_watcher_text:
      'I read what is posted in the announcements channel and remind of it. When an announcement is edited its reminder follows, when it is deleted the reminder is cancelled. How long before the event I remind is `embedwatcher.reminder_offset_minutes`.',
    first_ticket_title: 'The first ticket is open',
    first_ticket_text:
      'Only the member and the staff role see it. `ticketbot.idle_days_threshold` is when I remind of a quiet ticket, `ticketbot.auto_close_days_threshold` when I close it.',
    first_gpt_title: 'The language model was asked for the first time',
    first_gpt_text:
      'What members write with such a command is sent to the provider of the model, nothing else. `gpt.model` and `gpt.temperature` change how it answers, `gpt.enabled` turns it off.',
    first_invite_leaderboard_title: 'The invite leaderboard was opened',
    first_invite_leaderboard_text:
      'With `invites.announcement_channel_id` I also say who joined by whose invite. What I cannot tell for certain counts for nobody.',
    first_add_rule_no_image_title: 'A rule without an image',
    first_add_rule_no_image_text:
      'Members read one rule after another. An image beside a rule makes them look at it a little longer: give one an address that begins with https.',
  },
  {
    command: 'Tips voor beheerders',
    send: 'Plaats één tip nu in het logkanaal',
    reset: 'Laat tips die al gegeven zijn opnieuw komen',
    which_to_send: 'Welke tip: kies uit de suggesties',
    which_to_reset: 'Welke tip; laat leeg voor alle tips',
    sent: '💡 De tip gaat naar {{channel}}.',
    was_reset_one: '{{count}} tip mag opnieuw komen.',
    was_reset_other: '{{count}} tips mogen opnieuw komen.',
    unknown: 'Zo’n tip is er niet: kies er een uit de suggesties.',
    no_log_channel: 'Er is geen logkanaal om hem te plaatsen: kies er een met /config set system.log_channel_id.',
    log_channel_gone:
      'Het logkanaal is er niet meer, of ik zie het niet: kies er een met /config set system.log_channel_id.',
    bot_needs:
      'Daarvoor heb ik in {{channel}}, het logkanaal, de permissie {{permissions}} nodig. Een beheerder kan die geven bij Kanaal bewerken → Permissies.',
    footer: 'Hooguit één tip per dag · /config set fyi.enabled zet ze uit',

    first_guild_join_title: 'Ik ben er. Wat nu?',
    first_guild_join_text:
      '`/config start` leidt je door de belangrijkste instellingen, en `/doctor` zegt of ik er de permissies voor heb. Tot dan doe ik niets uit mezelf.',
    first_config_wizard_complete_title: 'Je hebt me ingesteld',
    first_config_wizard_complete_text:
      '`/config show` heeft alles wat er verder te kiezen valt. `/config history` toont wie wat heeft gewijzigd, en maakt elke wijziging ongedaan. `/doctor` kijkt na of mijn permissies passen bij wat je koos.',
    first_onboarding_done_title: 'Het eerste lid heeft de onboarding afgerond',
    first_onboarding_done_text:
      'De antwoorden staan op het dashboard. Vragen en regels kun je altijd wijzigen; wie halverwege is, gaat verder waar die was.',
    first_reminder_title: 'De eerste herinnering staat klaar',
    first_reminder_text:
      '`/reminder_list` toont ze allemaal. Een herinnering kan terugkomen: probeer `elke maandag 19:30` met `/add_reminder`. Met `reminders.default_channel_id` hoeft niemand nog een kanaal te noemen.',
    first_reminder_watcher_title: 'De eerste aankondiging werd een herinnering',
    first_reminder_watcher_text:
      'Ik lees wat er in het aankondigingenkanaal staat en herinner eraan. Wordt een aankondiging bewerkt, dan volgt de herinnering; wordt ze verwijderd, dan vervalt die. Hoe lang vooraf ik herinner, is `embedwatcher.reminder_offset_minutes`.',
    first_ticket_title: 'Het eerste ticket is open',
    first_ticket_text:
      'Alleen het lid en de stafrol zien het. `ticketbot.idle_days_threshold` bepaalt wanneer ik aan een stil ticket herinner, `ticketbot.auto_close_days_threshold` wanneer ik het sluit.',
    first_gpt_title: 'Het taalmodel is voor het eerst iets gevraagd',
    first_gpt_text:
      'Wat leden met zo’n commando schrijven gaat naar de aanbieder van het model, en verder niets. `gpt.model` en `gpt.temperature` bepalen hoe het antwoordt, `gpt.enabled` zet het uit.',
    first_invite_leaderboard_title: 'De ranglijst van uitnodigingen is geopend',
    first_invite_leaderboard_text:
      'Met `invites.announcement_channel_id` zeg ik ook wie via wiens uitnodiging kwam. Wat ik niet zeker weet, telt voor niemand.',
    first_add_rule_no_image_title: 'Een regel zonder afbeelding',
    first_add_rule_no_image_text:
      'Leden lezen de regels één voor één. Bij een afbeelding kijken ze net wat langer: geef een regel een adres dat met https begint.',
  },
)
