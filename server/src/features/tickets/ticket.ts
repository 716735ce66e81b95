import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'

export const STATUSES = ['open', 'claimed', 'waiting_for_user', 'escalated', 'closed', 'archived'] as const
export type Status = (typeof STATUSES)[number]

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** One question of a form with what was answered. */
export interface FormAnswer {
  readonly question: string
  readonly answer: string
}

/** What a member asks of the staff of a guild. */
export interface Ticket {
  readonly id: string
  readonly guildId: GuildId
  /** Counts per guild; what people read. */
  readonly number: number
  /** Null: by the guild's settings alone. */
  readonly panelId: string | null
  /** Null: erased on the member's wish. */
  readonly openerId: UserId | null
  readonly username: string
  /** Of the opener, in whose words the ticket speaks. */
  readonly language: Language
  readonly description: string
  readonly answers: readonly FormAnswer[]
  readonly status: Status
  readonly priority: Priority
  readonly labels: readonly string[]
  readonly claimedBy: UserId | null
  readonly claimedAt: Temporal.Instant | null
  readonly escalatedTo: RoleId | null
  /** Of the channel or thread; null while there is none. */
  readonly channelId: ChannelId | null
  readonly closedAt: Temporal.Instant | null
  readonly closedBy: UserId | null
  readonly closeReason: string | null
  readonly archivedAt: Temporal.Instant | null
  /** One more with every change. */
  readonly version: number
  /** Up to which version everything is done in Discord. */
  readonly settledVersion: number
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
}

/** Whether anything is still to be done for the member. */
export function isUnsolved({ status }: Pick<Ticket, 'status'>): boolean {
  return status !== 'closed' && status !== 'archived'
}
