import { instantOfId, MessageId, UserId } from '../../kernel/ids.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'

/** Which messages of a channel are to go, as a button can carry it: ids of the newest and the oldest, both included. */
export interface Range {
  readonly newest: MessageId
  readonly oldest: MessageId
  readonly limit: number
  /** Whoever asked, and nobody else. */
  readonly by: UserId
  /** Only messages of this person. */
  readonly of: UserId | null
}

/** Older ones cannot be deleted in bulk: https://discord.com/developers/docs/resources/message#bulk-delete-messages */
const BULK_AGE = { hours: 14 * 24 }
/** What is just young enough must still be so when Discord reads the request. */
const ON_THE_WAY = { minutes: 5 }
/** Discord is slow with these, and an answer is due within 15 minutes. */
const MOST_OLD = 25

export interface Plan {
  readonly bulk: readonly MessageId[]
  readonly single: readonly MessageId[]
  /** How many are left because they are old and too many. */
  readonly left: number
}

/** How the messages, newest first, are deleted. */
export function planOf(messages: readonly ChannelMessage[], now: Temporal.Instant): Plan {
  const oldest = now.subtract(BULK_AGE).add(ON_THE_WAY)
  const isYoung = ({ id }: ChannelMessage) => Temporal.Instant.compare(instantOfId(id), oldest) > 0
  const ids = (some: readonly ChannelMessage[]) => some.map(({ id }) => id)
  const [young, old] = [messages.filter(isYoung), messages.filter((message) => !isYoung(message))]
  // In bulk are at least two.
  const bulk = young.length > 1 ? young : []
  const single = [...(young.length > 1 ? [] : young), ...old.slice(0, MOST_OLD)]
  return { bulk: ids(bulk), single: ids(single), left: Math.max(0, old.length - MOST_OLD) }
}

/** Pinned messages stay, and with `of` those of everybody else. */
export function isMeant({ authorId, isPinned }: ChannelMessage, of: UserId | null): boolean {
  return !isPinned && (of === null || authorId === of)
}

/** Ids are written in base 36, or five of them would not fit. */
export function rangeText({ newest, oldest, limit, by, of }: Range): string {
  return [limit, ...[newest, oldest, by, of ?? '0'].map((id) => BigInt(id).toString(36))].join('.')
}

/** Null for what is not such a text. */
export function parseRange(text: string): Range | null {
  const [limit = '', ...ids] = text.split('.')
  if (!/^\d{1,3}$/.test(limit) || ids.length !== 4 || !ids.every((id) => /^[\da-z]{1,13}$/.test(id))) return null
  const [newest = '', oldest = '', by = '', of = ''] = ids.map((id) => String(fromBase36(id)))
  return {
    newest: MessageId.parse(newest),
    oldest: MessageId.parse(oldest),
    limit: Number(limit),
    by: UserId.parse(by),
    of: of === '0' ? null : UserId.parse(of),
  }
}

function fromBase36(text: string): bigint {
  return [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
}
