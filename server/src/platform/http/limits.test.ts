import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { pino } from 'pino'
import { Type } from 'typebox'
import type { Clock } from '../../kernel/clock.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { type Answer, as, startHttp } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import { connectDatabase, type Db } from '../database/connect.ts'
import type { Http } from './http.ts'
import { networkOf } from './limit-guard.ts'
import { type LimitNumbers, sharedLimits } from './limits.ts'

const START = Temporal.Instant.from('2027-03-01T12:00:00Z')
const [ANNA, BERT] = ['1100000000000000101', '1100000000000000102']
const PER_MINUTE: LimitNumbers = {
  metrics: 4,
  'reminders-read': 6,
  'reminders-write': 3,
  'dashboard-read': 0,
  'dashboard-write': 0,
  exports: 5,
  'failed-authentication': 3,
}

const database = await testDatabase()
const { db } = database
after(() => database[Symbol.asyncDispose]())

function routes(http: Http) {
  const about = (operationId: string) => ({
    operationId,
    summary: 'Counts',
    tags: ['test'],
    response: { 200: Type.Object({ ok: Type.Boolean() }) },
  })
  const ok = async () => ({ ok: true })
  const reminders = { access: 'user', scope: 'reminders', limit: 'reminders' } as const
  http.get('/reminders', { config: reminders, schema: about('read') }, ok)
  http.post('/reminders', { config: { ...reminders, isRepeatable: true }, schema: about('write') }, ok)
  http.get('/top', { config: { access: 'public', limit: 'metrics' }, schema: about('top') }, ok)
  http.get('/health', { config: { access: 'public', limit: 'none' }, schema: about('health') }, ok)
  const dashboard = { access: 'user', scope: 'reminders', limit: 'dashboard' } as const
  http.get('/dashboard', { config: dashboard, schema: about('dashboard') }, ok)
}

/** A process that serves the API, on the database of all or on one of its own. */
async function start(options: { readonly clock?: TestClock; readonly db?: Db } = {}) {
  const { clock = new TestClock(START) } = options
  const log: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line) => void log.push(line) })
  const asleep = Promise.withResolvers<void>()
  const watched: Clock = {
    now: () => clock.now(),
    waitUntil(instant, signal) {
      const awake = clock.waitUntil(instant, signal)
      asleep.resolve()
      return awake
    },
  }
  const { limits, exchanger } = sharedLimits({ perMinute: PER_MINUTE, db: options.db ?? db, clock: watched, logger })
  const stopping = new AbortController()
  const exchanging = exchanger.run(stopping.signal)
  // From here on each half second that the clock is moved is an exchange.
  await asleep.promise
  const server = await startHttp(routes, {
    limits,
    allowedOrigins: ['https://app.example.com'],
    trustedProxies: ['127.0.0.1'],
  })
  const ask = (method: string, path: string, headers: Record<string, string>) => server.send(method, path, { headers })
  return {
    clock,
    log,
    ask,
    read: (user: string) => ask('GET', '/reminders', as(user)),
    write: (user: string) => ask('POST', '/reminders', as(user)),
    from: (address: string, headers: Record<string, string> = {}) =>
      ask('GET', '/top', { 'x-forwarded-for': address, ...headers }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      stopping.abort()
      await exchanging
    },
  }
}

/** How many of so many requests, one after another, were let through. */
async function letThrough(count: number, ask: () => Promise<Answer>): Promise<number> {
  let passed = 0
  for (let index = 0; index < count; index += 1) {
    const { status } = await ask()
    assert.ok(status === 200 || status === 429, String(status))
    if (status === 200) passed += 1
  }
  return passed
}

const forget = () => db.deleteFrom('limit_buckets').execute()

