import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pino } from 'pino'
import { connectDatabase, type Db } from '../../platform/database/connect.ts'
import type { GatewayState } from '../../platform/discord/gateway.ts'
import { retentionWorker } from '../../platform/retention.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { startHttp } from '../../testing/http.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'
import { until } from '../../testing/until.ts'
import { healthSampler } from './jobs.ts'
import { healthRetention } from './retention.ts'
import { healthRoutes } from './routes.ts'
import { type HealthNeeds, healthService } from './service.ts'

const START = Temporal.Instant.from('2026-11-23T10:00:30.5Z')
const logger = pino({ level: 'silent' })
const ONLINE: GatewayState = { isOnline: true, latencyMs: 45.4, guildCount: 2, shards: [] }
const OFFLINE: GatewayState = { isOnline: false, latencyMs: 45.4, guildCount: 2, shards: [] }

/** A listening process with nothing but health. */
async function startProcess(db: Db, needs: Partial<HealthNeeds> = {}) {
  const clock = new TestClock(START)
  const service = healthService({ db, clock, serviceName: 'alphapy', ...needs })
  const server = await startHttp((http) => healthRoutes(http, service))
  const get = (path: string) => server.send('GET', path)
  return { clock, service, get, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

/** Its health once the database answered in time, which on a busy machine it may not at first. */
const whenWell = (process: Awaited<ReturnType<typeof startProcess>>) =>
  until('a database that answers in time', async () => {
    const health = await process.get('/api/health')
    return health.json.db_status === 'ok' && health
  })

/** What a gateway process writes of one of its shards. */
function shardRow(shard: number, now: Temporal.Instant, change: object = {}) {
  return {
    shard_id: shard,
    process_id: 'a',
    session_started_at: now,
    last_heartbeat_ack_at: now,
    heartbeat_interval_ms: 40_000,
    latency_ms: 50 + shard,
    guild_count: 3,
    updated_at: now,
    ...change,
  }
}

describe('health', async () => {
  const database = await testDatabase()
  const { db } = database

  test.beforeEach(async () => {
    await db.deleteFrom('gateway_status').execute()
    await db.deleteFrom('health_samples').execute()
  })

  test('tells what the reference tells', async () => {
    await using process = await startProcess(db, { gateway: () => ONLINE })
    await process.clock.advance({ hours: 1 })
    const { status, json } = await whenWell(process)
    assert.equal(status, 200)
    const { database_pool_size, ...rest } = json
    assert.deepEqual(rest, {
      service: 'alphapy',
      version: '2.4.0',
      uptime_seconds: 3600,
      db_status: 'ok',
      timestamp: '2026-11-23T11:00:31Z',
      guild_count: 2,
      active_commands_24h: null,
      gpt_status: null,
    })
    assert.ok(database_pool_size >= 1)
    assert.deepEqual((await process.get('/status')).json, { online: true, latency: 45, uptime: '60 min' })
  })

  test('tells and keeps how many commands were run of late, and null in time where that hangs or fails', async () => {
    await using counting = await startProcess(db, { recentCommands: async () => 150 })
    assert.equal((await counting.get('/api/health')).json.active_commands_24h, 150)
    await counting.service.sample()
    assert.equal((await counting.get('/api/health/history')).json.history[0].active_commands_24h, 150)
    for (const recentCommands of [() => new Promise<never>(() => undefined), () => Promise.reject(new Error('no'))]) {
      await using process = await startProcess(db, { recentCommands })
      const { status, json } = await whenWell(process)
      assert.deepEqual([status, json.active_commands_24h], [200, null])
    }
  })

  test('of a dead gateway is the truth', async () => {
    for (const gateway of [() => OFFLINE, () => null]) {
      await using process = await startProcess(db, { gateway })
      assert.deepEqual((await process.get('/status')).json, { online: false, latency: null, uptime: '0 min' })
      assert.equal((await process.get('/api/health')).json.guild_count, null)
      const ready = await process.get('/api/health/ready')
      assert.equal(ready.status, 503)
      assert.equal(ready.json.detail, 'Not ready: database ok, migrations ok, gateway not connected.')
      assert.deepEqual(ready.json.errors, [{ path: 'gateway', message: 'gateway is not connected' }])
      assert.equal(ready.headers.get('retry-after'), '5')
    }
  })

  test('of a gateway in another process is what that one reports', async () => {
    await using process = await startProcess(db)
    const statusWith = async (...rows: ReturnType<typeof shardRow>[]) => {
      await db.deleteFrom('gateway_status').execute()
      if (rows.length > 0) await db.insertInto('gateway_status').values(rows).execute()
      const [status, health] = await Promise.all([process.get('/status'), process.get('/api/health')])
      return [status.json.online, status.json.latency, health.json.guild_count]
    }
    const now = process.clock.now()
    const offline = [false, null, null]
    assert.deepEqual(await statusWith(), offline)
    assert.deepEqual(await statusWith(shardRow(0, now), shardRow(1, now)), [true, 51, 3])
    assert.deepEqual(await statusWith(shardRow(0, now), shardRow(1, now, { process_id: 'b' })), [true, 51, 6])
    assert.deepEqual(await statusWith(shardRow(0, now), shardRow(1, now, { session_started_at: null })), offline)
    assert.deepEqual(
      await statusWith(shardRow(0, now, { last_heartbeat_ack_at: now.subtract({ seconds: 81 }) })),
      offline,
    )
    assert.deepEqual(await statusWith(shardRow(0, now, { last_heartbeat_ack_at: now.subtract({ seconds: 79 }) })), [
      true,
      50,
      3,
    ])
    assert.deepEqual(await statusWith(shardRow(0, now, { updated_at: now.subtract({ seconds: 16 }) })), offline)
    assert.deepEqual(await statusWith(shardRow(0, now), shardRow(9, now, { updated_at: now.subtract({ hours: 2 }) })), [
      true,
      50,
      3,
    ])
  })

  test('is ready when database, tables and gateway are', async () => {
    await using process = await startProcess(db, { gateway: () => ONLINE })
    const { status, json } = await process.get('/api/health/ready')
    assert.deepEqual(
      [status, json],
      [200, { status: 'ok', checks: { database: 'ok', migrations: 'ok', gateway: 'ok' } }],
    )
    await using worker = await startProcess(db)
    assert.deepEqual((await worker.get('/api/health/ready')).json.checks, { database: 'ok', migrations: 'ok' })
    assert.deepEqual((await worker.get('/api/health/live')).json, { status: 'ok' })
  })

  test('answers soon while the database hangs, is gone, and is back', async () => {
    const { hostname, port, pathname, username, password } = new URL(database.url)
    await using proxy = await tcpProxy({ host: hostname, port: Number(port) })
    const url = `postgresql://${username}:${password}@127.0.0.1:${proxy.port}${pathname}`
    const wired = await connectDatabase({ url, logger, statementTimeoutMs: 60_000 })
    await using process = await startProcess(wired)
    const dbStatuses = async () => {
      const begun = performance.now()
      const answers = await Promise.all([...Array(30)].map(() => process.get('/api/health')))
      // Much less than the minute after which a question to the database fails by itself.
      assert.ok(performance.now() - begun < 20_000, `took ${performance.now() - begun} ms`)
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
      return [...new Set(answers.map(({ json }) => json.db_status))]
    }
    await until('the database to answer', async () => (await dbStatuses())[0] === 'ok')
    proxy.hang()
    assert.deepEqual(await dbStatuses(), ['error:timeout'])
    const ready = await process.get('/api/health/ready')
    assert.deepEqual(
      [ready.status, ready.json.errors[0]],
      [503, { path: 'database', message: 'database is error:timeout' }],
    )
    assert.equal((await process.get('/api/health/live')).status, 200)
    assert.equal((await process.get('/status')).status, 200)
    await proxy.cut()
    assert.deepEqual(await dbStatuses(), ['error:unreachable'])
    const history = await process.get('/api/health/history')
    assert.deepEqual([history.status, history.json.detail], [503, 'Database not available'])
    await proxy.mend()
    await until('the database to be back', async () => (await dbStatuses())[0] === 'ok')
    await wired.destroy()
  })

  test('of a database without tables says so', async () => {
    await using empty = await testDatabase()
    await empty.db.schema.dropTable('schema_migrations').execute()
    await using process = await startProcess(empty.db)
    assert.equal((await process.get('/api/health')).json.db_status, 'not_initialized')
    const ready = await process.get('/api/health/ready')
    assert.equal(ready.json.detail, 'Not ready: database ok, migrations missing.')
  })

  test('history has one sample a minute, whichever process takes it, and forgets after 30 days (S-26, R-39)', async () => {
    await using one = await startProcess(db, { gateway: () => ONLINE })
    const two = healthService({ db, clock: one.clock, serviceName: 'other' })
    const stop = new AbortController()
    const history = async (query = '') => (await one.get(`/api/health/history${query}`)).json
    const sampled = (count: number) => until(`${count} samples`, async () => (await history()).total_records === count)
    const running = healthSampler(one.service, { clock: one.clock, logger }).run(stop.signal)
    await sampled(1)
    await two.sample()
    await one.clock.advance({ seconds: 29 })
    await two.sample()
    assert.equal((await history()).total_records, 1)
    await one.clock.advance({ seconds: 1 })
    await sampled(2)
    const { history: samples, period_hours } = await history('?hours=2&limit=1')
    assert.equal(period_hours, 2)
    const [{ database_pool_size, ...sample }] = samples
    assert.deepEqual(sample, {
      service: 'alphapy',
      version: '2.4.0',
      uptime_seconds: 30,
      db_status: 'ok',
      guild_count: 2,
      active_commands_24h: null,
      gpt_status: null,
      checked_at: '2026-11-23T10:01:00Z',
    })
    assert.ok(database_pool_size >= 1)
    const retaining = retentionWorker({ db, clock: one.clock, logger }, healthRetention).run(stop.signal)
    await one.clock.advance({ hours: 24 * 31 })
    await until(
      'the old to be gone',
      async () =>
        (await history('?hours=720')).total_records === 1 &&
        (await db.selectFrom('health_samples').select('service').execute()).length === 1,
    )
    stop.abort()
    await Promise.all([running, retaining])
  })

  test('history refuses what is out of bounds (R-36)', async () => {
    await using process = await startProcess(db)
    for (const [query, name, rule] of [
      ['hours=0', 'hours', 'a whole number from 1 to 720'],
      ['hours=721', 'hours', 'a whole number from 1 to 720'],
      ['limit=0', 'limit', 'a whole number from 1 to 1000'],
      ['limit=1001', 'limit', 'a whole number from 1 to 1000'],
      ['limit=-1', 'limit', 'a whole number from 1 to 1000'],
      ['hours=ten', 'hours', 'a whole number from 1 to 720'],
      ['hours=99999999999999999999', 'hours', 'a whole number from 1 to 720'],
    ] as const) {
      const answer = await process.get(`/api/health/history?${query}`)
      assert.deepEqual([answer.status, answer.json.detail], [400, `${name} must be ${rule}.`], query)
    }
    assert.deepEqual((await process.get('/api/health/history')).json, {
      history: [],
      period_hours: 24,
      total_records: 0,
    })
  })

  test.after(() => database[Symbol.asyncDispose]())
})
