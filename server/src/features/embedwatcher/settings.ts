import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'
import { LEADS_FORM } from './leads.ts'
import { ACT_FROM } from './parse.ts'

export const embedWatcherSettings = {
  enabled: defineSetting({
    scope: 'embedwatcher',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Embed watcher',
    help: 'Off: no announcement is read.',
  }),
  announcementsChannel: defineSetting({
    scope: 'embedwatcher',
    key: 'announcements_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Announcements channel',
    help: 'The channel in which announced events are read and become reminders.',
    setup: { order: 3, question: 'In which channel are events announced?' },
  }),
  languageModelFallback: defineSetting({
    scope: 'embedwatcher',
    key: 'gpt_fallback_enabled',
    type: 'boolean',
    default: true,
    label: 'Ask the language model',
    help: 'Whether the language model is asked about an announcement whose date cannot be read.',
  }),
  failureChannel: defineSetting({
    scope: 'embedwatcher',
    key: 'failed_parse_log_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Channel for failures',
    help: 'Where announcements that could not be read are reported; the log channel when none is chosen.',
  }),
  plainText: defineSetting({
    scope: 'embedwatcher',
    key: 'non_embed_enabled',
    type: 'boolean',
    default: false,
    label: 'Read plain messages',
    help: 'Whether messages without an embed are read as well.',
  }),
  ownMessages: defineSetting({
    scope: 'embedwatcher',
    key: 'process_bot_messages',
    type: 'boolean',
    default: false,
    label: "Read the bot's own messages",
    help: 'Whether what the bot itself posts in the channel is read as well.',
  }),
  threshold: defineSetting({
    scope: 'embedwatcher',
    key: 'confidence_threshold',
    type: 'integer',
    default: ACT_FROM * 100,
    min: 50,
    max: 100,
    label: 'Certainty in percent',
    help: 'An announcement that is read with at least this certainty becomes a reminder; about others somebody is asked.',
  }),
  leads: defineSetting({
    scope: 'embedwatcher',
    key: 'lead_minutes',
    type: 'string',
    default: '',
    maxLength: 40,
    form: {
      pattern: LEADS_FORM,
      rule: {
        en: 'must be up to five numbers of minutes, such as 1440, 60',
        nl: 'moet uit hoogstens vijf aantallen minuten bestaan, zoals 1440, 60',
      },
    },
    label: 'Minutes before announced events',
    help: 'When reminders of announced events are sent, such as "1440, 60"; of a single event also at the event itself. Empty: the minutes before the event that hold for all reminders.',
  }),
}
