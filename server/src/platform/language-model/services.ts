import type { Config } from '../config/config.ts'
import type { Secret } from '../config/secret.ts'

type ModelConfig = Config['languageModel']

/** Where a language model is asked. */
export interface Service {
  readonly name: 'grok' | 'openai'
  readonly baseUrl: string
  /** Whether that is an address of the operator's own. */
  readonly isOwn: boolean
  /** None where the service lets everybody in. */
  readonly key: Secret | null
  /** What answers where nobody chose another. */
  readonly model: string
  /** Whether a guild may choose another: a name means something to one service alone. */
  readonly isChosenByGuilds: boolean
}

const ADDRESSES = { grok: 'https://api.x.ai/v1', openai: 'https://api.openai.com/v1' }
export const USUAL_MODELS = { grok: 'grok-3', openai: 'gpt-4.1-mini' }

/** A service at an address of the operator's own may let everybody in. */
export function isConfigured(config: ModelConfig): boolean {
  return config.baseUrl !== undefined || keyFor(config, config.provider) !== null
}

/** Those that are set up, in the order in which they are asked. */
export function servicesOf(config: ModelConfig): readonly Service[] {
  if (!isConfigured(config)) return []
  const { provider, baseUrl, model, fallbackProvider, fallbackBaseUrl, fallbackModel, fallbackKey } = config
  const first: Service = {
    ...addressed(provider, baseUrl),
    key: keyFor(config, provider),
    model: model ?? USUAL_MODELS[provider],
    isChosenByGuilds: true,
  }
  if (fallbackProvider === undefined && fallbackBaseUrl === undefined) return [first]
  const name = fallbackProvider ?? 'openai'
  // A key is for the address that it was given for: another one is sent it only where the operator says so.
  const ownKey = fallbackBaseUrl === undefined || fallbackProvider !== undefined ? keyFor(config, name) : null
  const second: Service = {
    ...addressed(name, fallbackBaseUrl),
    key: fallbackKey ?? ownKey,
    model: fallbackModel ?? USUAL_MODELS[name],
    isChosenByGuilds: false,
  }
  return [first, second]
}

function addressed(name: Service['name'], baseUrl: string | undefined) {
  return { name, baseUrl: baseUrl ?? ADDRESSES[name], isOwn: baseUrl !== undefined }
}

function keyFor({ grokKey, openaiKey }: ModelConfig, provider: Service['name']): Secret | null {
  return (provider === 'openai' ? openaiKey : grokKey) ?? null
}
