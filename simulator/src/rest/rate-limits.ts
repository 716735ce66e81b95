/**
 * Discord's rate limits: one fixed window per bucket (method, path and major id), one global limit per bot token.
 * Discord publishes the headers and the global limit (https://discord.com/developers/docs/topics/rate-limits), not the
 * size of the buckets; the defaults are what bots observe.
 */
import { createHash } from 'node:crypto'

/** So many requests in so many milliseconds, counted from the first one. */
export interface RateLimit {
  readonly limit: number
  readonly windowMs: number
}

export interface RateLimitOptions {
  /** Nothing is counted, no headers are sent. */
  readonly disabled?: boolean
  /** By route key, like `POST /channels/{channel_id}/messages`; on top of the defaults. */
  readonly buckets?: Readonly<Record<string, RateLimit>>
  /** Routes that have no bucket of their own. */
  readonly otherwise?: RateLimit
  /** Of one bot token, over all routes. */
  readonly global?: RateLimit
  /** Buckets kept at most; the oldest go first. */
  readonly maxBuckets?: number
}

export interface TakeOptions {
  /** Whose global limit counts. Interaction callbacks and interaction webhooks have none: leave it out there. */
  readonly token?: string
  /** A narrower limit within the route, like `name` for renaming in `PATCH /channels/{channel_id}`. */
  readonly sublimit?: string
}

interface RateLimited {
  readonly status: 429
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly message: string; readonly retry_after: number; readonly global: boolean }
}

export interface Taken {
  /** To be sent with the answer, whatever it is. */
  readonly headers: Readonly<Record<string, string>>
  /** The answer to give instead, when the request is one too many. */
  readonly limited: RateLimited | undefined
}

interface Window {
  used: number
  readonly endsAt: number
}

const GLOBAL: RateLimit = { limit: 50, windowMs: 1000 }
const OTHERWISE: RateLimit = { limit: 100, windowMs: 1000 }

/** Keys are normalized route keys; a sublimit follows after `#`. */
const OBSERVED: Readonly<Record<string, RateLimit>> = {
  'POST /channels/:id/messages': { limit: 5, windowMs: 5000 },
  'DELETE /channels/:id/messages/:id': { limit: 5, windowMs: 1000 },
  'PUT /channels/:id/messages/:id/reactions/:id/@me': { limit: 1, windowMs: 250 },
  'DELETE /channels/:id/messages/:id/reactions/:id/@me': { limit: 1, windowMs: 250 },
  // Names and topics: https://github.com/discord/discord-api-docs/issues/1900, https://github.com/discord/discord-api-docs/issues/2208
  'PATCH /channels/:id#name': { limit: 2, windowMs: 600_000 },
}

export class RateLimits {
  readonly #disabled: boolean
  readonly #buckets = new Map<string, RateLimit>()
  readonly #otherwise: RateLimit
  readonly #global: RateLimit
  readonly #maxBuckets: number
  /** Insertion order is age: a window that is renewed is put in again. */
  readonly #windows = new Map<string, Window>()

  constructor(options: RateLimitOptions = {}) {
    this.#disabled = options.disabled ?? false
    for (const [key, limit] of Object.entries({ ...OBSERVED, ...options.buckets })) {
      this.#buckets.set(normalized(key), limit)
    }
    this.#otherwise = options.otherwise ?? OTHERWISE
    this.#global = options.global ?? GLOBAL
    this.#maxBuckets = options.maxBuckets ?? 10_000
  }

  /** Windows held at this moment. */
  get size(): number {
    return this.#windows.size
  }

  /** Forgets all that was counted. */
  clear(): void {
    this.#windows.clear()
  }

  /**
   * Counts one request.
   * @param routeKey method and path template, parameters as `{name}` or `:name`
   * @param majorId the channel, guild or webhook that has the bucket for itself
   * @param now milliseconds since 1970
   */
  take(routeKey: string, majorId: string, now: number, options: TakeOptions = {}): Taken {
    if (this.#disabled) return { headers: {}, limited: undefined }
    const whole = options.token === undefined ? undefined : this.#window(`token ${options.token}`, this.#global, now)
    if (whole && whole.used >= this.#global.limit) {
      return { headers: {}, limited: refused(whole.endsAt - now, 'global', {}) }
    }
    const key = normalized(routeKey)
    const limit = this.#buckets.get(key) ?? this.#otherwise
    const window = this.#window(`${key} ${majorId}`, limit, now)
    const sub = this.#sublimit(key, majorId, now, options.sublimit)
    if (window.used >= limit.limit) {
      const headers = bucketHeaders(key, limit, window, now)
      return { headers, limited: refused(window.endsAt - now, 'user', headers) }
    }
    window.used += 1
    if (whole) whole.used += 1
    const headers = bucketHeaders(key, limit, window, now)
    // A sublimit shows in Retry-After only: the headers stay those of the whole route, with calls remaining.
    if (sub && sub.window.used >= sub.limit.limit) {
      return { headers, limited: refused(sub.window.endsAt - now, 'user', headers) }
    }
    if (sub) sub.window.used += 1
    return { headers, limited: undefined }
  }

  #sublimit(key: string, majorId: string, now: number, name: string | undefined) {
    const limit = name === undefined ? undefined : this.#buckets.get(`${key}#${name}`)
    return limit && { limit, window: this.#window(`${key}#${name} ${majorId}`, limit, now) }
  }

  #window(key: string, limit: RateLimit, now: number): Window {
    const known = this.#windows.get(key)
    // A clock that is set back must not leave a window that never ends.
    if (known && known.endsAt > now && known.endsAt - now <= limit.windowMs) return known
    this.#windows.delete(key)
    if (this.#windows.size >= this.#maxBuckets) this.#makeRoom(now)
    const window = { used: 0, endsAt: now + limit.windowMs }
    this.#windows.set(key, window)
    return window
  }

  #makeRoom(now: number): void {
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key)
    // A tenth at once, so that not every new bucket has to walk over all of them.
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < this.#maxBuckets * 0.9) return
      this.#windows.delete(key)
    }
  }
}

function normalized(routeKey: string): string {
  return routeKey.replace(/\{[^}]*\}|(?<=\/):[^/#]+/g, ':id')
}

function bucketHeaders(key: string, limit: RateLimit, window: Window, now: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit.limit),
    'X-RateLimit-Remaining': String(Math.max(0, limit.limit - window.used)),
    'X-RateLimit-Reset': (window.endsAt / 1000).toFixed(3),
    'X-RateLimit-Reset-After': ((window.endsAt - now) / 1000).toFixed(3),
    'X-RateLimit-Bucket': createHash('sha256').update(key).digest('hex').slice(0, 32),
  }
}

function refused(waitMs: number, scope: 'user' | 'global', headers: Record<string, string>): RateLimited {
  const global = scope === 'global'
  return {
    status: 429,
    headers: {
      ...headers,
      'Retry-After': String(Math.ceil(waitMs / 1000)),
      'X-RateLimit-Scope': scope,
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: waitMs / 1000, global },
  }
}
