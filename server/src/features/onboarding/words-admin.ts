import { defineWords } from '../../platform/words/words.ts'

/** What admins read about the onboarding. */
export const adminWords = defineWords(
  {
    command: 'The onboarding of new members',
    panel_command: 'Put the message with the Start button into a channel',
    panel_channel: 'Where it stands; the rules channel when left out',
    preview_command: 'Walk through everything that a new member sees, without storing anything',
    funnel_command: 'See how many members came how far',
    funnel_days: 'Of those who started in so many days; 30 when left out',
    responses_command: 'See what a member answered',
    responses_member: 'Whose answers',
    switched_off:
      'The onboarding is switched off. Switch it on with `/config set onboarding.enabled` and `/config set onboarding.mode`.',
    no_channel:
      'There is no rules channel yet. Name a channel here, or choose one with `/config set system.rules_channel_id`.',
    foreign_channel: 'I cannot see that channel. Check its permissions, or name another one.',
    panel_needs:
      'In {{channel}} I need the permission {{permissions}}. Give it to me there under Edit Channel → Permissions, and use this command again.',
    panel_refused:
      'Discord did not let me post in {{channel}}. Check my permissions there, and use this command again.',
    panel_stands: 'The Start button stands in {{channel}}: {{link}}',
    start_button: 'Message with the Start button of the onboarding',
    start_button_again: 'Use /onboarding panel and pick another channel.',
    preview_place: '**Preview** · step {{number}} of {{of}} · nothing is stored',
    no_rules:
      '⚠️ There are no rules, but this mode begins with them: nobody can start. Write the rules with `/onboarding rules`, or choose another mode with `/config set onboarding.mode`.',
    cannot_start: 'there is a Start button, but not one rule is switched on, so nobody can start.',
    cannot_start_repair:
      'Write rules with /onboarding rules; or use /config set, choose onboarding.mode and pick Questions.',
    preview_off: '⚠️ At the moment the onboarding is switched off, so members do not see any of this.',
    previous: 'Back',
    next: 'Next',
    example: 'An example',
    funnel_title: 'Onboarding, last {{days}} days',
    funnel_none: 'Nobody has started in this time.',
    funnel_counts:
      'Started: **{{started}}** · completed: **{{completed}}** · on the way: {{inProgress}} · stopped: {{abandoned}}',
    funnel_median: 'Half of them took no longer than {{duration}}.',
    funnel_step: '{{title}}: {{completed}} of {{reached}}',
    funnel_more_one: '… and {{count}} more step',
    funnel_more_other: '… and {{count}} more steps',
    duration_minutes: '{{minutes}} min {{seconds}} s',
    duration_hours: '{{hours}} h {{minutes}} min',
    followup: 'Follow-up: {{title}}',
    step_personalization: 'Suggestions',
    step_language: 'Language',
    step_other_language: 'Another language',
    step_summary: 'Confirmation',
    responses_none: '{{member}} has not completed the onboarding.',
    responses_under_way: '{{member}} is still on the way and has not confirmed anything.',
    responses_title: 'Answers',
    responses_of: 'Of {{member}}, confirmed {{when}}',
    responses_no_answers: 'Accepted the rules; nothing was asked.',
  },
  {
    command: 'De onboarding van nieuwe leden',
    panel_command: 'Zet het bericht met de startknop in een kanaal',
    panel_channel: 'Waar het staat; het regelkanaal als je niets kiest',
    preview_command: 'Loop door alles wat een nieuw lid ziet, zonder dat er iets wordt opgeslagen',
    funnel_command: 'Bekijk hoeveel leden hoe ver kwamen',
    funnel_days: 'Van wie in zoveel dagen begon; 30 als je niets kiest',
    responses_command: 'Bekijk wat een lid heeft geantwoord',
    responses_member: 'Wiens antwoorden',
    switched_off:
      'De onboarding staat uit. Zet haar aan met `/config set onboarding.enabled` en `/config set onboarding.mode`.',
    no_channel:
      'Er is nog geen regelkanaal. Noem hier een kanaal, of kies er een met `/config set system.rules_channel_id`.',
    foreign_channel: 'Ik kan dat kanaal niet zien. Controleer de permissies ervan, of noem een ander kanaal.',
    panel_needs:
      'In {{channel}} heb ik de permissie {{permissions}} nodig. Geef me die daar bij Kanaal bewerken → Permissies en gebruik dit commando opnieuw.',
    panel_refused:
      'Van Discord mocht ik in {{channel}} niets plaatsen. Controleer daar mijn permissies en gebruik dit commando opnieuw.',
    panel_stands: 'De startknop staat in {{channel}}: {{link}}',
    start_button: 'Bericht met de startknop van de onboarding',
    start_button_again: 'Gebruik /onboarding panel en kies een ander kanaal.',
    preview_place: '**Voorbeeld** · stap {{number}} van {{of}} · er wordt niets opgeslagen',
    no_rules:
      '⚠️ Er zijn geen regels, terwijl deze modus ermee begint: niemand kan starten. Schrijf de regels met `/onboarding rules`, of kies een andere modus met `/config set onboarding.mode`.',
    cannot_start: 'er is een startknop, maar er staat geen enkele regel aan, dus niemand kan starten.',
    cannot_start_repair:
      'Schrijf regels met /onboarding rules; of gebruik /config set, kies onboarding.mode en kies Vragen.',
    preview_off: '⚠️ Op dit moment staat de onboarding uit; leden zien hier dus niets van.',
    previous: 'Terug',
    next: 'Verder',
    example: 'Een voorbeeld',
    funnel_title: 'Onboarding, laatste {{days}} dagen',
    funnel_none: 'In deze tijd is niemand begonnen.',
    funnel_counts:
      'Begonnen: **{{started}}** · voltooid: **{{completed}}** · onderweg: {{inProgress}} · gestopt: {{abandoned}}',
    funnel_median: 'De helft deed er niet langer over dan {{duration}}.',
    funnel_step: '{{title}}: {{completed}} van {{reached}}',
    funnel_more_one: '… en nog {{count}} stap',
    funnel_more_other: '… en nog {{count}} stappen',
    duration_minutes: '{{minutes}} min {{seconds}} s',
    duration_hours: '{{hours}} u {{minutes}} min',
    followup: 'Vervolgvraag: {{title}}',
    step_personalization: 'Voorstellen',
    step_language: 'Taal',
    step_other_language: 'Andere taal',
    step_summary: 'Bevestiging',
    responses_none: '{{member}} heeft de onboarding niet voltooid.',
    responses_under_way: '{{member}} is nog onderweg en heeft niets bevestigd.',
    responses_title: 'Antwoorden',
    responses_of: 'Van {{member}}, bevestigd {{when}}',
    responses_no_answers: 'Is akkoord gegaan met de regels; er werd niets gevraagd.',
  },
)
