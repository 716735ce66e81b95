import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Platform } from '../../platform/feature.ts'
import { isConfigured } from '../../platform/language-model/services.ts'
import { type Day, dayOf, type Limits, nextDay } from './budget.ts'
import { countQuestions } from './calls-store.ts'
import { readDay } from './days-store.ts'
import { readAverageLatency, readLastCalls, readTotals, type Totals } from './figures-store.ts'
import { limitsOf } from './limits.ts'
import { chosenModel } from './model-of-guild.ts'
import { QUOTA_PURPOSE } from './purpose.ts'
import { gptSettings } from './settings.ts'

export interface ModelStatus {
  readonly provider: string
  /** The one that is asked where the first one fails. */
  readonly second: string | undefined
  /** The variable without which the model cannot be used; null when it is there. */
  readonly missing: string | null
  readonly isOn: boolean
  readonly model: string
  readonly operatorModel: string | undefined
  readonly today: Totals & {
    readonly averageLatencyMs: number
    readonly lastAnswerAt: Temporal.Instant | null
    readonly lastFailure: string | null
  }
  readonly budget: Pick<Day, 'spent'> & { readonly limits: Limits; readonly resetsAt: Temporal.Instant }
  /** Of whoever wants to know. */
  readonly ownQuestions: number
}

const AVERAGED = 100

/** What is known of the language model of a guild; no service is asked anything. */
export async function statusOfGuild(platform: Platform, guildId: GuildId, userId: UserId): Promise<ModelStatus> {
  const { db, clock, config, settings, languageModel } = platform
  const { provider, model: operatorModel, fallbackProvider, fallbackBaseUrl } = config.languageModel
  const day = dayOf(clock.now())
  const [answer] = await readLastCalls(db, [guildId], 'answered', 1)
  const [failure] = await readLastCalls(db, [guildId], 'failed', 1)
  const chosen = chosenModel(await settings.read(gptSettings.model, guildId))
  return {
    provider,
    second: fallbackProvider ?? (fallbackBaseUrl && 'openai'),
    operatorModel,
    missing: missingVariable(config.languageModel),
    isOn: await settings.read(gptSettings.enabled, guildId),
    model: chosen ?? (languageModel.modelFor(null) || gptSettings.model.default),
    today: {
      ...(await readTotals(db, [guildId], day)),
      averageLatencyMs: await readAverageLatency(db, [guildId], AVERAGED),
      lastAnswerAt: answer?.endedAt ?? null,
      lastFailure: failure?.outcome ?? null,
    },
    budget: {
      spent: (await readDay(db, { guildId, day })).spent,
      limits: await limitsOf(settings, guildId),
      resetsAt: nextDay(day),
    },
    ownQuestions: await countQuestions(db, { guildId, day }, userId, QUOTA_PURPOSE),
  }
}

/** What the operator has to set for this service, as long as it is not set. */
export function missingVariable(config: Config['languageModel']): string | null {
  if (isConfigured(config)) return null
  return config.provider === 'openai' ? 'OPENAI_API_KEY' : 'GROK_API_KEY'
}
