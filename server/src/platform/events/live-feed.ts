import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Notices } from '../database/listen.ts'
import { repeating, type Worker } from '../worker.ts'
import type { LiveRow, LiveSource } from './live-store.ts'

/** Whoever is told rows, each once and in order, until the signal aborts. */
export interface Follower<Row extends LiveRow> {
  readonly guildId: GuildId
  /** The last id that it knows; null: it wants only what comes from now on. */
  readonly after: number | null
  readonly signal: AbortSignal
  /** Before the first row. `isWhole` is false when rows after the id it knows may be gone; `position` tells how far it is. */
  begin(isWhole: boolean, position: () => number): void
  tell(row: Row): void
  /** Whether it takes more now. */
  isReady(): boolean
  /** Resolves when it takes more, or never will. */
  ready(): Promise<void>
}

interface Surroundings {
  readonly notices: Notices
  readonly clock: Clock
  readonly logger: Logger
}

interface Listener<Row extends LiveRow> {
  readonly follower: Follower<Row>
  sent: number
  /** Told by the tail, having been told all that the tail has read; otherwise it is told what is stored, at its own pace. */
  isLive: boolean
  /** Aborts when a live one cannot be told more at present. */
  behind: AbortController
}

/** Sent by triggers at commit with the name of the table. */
const CHANNEL = 'live'
/** Heals lost notices. */
const READ_EVERY = { seconds: 2 }
const BATCH = 500

/** The rows of a table as they are committed, read once for any number of followers in this process. */
export class LiveFeed<Row extends LiveRow> {
  /** Reads what is new; runs as long as anybody may follow. */
  readonly tail: Worker
  readonly #source: LiveSource<Row>
  readonly #listeners = new Set<Listener<Row>>()
  /** The last id that the tail has read; null while nobody follows. */
  #position: number | null = null
  #woken = new AbortController()

  constructor(source: LiveSource<Row>, { notices, clock, logger }: Surroundings) {
    this.#source = source
    const wake = () => this.#woken.abort()
    notices.on(CHANNEL, (table) => table === source.table && wake(), wake)
    this.tail = repeating(`live.tail.${source.table}`, { clock, logger }, async () => {
      const isMore = await this.#read()
      return { at: isMore ? clock.now() : clock.now().add(READ_EVERY), sooner: this.#woken.signal }
    })
  }

  /** Tells the follower first what it has missed, then what happens; returns when its signal has aborted. */
  async follow(follower: Follower<Row>): Promise<void> {
    const listener = { follower, sent: 0, isLive: false, behind: new AbortController() }
    this.#listeners.add(listener)
    try {
      const { removedUpTo, latest } = await this.#source.extent()
      if (this.#position === null) this.#startAt(latest)
      const { after, signal } = follower
      const isWhole = after === null || (removedUpTo <= after && after <= latest)
      listener.sent = isWhole ? (after ?? latest) : latest
      follower.begin(isWhole, () => (listener.isLive ? Math.max(listener.sent, this.#position ?? 0) : listener.sent))
      while (!signal.aborted) {
        await this.#catchUp(listener)
        await aborted(AbortSignal.any([signal, listener.behind.signal]))
      }
    } finally {
      this.#listeners.delete(listener)
    }
  }

  #startAt(latest: number): void {
    this.#position = latest
    // What was committed since may have been told of while nobody knew where to begin.
    this.#woken.abort()
  }

  /** @returns whether there may be more. */
  async #read(): Promise<boolean> {
    this.#woken = new AbortController()
    if (this.#listeners.size === 0) this.#position = null
    if (this.#position === null) return false
    const rows = await this.#source.after(this.#position, BATCH)
    for (const row of rows) {
      for (const listener of this.#listeners) if (listener.isLive && concerns(row, listener)) tellLive(listener, row)
      this.#position = row.id
    }
    return rows.length === BATCH
  }

  /** Tells the listener what it has missed, until it has been told all that the tail has read. */
  async #catchUp(listener: Listener<Row>): Promise<void> {
    for (;;) {
      const upTo = this.#position ?? 0
      // Nothing is awaited between this and the next row that the tail tells, so that none falls in between.
      if (listener.sent >= upTo) break
      await this.#tellStored(listener, upTo)
      if (listener.follower.signal.aborted) return
    }
    listener.behind = new AbortController()
    listener.isLive = true
  }

  async #tellStored(listener: Listener<Row>, upTo: number): Promise<void> {
    const { guildId, signal } = listener.follower
    const rows = await this.#source.ofGuild({ guildId, after: listener.sent, upTo }, BATCH)
    for (const row of rows) {
      await listener.follower.ready()
      if (signal.aborted) return
      tell(listener, row)
    }
    if (rows.length < BATCH) listener.sent = upTo
  }
}

function concerns({ id, guildId }: LiveRow, { sent, follower }: Listener<never>): boolean {
  return id > sent && (guildId === null || guildId === follower.guildId)
}

function tell<Row extends LiveRow>(listener: Listener<Row>, row: Row): void {
  listener.sent = row.id
  listener.follower.tell(row)
}

/** Nothing is kept waiting for a slow one: it goes back to reading what is stored. */
function tellLive<Row extends LiveRow>(listener: Listener<Row>, row: Row): void {
  if (listener.follower.isReady()) tell(listener, row)
  else {
    listener.isLive = false
    listener.behind.abort()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
