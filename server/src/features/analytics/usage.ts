import type { GuildId } from '../../kernel/ids.ts'

/** Which sums answer how often commands were run. */
export interface UsageQuestion {
  /** Their ids, or "0" alone for all guilds together. */
  readonly guilds: readonly string[]
  readonly since: Temporal.Instant
  /** From here on whole days are summed, before it hours. */
  readonly firstDay: Temporal.Instant
}

const ALL_TOGETHER = ['0']

/** The last days or hours until now, from the beginning of the hour in which they begin. */
export function usageQuestion(
  guilds: readonly GuildId[] | 'all',
  back: { readonly hours: number },
  now: Temporal.Instant,
): UsageQuestion {
  const since = now.subtract(back).round({ smallestUnit: 'hour', roundingMode: 'floor' })
  return {
    guilds: guilds === 'all' ? ALL_TOGETHER : guilds,
    since,
    firstDay: since.round({ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'ceil' }),
  }
}
