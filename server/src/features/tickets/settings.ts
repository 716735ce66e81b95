import { defineSetting } from '../../platform/settings/define.ts'

/** The scope bears the name that it has in the API of 2.4. */
export const ticketSettings = {
  enabled: defineSetting({
    scope: 'ticketbot',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Tickets',
    help: 'Off: no ticket can be opened. Those that are open stay.',
  }),
  category: defineSetting({
    scope: 'ticketbot',
    key: 'category_id',
    type: 'category',
    default: null,
    label: 'Category',
    help: 'The category under which the channels of tickets are made.',
    setup: { order: 6, question: 'Under which category are the channels of tickets made?' },
  }),
  staffRole: defineSetting({
    scope: 'ticketbot',
    key: 'staff_role_id',
    type: 'role',
    default: null,
    label: 'Staff role',
    help: 'Who sees and answers tickets.',
    setup: { order: 7, question: 'Which role sees and answers tickets?' },
  }),
  escalationRole: defineSetting({
    scope: 'ticketbot',
    key: 'escalation_role_id',
    type: 'role',
    default: null,
    label: 'Escalation role',
    help: 'Who is called when a ticket is escalated.',
  }),
  idleDays: defineSetting({
    scope: 'ticketbot',
    key: 'idle_days_threshold',
    type: 'integer',
    default: 5,
    min: 1,
    max: 30,
    label: 'Days until a nudge',
    help: 'After how many days without a word a ticket is reminded of.',
  }),
  autoCloseDays: defineSetting({
    scope: 'ticketbot',
    key: 'auto_close_days_threshold',
    type: 'integer',
    default: 14,
    min: 1,
    max: 90,
    label: 'Days until closing',
    help: 'After how many days without a word a ticket is closed.',
  }),
}
