import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Language, Localised } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** An entry that may answer what somebody asked. */
export interface Suggestion {
  readonly entryId: number
  /** What people call the entry by, in its guild. */
  readonly number: number
  readonly title: string
  readonly answer: string
  /** From 0 to 1. */
  readonly score: number
  /** Why it is shown, as a sentence; what members typed is escaped in it. */
  readonly reason: Localised
}

interface Solved {
  readonly guildId: GuildId
  readonly entryId: number
  readonly userId: UserId
}

interface TicketDraft {
  readonly guildId: GuildId
  readonly ticketId: bigint | number
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
  /** Null: a language model wrote it. */
  readonly by: UserId | null
}

interface Publishing {
  readonly guildId: GuildId
  readonly entryId: number
  readonly by: UserId
  readonly title?: string
  readonly answer?: string
  readonly keywords?: readonly string[]
}

/** What an answer may be taken from, and be cited by. */
export interface Passage {
  readonly entryId: number
  readonly number: number
  readonly title: string
  readonly text: string
}

/** What the FAQ does for features that answer members. */
export interface FaqForTickets {
  /** Best first, only those good enough to be shown; [] where the FAQ is off. Records a search without a hit. */
  suggest(guildId: GuildId, text: string, language: Language, most: number): Promise<readonly Suggestion[]>
  /** Counts once for each member in a month. */
  solved(tx: Tx, solved: Solved, now: Temporal.Instant): Promise<void>
  /** A draft entry; staff publish it. Once for each ticket: a second call gives the first draft. */
  draft(tx: Tx, draft: TicketDraft, now: Temporal.Instant): Promise<{ entryId: number; number: number }>
  /** With other words, where they are given. @throws {Refusal} where that guild has no such entry, or it is deleted. */
  publish(tx: Tx, publishing: Publishing, now: Temporal.Instant): Promise<void>
  /** For answering questions with citations; [] where the FAQ is off. Records nothing. */
  passages(guildId: GuildId, question: string, language: Language, most: number): Promise<readonly Passage[]>
}
