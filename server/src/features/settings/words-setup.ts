import { defineWords } from '../../platform/words/words.ts'

/** What the guided set-up says. */
export const setupWords = defineWords(
  {
    step: 'Set-up · {{number}} of {{total}} · {{label}}',
    footer: 'Each choice is saved at once. You can stop here and go on later.',
    now: 'Now',
    saved: 'Saved: {{change}}',
    skip: 'Skip',
    next: 'Next',
    back: 'Back',
    finish: 'Finish',
    all_set: 'Set-up · everything is set',
    some_set: 'Set-up · {{set}} of {{total}} set',
    set: 'Set',
    not_set: 'Not set',
    what_next: 'What to do next',
    next_steps:
      '- `/doctor` checks whether I may do all of this, and says what to click.\n- `/gdpr post` posts the privacy notice, `/onboarding rules` and `/onboarding questions` write what new members see, `/onboarding preview` shows it, `/ticket_panel create` and `/ticket_panel_post` offer tickets, `/faq add` writes a first answer.\n- `/config show` shows every setting, `/config set` changes one.\n- `/config history` shows who changed what, and takes it back.\n- `/config start` comes back here.',
    set_rest: 'Set the rest',
    from_start: 'From the start',
  },
  {
    step: 'Instellen · {{number}} van {{total}} · {{label}}',
    footer: 'Elke keuze wordt meteen bewaard. Je kunt hier stoppen en later verdergaan.',
    now: 'Nu',
    saved: 'Bewaard: {{change}}',
    skip: 'Overslaan',
    next: 'Volgende',
    back: 'Terug',
    finish: 'Klaar',
    all_set: 'Instellen · alles is ingesteld',
    some_set: 'Instellen · {{set}} van {{total}} ingesteld',
    set: 'Ingesteld',
    not_set: 'Niet ingesteld',
    what_next: 'Wat je nu kunt doen',
    next_steps:
      '- `/doctor` kijkt na of ik dit alles mag, en zegt waar je moet klikken.\n- `/gdpr post` plaatst de privacyverklaring, `/onboarding rules` en `/onboarding questions` schrijven wat nieuwe leden zien, `/onboarding preview` toont het, `/ticket_panel create` en `/ticket_panel_post` bieden tickets aan, `/faq add` schrijft een eerste antwoord.\n- `/config show` toont alle instellingen, met `/config set` wijzig je er een.\n- `/config history` toont wie wat gewijzigd heeft, en draait het terug.\n- `/config start` brengt je hier terug.',
    set_rest: 'De rest instellen',
    from_start: 'Vanaf het begin',
  },
)
