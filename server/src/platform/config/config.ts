import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Compile } from 'typebox/compile'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { fieldErrors, type SchemaNode } from '../schema/rule.ts'
import { Environment } from './environment.ts'
import { halfConfigurations } from './half-configurations.ts'
import { Secret } from './secret.ts'

/** The settings of the operator, read once at start. Parts of the program receive their group, never the whole. */
export type Config = ReturnType<typeof grouped>
type Variables = Readonly<Record<string, string | undefined>>

/** The environment cannot be used; the message lists every problem and is meant for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const environment = Compile(Environment)
const nodes: Readonly<Record<string, SchemaNode>> = Environment.properties
const REPOSITORY = resolve(import.meta.dirname, '../../../..')

/** Reads the environment and the file `.env` of the working directory, else of the repository. */
export function loadConfig(): Config {
  const path = [resolve('.env'), resolve(REPOSITORY, '.env')].find((path) => existsSync(path))
  const file = path === undefined ? {} : parseEnv(readFileSync(path, 'utf8'))
  return parseConfig(process.env, file)
}

/**
 * What the variables mean; those of the environment win over those of the file.
 * @throws {ConfigError} with all problems at once.
 */
export function parseConfig(variables: Variables, file: Variables = {}): Config {
  const given = Object.fromEntries(
    Object.keys(nodes).map((name) => [name, present(variables[name]) ?? present(file[name])]),
  )
  const values = Object.fromEntries(
    Object.entries(nodes).flatMap(([name, node]) => {
      const value = given[name] ?? node.default
      return value === undefined ? [] : [[name, typeof value === 'string' ? read(node, value) : value]]
    }),
  )
  const problems = fieldErrors(Environment, environment.Errors(values), 'environment').map(({ path, message }) => {
    const name = path.split('/')[1] ?? ''
    const rule = nodes[name]?.['x-rule']
    return `${rule === undefined ? message.replace(/^\S+/, name) : `${name} must be ${rule}`}, but is ${shown(name, given[name])}.`
  })
  if (!environment.Check(values)) throw configError(problems)
  const halves = halfConfigurations(values)
  if (halves.length > 0) throw configError(halves)
  return grouped(
    values,
    Object.keys(file).filter((name) => !(name in nodes)),
  )
}

/** An empty variable is the same as none. */
function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

function read(node: SchemaNode, text: string): unknown {
  if (node.type === 'array')
    return text.split(',').flatMap((part) => (part.trim() ? [read(node.items ?? {}, part.trim())] : []))
  const isNumber =
    (node.type === 'integer' && /^-?\d{1,15}$/.test(text)) ||
    (node.type === 'number' && /^-?\d{1,15}(\.\d{1,9})?$/.test(text))
  return isNumber ? Number(text) : text
}

function shown(name: string, text: string | undefined): string {
  const node: (SchemaNode & { readonly 'x-secret'?: boolean }) | undefined = nodes[name]
  return node?.['x-secret'] ? '[secret]' : JSON.stringify(text)
}

function configError(problems: readonly string[]): ConfigError {
  return new ConfigError(['The configuration cannot be used:', ...problems.map((problem) => `- ${problem}`)].join('\n'))
}

function secretOf(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text)
}

function limitsPerMinute(values: Environment) {
  return {
    metrics: values.LIMIT_METRICS_PER_MINUTE,
    'reminders-read': values.LIMIT_REMINDERS_READ_PER_MINUTE,
    'reminders-write': values.LIMIT_REMINDERS_WRITE_PER_MINUTE,
    'dashboard-read': values.LIMIT_DASHBOARD_READ_PER_MINUTE,
    'dashboard-write': values.LIMIT_DASHBOARD_WRITE_PER_MINUTE,
    exports: values.LIMIT_EXPORTS_PER_MINUTE,
    'failed-authentication': values.LIMIT_FAILED_AUTHENTICATION_PER_MINUTE,
  }
}

function languageModelOf(values: Environment) {
  return {
    provider: values.LLM_PROVIDER,
    baseUrl: values.LLM_BASE_URL,
    model: values.LLM_MODEL,
    timeoutSeconds: values.LLM_TIMEOUT_SECONDS,
    grokKey: secretOf(values.GROK_API_KEY),
    openaiKey: secretOf(values.OPENAI_API_KEY),
    fallbackProvider: values.LLM_FALLBACK_PROVIDER,
    fallbackBaseUrl: values.LLM_FALLBACK_BASE_URL,
    fallbackModel: values.LLM_FALLBACK_MODEL,
    fallbackKey: secretOf(values.LLM_FALLBACK_API_KEY),
    priceInput: values.LLM_PRICE_INPUT,
    priceOutput: values.LLM_PRICE_OUTPUT,
  }
}

function grouped(values: Environment, unknownInFile: readonly string[]) {
  return {
    /** Most likely a slip of the pen: what it should have set is at its default. */
    unknownInFile,
    roles: new Set(values.ROLES),
    /** Without a bot token: a simulated Discord and its demo community. */
    demo: values.BOT_TOKEN === undefined,
    dataDir: resolve(values.DATA_DIR),
    serviceName: values.SERVICE_NAME,
    logLevel: values.LOG_LEVEL,
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.PUBLIC_URL,
      apiKey: secretOf(values.API_KEY),
      allowedOrigins: values.ALLOWED_ORIGINS,
      trustedProxies: values.TRUSTED_PROXIES,
      limitsPerMinute: limitsPerMinute(values),
    },
    metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT },
    database: { url: secretOf(values.DATABASE_URL) },
    discord: {
      token: secretOf(values.BOT_TOKEN),
      apiUrl: values.DISCORD_API_URL,
      requestsPerSecond: values.DISCORD_REQUESTS_PER_SECOND,
      clientId: values.DISCORD_CLIENT_ID,
      clientSecret: secretOf(values.DISCORD_CLIENT_SECRET),
      shardCount: values.SHARD_COUNT,
      shardIds: values.SHARD_IDS,
      ownerIds: values.OWNER_IDS.map((id) => UserId.parse(id)),
      mainGuildId:
        values.MAIN_GUILD_ID && values.MAIN_GUILD_ID !== '0' ? GuildId.parse(values.MAIN_GUILD_ID) : undefined,
    },
    simulator: { port: values.SIMULATOR_PORT },
    supabase: {
      url: values.SUPABASE_URL,
      anonKey: secretOf(values.SUPABASE_ANON_KEY),
      serviceRoleKey: secretOf(values.SUPABASE_SERVICE_ROLE_KEY),
      jwtSecret: secretOf(values.SUPABASE_JWT_SECRET),
      jwksUrl: values.SUPABASE_JWKS_URL,
      jwtAudience: values.SUPABASE_JWT_AUDIENCE,
      issuer: values.SUPABASE_ISSUER,
      webhookSecret: secretOf(values.SUPABASE_WEBHOOK_SECRET),
    },
    languageModel: languageModelOf(values),
  }
}

/** All secrets of the configuration, for the log to blot out wherever they turn up. */
export function secretsOf(config: Config): Secret[] {
  const groups = [config.http, config.database, config.discord, config.supabase, config.languageModel]
  return groups.flatMap((group) => Object.values(group).filter((value) => value instanceof Secret))
}
