import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../database/connect.ts'
import { repeating, type Worker } from '../worker.ts'
import { type Bucket, later, MINUTE_MS, remaining, secondsUntilFull, secondsUntilOne } from './limit-bucket.ts'
import { exchangeSpending, removeIdle, type Spending } from './limits-store.ts'

/** What is limited, by the names that the header RateLimit-Policy tells. */
export type LimitName =
  | 'metrics'
  | 'reminders-read'
  | 'reminders-write'
  | 'dashboard-read'
  | 'dashboard-write'
  | 'exports'
  | 'failed-authentication'

/** Requests a minute; 0 is no limit. */
export type LimitNumbers = Readonly<Record<LimitName, number>>

/** How a caller stands against a limit, in whole requests and seconds. */
export interface LimitStanding {
  readonly name: LimitName
  readonly perMinute: number
  readonly isAllowed: boolean
  readonly remaining: number
  readonly secondsUntilFull: number
  /** 0 while there is one left. */
  readonly secondsUntilOne: number
}

/** Null is no limit. */
export interface Limits {
  /** Counts one request if it is allowed. */
  spend(name: LimitName, holder: string): LimitStanding | null
  /** Counts nothing. */
  look(name: LimitName, holder: string): LimitStanding | null
}

export const NO_LIMITS: Limits = { spend: () => null, look: () => null }

interface LimitsNeeds {
  readonly perMinute: LimitNumbers
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** A bucket as this process sees it, with what the others do not know of yet. */
interface KnownBucket extends Bucket {
  readonly unsent: number
}

const EXCHANGED_EVERY = { milliseconds: 500 }
/** Two processes that tell at the same time hear of each other in the next one. */
const EXCHANGES = 2
const MOST_AT_ONCE = 5_000
const MOST_KNOWN = 50_000
/** Less than any request costs: what subtraction leaves over of nothing. */
const LEAST_SHARE = 1e-9
/** Whatever was spent at however many processes has run off by then. */
const FORGOTTEN_AFTER = { minutes: 30 }

/**
 * Limits that all processes on a database share. A request is decided from memory; every half second each process tells
 * the others what it let through, and learns what they did. See docs/decisions/0011-limits-without-a-write-per-request.md.
 */
export function sharedLimits({ perMinute, db, clock, logger }: LimitsNeeds): { limits: Limits; exchanger: Worker } {
  const buckets = new LRUCache<string, KnownBucket>({ max: MOST_KNOWN })
  /** In how many more exchanges the bucket takes part. */
  const exchanges = new Map<string, number>()

  function bucketOf(key: string): KnownBucket {
    const { unsent, ...bucket } = buckets.get(key) ?? { spent: 0, unsent: 0, atMs: 0 }
    return { ...later(bucket, clock.now().epochMilliseconds), unsent }
  }

  function ask(name: LimitName, holder: string, price: 0 | 1): LimitStanding | null {
    const most = perMinute[name]
    if (most === 0) return null
    const key = `${name} ${holder}`
    const bucket = bucketOf(key)
    const isAllowed = remaining(bucket, most) > 0
    if (!isAllowed || price === 0) return standing(name, most, bucket, isAllowed)
    const share = price / most
    const after = { ...bucket, spent: bucket.spent + share, unsent: bucket.unsent + share }
    buckets.set(key, after)
    exchanges.set(key, EXCHANGES)
    return standing(name, most, after, true)
  }

  async function exchange(): Promise<void> {
    const due = [...exchanges].slice(0, MOST_AT_ONCE)
    if (due.length === 0) return
    const spendings = due.flatMap(([key]): Spending[] => {
      const known = buckets.peek(key)
      return known ? [{ key, spent: known.unsent, atMs: known.atMs }] : []
    })
    const shared = await exchangeSpending(db, spendings)
    for (const { key, spent } of spendings) learn(key, spent, shared.get(key))
    for (const [key, left] of due) {
      if (exchanges.get(key) !== left) continue
      exchanges.delete(key)
      if (left > 1) exchanges.set(key, left - 1)
    }
  }

  /** What was let through meanwhile comes on top of what the others know. */
  function learn(key: string, sent: number, shared: Bucket | undefined): void {
    const known = buckets.peek(key)
    if (!known || !shared) return
    const rest = known.unsent - sent
    const unsent = rest < LEAST_SHARE ? 0 : rest
    const { spent, atMs } = later(shared, clock.now().epochMilliseconds)
    buckets.set(key, { spent: spent + unsent, atMs, unsent })
  }

  return {
    limits: { spend: (name, holder) => ask(name, holder, 1), look: (name, holder) => ask(name, holder, 0) },
    exchanger: exchangerOf(exchange, { db, clock, logger }),
  }
}

function standing(name: LimitName, perMinute: number, bucket: Bucket, isAllowed: boolean): LimitStanding {
  return {
    name,
    perMinute,
    isAllowed,
    remaining: remaining(bucket, perMinute),
    secondsUntilFull: secondsUntilFull(bucket),
    secondsUntilOne: secondsUntilOne(bucket, perMinute),
  }
}

/** Also tells the others at the end, so that stopping a process gives nobody anything. */
function exchangerOf(exchange: () => Promise<void>, { db, clock, logger }: Omit<LimitsNeeds, 'perMinute'>): Worker {
  let sweptAtMs = 0
  const worker = repeating('http.exchange_limits', { clock, logger }, async () => {
    await exchange()
    const now = clock.now()
    if (now.epochMilliseconds - sweptAtMs >= MINUTE_MS) {
      await removeIdle(db, now.subtract(FORGOTTEN_AFTER))
      sweptAtMs = now.epochMilliseconds
    }
    return { at: now.add(EXCHANGED_EVERY) }
  })
  return {
    name: worker.name,
    async run(signal) {
      await worker.run(signal)
      await exchange().catch((err: unknown) => logger.warn({ err }, 'What callers have spent last is not told'))
    },
  }
}
