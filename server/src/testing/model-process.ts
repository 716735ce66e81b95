import { pino } from 'pino'
import { platformOn } from '../app/platform.ts'
import { modelOfGuild } from '../features/gpt/model-of-guild.ts'
import type { Clock } from '../kernel/clock.ts'
import { parseConfig } from '../platform/config/config.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { metersOfProcess } from '../platform/metrics/meters.ts'

const logger = pino({ level: 'silent' })
const address = { apiUrl: 'http://127.0.0.1', token: 'none', client: null }

/** What features ask the language model with, on a database as a process of its own has it, and without Discord. */
export async function startModelProcess(databaseUrl: string, clock: Clock, variables: Record<string, string>) {
  const db = await connectDatabase({ url: databaseUrl, logger })
  const platform = platformOn({
    config: parseConfig(variables),
    db,
    notices: { on: () => undefined },
    address,
    meters: metersOfProcess(),
    clock,
    logger,
  })
  return {
    platform,
    model: modelOfGuild(platform),
    async [Symbol.asyncDispose]() {
      platform.languageModel.giveUp()
      await db.destroy()
    },
  }
}
