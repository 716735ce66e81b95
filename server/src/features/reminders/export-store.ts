import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** The reminders of a guild as a table. Of exports: new columns come after the others. */
export const reminderExport = {
  name: 'reminders',
  columns: [
    'id',
    'owner_id',
    'channel_id',
    'name',
    'message',
    'status',
    'created_at',
    'updated_at',
    'next_send_at',
    'last_sent_at',
    'time_zone',
    'send_time',
    'call_time',
    'lead_seconds',
    'days',
    'rrule',
    'starts_at',
    'event_at',
    'ends_at',
    'location',
    'image_url',
    'mention',
    'catch_up',
    'paused_reason',
    'completed_at',
    'origin_channel_id',
    'origin_message_id',
  ],
  rows: (db: Db, guildId: GuildId) =>
    db
      .selectFrom('reminders as r')
      .select(['id', 'owner_id', 'channel_id', 'name', 'message', 'status', 'created_at', 'updated_at'])
      .select(['next_send_at', 'time_zone', 'send_time', 'call_time', 'lead_seconds', 'days', 'rrule', 'starts_at'])
      .select(['event_at', 'ends_at', 'location', 'image_url', 'mention', 'catch_up', 'paused_reason', 'completed_at'])
      .select(['origin_channel_id', 'origin_message_id'])
      .select((columns) =>
        columns
          .selectFrom('reminder_deliveries as d')
          .select('d.send_at')
          .whereRef('d.reminder_id', '=', 'r.id')
          .where('d.status', '=', sql.lit('sent'))
          .orderBy('d.send_at', 'desc')
          .limit(1)
          .as('last_sent_at'),
      )
      .where('guild_id', '=', guildId)
      .orderBy('id', 'desc'),
} as const
