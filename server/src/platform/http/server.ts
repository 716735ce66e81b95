import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import type { Logger } from 'pino'
import { answerMalformed, handleErrors, sendError } from './error-handling.ts'
import { type GuardOptions, guardRoutes } from './guards.ts'
import type { Http } from './http.ts'
import { numbersOut, parseJson, stringsOut } from './json.ts'
import { describeApi } from './openapi.ts'
import { followTraces } from './trace-context.ts'
import { validatorCompiler } from './validation.ts'

export interface HttpOptions extends GuardOptions {
  readonly logger: Logger
  readonly allowedOrigins: readonly string[]
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly publicUrl: string | undefined
}

const LARGEST_BODY_BYTES = 256 * 1024
/** From its first byte to its last; answering may take longer. */
const SLOWEST_REQUEST_MS = 60_000
const SANE_REQUEST_ID = /^[\w.-]{1,128}$/
const PREFERS_STRINGS = /(?:^|,)\s*snowflakes\s*=\s*"?string"?\s*(?:[,;]|$)/i
const EXPOSED_HEADERS = [
  'X-Request-Id',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Preference-Applied',
  'Idempotent-Replay',
  'ETag',
  'X-Next-Cursor',
  'Allow',
  'Content-Disposition',
  'X-Row-Count',
]

/** The HTTP server without routes; features add theirs before it listens. */
export async function createHttpServer(options: HttpOptions): Promise<Http> {
  const http: Http = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: requestId,
    bodyLimit: LARGEST_BODY_BYTES,
    trustProxy: [...options.trustedProxies],
    // Too long a parameter is told by the schema, with its name.
    routerOptions: { maxParamLength: LARGEST_BODY_BYTES },
    frameworkErrors: sendError,
    clientErrorHandler: answerMalformed,
    requestTimeout: SLOWEST_REQUEST_MS,
    // While the server closes, requests that have come in are answered like any other.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  })
  exchangeJson(http)
  http.addHook('onRequest', identify)
  followTraces(http)
  http.addHook('onResponse', logAnswer)
  endWithLastAnswer(http)
  await http.register(cors, crossOrigin(options.allowedOrigins))
  await http.register(helmet, { contentSecurityPolicy: { directives: CONTENT_POLICY } })
  handleErrors(http)
  await describeApi(http, options.publicUrl)
  guardRoutes(http, options)
  return http
}

/** A connection kept alive after the last answer on it would hold up the end of the server. */
function endWithLastAnswer(http: Http): void {
  let isEnding = false
  http.addHook('preClose', async () => {
    isEnding = true
  })
  http.addHook('onSend', async (_request, reply) => {
    if (isEnding) reply.header('connection', 'close')
  })
}

function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID()
}

/** JSON is the only language for bodies, with ids to the last digit in both directions. */
function exchangeJson(http: Http): void {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => (text === '' ? undefined : parseJson(text)),
  )
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(() => numbersOut)
}

async function identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('x-request-id', request.id).header('vary', 'Prefer')
  if (!PREFERS_STRINGS.test(String(request.headers.prefer ?? ''))) return
  // With a serializer of its own an answer is not known to be JSON.
  reply.serializer(stringsOut).type('application/json; charset=utf-8').header('preference-applied', 'snowflakes=string')
}

async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  // The query stays out: clients put credentials there.
  const path = request.url.split('?', 1)[0]
  const { method, ip } = request
  request.log.info({ method, path, ip, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
}

function crossOrigin(origins: readonly string[]) {
  const all = origins.includes('*')
  return {
    origin: all ? '*' : [...origins],
    credentials: !all,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 600,
    strictPreflight: false,
  }
}

/** What the page at /docs needs and no more; TLS, if any, is the proxy's, so nothing is upgraded. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  upgradeInsecureRequests: null,
}
