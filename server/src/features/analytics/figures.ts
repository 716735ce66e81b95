import type { ChannelId, GuildId } from '../../kernel/ids.ts'
import type { Metrics } from './contract.ts'

/** What the metrics ask of other features, each of which knows its own figures; `app` brings them together. */

export interface ReminderSummary {
  readonly recurring: number
  readonly oneOff: number
  readonly perChannel: ReadonlyMap<ChannelId, number>
  /** Those whose events come next, in that order. */
  readonly upcoming: readonly {
    readonly id: number
    readonly name: string
    readonly channelId: ChannelId
    readonly nextEventAt: Temporal.Instant
    readonly isRecurring: boolean
  }[]
}

/** Of these guilds alone, with so many of the upcoming. */
export type ReminderFigures = (guildIds: readonly GuildId[], upcoming: number) => Promise<ReminderSummary>

/** Of these guilds alone. */
export type TicketFigures = (guildIds: readonly GuildId[]) => Promise<Metrics['tickets']>

/** Of these guilds alone. */
export type ModelFigures = (guildIds: readonly GuildId[]) => Promise<Metrics['gpt']>

/** Without tickets in the product. */
export const noTickets: TicketFigures = async () => ({
  total: 0,
  per_status: {},
  open_count: 0,
  last_ticket_created_at: null,
  average_close_seconds: null,
  average_close_human: null,
  open_items: [],
  open_ticket_ids: [],
})
