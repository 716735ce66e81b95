/** What is known of one shard's connection to Discord, measured from heartbeats that Discord acknowledged. */
export interface ShardState {
  readonly shardId: number
  /** Connected, and a heartbeat was acknowledged within the last two intervals. */
  readonly isOnline: boolean
  readonly isConnected: boolean
  /** Of the last acknowledged heartbeat; null before the first. */
  readonly latencyMs: number | null
  /** How long ago the last heartbeat was acknowledged; null before the first. */
  readonly sinceAckMs: number | null
  /** How long ago the session began, resumed connections included; null before the first. */
  readonly sinceStartMs: number | null
  readonly heartbeatIntervalMs: number
}

/** Discord's usual interval, until the connection tells its own. */
const USUAL_INTERVAL_MS = 41_250

/**
 * The heartbeats of one shard. Its instants are of the monotonic clock: a correction of the wall clock must not make
 * a living connection look dead, nor a dead one alive.
 */
export class Pulse {
  readonly #shardId: number
  readonly #elapsedMs: () => number
  #isConnected = false
  #intervalMs = USUAL_INTERVAL_MS
  #latencyMs: number | null = null
  #startedAt: number | null = null
  #sentAt: number | null = null
  #ackedAt: number | null = null

  constructor(shardId: number, elapsedMs = () => performance.now()) {
    this.#shardId = shardId
    this.#elapsedMs = elapsedMs
  }

  /** READY: a new session. */
  started(): void {
    this.#startedAt = this.#elapsedMs()
    this.#isConnected = true
  }

  resumed(): void {
    this.#isConnected = true
  }

  closed(): void {
    this.#isConnected = false
    this.#sentAt = null
  }

  /** Only of heartbeats whose latency nobody else measures. */
  sent(): void {
    this.#sentAt = this.#elapsedMs()
  }

  acknowledged(measuredMs: number | null): void {
    const now = this.#elapsedMs()
    this.#ackedAt = now
    this.#latencyMs = measuredMs ?? (this.#sentAt === null ? this.#latencyMs : now - this.#sentAt)
    this.#sentAt = null
  }

  beatsEvery(intervalMs: number): void {
    this.#intervalMs = intervalMs
  }

  state(): ShardState {
    const now = this.#elapsedMs()
    const since = (instant: number | null) => (instant === null ? null : now - instant)
    const sinceAckMs = since(this.#ackedAt)
    return {
      shardId: this.#shardId,
      isOnline: this.#isConnected && sinceAckMs !== null && sinceAckMs <= 2 * this.#intervalMs,
      isConnected: this.#isConnected,
      latencyMs: this.#latencyMs,
      sinceAckMs,
      sinceStartMs: since(this.#startedAt),
      heartbeatIntervalMs: this.#intervalMs,
    }
  }
}
