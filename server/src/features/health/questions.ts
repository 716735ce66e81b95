import { pingDatabase } from '../../platform/database/health.ts'
import { loadMigrations, migrationsAreCurrent } from '../../platform/database/migrate.ts'
import { type Connection, connectionOf, NOT_CONNECTED, reportedConnection } from '../../platform/discord/connection.ts'
import { readShards } from '../../platform/discord/shard-report-store.ts'
import { findWithin, sharedQuestion } from '../../platform/health/finding.ts'
import type { Health } from './contract.ts'
import type { HealthNeeds } from './service.ts'

/** Together less than the two seconds within which health answers whatever is broken. */
const PING_MS = 1000
const QUESTION_MS = 700

/** What health asks of the parts; each question is answered in time, also when the part is not. */
export function healthQuestions({ db, clock, gateway, recentCommands, modelStatus }: HealthNeeds) {
  const askSchema = sharedQuestion(async () => migrationsAreCurrent(db, await loadMigrations()))
  const askShards = sharedQuestion(() => readShards(db, clock.now()))
  const askModel = modelStatus && sharedQuestion(modelStatus)
  const askCommands = recentCommands && sharedQuestion(recentCommands)

  return {
    async connection(): Promise<Connection> {
      if (gateway) return connectionOf(gateway())
      const found = await findWithin(QUESTION_MS, askShards())
      return 'answer' in found ? reportedConnection(found.answer, clock.now()) : NOT_CONNECTED
    },

    /** Null when that cannot be told now. */
    async recentCommands(): Promise<number | null> {
      const found = askCommands && (await findWithin(QUESTION_MS, askCommands()))
      return found && 'answer' in found ? found.answer : null
    },

    /** Null without a language model, and when that cannot be told now. */
    async modelStatus(): Promise<Health['gpt_status']> {
      const found = askModel && (await findWithin(QUESTION_MS, askModel()))
      return found && 'answer' in found ? found.answer : null
    },

    /** `ok`, or why not, of the database and of its tables. One after the other: what is down has no tables. */
    async database(): Promise<{ database: string; migrations: string }> {
      const ping = await pingDatabase(db, PING_MS)
      if (ping !== 'ok') return { database: ping, migrations: 'unknown' }
      const current = await findWithin(QUESTION_MS, askSchema())
      if ('problem' in current) return { database: `error:${current.problem}`, migrations: 'unknown' }
      return { database: 'ok', migrations: current.answer ? 'ok' : 'missing' }
    },
  }
}
