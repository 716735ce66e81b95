import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'

export const gdprSettings = {
  enabled: defineSetting({
    scope: 'gdpr',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Privacy notice', nl: 'Privacyverklaring' },
    help: {
      en: 'Whether members are shown the privacy notice and can accept it.',
      nl: 'Of leden de privacyverklaring te zien krijgen en haar kunnen aanvaarden.',
    },
  }),
  channel: defineSetting({
    scope: 'gdpr',
    key: 'channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Privacy channel', nl: 'Privacykanaal' },
    help: { en: 'Where the privacy notice is posted.', nl: 'Waar de privacyverklaring geplaatst wordt.' },
    setup: {
      order: 5,
      question: { en: 'Where does the privacy notice stand?', nl: 'In welk kanaal staat de privacyverklaring?' },
    },
  }),
  acceptanceRole: defineSetting({
    scope: 'gdpr',
    key: 'acceptance_role_id',
    type: 'role',
    isGiven: true,
    default: null,
    label: { en: 'Role for consent', nl: 'Rol bij instemming' },
    help: {
      en: 'What members get who agree to the privacy notice, for as long as they do.',
      nl: 'Wat leden krijgen die met de privacyverklaring instemmen, zolang ze dat doen.',
    },
  }),
}
