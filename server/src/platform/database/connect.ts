import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { type Address, parseAddress } from './address.ts'
import { columnTypes, TemporalDialect } from './dialect.ts'
import { type FailureKind, failureKind } from './failure.ts'
import { rememberPool } from './health.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** Runs work in a transaction and commits it; whoever passes one on may do more in the same transaction. */
export type Commit = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

export interface ConnectOptions {
  readonly url: string
  readonly logger: Logger
  readonly poolSize?: number
  /** How long to wait for a database that is still starting. */
  readonly waitMs?: number
  /** Ends the waiting for a database. */
  readonly signal?: AbortSignal | undefined
  /** Limit of one statement; 0 for none. */
  readonly statementTimeoutMs?: number
}

const OLDEST_VERSION = 15
const CONNECT_TIMEOUT_MS = 5000
const LEAVE_MS = 1000
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 5000
/** The server ends a statement first and says so; only one that hangs altogether reaches our own limit. */
const HANGING_MS = 5000

/**
 * A pool of connections to the database, once that answers and is new enough.
 * @throws {Refusal} with a sentence for the operator that names the server, not the password.
 */
export async function connectDatabase(options: ConnectOptions): Promise<Db> {
  const { logger, poolSize = 10, statementTimeoutMs = 15_000 } = options
  const pool = new pg.Pool({
    ...(await answeringConfig(options)),
    max: poolSize,
    types: columnTypes,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Statements, not start-up parameters: poolers like PgBouncer refuse those they do not know.
    onConnect: (client) =>
      client.query(`set statement_timeout = ${statementTimeoutMs}; set idle_in_transaction_session_timeout = 60000`),
    ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + HANGING_MS }),
  })
  // An idle connection that dies leaves the pool by itself; without a listener it would end the process.
  pool.on('error', (err) => logger.warn({ err }, 'An idle database connection was lost'))
  // So would one that dies between two queries of a transaction; the next query tells of it.
  pool.on('connect', (client) => client.on('error', (err) => logger.debug({ err }, 'A database connection was lost')))
  const db: Db = new Kysely<Tables>({ dialect: new TemporalDialect({ pool }) })
  rememberPool(db, pool)
  return db
}

/** How to connect to the database, found by trying until it answers, for as long as its failure may pass by itself. */
export async function answeringConfig(options: ConnectOptions): Promise<pg.ClientConfig> {
  const { url, logger, waitMs = 60_000, signal } = options
  const address = parseAddress(url)
  const config = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, ...address.config, application_name: 'alphapy' }
  const deadline = performance.now() + waitMs
  for (let backOffMs = FIRST_BACK_OFF_MS; ; backOffMs = Math.min(backOffMs * 2, LONGEST_BACK_OFF_MS)) {
    const failure = await probe(config)
    if (!failure) return config
    if (failure.kind === 'tls' && failure.withoutTls && address.plainIfRefused) {
      config.ssl = false
      continue
    }
    const sentence = sentenceOf(failure.kind, address)
    const passes = WAITED_FOR.includes(failure.kind)
    if (!passes || performance.now() + backOffMs > deadline) {
      logger.debug({ err: failure.error }, 'The database refused')
      throw new Refusal('unavailable', `database.${failure.kind}`, sentence)
    }
    logger.info(`${sentence} Trying again in ${backOffMs / 1000} s.`)
    await delay(backOffMs, undefined, { signal })
  }
}

const WAITED_FOR: readonly FailureKind[] = ['unreachable', 'timeout', 'starting', 'too_many_connections']

interface Failure {
  readonly kind: FailureKind
  readonly error: unknown
  readonly withoutTls: boolean
}

async function probe(config: pg.ClientConfig): Promise<Failure | null> {
  const client = new pg.Client({ ...config, query_timeout: CONNECT_TIMEOUT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await checkVersion(client)
    return null
  } catch (error) {
    const kind = failureKind(error)
    if (!kind) throw error
    const withoutTls = error instanceof Error && error.message === 'The server does not support SSL connections'
    return { kind, error, withoutTls }
  } finally {
    // A server that hangs does not take leave.
    await Promise.race([client.end(), delay(LEAVE_MS, undefined, { ref: false })])
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query('show server_version_num')
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major >= OLDEST_VERSION) return
  throw new Refusal(
    'unavailable',
    'database.too_old',
    `The database is PostgreSQL ${major}; Alphapy needs ${OLDEST_VERSION} or newer.`,
  )
}

function sentenceOf(kind: FailureKind, { server, user, database }: Address): string {
  const sentences: Record<FailureKind, string> = {
    unreachable: `The database server at ${server} cannot be reached.`,
    timeout: `The database server at ${server} does not answer.`,
    starting: `The database server at ${server} is still starting.`,
    too_many_connections: `The database server at ${server} has no connection left.`,
    authentication: `The database server at ${server} does not let the user "${user}" in: check name and password in DATABASE_URL.`,
    missing_database: `The database server at ${server} has no database "${database}": create it, or correct DATABASE_URL.`,
    tls: `No secure connection to the database server at ${server}: check sslmode and sslrootcert in DATABASE_URL against the server's certificate.`,
  }
  return sentences[kind]
}
