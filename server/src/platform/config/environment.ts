import { isIP } from 'node:net'
import { type Static, Type } from 'typebox'
import { Set as setFormat } from 'typebox/format'
import { isSnowflake } from '../../kernel/ids.ts'

/** Every variable of the environment: its type, bounds, default and one line of help. `.env.example` is made from this. */

setFormat('origin', (text) => text === '*' || (URL.canParse(text) && new URL(text).origin === text))
setFormat('web-address', (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
setFormat('postgres-address', (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol))
setFormat('network', isNetwork)
setFormat('snowflake', isSnowflake)
// 2.4 wrote "no main guild" as 0.
setFormat('guild-or-zero', (text) => text === '0' || isSnowflake(text))

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const port = (standard: number, description: string) =>
  Type.Integer({ minimum: 0, maximum: 65535, default: standard, description })
const limit = (standard: number, description: string) =>
  Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: standard,
    description: `${description} A number a minute; 0 is no limit.`,
  })
const text = (description: string) => Type.Optional(Type.String({ description }))
const secret = (description: string) => Type.Optional(Type.String({ 'x-secret': true, description }))
const address = (description: string) =>
  Type.Optional(Type.String({ format: 'web-address', 'x-rule': 'an http or https address', description }))
const list = <Item extends Type.TSchema>(item: Item, standard: string, rule: string, description: string) =>
  Type.Array(item, { default: standard, uniqueItems: true, 'x-rule': rule, description })
const oneOf = <const Names extends string[]>(names: readonly [...Names], standard: string, description: string) =>
  Type.Enum(names, { default: standard, description })
const ROLES = ['api', 'gateway', 'worker'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const Environment = Type.Object({
  BOT_TOKEN: secret('Token of the Discord bot. Without it a simulated Discord with a demo community is started.'),
  DATABASE_URL: Type.Optional(
    Type.String({
      format: 'postgres-address',
      'x-rule': 'an address such as postgresql://user:password@host/database',
      'x-secret': true,
      description: 'PostgreSQL 15 or newer. Without it an embedded PostgreSQL keeps its data in DATA_DIR.',
    }),
  ),
  DATA_DIR: Type.String({
    minLength: 1,
    default: './data',
    description: 'Where the embedded PostgreSQL and generated secrets are kept.',
  }),
  ROLES: list(
    Type.Enum(ROLES),
    'api,gateway,worker',
    'a comma-separated list of "api", "gateway", "worker"',
    'What this process does; processes may share the work.',
  ),
  HOST: Type.String({
    minLength: 1,
    default: '127.0.0.1',
    description: 'Address the API listens on; 0.0.0.0 for all.',
  }),
  PORT: port(8000, 'Port of the API; 0 takes any free one.'),
  METRICS_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65535,
      description: 'Port on which Prometheus reads /metrics; 0 takes any free one. Without it there is none.',
    }),
  ),
  METRICS_HOST: Type.String({
    minLength: 1,
    default: '127.0.0.1',
    description: 'Address METRICS_PORT listens on. Whoever reaches it may read: keep it inside.',
  }),
  PUBLIC_URL: address('Where people reach this server, such as https://alphapy.example.com.'),
  SERVICE_NAME: Type.String({
    minLength: 1,
    maxLength: 100,
    default: 'alphapy',
    description: 'Name shown by /api/health.',
  }),
  API_KEY: secret('The key for X-API-Key. Without it there are no API keys.'),
  ALLOWED_ORIGINS: list(
    Type.String({ format: 'origin' }),
    '',
    'a comma-separated list of origins such as https://app.example.com',
    'Origins of web pages that may call the API.',
  ),
  TRUSTED_PROXIES: list(
    Type.String({ format: 'network' }),
    '',
    'a comma-separated list of addresses or networks such as 10.0.0.0/8',
    'Proxies whose X-Forwarded-For is believed.',
  ),
  LIMIT_METRICS_PER_MINUTE: limit(30, 'Requests for metrics, by token or, for /top-commands, by client address.'),
  LIMIT_REMINDERS_READ_PER_MINUTE: limit(60, 'Requests that read reminders, by Discord user.'),
  LIMIT_REMINDERS_WRITE_PER_MINUTE: limit(20, 'Requests that write reminders, by Discord user.'),
  LIMIT_DASHBOARD_READ_PER_MINUTE: limit(
    120,
    'Requests that read the dashboard, by person or, for signed links, by client address.',
  ),
  LIMIT_DASHBOARD_WRITE_PER_MINUTE: limit(60, 'Requests that write the dashboard, by person.'),
  LIMIT_EXPORTS_PER_MINUTE: limit(5, 'Exports, by API key or person.'),
  LIMIT_FAILED_AUTHENTICATION_PER_MINUTE: limit(20, 'Credentials that do not verify, by client address.'),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info', 'Least important messages that are logged.'),
  DISCORD_API_URL: address('Address of the Discord HTTP API; default is the one of Discord itself.'),
  DISCORD_REQUESTS_PER_SECOND: Type.Integer({
    minimum: 1,
    maximum: 5000,
    default: 50,
    description: 'Requests a second that Discord allows this bot; more than 50 only where Discord granted it.',
  }),
  DISCORD_CLIENT_ID: text('Application id, for signing in with Discord.'),
  DISCORD_CLIENT_SECRET: secret('Client secret of the application, for signing in with Discord.'),
  SHARD_COUNT: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 10_000,
      description: 'Number of gateway shards; default is what Discord recommends.',
    }),
  ),
  SHARD_IDS: list(
    Type.Integer({ minimum: 0 }),
    '',
    'a comma-separated list of whole numbers from 0',
    'Shards of this process; default is all. Needs SHARD_COUNT.',
  ),
  SIMULATOR_PORT: port(8001, 'Port of the simulated Discord; 0 takes any free one.'),
  MAIN_GUILD_ID: Type.Optional(
    Type.String({
      format: 'guild-or-zero',
      'x-rule': 'a Discord id',
      description: 'Guild that metrics speak of by default.',
    }),
  ),
  OWNER_IDS: list(
    Type.String({ format: 'snowflake' }),
    '',
    'a comma-separated list of Discord ids',
    'People who own this bot besides the owner of its application.',
  ),
  SUPABASE_URL: address('Supabase project. Needs SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL.'),
  SUPABASE_ANON_KEY: secret('Public key of the Supabase project.'),
  SUPABASE_SERVICE_ROLE_KEY: secret('Key for reading profiles in Supabase.'),
  SUPABASE_JWT_SECRET: secret('Secret that signs Supabase tokens (HS256).'),
  SUPABASE_JWKS_URL: address('Public keys that sign Supabase tokens.'),
  SUPABASE_JWT_AUDIENCE: Type.String({
    default: 'authenticated',
    description: 'Audience that Supabase tokens must name.',
  }),
  SUPABASE_ISSUER: text('Issuer that Supabase tokens must name; default follows from SUPABASE_URL.'),
  SUPABASE_WEBHOOK_SECRET: secret('Secret that signs Supabase webhooks.'),
  LLM_PROVIDER: oneOf(['grok', 'openai'], 'grok', 'Which language model service is used.'),
  LLM_BASE_URL: address('Address of a service that speaks the OpenAI protocol; default is that of the provider.'),
  LLM_MODEL: text('Model to use; default is that of the provider.'),
  LLM_TIMEOUT_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 30,
    default: 10,
    description:
      'How long an answer of the language model is waited for; models on a machine of your own may need more.',
  }),
  GROK_API_KEY: secret('Key for Grok.'),
  OPENAI_API_KEY: secret('Key for OpenAI.'),
})

export type Environment = Static<typeof Environment>
