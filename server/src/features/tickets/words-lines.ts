import { defineWords } from '../../platform/words/words.ts'

/** What those in the channel of a ticket are told when it moves. */
export const linesWords = defineWords(
  {
    the_bot: 'The bot',
    reason: 'Reason: {{reason}}',
    claim: '{{who}} takes care of this ticket.',
    unclaim: '{{who}} gave the ticket back; somebody else will take care of it.',
    assign: '{{who}} gave this ticket to {{whom}}.',
    wait: '{{whom}}, the staff waits for your answer.',
    escalate: '{{who}} called {{role}} to this ticket.',
    transfer: '{{who}} moved this ticket to other staff.',
    close: '{{who}} closed this ticket.',
    reopen: '{{who}} opened this ticket again.',
  },
  {
    the_bot: 'De bot',
    reason: 'Reden: {{reason}}',
    claim: '{{who}} neemt dit ticket op zich.',
    unclaim: '{{who}} heeft het ticket teruggegeven; iemand anders neemt het op zich.',
    assign: '{{who}} heeft dit ticket aan {{whom}} gegeven.',
    wait: '{{whom}}, de medewerkers wachten op je antwoord.',
    escalate: '{{who}} heeft {{role}} bij dit ticket geroepen.',
    transfer: '{{who}} heeft dit ticket naar andere medewerkers verplaatst.',
    close: '{{who}} heeft dit ticket gesloten.',
    reopen: '{{who}} heeft dit ticket heropend.',
  },
)
