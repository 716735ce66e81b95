import type { GuildId } from '../../kernel/ids.ts'
import type { Config } from '../../platform/config/config.ts'
import { isConfigured } from '../../platform/language-model/language-model.ts'

/** How the language model did today, told by whoever measures it. */
export interface ModelFigures {
  readonly success_count: number
  readonly error_count: number
  readonly total_tokens_today: number
  readonly average_latency_ms: number
  readonly last_success_time: string | null
  readonly last_error_type: string | null
}

/** Of these guilds alone. */
export type ReadFigures = (guildIds: readonly GuildId[]) => Promise<ModelFigures>

export interface ModelStatus {
  readonly provider: string
  /** The variable without which the model cannot be used; null when it is there. */
  readonly missing: string | null
  readonly isOn: boolean
  readonly model: string
  readonly operatorModel: string | undefined
  readonly figures: ModelFigures
}

/** What the operator has to set for this service, as long as it is not set. */
export function missingVariable(config: Config['languageModel']): string | null {
  if (isConfigured(config)) return null
  return config.provider === 'openai' ? 'OPENAI_API_KEY' : 'GROK_API_KEY'
}
