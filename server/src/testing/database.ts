import { createHash, randomBytes } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join as joinPath } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { parseAddress } from '../platform/database/address.ts'
import { answeringConfig, type ConnectOptions, connectDatabase, type Db } from '../platform/database/connect.ts'
import { Cluster } from '../platform/database/embedded-cluster.ts'
import { failureKind } from '../platform/database/failure.ts'
import { applyMigrations, loadMigrations, type Migration } from '../platform/database/migrate.ts'

/** A migrated, empty database of one test file's own; it is dropped when disposed of. */
export interface TestDatabase extends AsyncDisposable {
  readonly db: Db
  readonly url: string
}

/** `statementTimeoutMs`: of the test's own statements; those of a program that it starts have as long as in production. */
type TestDatabaseOptions = Pick<ConnectOptions, 'statementTimeoutMs'>

/** Longer than a busy machine lets anybody wait for a connection, also for one that all others of its pool wait for. */
const PATIENCE_SECONDS = 180
const MEMORY = '/dev/shm'
const ROOM_BYTES = 2 * 1024 ** 3
/** Held shared by every process that uses the cluster; whoever gets it alone is the last and stops the cluster. */
const PRESENCE_LOCK = 5_120_774_301
/** Held while templates are made and leftovers dropped. */
const HOUSEKEEPING_LOCK = 5_120_774_302

const silent = pino({ level: 'silent' })
const migrations = await loadMigrations()
/** Names this process's session and databases, so that those of dead processes are told apart and dropped. */
const token = `${process.pid}_${randomBytes(4).toString('hex')}`
let joined: Promise<Server> | null = null
let clones = 0

/** Clones the template, which the first process to need it makes from the migrations. */
export async function testDatabase({
  statementTimeoutMs = PATIENCE_SECONDS * 1000,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await joinTestServer()
  const name = `alphapy_test_${token}_${++clones}`
  // Copying files costs half of writing them through the log, which a cluster that is not durable does not need.
  await server.session.query(`create database ${name} template ${templateName(migrations)} strategy file_copy`)
  const address = new URL(server.url(name))
  address.searchParams.set('connect_timeout', String(PATIENCE_SECONDS))
  const url = address.href
  const db = await connectDatabase({ url, logger: silent, statementTimeoutMs })
  return {
    db,
    url,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await server.session.query(`drop database ${name} with (force)`)
    },
  }
}

/** A PostgreSQL on which this process may make databases. */
interface Server {
  /** A pool of one connection, so a session: what it locks stays locked. Idle, it does not keep the process alive. */
  readonly session: pg.Pool
  url(database: string): string
  /** Only of a cluster of our own. */
  stop?(): Promise<void>
}

/** Joins the server that all test processes share, and starts it when nobody has; left when the process ends. */
export function joinTestServer(): Promise<Server> {
  joined ??= join()
  return joined
}

/** Stops the server if nobody else uses it. */
export async function leaveTestServer(): Promise<void> {
  const server = await joined
  joined = null
  if (!server) return
  await server.session.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
  const { rows } = await server.session.query('select pg_try_advisory_lock($1) as last', [PRESENCE_LOCK])
  if (rows[0].last) await server.stop?.()
  await server.session.end()
}

async function join(): Promise<Server> {
  const address = process.env['TEST_DATABASE_URL']
  const server = await (address ? joinGiven(address) : joinEmbedded())
  process.once('beforeExit', () => leaveTestServer())
  await server.session.query('select pg_advisory_lock($1)', [HOUSEKEEPING_LOCK])
  await dropLeftovers(server)
  await makeTemplate(server)
  await server.session.query('select pg_advisory_unlock($1)', [HOUSEKEEPING_LOCK])
  return server
}

async function joinGiven(address: string): Promise<Server> {
  const session = openSession(await answeringConfig({ url: address, logger: silent }))
  if (!(await announce(session))) throw new Error('The server of TEST_DATABASE_URL cannot be used yet')
  return { session, url: (database) => Object.assign(new URL(address), { pathname: `/${database}` }).href }
}

/**
 * Where the cluster of all test processes of this checkout lives. In memory where there is room: each test file makes
 * and deletes a database of 800 files, and ext4 looks at all that were deleted in the last seconds for each new one.
 */
function clusterFolder(): string {
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/alphapy/test-postgres', import.meta.url))
  if (!existsSync(MEMORY)) return cache
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize < ROOM_BYTES) return cache
  const checkout = createHash('sha256').update(`${userInfo().uid} ${cache}`).digest('hex').slice(0, 12)
  return joinPath(MEMORY, `alphapy-test-${checkout}`)
}

async function joinEmbedded(): Promise<Server> {
  const dataDir = clusterFolder()
  const cluster = await Cluster.open({ dataDir, logger: silent, durable: false, maxConnections: 300 })
  for (;;) {
    const starter = await cluster.connect('alphapy_test_start')
    await starter.end()
    const session = openSession(parseAddress(cluster.url('postgres')).config)
    // Fails when the last process before us was just stopping the cluster; the next round starts it again.
    if (await announce(session)) return { session, url: (name) => cluster.url(name), stop: () => cluster.stop() }
  }
}

function openSession(config: pg.ClientConfig): pg.Pool {
  const session = new pg.Pool({
    ...config,
    application_name: `alphapy_test_${token}`,
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  })
  // It ends when the cluster is stopped.
  session.on('error', () => undefined)
  return session
}

/**
 * Whether this process is counted among those that use the server. Never waits for the lock: the last process gives it
 * back only by stopping the server, and whoever got it then would be counted by a server that is going.
 */
async function announce(session: pg.Pool): Promise<boolean> {
  try {
    const { rows } = await session.query('select pg_try_advisory_lock_shared($1) as present', [PRESENCE_LOCK])
    if (rows[0].present) return true
  } catch (error) {
    if (!['unreachable', 'starting'].includes(failureKind(error) ?? '')) throw error
  }
  await session.end()
  return false
}

/** Databases of test runs that were killed, and half-made templates. */
async function dropLeftovers({ session }: Server): Promise<void> {
  const { rows } = await session.query(
    `select d.datname as name from pg_database d
     where d.datname like 'alphapy\\_template\\_%\\_unfinished' or (d.datname like 'alphapy\\_test\\_%' and not exists (
       select from pg_stat_activity a
       where a.application_name like 'alphapy\\_test\\_%' and starts_with(d.datname, a.application_name || '_')))`,
  )
  for (const { name } of rows) await session.query(`drop database if exists ${name} with (force)`)
}

function templateName(list: readonly Migration[]): string {
  const all = createHash('sha256').update(list.map(({ checksum }) => checksum).join())
  return `alphapy_template_${all.digest('hex').slice(0, 16)}`
}

async function makeTemplate(server: Server): Promise<void> {
  const name = templateName(migrations)
  const { rowCount } = await server.session.query('select from pg_database where datname = $1', [name])
  if (rowCount !== 0) return
  const unfinished = `${name}_unfinished`
  await server.session.query(`create database ${unfinished}`)
  const db = await connectDatabase({ url: server.url(unfinished), logger: silent, poolSize: 1, statementTimeoutMs: 0 })
  await applyMigrations(db, migrations)
  await db.destroy()
  await server.session.query(`alter database ${unfinished} rename to ${name}`)
}
