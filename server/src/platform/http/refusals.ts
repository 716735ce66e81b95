import { type FieldError, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { failureKind } from '../database/failure.ts'
import { DiscordFailure } from '../discord/failure.ts'
import { Unauthenticated } from './caller.ts'

/** How each "no" and each fault is told over HTTP. This file is the only one that knows statuses of errors. */

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit: 429,
  unavailable: 503,
}

/** What Fastify itself refuses, by its error code: https://fastify.dev/docs/latest/Reference/Errors/ */
const FRAMEWORK: Readonly<Record<string, readonly [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'http.too_large', 'The body must not be larger than 256 KiB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'http.unsupported_media_type',
    'The body must be sent as Content-Type: application/json.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'http.content_length', 'The body is not as long as Content-Length says.'],
  FST_ERR_BAD_URL: [400, 'http.malformed_path', 'The path must be valid percent-encoded UTF-8.'],
}

const DEFAULT_RETRY_SECONDS = 5

export interface ErrorAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: {
    readonly detail: string
    readonly code: string
    readonly errors?: readonly Omit<FieldError, 'said'>[]
  }
}

/** The answer to anything thrown. Only refusals speak with their own words; a fault has a constant sentence. */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof Refusal) return refused(error)
  if (error instanceof Unauthenticated)
    return plain(401, 'http.unauthenticated', error.message, { 'www-authenticate': error.challenge })
  if (failureKind(error)) return unavailable('database.unavailable', 'Database not available', DEFAULT_RETRY_SECONDS)
  if (error instanceof DiscordFailure && error.kind === 'unavailable')
    return unavailable('discord.unavailable', 'Discord not available', Math.ceil((error.retryAfterMs ?? 0) / 1000))
  const known = FRAMEWORK[codeOf(error)]
  return known ? plain(...known) : plain(500, 'http.fault', 'Internal server error')
}

function refused({ kind, code, message, errors, retryAfter }: Refusal): ErrorAnswer {
  const seconds = retryAfter ?? (kind === 'limit' || kind === 'unavailable' ? DEFAULT_RETRY_SECONDS : undefined)
  const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': String(Math.ceil(seconds)) }
  const told = errors?.map((error) => ({ path: error.path, message: error.message }))
  return { status: STATUS[kind], headers, body: { detail: message, code, ...(told && { errors: told }) } }
}

function unavailable(code: string, detail: string, seconds: number): ErrorAnswer {
  return plain(503, code, detail, { 'retry-after': String(seconds || DEFAULT_RETRY_SECONDS) })
}

function plain(status: number, code: string, detail: string, headers: Record<string, string> = {}): ErrorAnswer {
  return { status, headers, body: { detail, code } }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
