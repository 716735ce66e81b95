import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../database/connect.ts'
import { repeating, type Worker } from '../worker.ts'
import type { Gateway } from './gateway.ts'
import { writeGatewayStatus } from './store.ts'

const EVERY = { seconds: 5 }

/** Tells the database every few seconds how the gateway of this process fares. */
export function gatewayStatusRecorder({
  db,
  gateway,
  clock,
  logger,
}: {
  readonly db: Db
  readonly gateway: Gateway
  readonly clock: Clock
  readonly logger: Logger
}): Worker {
  const processId = randomUUID()
  return repeating('discord.gateway_status', { clock, logger }, async () => {
    const now = clock.now()
    await writeGatewayStatus(db, { processId, state: gateway.state(), now })
    return { at: now.add(EVERY) }
  })
}
