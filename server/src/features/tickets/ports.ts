import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Language, Localised } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Ticket } from './ticket.ts'

/** What tickets ask of other features; `app` brings them together. */
export interface TicketPorts {
  readonly suggestions: Suggestions
  readonly recordings: Recordings
  /** Buttons of other features that stand with the controls of a ticket, for its staff. */
  readonly staffButtons: readonly StaffButton[]
}

/** An answer that is known already. */
export interface Suggestion {
  readonly entryId: string
  readonly number: number
  readonly title: string
  readonly answer: string
  readonly reason: Localised
}

export interface Suggestions {
  /** Best first, only those good enough to be shown. */
  suggest(guildId: GuildId, text: string, language: Language, most: number): Promise<readonly Suggestion[]>
  /** One of them made a ticket needless. */
  solved(
    tx: Tx,
    solved: { readonly guildId: GuildId; readonly entryId: string; readonly userId: UserId },
    now: Temporal.Instant,
  ): Promise<void>
}

export interface Recordings {
  /** Whether everything that was said in the channel is kept; what is missing is fetched as soon as can be. */
  isComplete(ticket: Pick<Ticket, 'id' | 'guildId' | 'channelId'>): Promise<boolean>
  /** An address at which this person may read what was said, for a while; null where nothing was. */
  link(ticket: Pick<Ticket, 'id' | 'guildId'>, userId: UserId): Promise<string | null>
}

export interface StaffButton {
  readonly label: Localised
  customId(ticketId: string): string
}
