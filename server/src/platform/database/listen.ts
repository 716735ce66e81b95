import { sql } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { answeringConfig, type Db, type Tx } from './connect.ts'

/** What processes on one database tell each other. It is heard at once or never: whoever listens also heals by time. */
export interface Notices {
  /**
   * Calls `hear` with the payload of each notice. `missed` is called whenever notices may have been lost: what was known
   * by them is unknown then.
   */
  on(channel: string, hear: (payload: string) => void, missed: () => void): void
}

export interface NoticesOfProcess extends Notices, AsyncDisposable {}

interface Ear {
  hear(payload: string): void
  missed(): void
}

interface ListenOptions {
  readonly url: string
  readonly clock: Clock
  readonly logger: Logger
}

const AFTER_LOSS = { seconds: 1 }

/** Sent when the transaction commits, and not at all when it does not. The payload stays below 8,000 bytes. */
export async function notify(tx: Tx | Db, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx)
}

/** Listens on a connection of its own, which is made anew whenever it is lost. */
export async function listenToDatabase(options: ListenOptions): Promise<NoticesOfProcess> {
  const ears = new Map<string, Ear[]>()
  const stopped = new AbortController()
  let client: pg.Client | null = null

  async function connect(): Promise<void> {
    const connected = new pg.Client({ ...(await answeringConfig(options)), keepAlive: true })
    connected.on('notification', ({ channel, payload = '' }) => {
      for (const ear of ears.get(channel) ?? []) ear.hear(payload)
    })
    const lost = new Promise<void>((resolve) => {
      connected.on('error', () => resolve()).on('end', () => resolve())
    })
    await connected.connect()
    client = connected
    for (const channel of ears.keys()) await listen(connected, channel)
    for (const ear of [...ears.values()].flat()) ear.missed()
    lost.then(reconnect).catch((err: unknown) => options.logger.error({ err }, 'Notices are heard no more'))
  }

  async function reconnect(): Promise<void> {
    client = null
    while (!stopped.signal.aborted && !client) {
      await options.clock.waitUntil(options.clock.now().add(AFTER_LOSS), stopped.signal)
      if (stopped.signal.aborted) return
      await connect().catch((err: unknown) => options.logger.warn({ err }, 'Notices of the database are not heard'))
    }
  }

  await connect()
  return {
    on(channel, hear, missed) {
      const known = ears.get(channel)
      ears.set(channel, [...(known ?? []), { hear, missed }])
      if (!known && client)
        listen(client, channel).catch((err: unknown) => options.logger.warn({ err, channel }, 'Notices are not heard'))
    },
    async [Symbol.asyncDispose]() {
      stopped.abort()
      await client?.end()
    },
  }
}

async function listen(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
}
