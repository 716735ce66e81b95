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

export interface TicketSummary {
  readonly perStatus: ReadonlyMap<string, number>
  readonly lastCreatedAt: Temporal.Instant | null
  /** Of all that were closed. */
  readonly averageCloseSeconds: number | null
  /** Neither closed nor archived, the oldest first. */
  readonly open: readonly {
    readonly id: number
    readonly username: string
    readonly status: string
    readonly channelId: ChannelId | null
    readonly createdAt: Temporal.Instant
  }[]
  /** All of them, which may be more than are listed. */
  readonly openCount: number
}

/** Of these guilds alone, with so many of those that are open. */
export type TicketFigures = (guildIds: readonly GuildId[], open: number) => Promise<TicketSummary>

/** Of these guilds alone. */
export type ModelFigures = (guildIds: readonly GuildId[]) => Promise<Metrics['gpt']>

/** Without a language model. */
export const noModel: ModelFigures = async () => ({
  last_success_time: null,
  last_error_type: null,
  average_latency_ms: 0,
  total_tokens_today: 0,
  rate_limit_reset: null,
  current_model: '',
  last_user_id: null,
  success_count: 0,
  error_count: 0,
  last_success_latency_ms: null,
  recent_successes: [],
  recent_errors: [],
})
