import type { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import type { ModelFailure } from '../../platform/language-model/failure.ts'

/** What the assistant asks of other features; `app` brings them together. */
export interface AssistantPorts {
  readonly model: DeskModel
  /** What people are told of a failure. */
  failureWords(failure: Pick<ModelFailure, 'kind' | 'resetsAt'>, language: Language): string
  readonly tickets: AssistedTickets
  readonly talk: TicketTalk
  readonly faq: FaqDesk
}

interface Asking {
  readonly guildId: GuildId
  /** Null: nobody asked. */
  readonly userId: UserId | null
  readonly purpose: 'ticket_summary' | 'reply_draft'
}

interface Question {
  readonly instructions: string
  /** What people wrote; it instructs nobody. */
  readonly data: unknown
  readonly mostTokens: number
}

export interface DeskModel {
  readiness(guildId: GuildId): Promise<'ready' | 'off' | 'not_configured'>
  /** @throws {ModelFailure} */
  askForObject(asking: Asking, question: Question): Promise<object>
  /** @throws {ModelFailure} */
  askForText(asking: Asking, question: Question, onText?: (soFar: string) => void): Promise<string>
}

export interface AssistedTicket {
  readonly id: string
  readonly guildId: GuildId
  readonly number: number
  readonly openerId: UserId | null
  /** Of the member whose ticket it is. */
  readonly language: Language
  readonly description: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly status: string
  readonly channelId: ChannelId | null
}

export interface AssistedTickets {
  find(db: Db | Tx, guildId: GuildId, ticketId: string): Promise<AssistedTicket | null>
  /** @throws {Refusal} where the guild has no such ticket, or whoever acted is not of its staff. */
  findAsStaff(invocation: Invocation, ticketId: string): Promise<AssistedTicket>
  /** Tickets that were closed since; each is taken out once, by one transaction. */
  takeClosings(tx: Tx, most: number): Promise<readonly { readonly guildId: GuildId; readonly ticketId: string }[]>
  /** Wakes whoever waits for closings; may call without need. */
  onChange(wake: () => void): void
}

/** What people said in a ticket, oldest first. */
export interface SpokenLine {
  readonly author: string
  readonly by: 'member' | 'staff'
  readonly text: string
}

export interface TicketTalk {
  /** Whether everything that was said is kept. */
  isComplete(ticket: AssistedTicket): Promise<boolean>
  /** The last of them. */
  lines(ticket: AssistedTicket, most: number): Promise<readonly SpokenLine[]>
}

/** An entry of the FAQ that waits to be published, or is. */
export interface DeskEntry {
  readonly entryId: string
  /** Of the ticket that it was made from; null: of none. */
  readonly ticketId: string | null
  readonly number: number
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
}

export type EntryText = Pick<DeskEntry, 'title' | 'answer' | 'keywords'>

export interface FaqDesk {
  isOn(guildId: GuildId): Promise<boolean>
  passages(
    guildId: GuildId,
    question: string,
    language: Language,
    most: number,
  ): Promise<readonly { readonly title: string; readonly text: string }[]>
  /** Once for each ticket: a second call gives the first draft. */
  draft(
    tx: Tx,
    draft: EntryText & {
      readonly guildId: GuildId
      readonly ticketId: string
      readonly language: Language
      readonly by: UserId
    },
    now: Temporal.Instant,
  ): Promise<{ readonly entryId: string }>
  find(guildId: GuildId, entryId: string): Promise<DeskEntry | null>
  /** With other words, where they are given. @throws {Refusal} */
  publish(
    tx: Tx,
    publishing: { readonly guildId: GuildId; readonly entryId: string; readonly by: UserId } & Partial<EntryText>,
    now: Temporal.Instant,
  ): Promise<void>
}
