import swagger, { type SwaggerTransform } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifySchema } from 'fastify'
import { VERSION } from '../version.ts'
import type { KeyScope } from './caller.ts'
import type { Http } from './http.ts'
import { type Described, withComponents } from './openapi-components.ts'

/** The API's description, made from the very schemas that check its requests, and a page to read it. */

const DESCRIPTION = `Self-hosted community bot for Discord.

Ids of Discord have 64 bits. They are accepted as numbers and as strings, and are answered as JSON integers with all
their digits; a client whose numbers are shorter sends \`Prefer: snowflakes=string\`.`

const SECURITY_SCHEMES = {
  Bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  Session: { type: 'apiKey', in: 'cookie', name: 'alphapy_session' },
  ApiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  UserId: {
    type: 'apiKey',
    in: 'header',
    name: 'X-User-Id',
    description: 'Discord id of the user for whom the holder of the key acts.',
  },
} as const

const ERROR = {
  $id: 'Error',
  type: 'object',
  required: ['detail', 'code', 'request_id'],
  properties: {
    detail: { type: 'string', description: 'One sentence that names the field and the rule.' },
    code: { type: 'string', description: 'For programs: `part.fact`.' },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', description: 'JSON pointer into the body, or the name of the parameter.' },
          message: { type: 'string' },
        },
      },
    },
  },
} as const

/** What a route is, as far as it decides which errors it can answer. */
interface RouteTraits {
  readonly isGuarded: boolean
  readonly isSigned: boolean
  /** In its path. */
  readonly namesThing: boolean
  readonly isLimited: boolean
  readonly isWrite: boolean
  readonly hasBody: boolean
}

const ALWAYS = () => true
/** Each error: what it means, and which routes know it. */
const ERRORS: readonly (readonly [status: number, meaning: string, knownBy: (route: RouteTraits) => boolean])[] = [
  [400, 'Body, query or path does not fit the schema or a rule.', ALWAYS],
  [401, 'No credentials, or credentials that do not verify.', ({ isGuarded }) => isGuarded],
  [403, 'The caller is known but not allowed, or the link is not.', ({ isGuarded, isSigned }) => isGuarded || isSigned],
  [404, 'There is no such thing in that guild.', ({ isGuarded, namesThing }) => isGuarded || namesThing],
  [
    409,
    'Edited elsewhere, or an idempotency key that is in use or was used with another request.',
    ({ isWrite }) => isWrite,
  ],
  [413, 'The body is larger than 256 KiB.', ({ hasBody }) => hasBody],
  [415, 'The body is not application/json.', ({ hasBody }) => hasBody],
  [429, 'Over a limit.', ({ isGuarded, isLimited }) => isGuarded || isLimited],
  [500, 'A fault of the server; its log has the rest under `request_id`.', ALWAYS],
  [503, 'Database, Discord or Supabase is needed and not available.', ALWAYS],
]

const MEANINGS = new Map(ERRORS.map(([status, meaning]) => [String(status), meaning]))

const REQUEST_ID = { 'X-Request-Id': { type: 'string', description: 'Names this request in the log.' } }
const RETRY_AFTER = { 'Retry-After': { type: 'integer', description: 'Seconds after which a repeat may succeed.' } }
const CHALLENGE = { 'WWW-Authenticate': { type: 'string', description: 'Which credentials are asked for.' } }
/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
const RATE_LIMIT = {
  RateLimit: { type: 'string', description: 'What is left: `"reminders-write";r=19;t=3`.' },
  'RateLimit-Policy': { type: 'string', description: 'The limit itself: `"reminders-write";q=20;w=60`.' },
}
const REQUEST_HEADERS = {
  Prefer: { type: 'string', description: '`snowflakes=string` asks for ids as strings.' },
  traceparent: { type: 'string', description: 'The W3C trace that the request is part of; the log names it.' },
}
const IDEMPOTENCY_KEY = {
  'Idempotency-Key': {
    type: 'string',
    minLength: 1,
    maxLength: 255,
    pattern: '^[!-~]+$',
    description: 'The same key and request within 24 hours gives the first answer again and does nothing else.',
  },
}

