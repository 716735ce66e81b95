/** The REST door: reads a request, lets faults strike, authorises, counts, checks, and answers. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DescribedAnswer, DescribedRequest, Violation } from '../description/check.ts'
import { refuseBroken } from '../description/rules.ts'
import { DiscordError } from '../discord-error.ts'
import type { Fault, Faults } from '../faults.ts'
import { isObject } from '../fields.ts'
import type { Json } from '../state/model.ts'
import type { World } from '../state/world.ts'
import { type RequestBody, readBody } from './body.ts'
import type { RateLimits } from './rate-limits.ts'
import { type Answer, type Found, Router, type Routes } from './router.ts'

/** Discord's own description of requests and answers. */
export interface Checks {
  checkRequest(request: DescribedRequest): Violation[]
  checkAnswer(answer: DescribedAnswer): Violation[]
}

/** Another door on the same port. Answers whether it took the request. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

export interface RestOptions {
  readonly token: string
  readonly rateLimits: RateLimits
  readonly faults: Faults
  readonly checks: Checks | undefined
  /** Requests that violate the description are refused with 50035. */
  readonly isStrict: boolean
  readonly closed: readonly Routes[]
  readonly open: readonly Routes[]
  /** Asked in order, before the routes. */
  readonly doors: readonly Door[]
}

/** What was asked and how it ended, for tests. */
export interface Logged {
  readonly method: string
  /** Below `/api/v10`, without query. */
  readonly path: string
  /** 0 when a fault left it without an answer. */
  readonly status: number
  readonly reason: string | null
  readonly atMs: number
}

interface Reply extends Answer {
  readonly headers?: Readonly<Record<string, string>>
}

const LOGGED_AT_MOST = 20_000
const PREFIX = /^\/api(?:\/v\d+)?(?=\/)/

export class RestServer {
  /** Newest last. */
  readonly log: Logged[] = []
  readonly violations: Violation[] = []
  readonly #world: World
  readonly #options: RestOptions
  readonly #router: Router

  constructor(world: World, options: RestOptions) {
    this.#world = world
    this.#options = options
    this.#router = new Router(options.closed, options.open)
  }

  /** How often this status was answered; 401, 403 and 429 count against a bot at Discord (10,000 in 10 minutes). */
  count(...statuses: readonly number[]): number {
    return this.log.filter(({ status }) => statuses.includes(status)).length
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const door of this.#options.doors) if (await door(request, response)) return
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.replace(PREFIX, '')
    const method = request.method ?? 'GET'
    if (this.#serveAttachment(path, response)) return
    const body = await this.#read(request)
    const struck = this.#options.faults.strike(method, path)
    if (struck && isBefore(struck.fault)) {
      this.#note(request, path, statusOf(struck.fault))
      return this.#fail(struck.fault, struck.retryAfter, request, response)
    }
    const reply = await this.#reply(request, url, path, body)
    if (struck) {
      this.#note(request, path, 0)
      return this.#fail(struck.fault, struck.retryAfter, request, response)
    }
    this.#note(request, path, reply.status)
    send(response, reply)
  }

  async #read(request: IncomingMessage): Promise<RequestBody | DiscordError> {
    try {
      return await readBody(request)
    } catch (error) {
      if (error instanceof DiscordError) return error
      throw error
    }
  }

