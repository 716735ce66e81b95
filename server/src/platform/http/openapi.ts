import swagger, { type SwaggerTransform } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifySchema } from 'fastify'
import { VERSION } from '../version.ts'
import type { KeyScope } from './caller.ts'
import type { Access } from './guards.ts'
import type { Http } from './http.ts'

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

const ERRORS: Readonly<Record<'public' | 'guarded', Readonly<Record<number, string>>>> = {
  public: {
    400: 'Query or path does not fit the schema.',
    500: 'A fault of the server; its log has the rest under `request_id`.',
    503: 'The database is needed and not available.',
  },
  guarded: {
    400: 'Body, query or path does not fit the schema or a rule.',
    401: 'No credentials, or credentials that do not verify.',
    403: 'The caller is known but not allowed.',
    404: 'There is no such thing.',
    409: 'Edited elsewhere, or an idempotency key that is in use or was used with another request.',
    413: 'The body is larger than 256 KiB.',
    415: 'The body is not application/json.',
    429: 'Over a limit.',
    500: 'A fault of the server; its log has the rest under `request_id`.',
    503: 'Database or Discord is needed and not available.',
  },
}

const REQUEST_ID = { 'X-Request-Id': { type: 'string', description: 'Names this request in the log.' } }
const RETRY_AFTER = { 'Retry-After': { type: 'integer', description: 'Seconds after which a repeat may succeed.' } }
const PREFER = {
  Prefer: { type: 'string', description: '`snowflakes=string` asks for ids as strings.' },
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
  const access = route.config?.access ?? 'public'
  const writes =
    access !== 'public' && ['POST', 'PUT', 'DELETE'].some((method) => [route.method].flat().includes(method))
  return {
    url,
    schema: {
      ...schema,
      ...(access !== 'public' && { security: securityOf(route.config?.scope) }),
      headers: { type: 'object', properties: { ...PREFER, ...(writes && IDEMPOTENCY_KEY) } },
      response: { ...errorResponses(access), ...successes(schema.response) },
    },
  }
}

/** API keys open what declares a scope. */
function securityOf(scope: KeyScope | undefined) {
  return [{ Bearer: [] }, { Session: [] }, ...(scope ? [{ ApiKey: [], UserId: [] }] : [])]
}

function errorResponses(access: Access) {
  return Object.fromEntries(
    Object.entries(ERRORS[access === 'public' ? 'public' : 'guarded']).map(([status, description]) => {
      const headers = { ...REQUEST_ID, ...(['409', '429', '503'].includes(status) && RETRY_AFTER) }
      return [status, { $ref: 'Error#', description, headers }]
    }),
  )
}

function successes(response: unknown) {
  const entries = typeof response === 'object' && response ? Object.entries(response) : []
  return Object.fromEntries(
    entries.map(([status, schema]) => [status, { description: 'Success.', ...schema, headers: REQUEST_ID }]),
  )
}