/** Serves `/api/openapi.json` and `/docs`. Comes before the routes that it describes. */
export async function describeApi(http: Http, publicUrl: string | undefined): Promise<void> {
  http.addSchema(ERROR)
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Alphapy', version: VERSION, description: DESCRIPTION },
      ...(publicUrl && { servers: [{ url: publicUrl }] }),
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    convertConstToEnum: false,
    refResolver: {
      buildLocalReference: ({ $id }, _base, _fragment, index) => (typeof $id === 'string' ? $id : `def-${index}`),
    },
    transform: withWhatAllRoutesHave,
    transformObject: (made) =>
      'openapiObject' in made ? withComponents(made.openapiObject as Described, MEANINGS) : made.swaggerObject,
  })
  await http.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { validatorUrl: null, deepLinking: true },
  })
  http.get(
    '/api/openapi.json',
    { config: { access: 'public', limit: 'none' }, schema: { hide: true } },
    (_request, reply) => {
      reply.type('application/json; charset=utf-8').send(Buffer.from(JSON.stringify(http.swagger())))
    },
  )
}

/** Errors, credentials and headers are the same everywhere and are written only here. */
const withWhatAllRoutesHave: SwaggerTransform<FastifySchema> = ({ schema, url, route }) => {
  if (!schema || schema.hide) return { schema: { hide: true }, url }
  const { access = 'public', limit = 'none', scope, isRepeatable } = route.config ?? {}
  const isSigned = access === 'signed_link'
  const isGuarded = access !== 'public' && !isSigned
  const isWrite = isGuarded && ['POST', 'PUT', 'DELETE'].some((method) => [route.method].flat().includes(method))
  const traits = {
    isGuarded,
    isSigned,
    isWrite,
    namesThing: schema.params !== undefined,
    isLimited: limit !== 'none',
    hasBody: schema.body !== undefined,
  }
  return {
    url,
    schema: {
      ...schema,
      ...(isGuarded && { security: securityOf(scope) }),
      headers: {
        type: 'object',
        properties: { ...REQUEST_HEADERS, ...(isWrite && !isRepeatable && IDEMPOTENCY_KEY), ...ownHeaders(schema) },
      },
      response: { ...errorResponses(traits), ...successes(schema.response, traits) },
    },
  }
}

/** API keys open what declares a scope. */
function securityOf(scope: KeyScope | undefined) {
  return [{ Bearer: [] }, { Session: [] }, ...(scope ? [{ ApiKey: [], UserId: [] }] : [])]
}

function ownHeaders({ headers }: FastifySchema): object {
  return typeof headers === 'object' && headers && 'properties' in headers ? { ...(headers.properties ?? {}) } : {}
}

function errorResponses(traits: RouteTraits) {
  const known = ERRORS.filter(([, , knownBy]) => knownBy(traits))
  return Object.fromEntries(
    known.map(([status, description]) => {
      const headers = {
        ...REQUEST_ID,
        ...(status === 401 && CHALLENGE),
        ...([409, 429, 503].includes(status) && RETRY_AFTER),
        ...(status === 429 && RATE_LIMIT),
      }
      return [status, { $ref: 'Error#', description, headers }]
    }),
  )
}

/** A route's own headers stand in its schema, under `headers` of the answer. */
function successes(response: unknown, { isLimited }: RouteTraits) {
  const entries: [string, { headers?: object }][] =
    typeof response === 'object' && response ? Object.entries(response) : []
  return Object.fromEntries(
    entries.map(([status, schema]) => [
      status,
      {
        description: 'Success.',
        ...schema,
        headers: { ...REQUEST_ID, ...(isLimited && RATE_LIMIT), ...schema.headers },
      },
    ]),
  )
}
