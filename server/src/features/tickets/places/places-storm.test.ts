import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Simulator, startSimulator } from '@alphapy/simulator'
import { systemClock } from '../../../kernel/clock.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { testDatabase } from '../../../testing/database.ts'
import { Program } from '../../../testing/program.ts'
import { isThorough } from '../../../testing/thorough.ts'
import { ticketGuild } from '../../../testing/ticket-places.ts'
import { until } from '../../../testing/until.ts'

const [GUILDS, TICKETS_EACH] = isThorough ? [10, 20] : [4, 10]
const LONGEST_MS = 280_000
/** Whoever is told nothing for so long asks again. */
const PATIENCE_MS = 10_000

/** Of everything that is asked of Discord. Hangs take five seconds each, so that the short run has none. */
function brew({ faults }: Simulator): void {
  const all = { path: /^\/(guilds|channels)\// }
  faults.on(all, { status: 429 }, { probability: 0.05, seed: 1, retryAfter: 0.2 })
  faults.on(all, { status: 500 }, { probability: 0.05, seed: 2 })
  faults.on({ ...all, method: 'POST' }, 'drop_after', { probability: 0.05, seed: 3 })
  if (!isThorough) return
  faults.on(all, 'hang', { probability: 0.01, seed: 4 })
  faults.on({ ...all, method: 'POST' }, 'hang_after', { probability: 0.02, seed: 5 })
}

describe(`${GUILDS * TICKETS_EACH} tickets opened at once in ${GUILDS} guilds, while Discord answers 429 and 500 to 5 %`, () => {
  test('by as many members have one channel each with one message for the staff, though one of two processes is killed meanwhile', {
    timeout: 2 * LONGEST_MS,
  }, async () => {
    await using simulator = await startSimulator({ community: 'demo' })
    await using database = await testDatabase()
    const { db } = database
    await using programs = new AsyncDisposableStack()
    const environment = {
      ROLES: 'gateway,worker',
      BOT_TOKEN: simulator.token,
      DISCORD_API_URL: simulator.restUrl,
      DATABASE_URL: database.url,
      LOG_LEVEL: 'error',
    }
    const start = () => programs.use(new Program(environment))
    const [victim, survivor] = [start(), start()]
    const areRunning = () => [victim, survivor].every(({ output }) => output.includes('is running'))
    await until('both processes', areRunning, LONGEST_MS)

    const surroundings = { simulator, db, clock: systemClock }
    const halls = Array.from({ length: GUILDS }, () => ticketGuild(surroundings))
    await Promise.all(halls.map((hall) => hall.set()))
    const members = halls.flatMap(({ guildId }) => Array.from({ length: TICKETS_EACH }, () => join(simulator, guildId)))
    brew(simulator)
    const opening = Promise.all(members.map((member) => open(simulator, member)))
    const channels = () => halls.flatMap((hall) => hall.channels())
    await until('the midst of it', () => channels().length >= members.length / 3, LONGEST_MS)
    await victim.end('SIGKILL')
    start()

    await opening
    await until('all to be settled', async () => (await unsettled(db)) === 0, LONGEST_MS)
    simulator.faults.clear()
    const tickets = await db.selectFrom('tickets').select(['id', 'opener_id', 'channel_id']).execute()
    assert.deepEqual(tickets.map(({ opener_id }) => opener_id).toSorted(), members.map(({ id }) => id).toSorted())
    assert.deepEqual(
      channels()
        .map(({ topic }) => topic?.split(':').at(-1))
        .toSorted(),
      tickets.map(({ id }) => id).toSorted(),
    )
    assert.deepEqual(
      tickets.map(({ channel_id }) => channel_id).toSorted(),
      channels()
        .map(({ id }) => id)
        .toSorted(),
    )
    const messages = channels().map(({ id }) =>
      simulator.messages(id).filter(({ content }) => content.startsWith('<@')),
    )
    assert.deepEqual(new Set(messages.map(({ length }) => length)), new Set([1]))
  })
})

interface Asking {
  readonly id: string
  readonly guildId: string
}

function join(simulator: Simulator, guildId: string): Asking {
  const { id } = simulator.createUser({ username: 'asker' })
  simulator.person(id).join(guildId)
  return { id, guildId }
}

/** Asks again where nobody answers, or begins to and dies, until it is said what became of the ticket. */
async function open(simulator: Simulator, { id, guildId }: Asking): Promise<void> {
  await until(
    'the member to be told of the ticket',
    async () => {
      const seen = await orNull(simulator.person(id).slash('ticket', { description: 'Help!' }, { guild: guildId }))
      return seen && orNull(until('its number or its channel', () => /#\d/.test(seen.content), PATIENCE_MS))
    },
    LONGEST_MS,
  )
}

const orNull = <Answer>(asked: Promise<Answer>) => asked.catch(() => null)

async function unsettled(db: Db): Promise<number> {
  const rows = await db.selectFrom('tickets').select('id').whereRef('settled_version', '<', 'version').execute()
  return rows.length
}
