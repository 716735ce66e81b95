import { defineSetting } from './define.ts'

/** Settings that belong to the guild itself rather than to one feature. */
export const systemSettings = {
  timeZone: defineSetting({
    scope: 'system',
    key: 'timezone',
    type: 'timezone',
    default: 'UTC',
    label: 'Time zone',
    help: 'The zone in which clock times of this server are read and shown.',
  }),
  logChannel: defineSetting({
    scope: 'system',
    key: 'log_channel_id',
    type: 'channel',
    default: null,
    label: 'Log channel',
    help: 'Where the bot tells the admins what it did and what it could not do.',
  }),
}
