import { defineSetting } from '../../platform/settings/define.ts'
import { MAKES_TICKETS } from './needs.ts'

/** The scope bears the name that it has in the API of 2.4. */
export const ticketSettings = {
  enabled: defineSetting({
    scope: 'ticketbot',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Tickets', nl: 'Tickets' },
    help: {
      en: 'Off: no ticket can be opened. Those that are open stay, and nothing closes by itself.',
      nl: 'Uit: niemand kan een ticket openen. Tickets die open staan, blijven, en niets sluit vanzelf.',
    },
  }),
  category: defineSetting({
    scope: 'ticketbot',
    key: 'category_id',
    type: 'category',
    default: null,
    botNeeds: MAKES_TICKETS,
    isRead: true,
    label: { en: 'Category', nl: 'Categorie' },
    help: {
      en: 'The category under which the channels of tickets are made.',
      nl: 'De categorie waaronder de kanalen van tickets komen.',
    },
    setup: {
      order: 6,
      question: {
        en: 'Under which category are the channels of tickets made?',
        nl: 'Onder welke categorie komen de kanalen van tickets?',
      },
    },
  }),
  overflowCategory: defineSetting({
    scope: 'ticketbot',
    key: 'overflow_category_id',
    type: 'category',
    default: null,
    botNeeds: MAKES_TICKETS,
    label: { en: 'Overflow category', nl: 'Reservecategorie' },
    help: {
      en: 'Where channels of tickets are made while the category is full; Discord lets one hold 50.',
      nl: 'Waar kanalen van tickets komen zolang de categorie vol is; Discord laat er 50 toe.',
    },
  }),
  staffRole: defineSetting({
    scope: 'ticketbot',
    key: 'staff_role_id',
    type: 'role',
    default: null,
    label: { en: 'Staff role', nl: 'Rol van medewerkers' },
    help: { en: 'Who sees and answers tickets.', nl: 'Wie tickets ziet en beantwoordt.' },
    setup: {
      order: 7,
      question: { en: 'Which role sees and answers tickets?', nl: 'Welke rol ziet en beantwoordt tickets?' },
    },
  }),
  escalationRole: defineSetting({
    scope: 'ticketbot',
    key: 'escalation_role_id',
    type: 'role',
    default: null,
    label: { en: 'Escalation role', nl: 'Escalatierol' },
    help: {
      en: 'Who is called when a ticket is escalated.',
      nl: 'Wie erbij geroepen wordt als een ticket geëscaleerd wordt.',
    },
  }),
  mostPerMember: defineSetting({
    scope: 'ticketbot',
    key: 'most_per_member',
    type: 'integer',
    default: 3,
    min: 1,
    max: 25,
    label: { en: 'Tickets per member', nl: 'Tickets per lid' },
    help: {
      en: 'How many open tickets a member may have in this server, of all kinds together.',
      nl: 'Hoeveel open tickets een lid in deze server mag hebben, alle soorten samen.',
    },
  }),
  suggestions: defineSetting({
    scope: 'ticketbot',
    key: 'suggestions',
    type: 'boolean',
    default: true,
    label: { en: 'Answers first', nl: 'Eerst antwoorden' },
    help: {
      en: 'Before a ticket opens, the member is shown known answers from the FAQ that fit.',
      nl: 'Voor een ticket opent, ziet het lid passende antwoorden uit de FAQ.',
    },
  }),
  idleDays: defineSetting({
    scope: 'ticketbot',
    key: 'idle_days_threshold',
    type: 'integer',
    default: 5,
    min: 1,
    max: 30,
    label: { en: 'Days until a nudge', nl: 'Dagen tot een herinnering' },
    help: {
      en: 'After how many days without a word a ticket is reminded of.',
      nl: 'Na hoeveel dagen stilte er aan een ticket herinnerd wordt.',
    },
  }),
  autoCloseDays: defineSetting({
    scope: 'ticketbot',
    key: 'auto_close_days_threshold',
    type: 'integer',
    default: 14,
    min: 1,
    max: 90,
    label: { en: 'Days until closing', nl: 'Dagen tot sluiten' },
    help: {
      en: 'After how many days without a word a ticket is closed.',
      nl: 'Na hoeveel dagen stilte een ticket gesloten wordt.',
    },
  }),
  autoClose: defineSetting({
    scope: 'ticketbot',
    key: 'auto_close',
    type: 'boolean',
    default: true,
    label: { en: 'Close by itself', nl: 'Vanzelf sluiten' },
    help: {
      en: 'Off: tickets without a word are reminded of, and stay open.',
      nl: 'Uit: aan tickets waarin niets gezegd wordt, wordt herinnerd, maar ze blijven open.',
    },
  }),
  archiveAfterHours: defineSetting({
    scope: 'ticketbot',
    key: 'archive_after_hours',
    type: 'integer',
    default: 0,
    min: 0,
    max: 2160,
    label: { en: 'Hours until archiving', nl: 'Uren tot archiveren' },
    help: {
      en: 'So many hours after it was closed a ticket is archived by itself: its channel is deleted once its transcript is complete. That goes for those that are closed already, too. 0: staff archive by hand.',
      nl: 'Zoveel uur na het sluiten wordt een ticket vanzelf gearchiveerd: het kanaal verdwijnt zodra het transcript compleet is. Dat geldt ook voor tickets die al gesloten zijn. Bij 0 archiveren medewerkers zelf.',
    },
  }),
  feedback: defineSetting({
    scope: 'ticketbot',
    key: 'feedback',
    type: 'boolean',
    default: true,
    label: { en: 'Ask how it was', nl: 'Vragen hoe het was' },
    help: {
      en: 'When a ticket is closed, its member is told so and asked to rate it from 1 to 5.',
      nl: 'Als een ticket gesloten wordt, hoort het lid dat en kan het een cijfer van 1 tot 5 geven.',
    },
  }),
}
