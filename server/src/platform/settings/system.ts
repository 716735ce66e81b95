import { defineSetting } from './define.ts'
import { MESSAGE_CHANNELS } from './message-channels.ts'

/** Settings that belong to the guild itself rather than to one feature. */
export const systemSettings = {
  logChannel: defineSetting({
    scope: 'system',
    key: 'log_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Log channel',
    help: 'Where the bot tells the admins what it did and what it could not do.',
    setup: { order: 1, question: 'Where may the bot tell the admins what it does?' },
  }),
  rulesChannel: defineSetting({
    scope: 'system',
    key: 'rules_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Rules channel',
    help: 'Where the welcome message with its Start button stands.',
    setup: { order: 2, question: 'Which channel has the rules and welcomes new members?' },
  }),
  logLevel: defineSetting({
    scope: 'system',
    key: 'log_level',
    type: 'enum',
    choices: [
      { value: 'verbose', label: 'Verbose: everything' },
      { value: 'normal', label: 'Normal: no details' },
      { value: 'critical', label: 'Critical: only what went wrong' },
    ],
    default: 'verbose',
    label: 'Log level',
    help: 'How much of what happens is told in the log channel.',
  }),
  timeZone: defineSetting({
    scope: 'system',
    key: 'timezone',
    type: 'timezone',
    default: 'UTC',
    label: 'Time zone',
    help: 'The zone in which clock times of this server are read and shown.',
  }),
  // Codes of https://discord.com/developers/docs/reference#locales
  locale: defineSetting({
    scope: 'system',
    key: 'locale',
    type: 'enum',
    choices: [
      { value: 'en-US', label: 'English (US)' },
      { value: 'en-GB', label: 'English (UK)' },
      { value: 'nl', label: 'Nederlands' },
      { value: 'de', label: 'Deutsch' },
      { value: 'fr', label: 'Français' },
      { value: 'es-ES', label: 'Español' },
    ],
    default: 'en-US',
    label: 'Locale',
    help: 'The customs by which the bot writes dates and numbers for this server.',
  }),
}
