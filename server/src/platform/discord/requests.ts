import { type InternalRequest, REST, RESTEvents, RequestMethod } from '@discordjs/rest'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { DiscordFailure, failureOf } from './failure.ts'
import type { OutgoingFile } from './message.ts'

interface DiscordRequest {
  readonly method: RequestMethod
  readonly path: `/${string}`
  readonly query?: URLSearchParams
  readonly body?: unknown
  readonly files?: readonly OutgoingFile[] | undefined
  /** What the guild's audit log says of it. */
  readonly reason?: string
  /** Interaction callbacks and follow-ups carry their own token in the path. */
  readonly withToken?: boolean
}

export interface RequestOptions {
  readonly token: string
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string
  /** Discord's global limit for this bot; 50 unless Discord granted more. */
  readonly requestsPerSecond?: number
  readonly logger: Logger
  readonly clock: Clock
}

/** Answers with Discord's JSON, or throws a DiscordFailure. */
export type SendRequest = (request: DiscordRequest) => Promise<unknown>

const TIMEOUT_MS = 5_000
/** Longer waits are given back to the caller, who has a lease or a person waiting. */
const LONGEST_WAIT_MS = 5_000
/** Discord bans an address for 10,000 answers of 401, 403 or 429 in ten minutes: https://support-dev.discord.com/hc/en-us/articles/6223003921559 */
const MOST_INVALID_REQUESTS = 5_000
const AFTER_401 = Temporal.Duration.from({ minutes: 1 })

/**
 * Requests to Discord with its rate limits kept. Reading and replacing are tried twice; a POST never, since it may
 * have had its effect. After a 401, or too many refused requests, nothing is sent for a while.
 */
export function discordRequests({ token, apiUrl, requestsPerSecond = 50, logger, clock }: RequestOptions): SendRequest {
  const rest = new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: TIMEOUT_MS,
    globalRequestsPerSecond: requestsPerSecond,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS,
    invalidRequestWarningInterval: 500,
  }).setToken(token)
  let closedUntil: { readonly instant: Temporal.Instant; readonly failure: DiscordFailure } | null = null

  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    logger.warn({ count }, 'many requests were refused by Discord')
    if (count < MOST_INVALID_REQUESTS) return
    const failure = new DiscordFailure('unavailable', `Discord refused ${count} requests`, {
      retryAfterMs: remainingTime,
    })
    closedUntil = { instant: clock.now().add({ milliseconds: Math.ceil(remainingTime) }), failure }
  })

  async function once(request: DiscordRequest): Promise<unknown> {
    if (closedUntil !== null) {
      if (Temporal.Instant.compare(clock.now(), closedUntil.instant) < 0) throw closedUntil.failure
      closedUntil = null
      // The library forgets the token at a 401.
      rest.setToken(token)
    }
    try {
      return await rest.request(internalRequest(request))
    } catch (error) {
      const failure = failureOf(error)
      if (failure instanceof DiscordFailure && failure.kind === 'unauthorized' && request.withToken !== false) {
        logger.error('Discord does not accept the bot token (BOT_TOKEN)')
        closedUntil = { instant: clock.now().add(AFTER_401), failure }
      }
      throw failure
    }
  }

  return async (request) => {
    try {
      return await once(request)
    } catch (error) {
      const mayRepeat =
        request.method !== RequestMethod.Post && error instanceof DiscordFailure && error.kind === 'unavailable'
      if (!mayRepeat || error.retryAfterMs !== null) throw error
      return once(request)
    }
  }
}

function internalRequest({
  method,
  path,
  query,
  body,
  files,
  reason,
  withToken = true,
}: DiscordRequest): InternalRequest {
  return {
    method,
    fullRoute: path,
    auth: withToken,
    ...(query && { query }),
    ...(body !== undefined && { body }),
    ...(reason !== undefined && { reason }),
    ...(files && { files: files.map(({ data, ...file }) => ({ ...file, data: Buffer.from(data) })) }),
  }
}
