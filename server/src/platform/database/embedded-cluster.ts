import { execFile, spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { open, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { type Home, locateHome, makeHome, readPassword } from './embedded-home.ts'
import { removeStalePidFile, runningPostmaster } from './embedded-postmaster.ts'
import { as } from './embedded-user.ts'
import { failureKind } from './failure.ts'

const run = promisify(execFile)

/** The bundled programs can only read clusters of their own major version. */
const MAJOR_VERSION = '18'
const USER = 'alphapy'
/** Below the range from which Linux takes the ports of outgoing connections, so that ours is rarely taken. */
const PORTS = { from: 20_000, to: 32_000 }
/** Without success for so long, while its process is alive: longer than any crash recovery of a bot's database. */
const START_LIMIT_MS = 300_000
/** With the waits between them about 13 s: sessions that outlive a killed server keep the next from starting. */
const FAILED_STARTS_LIMIT = 8
const STOP_LIMIT_MS = 30_000
const LOG_LIMIT_BYTES = 5_000_000

export interface ClusterOptions {
  readonly dataDir: string
  readonly logger: Logger
  /** Off only for tests: nothing is synced to disk. Killed processes lose nothing, a power cut may lose everything. */
  readonly durable?: boolean
  readonly maxConnections?: number
}

/** A PostgreSQL cluster of our own below a data folder. It outlives this process unless it is stopped. */
export class Cluster {
  readonly #options: ClusterOptions
  readonly #home: Home
  readonly #binaries: Binaries
  readonly #password: string
  #port: number | null = null

  private constructor(options: ClusterOptions, home: Home, binaries: Binaries, password: string) {
    this.#options = options
    this.#home = home
    this.#binaries = binaries
    this.#password = password
  }

  /** Finds the cluster of the data folder, or makes it; does not start it. */
  static async open(given: ClusterOptions): Promise<Cluster> {
    const options = { ...given, dataDir: resolve(given.dataDir) }
    const home = await locateHome(options.dataDir, options.logger)
    const binaries = await findBinaries(home.user, home.binaries, options.logger)
    await makeHome(home, options.dataDir, (unfinished) => initialise(unfinished, binaries, options))
    await checkVersion(home)
    return new Cluster(options, home, binaries, await readPassword(home))
  }

  get dataDir(): string {
    return this.#options.dataDir
  }

  /** The address of one of its databases; known once it has run. */
  url(database: string): string {
    return `postgresql://${USER}:${this.#password}@127.0.0.1:${this.#port}/${database}?sslmode=disable`
  }

  /**
   * A connection to the maintenance database, with the cluster started if nobody else has. Once connected, later
   * starts keep the port, because pools hold on to it.
   */
  async connect(applicationName: string, signal?: AbortSignal): Promise<pg.Client> {
    const deadline = performance.now() + START_LIMIT_MS
    for (let failedStarts = 0; performance.now() < deadline; ) {
      signal?.throwIfAborted()
      const running = await runningPostmaster(this.#home.data)
      const client = running?.ready && (await this.#tryConnect(running.port, applicationName))
      if (client) return client
      if (running) await delay(25, undefined, { signal })
      else if (!(await this.#launch(failedStarts))) {
        failedStarts++
        if (failedStarts === FAILED_STARTS_LIMIT) throw await this.#notStarting()
        await delay(50 * 2 ** failedStarts, undefined, { signal })
      }
    }
    throw await this.#notStarting()
  }

  async isRunning(): Promise<boolean> {
    return (await runningPostmaster(this.#home.data)) !== null
  }

  /** Stops it, whoever started it, and returns once its process is gone. Sessions are cut, their transactions undone. */
  async stop(): Promise<void> {
    const running = await runningPostmaster(this.#home.data)
    if (!running) return
    if (process.platform === 'win32') {
      await run(this.#binaries.pgCtl, ['stop', '-m', 'fast', '-D', this.#home.data])
      return
    }
    // Fast shutdown, then an immediate one: https://www.postgresql.org/docs/18/server-shutdown.html
    for (const stopSignal of ['SIGINT', 'SIGQUIT'] as const) {
      process.kill(running.pid, stopSignal)
      const deadline = performance.now() + STOP_LIMIT_MS
      while (performance.now() < deadline) {
        if ((await runningPostmaster(this.#home.data))?.pid !== running.pid) return
        await delay(20)
      }
      this.#options.logger.warn(`PostgreSQL (process ${running.pid}) does not stop`)
    }
  }

  async #tryConnect(port: number, applicationName: string): Promise<pg.Client | null> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: USER,
      password: this.#password,
      database: 'postgres',
      ssl: false,
      application_name: applicationName,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    client.on('error', (err) => this.#options.logger.debug({ err }, 'The connection to the cluster was lost'))
    try {
      await client.connect()
      this.#port = port
      return client
    } catch (error) {
      if (['unreachable', 'starting', 'timeout'].includes(failureKind(error) ?? '')) return null
      throw error
    }
  }

  /** Whether it came up; false when it exited at once (port taken, another starter was faster, orphaned sessions left). */
  async #launch(attempt: number): Promise<boolean> {
    const { data, user, logFile } = this.#home
    if (await removeStalePidFile(data)) {
      this.#options.logger.warn(
        `Removed the stale postmaster.pid in ${data}: its process is gone, or another program by now`,
      )
    }
    const port = this.#port ?? (await freePort(data, attempt))
    const log = await open(logFile, (await isLong(logFile)) ? 'w' : 'a', 0o600)
    try {
      if (user) await log.chown(user.uid, user.gid)
      // Detached: an interrupt typed at our terminal must not reach it before our own work has ended.
      const child = spawn(this.#binaries.postgres, ['-D', data, ...this.#settings(port)], {
        ...as(user),
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log.fd, log.fd],
      })
      child.unref()
      const exit = once(child, 'exit').then(() => true)
      while (!(await runningPostmaster(data))) {
        if (await Promise.race([exit, delay(20, false)])) return false
      }
      return true
    } finally {
      await log.close()
    }
  }

  #settings(port: number): string[] {
    const { durable = true, maxConnections = 100 } = this.#options
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      max_connections: maxConnections,
      timezone: 'UTC',
      log_timezone: 'UTC',
      // What a statement did wrong is the program's to log; here belongs what happens to the server.
      log_min_messages: 'log',
      log_checkpoints: 'off',
      ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    }
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  }

  async #notStarting(): Promise<Refusal> {
    const log = await readFile(this.#home.logFile, 'utf8').catch(() => '')
    const last = log.trimEnd().split('\n').slice(-5)
    this.#options.logger.error({ log: last }, 'PostgreSQL does not start')
    return new Refusal(
      'unavailable',
      'database.not_starting',
      `The embedded PostgreSQL does not start; what it says itself stands in ${this.#home.logFile}.`,
    )
  }
}

async function initialise(home: Home, binaries: Binaries, options: ClusterOptions): Promise<void> {
  options.logger.info(`Making a database in ${options.dataDir} (once)`)
  // PostgreSQL's own C.UTF-8 behaves the same on every system; what the system's C library calls so does not.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const access = [`--username=${USER}`, `--pwfile=${home.passwordFile}`, '--auth=scram-sha-256']
  const durability = (options.durable ?? true) ? [] : ['--no-sync']
  await run(binaries.initdb, ['-D', home.data, ...locale, ...access, ...durability], as(home.user))
}

async function checkVersion(home: Home): Promise<void> {
  const version = (await readFile(join(home.data, 'PG_VERSION'), 'utf8')).trim()
  if (version === MAJOR_VERSION) return
  throw new Refusal(
    'unavailable',
    'database.other_major_version',
    `The database in ${home.path} was made by PostgreSQL ${version}, and this Alphapy brings ${MAJOR_VERSION}: restore it from a dump, or start the Alphapy that made it.`,
  )
}

/** The first attempt is the same port at every start, later ones are random. */
async function freePort(data: string, attempt: number): Promise<number> {
  const usual = PORTS.from + (createHash('sha256').update(data).digest().readUInt32BE() % (PORTS.to - PORTS.from))
  for (let port = usual; ; port = randomInt(PORTS.from, PORTS.to)) {
    if (attempt > 0 && port === usual) continue
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

const isLong = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > LOG_LIMIT_BYTES,
    () => false,
  )