  async #reply(request: IncomingMessage, url: URL, path: string, body: RequestBody | DiscordError): Promise<Reply> {
    const found = this.#router.find(request.method ?? 'GET', path)
    if (!found) return { status: 404, body: new DiscordError(0).body() }
    if (!('handler' in found))
      return {
        status: 405,
        body: { message: '405: Method Not Allowed', code: 0 },
        headers: { Allow: found.join(', ') },
      }
    const isAuthorised = request.headers.authorization === `Bot ${this.#options.token}`
    if (!found.isOpen && !isAuthorised) return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
    const taken = this.#take(found, isAuthorised, body)
    if (taken.limited) return { ...taken.limited, status: 429 }
    const answer = body instanceof DiscordError ? refused(body) : await this.#handle(found, request, url, path, body)
    return { ...answer, headers: taken.headers }
  }

  #take({ operation, params, isOpen }: Found, isAuthorised: boolean, body: RequestBody | DiscordError) {
    const major = params.get('channel_id') ?? params.get('guild_id') ?? params.get('webhook_id') ?? ''
    const token = isAuthorised && !isOpen ? { token: this.#options.token } : {}
    const sublimit = operation === 'PATCH /channels/{channel_id}' && renames(body) ? { sublimit: 'name' } : {}
    return this.#options.rateLimits.take(operation, major, this.#world.clock.now(), { ...token, ...sublimit })
  }

  async #handle(
    found: Found,
    request: IncomingMessage,
    url: URL,
    path: string,
    { json, files }: RequestBody,
  ): Promise<Answer> {
    const method = request.method ?? 'GET'
    const described = { method, path: `${path}${url.search}`, files: files.length, nowMs: this.#world.clock.now() }
    const violations = this.#options.checks?.checkRequest({ ...described, body: json }) ?? []
    this.violations.push(...violations)
    try {
      refuseBroken(found.operation, json, { files: files.length, nowMs: this.#world.clock.now() })
      if (this.#options.isStrict && violations.length) throw violated(violations)
      const answer = await found.handler({
        world: this.#world,
        operation: found.operation,
        actorId: this.#world.state.application.id,
        query: url.searchParams,
        body: json,
        files,
        reason: reasonOf(request),
        param: (name) => found.params.get(name) ?? '',
      })
      const wrong = this.#options.checks?.checkAnswer({ method, path, status: answer.status, body: plain(answer.body) })
      this.violations.push(...(wrong ?? []))
      return answer
    } catch (error) {
      if (error instanceof DiscordError) return refused(error)
      throw error
    }
  }

  #fail(fault: Fault | 'none', retryAfter: number, request: IncomingMessage, response: ServerResponse): void {
    if (fault === 'hang' || fault === 'hang_after') return
    if (typeof fault === 'string') {
      request.socket.destroy()
      return
    }
    send(response, faultReply(fault.status, retryAfter))
  }

  #note(request: IncomingMessage, path: string, status: number): void {
    const method = request.method ?? 'GET'
    this.log.push({ method, path, status, reason: reasonOf(request), atMs: this.#world.clock.now() })
    if (this.log.length > LOGGED_AT_MOST) this.log.splice(0, LOGGED_AT_MOST / 2)
  }

  /** Uploads lie below `/attachments/<channel>/<attachment>/<filename>`. */
  #serveAttachment(path: string, response: ServerResponse): boolean {
    const id = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\/[^/]+$/.exec(path)?.[1]
    const bytes = id === undefined ? undefined : this.#world.state.uploads.get(id)
    if (!bytes) return false
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length }).end(bytes)
    return true
  }
}

/** Names and topics of channels have a limit of their own, far below that of the route. */
function renames(body: RequestBody | DiscordError): boolean {
  return 'json' in body && isObject(body.json) && ('name' in body.json || 'topic' in body.json)
}

function isBefore(fault: Fault | 'none'): boolean {
  return fault !== 'hang_after' && fault !== 'drop_after'
}

function statusOf(fault: Fault | 'none'): number {
  return typeof fault === 'string' ? 0 : fault.status
}

function refused(error: DiscordError): Answer {
  return { status: error.status, body: error.body() }
}

function violated(violations: readonly Violation[]): DiscordError {
  const listed = violations.map(({ path, message }) => ({ code: 'DESCRIPTION', message: `${path} ${message}` }))
  return new DiscordError(50035, { _errors: listed })
}

function faultReply(status: number, retryAfter: number): Reply {
  if (status !== 429) return { status, body: { message: `${status}: Internal Server Error`, code: 0 } }
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: false }
  const headers = {
    'Retry-After': String(Math.ceil(retryAfter)),
    'X-RateLimit-Scope': 'shared',
    'X-RateLimit-Limit': '5',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset-After': retryAfter.toFixed(3),
  }
  return { status, body, headers }
}

/** The header is percent-encoded; a reason that is not is taken as it stands. */
function reasonOf(request: IncomingMessage): string | null {
  const value = request.headers['x-audit-log-reason']
  if (typeof value !== 'string' || value === '') return null
  return /%(?![\dA-Fa-f]{2})/.test(value) ? value : decodeURIComponent(value)
}

function plain(body: unknown): Json | undefined {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body))
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  // A 204 with a content type makes discord.js parse nothing as JSON and throw.
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return
  }
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
