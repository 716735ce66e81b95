import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { Cluster, type ClusterOptions } from './embedded-cluster.ts'

/** The database inside the cluster that the program uses. */
const DATABASE = 'alphapy'
/** Any constant; held in the maintenance database by the one process that may use the cluster. */
const HOLDER_LOCK = 4_021_830_117
/** How long a holder that was killed may still seem to be there. */
const LET_GO_MS = 500
const LONGEST_BACK_OFF_MS = 5000

/** A PostgreSQL of this process's own. */
export interface Embedded extends AsyncDisposable {
  readonly url: string
  /** Stops PostgreSQL and returns once its process is gone. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL in the data folder, or takes over the one an earlier process left running, and keeps it running.
 * Only one process holds a data folder; the next is refused with the holder's name.
 */
export async function startEmbedded(options: ClusterOptions): Promise<Embedded> {
  const cluster = await Cluster.open(options)
  const supervisor = new Supervisor(cluster, options.logger)
  await supervisor.start()
  const stop = () => supervisor.stop()
  return { url: cluster.url(DATABASE), stop, [Symbol.asyncDispose]: stop }
}

/**
 * holding: its session has the lock. recovering: the session broke, PostgreSQL is started again and the lock taken
 * again. stopped. The lock is of a session, so the kernel frees it when this process dies, however it dies.
 */
class Supervisor {
  readonly #cluster: Cluster
  readonly #logger: Logger
  readonly #stopping = new AbortController()
  #session: pg.Client | null = null
  #watch: Promise<void> | null = null
  #recovery: Promise<void> | null = null
  #stopped: Promise<void> | null = null

  constructor(cluster: Cluster, logger: Logger) {
    this.#cluster = cluster
    this.#logger = logger
  }

  async start(): Promise<void> {
    const session = await this.#hold()
    await makeDatabase(session)
    this.#watch = this.#supervise(session)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    this.#stopping.abort()
    await this.#recovery
    if (this.#session || (await this.#mayHold())) await this.#cluster.stop()
    await this.#watch
  }

  async #supervise(first: pg.Client): Promise<void> {
    this.#session = first
    while (this.#session) {
      const session = this.#session
      await new Promise((resolve) => session.once('end', resolve))
      this.#session = null
      if (this.#stopping.signal.aborted) return
      this.#logger.error('The embedded PostgreSQL is gone; starting it again')
      this.#recovery = this.#recover()
      await this.#recovery
    }
  }

  /** Takes up a new session, unless it is told to stop first. */
  async #recover(): Promise<void> {
    for (let waitMs = 100; !this.#stopping.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_BACK_OFF_MS)) {
      try {
        this.#session = await this.#hold()
        this.#logger.info('The embedded PostgreSQL is back')
        return
      } catch (err) {
        if (this.#stopping.signal.aborted) return
        this.#logger.error({ err }, `The embedded PostgreSQL did not start; next try in ${waitMs} ms`)
        await delay(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => null)
      }
    }
  }

  /** A session that has the lock. @throws {Refusal} that names who has it. */
  async #hold(): Promise<pg.Client> {
    const session = await this.#cluster.connect(
      `alphapy process ${process.pid} on ${hostname()}`,
      this.#stopping.signal,
    )
    const deadline = performance.now() + LET_GO_MS
    while (!(await tryLock(session))) {
      if (performance.now() > deadline) {
        const holder = await findHolder(session)
        await session.end()
        throw new Refusal('conflict', 'database.held', heldSentence(this.#cluster.dataDir, holder))
      }
      await delay(50)
    }
    return session
  }

  /** Without a session another process may hold the cluster by now; then it is not ours to stop. */
  async #mayHold(): Promise<boolean> {
    if (!(await this.#cluster.isRunning())) return false
    const session = await this.#cluster.connect('alphapy stopping', AbortSignal.timeout(2000)).catch(() => null)
    const held = session !== null && !(await tryLock(session))
    if (held) await session.end()
    return !held
  }
}

async function tryLock(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query('select pg_try_advisory_lock($1) as locked', [HOLDER_LOCK])
  return rows[0].locked
}

interface Holder {
  readonly name: string
  readonly since: string
}

async function findHolder(session: pg.Client): Promise<Holder | null> {
  const { rows } = await session.query(
    `select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32 | l.objid::bigint) = $1`,
    [HOLDER_LOCK],
  )
  return rows[0] ?? null
}

function heldSentence(dataDir: string, holder: Holder | null): string {
  const who = holder ? `${holder.name.replace('alphapy ', '')}, since ${holder.since}` : 'it is just ending'
  return `The database in ${dataDir} is held by another Alphapy (${who}): stop that one, or set another DATA_DIR.`
}

async function makeDatabase(session: pg.Client): Promise<void> {
  const { rowCount } = await session.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await session.query(`create database ${DATABASE}`)
}
