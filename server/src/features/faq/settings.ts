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
}
