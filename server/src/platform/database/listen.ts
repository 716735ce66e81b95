import { sql } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { repeating } from '../worker.ts'
import { answeringConfig, type Db, type Tx } from './connect.ts'

/** What processes on one database tell each other. It is heard at once or never: whoever listens also heals by time. */
export interface Notices {
  /**
   * Calls `hear` with the payload of each notice. `missed` is called whenever notices may have been lost, also when
   * listening begins: what was known by them is unknown then.
   */
  on(channel: string, hear: (payload: string) => void, missed: () => void): void
}

export interface NoticesOfProcess extends Notices, AsyncDisposable {}

interface Ear {
  readonly channel: string
  hear(payload: string): void
  missed(): void
}

interface ListenOptions {
  readonly url: string
  readonly clock: Clock
  readonly logger: Logger
  /** A database that takes longer is taken for lost. */
  readonly answersWithinMs?: number
}

/** A connection that is lost without a word is found out by asking. */
const ASKED_EVERY = { seconds: 20 }

/** Sent when the transaction commits, and not at all when it does not. The payload stays below 8,000 bytes. */
export async function notify(tx: Tx | Db, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx)
}

/** Listens on a connection of its own, which is made anew whenever it is lost. */
export async function listenToDatabase(options: ListenOptions): Promise<NoticesOfProcess> {
  const { clock, logger } = options
  const stopped = new AbortController()
  const ears: Ear[] = []
  const call = (act: () => void) => callSafely(act, logger)
  const toEars = (channel: string, payload: string) => {
    for (const ear of ears.filter((each) => each.channel === channel)) call(() => ear.hear(payload))
  }
  let line = await openLine(options, toEars)

  const keeper = repeating('database.listen', options, async () => {
    if (!line.lost.aborted) await line.ask()
    if (line.lost.aborted) {
      line = await openLine({ ...options, waitMs: 0 }, toEars)
      for (const channel of new Set(ears.map((ear) => ear.channel))) await line.listen(channel)
      for (const ear of ears) call(() => ear.missed())
    }
    return { at: clock.now().add(ASKED_EVERY), sooner: line.lost }
  })
  const keeping = keeper.run(stopped.signal)

  return {
    on(channel, hear, missed) {
      const ear = { channel, hear, missed }
      ears.push(ear)
      // A line that is just being lost is opened again with all ears there are by then.
      line.listen(channel).then(
        () => call(missed),
        (err: unknown) => logger.warn({ err, channel }, 'Notices of the database are not heard yet'),
      )
    },
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await keeping
      await line.close()
    },
  }
}

/** One connection, from when it answers until it is lost. */
interface Line {
  readonly lost: AbortSignal
  listen(channel: string): Promise<void>
  /** The line is lost when the database does not answer. */
  ask(): Promise<void>
  close(): Promise<void>
}

async function openLine(
  options: ListenOptions & { readonly waitMs?: number },
  hear: (channel: string, payload: string) => void,
): Promise<Line> {
  const { logger, answersWithinMs = 5_000 } = options
  const config = { ...(await answeringConfig(options)), query_timeout: answersWithinMs, keepAlive: true }
  const client = new pg.Client(config)
  const lost = new AbortController()
  const lose = (err?: Error) => {
    if (!lost.signal.aborted && err) logger.warn({ err }, 'The connection that hears notices was lost')
    lost.abort()
  }
  client.on('error', lose)
  client.on('end', () => lose())
  client.on('notification', ({ channel, payload = '' }) => hear(channel, payload))
  await client.connect()
  // One after another: a client runs one query at a time.
  let before: Promise<unknown> = Promise.resolve()
  const query = async (text: string) => {
    const turn = before.then(() => client.query(text))
    before = Promise.allSettled([turn])
    try {
      await turn
    } catch (error) {
      lose(error instanceof Error ? error : undefined)
      // Not awaited: a server that hangs does not take leave.
      client.end().catch((err: unknown) => logger.debug({ err }, 'A lost connection could not be closed'))
      throw error
    }
  }
  return {
    lost: lost.signal,
    listen: (channel) => query(`listen ${client.escapeIdentifier(channel)}`),
    ask: () => query('select 1').catch((err: unknown) => logger.debug({ err }, 'The database does not answer')),
    close: () => (lost.signal.aborted ? Promise.resolve() : client.end()),
  }
}

/** One that listens badly must not deafen the others. */
function callSafely(act: () => void, logger: Logger): void {
  try {
    act()
  } catch (err) {
    logger.error({ err }, 'A notice of the database could not be dealt with')
  }
}
