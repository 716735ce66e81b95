import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { pino } from 'pino'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { listenToDatabase } from '../../platform/database/listen.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { type OperationalEvent, recordEvents } from '../../platform/events/operational-event.ts'
import { type Authentication, Unauthenticated } from '../../platform/http/caller.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { startHttp } from '../../testing/http.ts'
import { LiveReader } from '../../testing/live.ts'
import { until } from '../../testing/until.ts'
import { operationalLogRoutes } from './routes.ts'

const GUILD = GuildId.parse('1100000000000000001')
const OTHER = GuildId.parse('1100000000000000002')
const ADMIN = UserId.parse('1100000000000000101')
const START = Temporal.Instant.from('2027-03-01T12:00:00Z')
const silent = pino({ level: 'silent' })

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database

const synced = (guildId: GuildId | null, number: number): OperationalEvent => ({
  type: guildId === null ? 'BOT_RECONNECT' : 'GUILD_SYNC',
  guildId,
  message: `Event ${number}`,
  details: { number },
})
const record = (...events: OperationalEvent[]) => db.transaction().execute((tx) => recordEvents(tx, events, START))

/** An API process; whoever is in `admins` is admin of GUILD, and `Bearer user:<id>` says who asks. */
async function startProcess() {
  await using started = new AsyncDisposableStack()
  const clock = new TestClock(START)
  const notices = started.use(await listenToDatabase({ url: database.url, clock, logger: silent }))
  const admins = new Set<string>([ADMIN])
  const signedOut = new Set<string>()
  const authentication: Authentication = {
    async verify({ headers }) {
      const subject = /^Bearer user:(\d+)$/.exec(headers.authorization ?? '')?.[1]
      if (!subject || signedOut.has(subject)) throw new Unauthenticated('Not signed in.')
      return { via: 'token', subject }
    },
    userOf: async ({ subject }) => UserId.parse(subject),
  }
  const server = started.use(
    await startHttp((http) => operationalLogRoutes(http, { db, notices, clock, logger: silent }), {
      authentication,
      guildAccess: {
        standing: async (guildId, userId) => (guildId === GUILD && admins.has(userId) ? 'admin' : 'member'),
        isBotOwner: async () => false,
        administered: async () => [],
        contents: async () => null,
        isMember: async () => true,
      },
    }),
  )
  const everything = started.move()
  return {
    ...server,
    clock,
    admins,
    signedOut,
    follow: (path: string, headers: Record<string, string> = {}) =>
      LiveReader.open(`${server.address}${path}`, { authorization: `Bearer user:${ADMIN}`, ...headers }),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

const LOGS = `/api/dashboard/logs/stream?guild_id=${GUILD}`

describe('a stream of the operational log', async () => {
  const api = await startProcess()
  after(() => api[Symbol.asyncDispose]())

  test('tells what happens from now on, with the entry as the list has it', async () => {
    await record(synced(GUILD, 1))
    await using reader = await api.follow(LOGS)
    await record(synced(GUILD, 2), synced(OTHER, 3), synced(null, 4))
    await reader.atLeast(2)
    assert.deepEqual(
      reader.events.map(({ data }) => data.details.number),
      [2, 4],
    )
    const [{ id, event, data } = assert.fail()] = reader.events
    assert.equal(event, 'GUILD_SYNC')
    assert.deepEqual(
      { ...data, guild_id: null },
      {
        timestamp: '2027-03-01T12:00:00Z',
        event_type: 'GUILD_SYNC',
        guild_id: null,
        message: 'Event 2',
        details: { number: 2 },
        id: Number(id),
      },
    )
    assert.match(reader.text, /"guild_id":1100000000000000001,/)
    assert.match(reader.text, /^retry: 3000\n/)
    const { headers } = reader.response
    assert.equal(headers.get('content-type'), 'text/event-stream; charset=utf-8')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-accel-buffering'), 'no')
  })
})
