import { defineSetting } from '../../platform/settings/define.ts'

export const faqSettings = {
  enabled: defineSetting({
    scope: 'faq',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'FAQ', nl: 'FAQ' },
    help: { en: 'Off: members cannot look up answers.', nl: 'Uit: leden kunnen geen antwoorden opzoeken.' },
  }),
  publicPage: defineSetting({
    scope: 'faq',
    key: 'public_page',
    type: 'boolean',
    default: false,
    label: { en: 'Public page', nl: 'Openbare pagina' },
    help: {
      en: 'On: everybody on the web can read the published answers, without signing in.',
      nl: 'Aan: iedereen op het web kan de gepubliceerde antwoorden lezen, zonder zich aan te melden.',
    },
  }),
  suggestBeforeTicket: defineSetting({
    scope: 'faq',
    key: 'suggest_before_ticket',
    type: 'boolean',
    default: true,
    label: { en: 'Answers before a ticket', nl: 'Antwoorden vóór een ticket' },
    help: {
      en: 'Whoever opens a ticket is first shown the answers that fit.',
      nl: 'Wie een ticket opent, krijgt eerst de antwoorden te zien die passen.',
    },
  }),
}
