import { defineWords } from '../../platform/words/words.ts'

/** The states of a ticket and its moves, as people read them. */
export const movesWords = defineWords(
  {
    status_open: 'open',
    status_claimed: 'claimed',
    status_waiting_for_user: 'waiting for the member',
    status_escalated: 'escalated',
    status_closed: 'closed',
    status_archived: 'archived',

    not_yours: 'Only the staff of this ticket can do that.',
    not_claim: 'This ticket is {{status}}; it cannot be claimed.',
    not_unclaim: 'This ticket is {{status}}; there is no claim to give up.',
    not_assign: 'This ticket is {{status}}; it cannot be given to anybody.',
    not_wait: 'This ticket is {{status}}; it cannot wait for the member.',
    not_answer: 'This ticket is {{status}}; no answer is waited for.',
    not_escalate: 'This ticket is {{status}}; it cannot be escalated.',
    not_resume: 'This ticket is {{status}}; there is nothing to resume.',
    not_transfer: 'This ticket is {{status}}; it cannot be moved elsewhere.',
    not_close: 'This ticket is {{status}} already.',
    not_reopen: 'This ticket is {{status}}; it cannot be opened again.',
    not_archive: 'This ticket is {{status}}; only a closed one is archived.',
  },
  {
    status_open: 'open',
    status_claimed: 'in behandeling',
    status_waiting_for_user: 'in afwachting van het lid',
    status_escalated: 'geëscaleerd',
    status_closed: 'gesloten',
    status_archived: 'gearchiveerd',

    not_yours: 'Alleen de medewerkers van dit ticket kunnen dat.',
    not_claim: 'Dit ticket is {{status}}; niemand kan het op zich nemen.',
    not_unclaim: 'Dit ticket is {{status}}; niemand heeft het op zich genomen.',
    not_assign: 'Dit ticket is {{status}}; het kan aan niemand gegeven worden.',
    not_wait: 'Dit ticket is {{status}}; het kan niet op het lid wachten.',
    not_answer: 'Dit ticket is {{status}}; er wordt niet op een antwoord gewacht.',
    not_escalate: 'Dit ticket is {{status}}; het kan niet geëscaleerd worden.',
    not_resume: 'Dit ticket is {{status}}; er is niets te hervatten.',
    not_transfer: 'Dit ticket is {{status}}; het kan niet verplaatst worden.',
    not_close: 'Dit ticket is al {{status}}.',
    not_reopen: 'Dit ticket is {{status}}; het kan niet heropend worden.',
    not_archive: 'Dit ticket is {{status}}; alleen een gesloten ticket wordt gearchiveerd.',
  },
)
