import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { doubtfulStays } from './join-store.ts'
import type { InviteService } from './service.ts'

interface Needs {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly service: InviteService
}

const SOME = 20
const PAUSE = { seconds: 20 }
const IDLE = { minutes: 1 }

/** After the bot was away, asks Discord whether those who had joined are still there: one request a second. */
export function patrolWorker({ service, ...needs }: Needs): Worker {
  const { db, clock } = needs
  return repeating('invites.patrol', needs, async (signal) => {
    const some = await doubtfulStays(db, SOME)
    for (const stay of some) if (!signal.aborted) await service.lookAfter(stay)
    return { at: clock.now().add(some.length === SOME ? PAUSE : IDLE) }
  })
}
