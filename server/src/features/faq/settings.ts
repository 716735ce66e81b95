import { defineSetting } from '../../platform/settings/define.ts'

export const faqSettings = {
  enabled: defineSetting({
    scope: 'faq',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'FAQ',
    help: 'Off: members cannot look up answers.',
  }),
}
