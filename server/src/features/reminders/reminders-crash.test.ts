import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { testDatabase } from '../../testing/database.ts'
import { sendJson } from '../../testing/http.ts'
import { Program } from '../../testing/program.ts'
import { isThorough } from '../../testing/thorough.ts'
import { until } from '../../testing/until.ts'
import { MOST_UNDER_WAY } from './delivery-worker.ts'
import { draftOf } from './draft.ts'
import { occurrencesAfter } from './recurrence.ts'
import { insertReminder } from './store.ts'

const [OCCURRENCES, KILLS] = isThorough ? [2_000, 10] : [1_000, 5]
const CHANNELS = 40
/** Over how long the reminders fall due, and how long until the first does. */
const SPREAD_MS = 6 * OCCURRENCES
const HEAD_START_MS = 3_000
const LONGEST_MS = 280_000

const FAIR = 'in fair weather'
const weathers: readonly (readonly [string, (simulator: Simulator) => void])[] = [
  [FAIR, () => undefined],
  [
    'with 429s, 5xx and hangs of 5 % each',
    ({ faults }) => {
      const messages = { method: 'POST', path: /\/messages$/ }
      faults.on(messages, { status: 429 }, { probability: 0.05, seed: 1, retryAfter: 0.2 })
      faults.on(messages, { status: 502 }, { probability: 0.05, seed: 2 })
      faults.on(messages, 'hang', { probability: 0.025, seed: 3 })
      faults.on(messages, 'hang_after', { probability: 0.025, seed: 4 })
    },
  ],
]

describe(`two workers, killed ${KILLS} times while ${OCCURRENCES} reminders fall due (R-12, R-13)`, {
  concurrency: true,
}, () => {
  for (const [weather, brew] of weathers) {
    test(`say every one of them exactly once, ${weather}`, { timeout: 2 * LONGEST_MS }, async () => {
      await using simulator = await startSimulator({ community: 'demo' })
      await using database = await testDatabase()
      const channels = await makeChannels(simulator)
      const ids = await store(database.db, channels)
      brew(simulator)

      const environment = {
        ROLES: 'worker',
        BOT_TOKEN: simulator.token,
        DISCORD_API_URL: simulator.restUrl,
        DATABASE_URL: database.url,
        LOG_LEVEL: 'warn',
      }
      await using programs = new AsyncDisposableStack()
      const start = () => programs.use(new Program(environment))
      const workers = [start(), start()]
      let count = 0
      simulator.onMessage(() => (count += 1))
      for (const [kill, threshold] of randomThresholds().entries()) {
        await until(`${threshold} messages`, () => count >= threshold, LONGEST_MS)
        await workers[kill % 2]?.end('SIGKILL')
        workers[kill % 2] = start()
      }
      await until('the last record', async () => (await open(database.db)) === 0, LONGEST_MS)
      const said = channels.flatMap((channel) => footers(simulator, channel))
      assert.deepEqual(said.toSorted(), ids.map((id) => `Reminder #${id}`).toSorted())
      assert.equal(await sent(database.db), OCCURRENCES)
      // Under a lease nobody begins what another has begun: only what a killed worker held is begun again.
      if (weather === FAIR) assert.ok((await attempts(database.db)) <= OCCURRENCES + KILLS * MOST_UNDER_WAY)
      for (const worker of workers) {
        await until('a worker that has started', () => worker.output.includes('is running'))
        assert.equal(await worker.end('SIGTERM'), 0, worker.output)
      }
    })
  }
})

async function makeChannels(simulator: Simulator): Promise<string[]> {
  const url = `${simulator.restUrl}/v10/guilds/${DEMO.guild}/channels`
  const authorization = `Bot ${simulator.token}`
  const made = Array.from({ length: CHANNELS }, (_, n) =>
    sendJson(url, 'POST', { name: `crash-${n}` }, { authorization }),
  )
  return (await Promise.all(made)).map(({ json }) => json.id)
}

/** One-offs without a lead, due at instants spread evenly over the channels and the time. */
async function store(db: Db, channels: readonly string[]): Promise<string[]> {
  const now = Temporal.Now.instant()
  return db.transaction().execute(async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < OCCURRENCES; n += 1) {
      const milliseconds = HEAD_START_MS + Math.floor((n * SPREAD_MS) / OCCURRENCES)
      const channel_id = ChannelId.parse(channels[n % CHANNELS] ?? '')
      const input = { name: `Number ${n}`, channel_id, event_time: now.add({ milliseconds }).toString() }
      const draft = draftOf(input, now, { timeZone: 'UTC', offsetMinutes: 0 })
      const [next] = occurrencesAfter(draft, now, 1)
      assert.ok(next)
      const whose = { guildId: GuildId.parse(DEMO.guild), ownerId: UserId.parse(DEMO.people.demo_owner), origin: null }
      ids.push((await insertReminder(tx, { ...draft, ...whose, next }, now)).id)
    }
    return ids
  })
}

/** Spread over the run, each at a moment nobody chose. */
function randomThresholds(): number[] {
  return Array.from({ length: KILLS }, () => Math.floor(Math.random() * OCCURRENCES * 0.95)).toSorted((a, b) => a - b)
}

const footers = (simulator: Simulator, channel: string) =>
  simulator.messages(channel).map(({ embeds }) => embeds[0]?.footer?.text ?? 'no footer')

async function open(db: Db): Promise<number> {
  const planned = await db.selectFrom('reminders').select('id').where('status', '=', 'active').execute()
  const due = await db.selectFrom('reminder_deliveries').select('id').where('status', '=', 'due').execute()
  return planned.length + due.length
}

async function attempts(db: Db): Promise<number> {
  const rows = await db.selectFrom('reminder_deliveries').select('attempts').execute()
  return rows.reduce((sum, row) => sum + row.attempts, 0)
}

async function sent(db: Db): Promise<number> {
  const rows = await db
    .selectFrom('reminder_deliveries')
    .select('message_id')
    .where('status', '=', 'sent')
    .distinct()
    .execute()
  return rows.length
}
