import { DatabaseError } from 'pg'

/** Why the database did not answer; everything else it may say is a fault of the program. */
export type FailureKind =
  | 'unreachable'
  | 'timeout'
  | 'starting'
  | 'too_many_connections'
  | 'authentication'
  | 'missing_database'
  | 'tls'

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const SERVER_CODES: Record<string, FailureKind> = {
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'starting',
  '53300': 'too_many_connections',
  '28P01': 'authentication',
  '28000': 'authentication',
  '3D000': 'missing_database',
  '57014': 'timeout',
}

const NETWORK_CODES = /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|EPIPE|ENOENT|EACCES|EADDRNOTAVAIL)/
const TLS_CODES = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/
/** Errors that pg makes itself carry no code. */
const DRIVER_SENTENCES: [RegExp, FailureKind][] = [
  [/timeout/i, 'timeout'],
  [/^Connection terminated|not queryable|connection error/, 'unreachable'],
  [/SSL/, 'tls'],
  [/password must be a string|SASL/, 'authentication'],
]

/** Whether an error means that the database is not there for us, and how; null for anything else. */
export function failureKind(error: unknown): FailureKind | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof DatabaseError) return SERVER_CODES[code] ?? null
  if (code === 'ETIMEDOUT') return 'timeout'
  if (NETWORK_CODES.test(code)) return 'unreachable'
  if (TLS_CODES.test(code)) return 'tls'
  return DRIVER_SENTENCES.find(([sentence]) => sentence.test(error.message))?.[1] ?? null
}
