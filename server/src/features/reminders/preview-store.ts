import { Check } from 'typebox/value'
import { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { ReminderInput } from './contract.ts'
import type { Reminder } from './reminder.ts'

/** A reminder that its maker was shown and has not saved yet. */
export interface Preview {
  readonly guildId: GuildId
  readonly userId: UserId
  readonly input: ReminderInput
  readonly origin: Reminder['origin']
}

/** @returns its id. */
export async function insertPreview(db: Db, preview: Preview, now: Temporal.Instant): Promise<string> {
  const row = await db
    .insertInto('reminder_previews')
    .values({
      guild_id: preview.guildId,
      user_id: preview.userId,
      input: JSON.stringify(preview.input),
      origin_channel_id: preview.origin?.channelId ?? null,
      origin_message_id: preview.origin?.messageId ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Null also for one that this version of the program does not understand. */
export async function findPreview(db: Db, id: string): Promise<Preview | null> {
  const row = await db.selectFrom('reminder_previews').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const input: unknown = row.input
  if (!Check(ReminderInput, input)) return null
  const origin =
    row.origin_channel_id && row.origin_message_id
      ? { channelId: ChannelId.parse(row.origin_channel_id), messageId: MessageId.parse(row.origin_message_id) }
      : null
  return { guildId: GuildId.parse(row.guild_id), userId: UserId.parse(row.user_id), input, origin }
}

/** Whether it was still there; of any number of callers at once one is told so. */
export async function takePreview(db: Db | Tx, id: string): Promise<boolean> {
  const result = await db.deleteFrom('reminder_previews').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function forgetPreviewsBefore(db: Db, instant: Temporal.Instant): Promise<void> {
  await db.deleteFrom('reminder_previews').where('created_at', '<', instant).execute()
}
