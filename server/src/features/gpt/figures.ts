import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { dayOf } from './budget.ts'
import {
  type PastCall,
  type Recent,
  readAverageLatency,
  readLastCalls,
  readLimitReset,
  readRecent,
  readTotals,
} from './figures-store.ts'
import { chosenModel } from './model-of-guild.ts'
import { gptSettings } from './settings.ts'

/** How the language model fared, in the words of the metrics of the API reference. */
export interface ModelFigures {
  readonly last_success_time: string | null
  readonly last_error_type: string | null
  readonly average_latency_ms: number
  readonly total_tokens_today: number
  readonly rate_limit_reset: string | null
  readonly current_model: string
  readonly last_user_id: bigint | null
  readonly success_count: number
  readonly error_count: number
  readonly last_success_latency_ms: number | null
  readonly recent_successes: ModelEvent[]
  readonly recent_errors: ModelEvent[]
}

interface ModelEvent {
  readonly timestamp: string
  readonly user_id: bigint | null
  readonly tokens_used: number
  readonly latency_ms: number | null
  readonly error_type: string | null
}

const RECENT = 10
const AVERAGED = 100
const STATUS_OVER = { minutes: 15 }
const MOST_FAILURES = 0.2

/** Of these guilds alone; counts are of everything that is kept. */
export async function modelFigures(platform: Platform, guildIds: readonly GuildId[]): Promise<ModelFigures> {
  const { db, clock } = platform
  const now = clock.now()
  const successes = await readLastCalls(db, guildIds, 'answered', RECENT)
  const errors = await readLastCalls(db, guildIds, 'failed', RECENT)
  const totals = await readTotals(db, guildIds, null)
  const reset = await readLimitReset(db, guildIds, now)
  const [success] = successes
  const [error] = errors
  const last = later(success, error)
  return {
    last_success_time: success ? iso(success.endedAt) : null,
    last_error_type: error?.outcome ?? null,
    average_latency_ms: await readAverageLatency(db, guildIds, AVERAGED),
    total_tokens_today: (await readTotals(db, guildIds, dayOf(now))).tokens,
    rate_limit_reset: reset && iso(reset),
    current_model: await currentModel(platform, guildIds, success ?? null),
    last_user_id: last?.userId ? BigInt(last.userId) : null,
    success_count: totals.answers,
    error_count: totals.failures,
    last_success_latency_ms: success?.latencyMs ?? null,
    recent_successes: successes.map(eventOf),
    recent_errors: errors.map(eventOf),
  }
}

function later(one: PastCall | undefined, other: PastCall | undefined): PastCall | undefined {
  if (!one || !other) return one ?? other
  return Temporal.Instant.compare(one.endedAt, other.endedAt) >= 0 ? one : other
}

/** What one guild has chosen; of several, what answered last. Empty without a language model. */
async function currentModel(
  { languageModel, settings }: Platform,
  guildIds: readonly GuildId[],
  success: PastCall | null,
): Promise<string> {
  const [guildId, ...others] = guildIds
  if (!languageModel.isConfigured) return ''
  if (guildId && others.length === 0)
    return languageModel.modelFor(chosenModel(await settings.read(gptSettings.model, guildId)))
  return success?.model ?? languageModel.modelFor(null)
}

function eventOf({ userId, outcome, tokens, latencyMs, endedAt }: PastCall): ModelEvent {
  return {
    timestamp: iso(endedAt),
    user_id: userId === null ? null : BigInt(userId),
    tokens_used: tokens,
    latency_ms: latencyMs,
    error_type: outcome === 'answered' ? null : outcome,
  }
}

function iso(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
}

/** How the language model fares for everybody; null without one. */
export async function modelStatus({
  db,
  clock,
  languageModel,
}: Platform): Promise<'operational' | 'degraded' | 'error' | null> {
  if (!languageModel.isConfigured) return null
  const now = clock.now()
  return statusOf(await readRecent(db, now.subtract(STATUS_OVER), now))
}

export function statusOf({ answers, failures, isLimited }: Recent): 'operational' | 'degraded' | 'error' {
  if (failures > 0 && answers === 0) return 'error'
  return isLimited || failures > (answers + failures) * MOST_FAILURES ? 'degraded' : 'operational'
}
