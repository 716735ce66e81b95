import type { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import { notify } from '../database/listen.ts'
import type { OutgoingMessage } from './message.ts'
import { findOutgoing, insertOutgoing, type OutgoingState } from './outbox-store.ts'

/** A message that is to be sent because something was stored. */
export interface Posting {
  readonly guildId: GuildId
  /** A channel; or a person, and where that person takes no messages from the bot, the channel. */
  readonly to: { readonly channelId: ChannelId } | { readonly userId: UserId; readonly orChannelId?: ChannelId | null }
  /** `feature.what`; for the log, and to find it again. */
  readonly purpose: string
  /** Which one of these, where that says more. */
  readonly about?: string
  /** Without files. */
  readonly message: OutgoingMessage
  /** Only in a channel. */
  readonly replyTo?: MessageId
  /** How long it is worth telling; a day unless said otherwise. */
  readonly worthFor?: Temporal.DurationLike
}

export const OUTBOX_CHANNEL = 'outbox'
const A_DAY = { hours: 24 }

/**
 * Has a message sent once the transaction commits, and not at all if it does not. It is sent once, whatever breaks: with
 * a nonce within minutes of an attempt, and later only where it is not found in the channel.
 */
export async function post(tx: Tx, posting: Posting, now: Temporal.Instant): Promise<void> {
  await insertOutgoing(tx, posting, { now, expiresAt: now.add(posting.worthFor ?? A_DAY) })
  await notify(tx, OUTBOX_CHANNEL, '')
}

/** What became of messages that were posted, newest first; what was finished a day ago is forgotten. */
export async function posted(
  db: Db,
  what: Required<Pick<Posting, 'guildId' | 'purpose' | 'about'>>,
): Promise<OutgoingState[]> {
  return findOutgoing(db, what)
}
