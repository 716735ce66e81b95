/**
 * How long `/top-commands` takes over ten million runs of commands, asked through its service, and how long counting
 * the runs themselves would take. Prints p50 and p99 and the ratio; the claim is a p99 below 20 ms.
 */
import { sql } from 'kysely'
import { commandUsage } from '../server/src/features/analytics/command-usage.ts'
import { GuildId } from '../server/src/kernel/ids.ts'
import { connectDatabase } from '../server/src/platform/database/connect.ts'
import { createLogger } from '../server/src/platform/logging/logger.ts'
import { testDatabase } from '../server/src/testing/database.ts'
import { idAt, MANY_RUNS, manyCommandRuns } from '../server/src/testing/many-command-runs.ts'

const ROUNDS = 300
const COUNTED = 3
const CLAIMED_MS = 20

await using database = await testDatabase()
const logger = createLogger({ level: 'silent', secrets: [], pretty: false })
// Filling takes longer than a statement of the program may.
const db = await connectDatabase({ url: database.url, logger, statementTimeoutMs: 0 })
const now = Temporal.Now.instant()
const filledMs = await elapsed(() => manyCommandRuns(db, now))
const usage = commandUsage({ db, clock: { now: () => now, waitUntil: async () => undefined } })
console.log(
  `${MANY_RUNS.toLocaleString('en')} runs of 50 guilds and 40 commands, filled in ${(filledMs / 1000).toFixed(0)} s`,
)
for (const guild of [null, '1']) for (const days of [1, 7, 90, 365]) await measure(guild, days)
await db.destroy()

async function measure(guild: string | null, days: number): Promise<void> {
  const guildId = guild === null ? null : GuildId.parse(guild)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await elapsed(() => usage.topCommands({ guildId, days, limit: 10 })))
  const counted: number[] = []
  for (let round = 0; round < COUNTED; round += 1) counted.push(await elapsed(() => countRuns(guild, days)))
  const [p50, p99, direct] = [quantile(times, 0.5), quantile(times, 0.99), quantile(counted, 0.5)]
  const of = `${guild === null ? 'all guilds' : 'one guild'}, ${days} days`.padEnd(22)
  const verdict = p99 < CLAIMED_MS ? '' : `  more than ${CLAIMED_MS} ms`
  const beyond = days > 90 ? ' (90 days are kept)' : ''
  console.log(
    `  ${of} p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; counting the runs${beyond} ${direct.toFixed(0)} ms, ` +
      `${(direct / p50).toFixed(0)} times as long${verdict}`,
  )
}

async function countRuns(guild: string | null, days: number): Promise<void> {
  const ofGuild = guild === null ? sql`true` : sql`guild_id = ${guild}::bigint`
  await sql`
    select command, count(*) from command_runs
    where interaction_id >= ${idAt(now.subtract({ hours: 24 * days }))}::bigint and ${ofGuild}
    group by command order by count(*) desc limit 10`.execute(db)
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
