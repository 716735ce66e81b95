import type { Localised } from '../../kernel/language.ts'
import { defineSetting } from './define.ts'
import { MESSAGE_CHANNELS } from './message-channels.ts'

const inItself = (name: string): Localised => ({ en: name, nl: name })

/** Settings that belong to the guild itself rather than to one feature. */
export const systemSettings = {
  logChannel: defineSetting({
    scope: 'system',
    key: 'log_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Log channel', nl: 'Logkanaal' },
    help: {
      en: 'Where the bot tells the admins what it did and what it could not do.',
      nl: 'Waar de bot de beheerders vertelt wat hij gedaan heeft en wat niet lukte.',
    },
    setup: {
      order: 1,
      question: {
        en: 'Where may the bot tell the admins what it does?',
        nl: 'Waar mag de bot de beheerders vertellen wat hij doet?',
      },
    },
  }),
  rulesChannel: defineSetting({
    scope: 'system',
    key: 'rules_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Rules channel', nl: 'Regelkanaal' },
    help: {
      en: 'Where the welcome message with its Start button stands.',
      nl: 'Waar het welkomstbericht met de startknop staat.',
    },
    setup: {
      order: 2,
      question: {
        en: 'Which channel has the rules and welcomes new members?',
        nl: 'In welk kanaal staan de regels en worden nieuwe leden verwelkomd?',
      },
    },
  }),
  logLevel: defineSetting({
    scope: 'system',
    key: 'log_level',
    type: 'enum',
    choices: [
      { value: 'verbose', label: { en: 'Verbose: everything', nl: 'Uitgebreid: alles' } },
      { value: 'normal', label: { en: 'Normal: no details', nl: 'Normaal: geen details' } },
      { value: 'critical', label: { en: 'Critical: only what went wrong', nl: 'Kritiek: alleen wat misging' } },
    ],
    default: 'verbose',
    label: { en: 'Log level', nl: 'Logniveau' },
    help: {
      en: 'How much of what happens is told in the log channel.',
      nl: 'Hoeveel van wat er gebeurt in het logkanaal verteld wordt.',
    },
  }),
  timeZone: defineSetting({
    scope: 'system',
    key: 'timezone',
    type: 'timezone',
    default: 'UTC',
    label: { en: 'Time zone', nl: 'Tijdzone' },
    help: {
      en: 'The zone in which clock times of this server are read and shown.',
      nl: 'De zone waarin tijden van deze server gelezen en getoond worden.',
    },
  }),
  // Codes of https://discord.com/developers/docs/reference#locales
  locale: defineSetting({
    scope: 'system',
    key: 'locale',
    type: 'enum',
    choices: [
      { value: 'en-US', label: inItself('English (US)') },
      { value: 'en-GB', label: inItself('English (UK)') },
      { value: 'nl', label: inItself('Nederlands') },
      { value: 'de', label: inItself('Deutsch') },
      { value: 'fr', label: inItself('Français') },
      { value: 'es-ES', label: inItself('Español') },
    ],
    default: 'en-US',
    label: { en: 'Language', nl: 'Taal' },
    help: {
      en: 'For messages that answer nobody, and for members who read neither English nor Dutch. The bot speaks those two; any other choice is English.',
      nl: 'Voor berichten die niemand antwoorden, en voor leden die Engels noch Nederlands lezen. De bot spreekt die twee; elke andere keuze is Engels.',
    },
  }),
}