describe('a limit', () => {
  test('tells on each answer what is left of it', async () => {
    await forget()
    await using api = await start()
    const first = await api.read(ANNA)
    assert.equal(first.headers.get('ratelimit-policy'), '"reminders-read";q=6;w=60')
    assert.equal(first.headers.get('ratelimit'), '"reminders-read";r=5;t=10')
    const second = await api.read(ANNA)
    assert.equal(second.headers.get('ratelimit'), '"reminders-read";r=4;t=20')
  })

  test('refuses what is too much, says when to come again, and lets in then', async () => {
    await forget()
    await using api = await start()
    assert.equal(await letThrough(6, () => api.read(ANNA)), 6)
    const refused = await api.read(ANNA)
    assert.deepEqual([refused.status, refused.json.code], [429, 'http.rate_limit'])
    assert.equal(
      refused.json.detail,
      'Too many requests that read reminders: 6 a minute are allowed; try again in 10 s.',
    )
    assert.equal(refused.headers.get('retry-after'), '10')
    assert.equal(refused.headers.get('ratelimit'), '"reminders-read";r=0;t=60')
    await api.clock.advance({ seconds: 9 })
    assert.equal((await api.read(ANNA)).status, 429)
    await api.clock.advance({ seconds: 1 })
    assert.equal(await letThrough(2, () => api.read(ANNA)), 1)
    await api.clock.advance({ hours: 1 })
    assert.equal(await letThrough(8, () => api.read(ANNA)), 6)
  })

  test('R-34: of reading takes nothing from writing, and nobody takes from others', async () => {
    await forget()
    await using api = await start()
    assert.equal(await letThrough(8, () => api.read(ANNA)), 6)
    assert.equal(await letThrough(5, () => api.write(ANNA)), 3)
    assert.equal(await letThrough(8, () => api.read(BERT)), 6)
  })

  test('R-34: is not there for health, nor where its number is 0', async () => {
    await forget()
    await using api = await start()
    assert.equal(await letThrough(50, () => api.ask('GET', '/health', {})), 50)
    assert.equal(await letThrough(50, () => api.ask('GET', '/dashboard', as(ANNA))), 50)
    assert.equal((await api.ask('GET', '/health', {})).headers.get('ratelimit'), null)
  })

  test('R-34: shows in a web page of another origin', async () => {
    await forget()
    await using api = await start()
    const origin = { origin: 'https://app.example.com' }
    await letThrough(4, () => api.from('203.0.113.1'))
    const refused = await api.from('203.0.113.1', origin)
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('access-control-allow-origin'), 'https://app.example.com')
    const exposed = refused.headers.get('access-control-expose-headers') ?? ''
    for (const name of ['RateLimit', 'RateLimit-Policy', 'Retry-After'])
      assert.match(exposed, new RegExp(`\\b${name}\\b`))
  })

  test('is told with errors too', async () => {
    await forget()
    await using api = await start()
    const answer = await api.ask('POST', '/reminders', { ...as(ANNA), 'content-type': 'text/plain' })
    assert.equal(answer.headers.get('ratelimit'), '"reminders-write";r=2;t=20')
  })
})

describe('clients without credentials', () => {
  test('R-34: are counted by the address that a trusted proxy tells, IPv6 by its /64', async () => {
    await forget()
    await using api = await start()
    assert.equal(await letThrough(6, () => api.from('203.0.113.1')), 4)
    assert.equal(await letThrough(6, () => api.from('203.0.113.2')), 4)
    const hosts = Array.from({ length: 6 }, (_, host) => `2001:db8:0:1::${host}`).values()
    assert.equal(await letThrough(6, () => api.from(hosts.next().value ?? '')), 4)
    assert.equal(await letThrough(6, () => api.from('2001:db8:0:2::1')), 4)
  })

  test('are told apart by their network', () => {
    const networks: Record<string, string> = {
      '203.0.113.9': '203.0.113.9',
      '::ffff:203.0.113.9': '203.0.113.9',
      '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
      '2001:DB8:1:2::6': '2001:db8:1:2::/64',
      '2001:db8::6': '2001:db8:0:0::/64',
      '::1': '0:0:0:0::/64',
      'fe80::1%eth0': 'fe80:0:0:0::/64',
      'no address': 'no address',
    }
    for (const [ip, network] of Object.entries(networks)) assert.equal(networkOf(ip), network)
  })
})

