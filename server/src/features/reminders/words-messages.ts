import { defineWords } from '../../platform/words/words.ts'

/** What reminders say in channels, and to their owners. */
export const messageWords = defineWords(
  {
    when: 'When',
    where: 'Where',
    from: 'From',
    original: '[the original message]({{link}})',
    late: 'Sent late',
    was_due: 'This was to be sent {{at}}.',
    snooze_10m: 'Snooze 10 min',
    snooze_1h: 'Snooze 1 h',
    snooze_tomorrow: 'Tomorrow',
    done: 'Done',
    // Footers of messages that were sent are searched for; their words must stay what they are.
    marker_event: 'Reminder #{{id}}',
    marker_recurring: 'Reminder #{{id}} · recurring',
    marker_lead: 'Reminder #{{id}} · early',
    marker_snooze: 'Reminder #{{id}} · snoozed',
    paused: '⏸️ Your reminder **{{name}}** (#{{id}}) is paused: I could not send it to {{channel}}.',
    paused_what_next:
      'When the channel and my permissions there are in order, or with another channel, save it anew with `/reminder_edit` and it goes on.',
  },
  {
    when: 'Wanneer',
    where: 'Waar',
    from: 'Van',
    original: '[het oorspronkelijke bericht]({{link}})',
    late: 'Te laat verstuurd',
    was_due: 'Dit had {{at}} verstuurd moeten worden.',
    snooze_10m: 'Over 10 min opnieuw',
    snooze_1h: 'Over 1 u opnieuw',
    snooze_tomorrow: 'Morgen',
    done: 'Klaar',
    marker_event: 'Herinnering #{{id}}',
    marker_recurring: 'Herinnering #{{id}} · terugkerend',
    marker_lead: 'Herinnering #{{id}} · vooraf',
    marker_snooze: 'Herinnering #{{id}} · uitgesteld',
    paused: '⏸️ Je herinnering **{{name}}** (#{{id}}) is gepauzeerd: ik kon haar niet versturen naar {{channel}}.',
    paused_what_next:
      'Als het kanaal en mijn permissies daar in orde zijn, of met een ander kanaal, bewaar haar dan opnieuw met `/reminder_edit` en ze gaat verder.',
  },
)
