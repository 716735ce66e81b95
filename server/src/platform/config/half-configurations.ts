import type { Environment } from './environment.ts'

/** Combinations that would start and then be unsafe or not do what was meant; each as a sentence that says what to add. */
export function halfConfigurations(values: Environment): string[] {
  const isDemo = values.BOT_TOKEN === undefined
  const claims: [boolean, string][] = [
    ...languageModelClaims(values),
    [
      values.SUPABASE_URL !== undefined && !values.SUPABASE_JWT_SECRET && !values.SUPABASE_JWKS_URL,
      'SUPABASE_URL is set without a way to verify its tokens: set SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL too.',
    ],
    [
      (values.SUPABASE_JWT_SECRET ?? values.SUPABASE_JWKS_URL) !== undefined &&
        !values.SUPABASE_URL &&
        !values.SUPABASE_ISSUER,
      'SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL is set without the issuer of the tokens: set SUPABASE_URL or SUPABASE_ISSUER too.',
    ],
    [
      values.SUPABASE_URL !== undefined && !values.SUPABASE_SERVICE_ROLE_KEY && !isDemo && !hasDiscordSignIn(values),
      'SUPABASE_URL is set without a way from its users to Discord: set SUPABASE_SERVICE_ROLE_KEY, or DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET.',
    ],
    [
      isDemo && !isLoopback(values.HOST),
      `HOST is ${JSON.stringify(values.HOST)}, which others can reach, but without BOT_TOKEN this is the demo community: set BOT_TOKEN, or HOST to 127.0.0.1.`,
    ],
    [
      isDemo && values.DISCORD_API_URL !== undefined,
      'DISCORD_API_URL is set without BOT_TOKEN: set BOT_TOKEN too, or leave out both for the simulated Discord.',
    ],
    [
      values.SHARD_IDS.length > 0 && values.SHARD_COUNT === undefined,
      'SHARD_IDS is set without SHARD_COUNT: set the number of all shards too.',
    ],
    [
      values.SHARD_IDS.some((id) => id >= (values.SHARD_COUNT ?? Number.POSITIVE_INFINITY)),
      'SHARD_IDS must be smaller than SHARD_COUNT.',
    ],
  ]
  return claims.filter(([isSo]) => isSo).map(([, sentence]) => sentence)
}

function languageModelClaims(values: Environment): [boolean, string][] {
  const { LLM_FALLBACK_PROVIDER: provider, LLM_FALLBACK_BASE_URL: baseUrl } = values
  const keys = { grok: values.GROK_API_KEY, openai: values.OPENAI_API_KEY }
  const hasSecond = (provider ?? baseUrl) !== undefined
  return [
    [
      !hasSecond && (values.LLM_FALLBACK_MODEL ?? values.LLM_FALLBACK_API_KEY) !== undefined,
      'LLM_FALLBACK_MODEL or LLM_FALLBACK_API_KEY is set without a second service: set LLM_FALLBACK_PROVIDER or LLM_FALLBACK_BASE_URL too.',
    ],
    [
      hasSecond && values.LLM_BASE_URL === undefined && keys[values.LLM_PROVIDER] === undefined,
      'A second language model is set up without a first one: set GROK_API_KEY, OPENAI_API_KEY with LLM_PROVIDER=openai, or LLM_BASE_URL too.',
    ],
    [
      provider !== undefined && baseUrl === undefined && (values.LLM_FALLBACK_API_KEY ?? keys[provider]) === undefined,
      `LLM_FALLBACK_PROVIDER is ${JSON.stringify(provider)} without its key: set ${provider === 'openai' ? 'OPENAI_API_KEY' : 'GROK_API_KEY'} or LLM_FALLBACK_API_KEY too.`,
    ],
    [
      baseUrl !== undefined && provider === undefined && values.LLM_FALLBACK_MODEL === undefined,
      'LLM_FALLBACK_BASE_URL is set without a model: set LLM_FALLBACK_MODEL too.',
    ],
    [
      (values.LLM_PRICE_INPUT === undefined) !== (values.LLM_PRICE_OUTPUT === undefined),
      'LLM_PRICE_INPUT and LLM_PRICE_OUTPUT are one price: set both.',
    ],
  ]
}

function hasDiscordSignIn({ DISCORD_CLIENT_ID: id, DISCORD_CLIENT_SECRET: secret }: Environment): boolean {
  return id !== undefined && secret !== undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
