import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'
import type { Localised } from '../kernel/language.ts'
import type { Db } from './database/connect.ts'
import type { Tables } from './database/tables.ts'
import { eraseLeftGuild } from './left-guilds-store.ts'
import { repeating, type Worker } from './worker.ts'

/** What one turn of a sweep may remove. */
export interface Sweeping {
  readonly db: Db
  /** What is from before is kept no more. */
  readonly before: Temporal.Instant
  /** The most rows of a table at once, so that nobody waits for it. */
  readonly limit: number
}

interface KeptForTime {
  readonly hours: number
  /** "90 days after …" */
  readonly after: string
  /** @returns how many rows it removed of the table of which it removed most. */
  sweep(sweeping: Sweeping): Promise<number>
}

interface KeptUntil {
  /** Where no time runs: "the server does without the bot". */
  readonly until: string
}

/** One kind of data that a feature keeps; `docs/privacy.md` is made of these. */
export interface Retention {
  readonly what: Localised
  readonly why: string
  readonly tables: readonly (keyof Tables)[]
  readonly kept: KeptForTime | KeptUntil
  /** What becomes of it when a member has everything erased. */
  readonly erasing: string
}

const EVERY = { hours: 1 }
const AT_A_TIME = 5_000
/** A server that takes the bot back within this time finds everything as it was. */
export const LEFT_GUILDS_KEPT_DAYS = 30

interface RetentionNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** Removes, in small steps, what its declaration keeps no longer, and what is left of servers that the bot has left. */
export function retentionWorker(needs: RetentionNeeds, retentions: readonly Retention[]): Worker {
  const { db, clock, logger } = needs
  return repeating('retention', { clock, logger }, async (signal) => {
    const now = clock.now()
    const steps = [
      ...retentions.map((retention) => () => sweepOne(db, retention, now)),
      () => eraseLeftGuild(db, now.subtract({ hours: LEFT_GUILDS_KEPT_DAYS * 24 }), AT_A_TIME),
    ]
    let isMore = false
    for (const step of signal.aborted ? [] : steps) {
      // One kind that cannot be swept holds up none of the others.
      const hasMore = await step().catch((err: unknown) => {
        logger.error({ err }, 'Data that are kept too long could not be removed; it is tried again in an hour')
        return false
      })
      isMore ||= hasMore
    }
    return { at: isMore && !signal.aborted ? now : now.add(EVERY) }
  })
}

/** @returns whether there may be more. */
async function sweepOne(db: Db, { kept }: Retention, now: Temporal.Instant): Promise<boolean> {
  if ('until' in kept) return false
  const removed = await kept.sweep({ db, before: now.subtract({ hours: kept.hours }), limit: AT_A_TIME })
  return removed >= AT_A_TIME
}
