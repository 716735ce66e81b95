import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'

export const reminderSettings = {
  enabled: defineSetting({
    scope: 'reminders',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Reminders',
    help: 'Off: no reminder can be made and none is sent. What falls due meanwhile is recorded as skipped.',
  }),
  defaultChannel: defineSetting({
    scope: 'reminders',
    key: 'default_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Default channel',
    help: 'Where a reminder goes when its maker names no channel.',
  }),
  allowEveryone: defineSetting({
    scope: 'reminders',
    key: 'allow_everyone_mentions',
    type: 'boolean',
    default: false,
    label: 'Allow @everyone and role mentions',
    help: 'Lets members who may mention everyone do so in reminders as well.',
  }),
  mostPerMember: defineSetting({
    scope: 'reminders',
    key: 'max_per_member',
    type: 'integer',
    default: 50,
    min: 1,
    max: 1000,
    label: 'Reminders per member',
    help: 'How many active reminders one member may have in this server.',
  }),
  offsetMinutes: defineSetting({
    scope: 'embedwatcher',
    key: 'reminder_offset_minutes',
    type: 'integer',
    default: 60,
    min: 0,
    max: 4320,
    label: 'Minutes before the event',
    help: 'How long before an event its reminder is sent when nothing else was chosen.',
  }),
}
