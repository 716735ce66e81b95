import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest'

/**
 * Why Discord did not do what it was asked.
 * - gone: what was addressed does not exist, or not any more (404).
 * - forbidden: it exists, but the bot may not (403).
 * - invalid: Discord does not accept the request (other 4xx).
 * - unauthorized: the bot token is not valid (401).
 * - unavailable: 429, 5xx, no answer in time, no connection; the request may or may not have had its effect.
 */
export type DiscordFailureKind = 'gone' | 'forbidden' | 'invalid' | 'unauthorized' | 'unavailable'

export const UNKNOWN_CHANNEL = 10003
/** Also the answer to a repeated nonce whose message was deleted meanwhile: https://github.com/discord/discord-api-docs/pull/6647 */
export const UNKNOWN_MESSAGE = 10008

/** One field of a request that Discord does not accept. */
interface FieldProblem {
  /** A JSON pointer into the request, like `/name`. */
  readonly path: string
  /** Discord's own, like `CHANNEL_PARENT_MAX_CHANNELS`. */
  readonly code: string
}

/** The one shape in which failures of Discord's HTTP API reach the program. */
export class DiscordFailure extends Error {
  override readonly name = 'DiscordFailure'
  readonly kind: DiscordFailureKind
  /** Discord's own error code (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json), if it gave one. */
  readonly code: number | null
  /** How long Discord asks to wait before a repeat. */
  readonly retryAfterMs: number | null
  /** Of code 50035: https://discord.com/developers/docs/reference#error-messages */
  readonly problems: readonly FieldProblem[]

  constructor(
    kind: DiscordFailureKind,
    message: string,
    details: {
      readonly code?: number
      readonly retryAfterMs?: number
      readonly problems?: readonly FieldProblem[]
    } = {},
  ) {
    super(message)
    this.kind = kind
    this.code = details.code ?? null
    this.retryAfterMs = details.retryAfterMs ?? null
    this.problems = details.problems ?? []
  }

  /** A limit of Discord that lasts longer than a request waits. It is known that the request had no effect. */
  get isRateLimited(): boolean {
    return this.retryAfterMs !== null
  }
}

/** What an error of the HTTP library means; an error that is not about talking to Discord comes back unchanged. */
export function failureOf(error: unknown): unknown {
  if (error instanceof DiscordAPIError) {
    return new DiscordFailure(kindOf(error.status), `Discord answered ${error.status}: ${error.message}`, {
      code: Number(error.code) || 0,
      problems: problemsIn('errors' in error.rawError ? error.rawError.errors : undefined),
    })
  }
  if (error instanceof HTTPError) return new DiscordFailure('unavailable', `Discord answered ${error.status}`)
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout)
    return new DiscordFailure('unavailable', `Discord limits ${error.method} ${error.route}`, { retryAfterMs })
  }
  if (error instanceof Error && isOfTheNetwork(error)) {
    return new DiscordFailure('unavailable', `Discord could not be reached: ${error.message}`)
  }
  return error
}

/** Problems stand below the names of their fields, as a list `_errors`. */
function problemsIn(errors: unknown, path = ''): FieldProblem[] {
  if (typeof errors !== 'object' || errors === null) return []
  return Object.entries(errors).flatMap(([name, inner]: [string, unknown]) => {
    if (name !== '_errors' || !Array.isArray(inner)) return problemsIn(inner, `${path}/${name}`)
    return inner.map((problem: { code?: unknown }) => ({ path, code: String(problem.code) }))
  })
}

function kindOf(status: number): DiscordFailureKind {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'gone'
  return status === 429 ? 'unavailable' : 'invalid'
}

/** An answer that is no JSON (SyntaxError) comes from a proxy in between, not from Discord. */
function isOfTheNetwork(error: Error): boolean {
  if (error.name === 'AbortError' || error.name === 'TimeoutError' || error instanceof SyntaxError) return true
  return 'code' in error && typeof error.code === 'string' && /^(E[A-Z]|UND_ERR)/.test(error.code)
}
