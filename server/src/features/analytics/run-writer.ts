import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import { findWithin } from '../../platform/health/finding.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import type { RunBatch } from './run-batch.ts'
import { insertRuns } from './run-store.ts'

/** A crash loses what came since the last write, five seconds at most; the rest is for a write that takes long. */
const EVERY = { seconds: 2 }
const AT_A_TIME = 1000
/** A clean stop waits so long for a database that does not answer. */
const FAREWELL_MS = 5000

interface WriterNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** Writes the runs of this process, and at the end whatever is left. It ends after the last command was answered. */
export function runWriter(batch: RunBatch, { db, clock, logger }: WriterNeeds): Worker {
  let lost = 0

  async function write(): Promise<void> {
    for (let runs = batch.oldest(AT_A_TIME); runs.length > 0; runs = batch.oldest(AT_A_TIME)) {
      await insertRuns(db, runs)
      batch.written(runs)
    }
  }

  const loop = repeating('analytics.write_runs', { clock, logger }, async () => {
    if (batch.lost > lost)
      logger.warn({ lost: batch.lost - lost }, 'Runs of commands were given up; there are too many')
    lost = batch.lost
    await write()
    return { at: clock.now().add(EVERY) }
  })
  return {
    name: loop.name,
    async run(signal) {
      await loop.run(signal)
      const last = await findWithin(FAREWELL_MS, write())
      if ('problem' in last) logger.error({ lost: batch.size, reason: last.problem }, 'The last runs were not written')
    },
  }
}
