import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'
import { LEADS_FORM } from './leads.ts'
import { ACT_FROM } from './parse.ts'

const READ_AND_REACT =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks

export const embedWatcherSettings = {
  enabled: defineSetting({
    scope: 'embedwatcher',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Embed watcher', nl: 'Embedlezer' },
    help: { en: 'Off: no announcement is read.', nl: 'Uit: er wordt geen aankondiging gelezen.' },
  }),
  announcementsChannel: defineSetting({
    scope: 'embedwatcher',
    key: 'announcements_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    botNeeds: READ_AND_REACT,
    isRead: true,
    default: null,
    label: { en: 'Announcements channel', nl: 'Aankondigingenkanaal' },
    help: {
      en: 'The channel in which announced events are read and become reminders.',
      nl: 'Het kanaal waarin aangekondigde evenementen gelezen worden en herinneringen worden.',
    },
    setup: {
      order: 3,
      question: { en: 'In which channel are events announced?', nl: 'In welk kanaal worden evenementen aangekondigd?' },
    },
  }),
  languageModelFallback: defineSetting({
    scope: 'embedwatcher',
    key: 'gpt_fallback_enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Ask the language model', nl: 'Vraag het taalmodel' },
    help: {
      en: 'Whether the language model is asked about an announcement whose date cannot be read.',
      nl: 'Of het taalmodel gevraagd wordt bij een aankondiging waarvan de datum niet te lezen is.',
    },
  }),
  failureChannel: defineSetting({
    scope: 'embedwatcher',
    key: 'failed_parse_log_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Channel for failures', nl: 'Kanaal voor mislukkingen' },
    help: {
      en: 'Where announcements that could not be read are reported; the log channel when none is chosen.',
      nl: 'Waar gemeld wordt welke aankondigingen niet te lezen waren; zonder keuze het logkanaal.',
    },
  }),
  plainText: defineSetting({
    scope: 'embedwatcher',
    key: 'non_embed_enabled',
    type: 'boolean',
    default: false,
    label: { en: 'Read plain messages', nl: 'Lees gewone berichten' },
    help: {
      en: 'Whether messages without an embed are read as well.',
      nl: 'Of ook berichten zonder embed gelezen worden.',
    },
  }),
  ownMessages: defineSetting({
    scope: 'embedwatcher',
    key: 'process_bot_messages',
    type: 'boolean',
    default: false,
    label: { en: "Read the bot's own messages", nl: 'Lees berichten van de bot zelf' },
    help: {
      en: 'Whether what the bot itself posts in the channel is read as well.',
      nl: 'Of ook gelezen wordt wat de bot zelf in het kanaal plaatst.',
    },
  }),
  threshold: defineSetting({
    scope: 'embedwatcher',
    key: 'confidence_threshold',
    type: 'integer',
    default: ACT_FROM * 100,
    min: 50,
    max: 100,
    label: { en: 'Certainty in percent', nl: 'Zekerheid in procent' },
    help: {
      en: 'An announcement that is read with at least this certainty becomes a reminder; about others somebody is asked.',
      nl: 'Een aankondiging die met minstens deze zekerheid gelezen is, wordt een herinnering; over andere wordt iemand gevraagd.',
    },
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
    label: { en: 'Minutes before announced events', nl: 'Minuten vóór aangekondigde evenementen' },
    help: {
      en: 'When reminders of announced events are sent, such as "1440, 60"; of a single event also at the event itself. Empty: the minutes before the event that hold for all reminders.',
      nl: 'Wanneer aan aangekondigde evenementen herinnerd wordt, zoals "1440, 60"; bij een enkel evenement ook bij het begin. Leeg: de minuten vooraf die voor alle herinneringen gelden.',
    },
  }),
}
