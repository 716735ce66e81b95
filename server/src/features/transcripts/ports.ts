import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

/** The ticket that is talked about somewhere. */
export interface Room {
  readonly ticketId: string
  readonly guildId: GuildId
  readonly channelId: ChannelId
}

/** What the head of a transcript says of its ticket. */
export interface TicketSketch {
  /** What people read. */
  readonly number: number
  readonly username: string
  /** Null: erased. */
  readonly openerId: UserId | null
  readonly status: string
  readonly description: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly archivedAt: Temporal.Instant | null
}

/** Somebody spoke. */
export interface Heard {
  readonly authorId: UserId
  readonly isBot: boolean
  readonly at: Temporal.Instant
  /** Of members, where Discord told; what is read later comes without. */
  readonly roleIds?: readonly RoleId[]
}

/** Whose roles make them staff of the guild. */
export type StaffRoles = (guildId: GuildId) => Promise<readonly RoleId[]>

/** What transcripts ask of tickets; `app` brings them together. */
export interface TicketRooms {
  /** Of notices that something about the tickets of a guild changed; the payload is the guild. */
  readonly notices: string
  /** All that have a channel or thread now. */
  placed(db: Db, guildId?: GuildId): Promise<readonly Room[]>
  /** Null: the guild has no such ticket. */
  describe(db: Db | Tx, guildId: GuildId, ticketId: string): Promise<TicketSketch | null>
  /** The ticket with the number that people read. */
  numbered(db: Db, guildId: GuildId, number: number): Promise<string | null>
  /** Which of these tickets of the guild were archived before the instant. */
  archivedBefore(
    db: Db,
    guildId: GuildId,
    ticketIds: readonly string[],
    before: Temporal.Instant,
  ): Promise<readonly string[]>
  /** People spoke: called in the transaction that records it, once for each message, live or read later. */
  heard(
    tx: Tx,
    said: { readonly ticketId: string; readonly guildId: GuildId; readonly messages: readonly Heard[] },
    now: Temporal.Instant,
  ): Promise<void>
}