describe('guessing credentials', () => {
  const guess = { 'x-api-key': 'wrong', 'x-user-id': ANNA }

  test('is stopped by client address, before anything is verified', async () => {
    await forget()
    await using api = await start()
    const from = (address: string, headers: Record<string, string>) =>
      api.ask('GET', '/reminders', { 'x-forwarded-for': address, ...headers })
    for (const left of [2, 1, 0]) {
      const answer = await from('203.0.113.1', guess)
      assert.equal(answer.status, 401)
      assert.equal(answer.headers.get('ratelimit'), `"failed-authentication";r=${left};t=${20 * (3 - left)}`)
    }
    const stopped = await from('203.0.113.1', as(ANNA))
    assert.deepEqual([stopped.status, stopped.headers.get('retry-after')], [429, '20'])
    assert.equal((await from('203.0.113.2', as(ANNA))).status, 200)
    await api.clock.advance({ seconds: 20 })
    assert.equal((await from('203.0.113.1', as(ANNA))).status, 200)
  })

  test('is not what somebody does who brings none, or valid ones', async () => {
    await forget()
    await using api = await start()
    for (let index = 0; index < 10; index += 1) assert.equal((await api.ask('GET', '/reminders', {})).status, 401)
    for (let index = 0; index < 10; index += 1) assert.equal((await api.ask('GET', '/dashboard', as(ANNA))).status, 200)
  })
})

describe('two processes on one database', () => {
  test('let through as much as one, but for what they do within half a second', async () => {
    await forget()
    const clock = new TestClock(START)
    await using one = await start({ clock })
    await using other = await start({ clock })
    assert.equal(await letThrough(4, () => one.read(ANNA)), 4)
    await clock.advance({ milliseconds: 500 })
    assert.equal((await other.read(ANNA)).status, 200)
    await clock.advance({ milliseconds: 500 })
    assert.deepEqual([await letThrough(3, () => other.read(ANNA)), (await one.read(ANNA)).status], [1, 200])
    await clock.advance({ milliseconds: 500 })
    assert.deepEqual([(await one.read(ANNA)).status, (await other.read(ANNA)).status], [429, 429])
  })

  test('have what they let through too much paid back', async () => {
    await forget()
    const clock = new TestClock(START)
    await using one = await start({ clock })
    await using other = await start({ clock })
    const burst = await Promise.all([one, other].map((api) => letThrough(8, () => api.read(ANNA))))
    assert.deepEqual(burst, [6, 6])
    await clock.advance({ milliseconds: 500 })
    await clock.advance({ milliseconds: 500 })
    await clock.advance({ seconds: 59 })
    assert.equal((await one.read(ANNA)).status, 429)
    await clock.advance({ seconds: 10 })
    assert.equal((await one.read(ANNA)).status, 200)
  })

  test('remember what a third one let through before it was stopped', async () => {
    await forget()
    const clock = new TestClock(START)
    {
      await using stopped = await start({ clock })
      await letThrough(6, () => stopped.read(ANNA))
    }
    await using next = await start({ clock })
    assert.equal((await next.read(ANNA)).status, 200)
    await clock.advance({ milliseconds: 500 })
    assert.equal((await next.read(ANNA)).status, 429)
  })
})

describe('without the database', () => {
  test('limits go on in each process', async () => {
    const gone = await testDatabase()
    const own = await connectDatabase({ url: gone.url, logger: pino({ level: 'silent' }) })
    await using api = await start({ db: own })
    await letThrough(2, () => api.read(ANNA))
    await own.destroy()
    await gone[Symbol.asyncDispose]()
    await api.clock.advance({ milliseconds: 500 })
    assert.equal(await letThrough(8, () => api.read(ANNA)), 4)
    await until('the failure to be logged', () => api.log.length > 0)
  })
})
