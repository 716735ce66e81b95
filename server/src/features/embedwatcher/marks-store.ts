import { ChannelId, GuildId, MessageId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** What stands in Discord beside an announcement, and up to where a channel was read. */

export interface Reaction {
  readonly id: string
  readonly channelId: ChannelId
  readonly messageId: MessageId
  readonly reaction: 'wanted' | 'unwanted'
}

export async function reactionsToSet(db: Db, limit: number): Promise<Reaction[]> {
  const rows = await db
    .selectFrom('announcements')
    .select(['id', 'channel_id', 'message_id', 'reaction'])
    .where('reaction', 'in', ['wanted', 'unwanted'])
    .orderBy('updated_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channelId: ChannelId.parse(row.channel_id),
    messageId: MessageId.parse(row.message_id),
    reaction: row.reaction === 'wanted' ? 'wanted' : 'unwanted',
  }))
}

/** Unless something else is wanted by now. */
export async function noteReaction(db: Db, { id, reaction }: Reaction, is: 'shown' | 'none'): Promise<void> {
  await db
    .updateTable('announcements')
    .set({ reaction: is })
    .where('id', '=', id)
    .where('reaction', '=', reaction)
    .execute()
}

export interface ExpiredReply {
  readonly id: string
  readonly guildId: GuildId
  readonly expiresAt: Temporal.Instant
}

export async function expiredReplies(db: Db, now: Temporal.Instant, limit: number): Promise<ExpiredReply[]> {
  const rows = await db
    .selectFrom('announcements')
    .select(['id', 'guild_id', 'reply_expires_at'])
    .where('reply_expires_at', '<=', now)
    .orderBy('reply_expires_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    expiresAt: row.reply_expires_at ?? now,
  }))
}

export async function nextExpiry(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('announcements')
    .select((columns) => columns.fn.min('reply_expires_at').as('at'))
    .executeTakeFirstOrThrow()
  return row.at
}

/** Its replies are gone, unless there is a later one. */
export async function noteRepliesGone(db: Db, { id, expiresAt }: ExpiredReply): Promise<void> {
  await db
    .updateTable('announcements')
    .set({ reply_expires_at: null })
    .where('id', '=', id)
    .where('reply_expires_at', '=', expiresAt)
    .execute()
}

/** Up to which message the channel was read; null for one that has not been watched so far. */
export async function readMark(db: Db, guildId: GuildId, channelId: ChannelId): Promise<MessageId | null> {
  const row = await db
    .selectFrom('announcement_marks')
    .select('message_id')
    .where('guild_id', '=', guildId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row ? MessageId.parse(row.message_id) : null
}

/** Never goes back in a channel. */
export async function moveMark(db: Db, guildId: GuildId, channelId: ChannelId, to: MessageId): Promise<void> {
  await db
    .insertInto('announcement_marks')
    .values({ guild_id: guildId, channel_id: channelId, message_id: to })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet({ channel_id: channelId, message_id: to })
        .where((is) =>
          is.or([is('announcement_marks.channel_id', '<>', channelId), is('announcement_marks.message_id', '<', to)]),
        ),
    )
    .execute()
}

/** The guild watches no channel any more. */
export async function dropMark(db: Db, guildId: GuildId): Promise<void> {
  await db.deleteFrom('announcement_marks').where('guild_id', '=', guildId).execute()
}
