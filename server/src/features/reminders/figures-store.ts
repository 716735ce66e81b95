import { sql } from 'kysely'
import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** How many reminders of these guilds are not completed, and what comes next. */
export async function reminderFigures(db: Db, guildIds: readonly GuildId[], upcoming: number) {
  const mine = sql<boolean>`guild_id = any(${guildIds}::bigint[])`
  const channels = await db
    .selectFrom('reminders')
    .select(({ fn }) => [
      'channel_id',
      fn.countAll<string>().as('count'),
      fn.countAll<string>().filterWhere('event_at', 'is not', null).as('one_off'),
    ])
    .where(mine)
    .where('status', '<>', 'completed')
    .groupBy('channel_id')
    .execute()
  const next = await db
    .selectFrom('reminders')
    .select(['id', 'name', 'channel_id', 'next_event_at', 'event_at'])
    .where(mine)
    .where('status', '=', 'active')
    .where('next_event_at', 'is not', null)
    .orderBy('next_event_at')
    .orderBy('id')
    .limit(upcoming)
    .execute()
  const total = sumOf(channels.map(({ count }) => count))
  const oneOff = sumOf(channels.map(({ one_off }) => one_off))
  return {
    recurring: total - oneOff,
    oneOff,
    perChannel: new Map(channels.map(({ channel_id, count }) => [ChannelId.parse(channel_id), Number(count)])),
    upcoming: next.flatMap(({ id, name, channel_id, next_event_at, event_at }) =>
      next_event_at
        ? [
            {
              id: Number(id),
              name,
              channelId: ChannelId.parse(channel_id),
              nextEventAt: next_event_at,
              isRecurring: event_at === null,
            },
          ]
        : [],
    ),
  }
}

function sumOf(counts: readonly string[]): number {
  return counts.reduce((sum, count) => sum + Number(count), 0)
}

/** When the message that waits longest was due, whether it stands in the ledger yet or not; null when none waits. */
export async function oldestDue(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ due: Temporal.Instant | null }>`
    select least(
      (select min(next_send_at) from reminders where status = 'active' and next_send_at <= ${now}),
      (select min(send_at) from reminder_deliveries where status = 'due' and send_at <= ${now})) as due`.execute(db)
  return rows[0]?.due ?? null
}

/** Messages of the guild's reminders that were due before then and are not sent, whether they stand in the ledger or not. */
export async function countOverdue(db: Db, guildId: GuildId, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ overdue: string }>`
    select
      (select count(*) from reminders
        where guild_id = ${guildId} and status = 'active' and next_send_at < ${before})
      + (select count(*) from reminder_deliveries
        where guild_id = ${guildId} and status = 'due' and send_at < ${before}) as overdue`.execute(db)
  return Number(rows[0]?.overdue)
}

/** How many active reminders of a guild speak in which channel, and whom they mention there. */
export async function activeByChannel(db: Db, guildId: GuildId) {
  const rows = await db
    .selectFrom('reminders')
    .select(({ fn }) => [
      'channel_id',
      fn.countAll<string>().as('count'),
      sql<string[]>`array_agg(distinct mention)`.as('mentions'),
    ])
    .where('guild_id', '=', guildId)
    .where('status', '=', 'active')
    .groupBy('channel_id')
    .orderBy('channel_id')
    .execute()
  return rows.map(({ channel_id, count, mentions }) => ({
    channelId: ChannelId.parse(channel_id),
    count: Number(count),
    mentions,
  }))
}
