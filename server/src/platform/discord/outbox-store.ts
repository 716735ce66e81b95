import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../database/advisory-lock.ts'
import type { Db, Tx } from '../database/connect.ts'
import type { OutgoingMessages } from '../database/tables.ts'
import type { OutgoingMessage } from './message.ts'
import type { Posting } from './outbox.ts'

/** One message of the outbox, claimed by a worker. */
export interface Outgoing {
  readonly id: string
  readonly guildId: GuildId
  readonly channelId: ChannelId | null
  readonly userId: UserId | null
  readonly replyTo: MessageId | null
  readonly purpose: string
  readonly message: OutgoingMessage
  readonly attempts: number
  /** It may have been sent since then. */
  readonly uncertainSince: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

interface Times {
  readonly now: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export async function insertOutgoing(tx: Tx, posting: Posting, { now, expiresAt }: Times): Promise<void> {
  const { guildId, to, purpose, about, message, replyTo } = posting
  const [userId, channelId] = 'userId' in to ? [to.userId, to.orChannelId ?? null] : [null, to.channelId]
  await tx
    .insertInto('outgoing_messages')
    .values({
      guild_id: guildId,
      channel_id: channelId,
      user_id: userId,
      reply_to: replyTo ?? null,
      purpose,
      about: about ?? null,
      body: JSON.stringify(message),
      attempt_at: now,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
}

/** What became of a message. */
export interface OutgoingState {
  readonly status: string
  /** Where it stands, once it was sent. */
  readonly sent: { readonly channelId: ChannelId; readonly messageId: MessageId } | null
}

export async function findOutgoing(
  db: Db,
  { guildId, purpose, about }: Required<Pick<Posting, 'guildId' | 'purpose' | 'about'>>,
): Promise<OutgoingState[]> {
  const rows = await db
    .selectFrom('outgoing_messages')
    .select(['status', 'sent_channel_id', 'message_id'])
    .where('guild_id', '=', guildId)
    .where('purpose', '=', purpose)
    .where('about', '=', about)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ status, sent_channel_id: channel, message_id: message }) => ({
    status,
    sent: channel && message ? { channelId: ChannelId.parse(channel), messageId: MessageId.parse(message) } : null,
  }))
}

interface Claim {
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
  readonly limit: number
}

/** Leases the oldest due message of each channel and person that has none under lease, so that each keeps its order. */
export async function claimOutgoing(db: Db, { now, leaseUntil, limit }: Claim): Promise<Outgoing[]> {
  return db.transaction().execute(async (tx) => {
    await lockName(tx, 'outbox:claim')
    const { rows } = await sql<Selectable<OutgoingMessages>>`
      with waiting as (
        select distinct on (coalesce(user_id, channel_id)) id, attempt_at, coalesce(user_id, channel_id) as place,
          coalesce(lease_until > ${now}, false) as is_leased
        from outgoing_messages where status = 'due'
        order by coalesce(user_id, channel_id), id
      ), chosen as (
        select id from waiting where not is_leased and attempt_at <= ${now} order by attempt_at, id limit ${limit}
      )
      update outgoing_messages m
      set lease_until = ${leaseUntil}, attempts = m.attempts + 1, uncertain_since = coalesce(m.uncertain_since, ${now})
      from chosen where m.id = chosen.id
      returning m.*`.execute(tx)
    return rows.map(outgoingOf)
  })
}

/** When there is something to do again, if ever. */
export async function nextOutgoing(db: Db): Promise<Temporal.Instant | null> {
  const { at } = await db
    .selectFrom('outgoing_messages')
    .select(sql<Temporal.Instant | null>`min(greatest(attempt_at, coalesce(lease_until, attempt_at)))`.as('at'))
    .where('status', '=', 'due')
    .executeTakeFirstOrThrow()
  return at
}

/** How many were due before then and are not sent. */
export async function countBehind(db: Db, before: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('outgoing_messages')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('status', '=', 'due')
    .where('created_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface OutgoingEnd {
  readonly status: 'sent' | 'failed' | 'expired'
  readonly channelId?: ChannelId
  readonly messageId?: MessageId
  readonly error?: string
}

/** @returns whether it was still to be ended. */
export async function finishOutgoing(tx: Tx, id: string, end: OutgoingEnd, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outgoing_messages')
    .set({
      status: end.status,
      sent_channel_id: end.channelId ?? null,
      message_id: end.messageId ?? null,
      error: end.error ?? null,
      finished_at: now,
      lease_until: null,
    })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function tryOutgoingAgain(db: Db, id: string, attemptAt: Temporal.Instant, error: string): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({ attempt_at: attemptAt, error, lease_until: null })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** The person takes no messages from the bot: it is said in the channel instead. */
export async function divertToChannel(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('outgoing_messages')
    .set({ user_id: null, uncertain_since: null, attempt_at: now, lease_until: null })
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** It was looked for and is not there: what is sent from now on counts as the first attempt. */
export async function noteUnsent(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('outgoing_messages').set({ uncertain_since: now }).where('id', '=', id).execute()
}

function outgoingOf(row: Selectable<OutgoingMessages>): Outgoing {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    channelId: row.channel_id === null ? null : ChannelId.parse(row.channel_id),
    userId: row.user_id === null ? null : UserId.parse(row.user_id),
    replyTo: row.reply_to === null ? null : MessageId.parse(row.reply_to),
    purpose: row.purpose,
    // Written by insertOutgoing.
    message: row.body as unknown as OutgoingMessage,
    attempts: row.attempts,
    uncertainSince: row.uncertain_since ?? row.created_at,
    expiresAt: row.expires_at,
  }
}
