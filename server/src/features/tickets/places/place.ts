import type { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../../kernel/ids.ts'

/** What is known of the channel or thread of a ticket, as it was when its row was leased. */
export interface Place {
  readonly ticketId: string
  readonly guildId: GuildId
  /** Its lease; a later one has another name. */
  readonly leasedBy: string
  readonly attempts: number
  readonly wantedLooks: number
  readonly makingSince: Temporal.Instant | null
  readonly categoryId: ChannelId | null
  readonly askedName: string | null
  readonly refusedNames: readonly string[]
  readonly renamedAt: Temporal.Instant | null
  readonly renameAfter: Temporal.Instant | null
  readonly roleIds: readonly RoleId[]
  readonly threadPeople: readonly UserId[]
  readonly controlMessageId: MessageId | null
  readonly controlDigest: string | null
  readonly controlRound: number
  readonly controlSince: Temporal.Instant | null
  readonly controlIsPinned: boolean
  readonly openerIsGone: boolean
  readonly waitingFor: string | null
  readonly trouble: string | null
}
