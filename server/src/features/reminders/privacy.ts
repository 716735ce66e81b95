import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'

/** A reminder goes with its ledger; what it has already said stays in its channel, which is Discord's. */
export const reminderPrivacy = privacyOfRows([
  personalRows('reminders', {
    person: 'owner_id',
    guild: 'guild_id',
    shown: [
      'id',
      'guild_id',
      'channel_id',
      'name',
      'message',
      'location',
      'image_url',
      'mention',
      'catch_up',
      'time_zone',
      'send_time',
      'call_time',
      'lead_seconds',
      'days',
      'rrule',
      'starts_at',
      'event_at',
      'ends_at',
      'origin_channel_id',
      'origin_message_id',
      'status',
      'paused_reason',
      'next_send_at',
      'created_at',
      'updated_at',
      'completed_at',
    ],
    erased: 'removed',
  }),
  personalRows('reminder_previews', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['id', 'guild_id', 'input', 'created_at'],
    erased: 'removed',
  }),
])
