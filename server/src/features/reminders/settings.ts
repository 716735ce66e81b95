import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'

export const reminderSettings = {
  enabled: defineSetting({
    scope: 'reminders',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Reminders', nl: 'Herinneringen' },
    help: {
      en: 'Off: no reminder can be made and none is sent. What falls due meanwhile is recorded as skipped.',
      nl: 'Uit: er kan geen herinnering gemaakt worden en er wordt er geen verstuurd. Wat intussen aan de beurt is, wordt als overgeslagen genoteerd.',
    },
  }),
  defaultChannel: defineSetting({
    scope: 'reminders',
    key: 'default_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Default channel', nl: 'Standaardkanaal' },
    help: {
      en: 'Where a reminder goes when its maker names no channel.',
      nl: 'Waar een herinnering heen gaat als de maker geen kanaal noemt.',
    },
  }),
  allowEveryone: defineSetting({
    scope: 'reminders',
    key: 'allow_everyone_mentions',
    type: 'boolean',
    default: false,
    guildNeeds: PermissionFlagsBits.MentionEveryone,
    label: { en: 'Allow @everyone and role mentions', nl: 'Vermelden van @everyone en rollen toestaan' },
    help: {
      en: 'Lets members who may mention everyone do so in reminders as well.',
      nl: 'Laat leden die iedereen mogen vermelden, dat ook in herinneringen doen.',
    },
  }),
  mostPerMember: defineSetting({
    scope: 'reminders',
    key: 'max_per_member',
    type: 'integer',
    default: 50,
    min: 1,
    max: 1000,
    label: { en: 'Reminders per member', nl: 'Herinneringen per lid' },
    help: {
      en: 'How many active reminders one member may have in this server.',
      nl: 'Hoeveel actieve herinneringen één lid in deze server mag hebben.',
    },
  }),
  offsetMinutes: defineSetting({
    scope: 'embedwatcher',
    key: 'reminder_offset_minutes',
    type: 'integer',
    default: 60,
    min: 0,
    max: 4320,
    label: { en: 'Minutes before the event', nl: 'Minuten voor het evenement' },
    help: {
      en: 'How long before an event its reminder is sent when nothing else was chosen.',
      nl: 'Hoe lang voor een evenement de herinnering verstuurd wordt als er niets anders gekozen is.',
    },
  }),
}
