import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'

export const gdprSettings = {
  enabled: defineSetting({
    scope: 'gdpr',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Privacy notice',
    help: 'Whether members are shown the privacy notice and can accept it.',
  }),
  channel: defineSetting({
    scope: 'gdpr',
    key: 'channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Privacy channel',
    help: 'Where the privacy notice is posted.',
    setup: { order: 5, question: 'Where does the privacy notice stand?' },
  }),
  acceptanceRole: defineSetting({
    scope: 'gdpr',
    key: 'acceptance_role_id',
    type: 'role',
    default: null,
    label: 'Role for consent',
    help: 'What members get who agree to the privacy notice, for as long as they do.',
  }),
}
