import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { pino } from 'pino'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'
import { until } from '../../testing/until.ts'
import { listenToDatabase, notify } from './listen.ts'

const database = await testDatabase()
const { db } = database
after(() => database[Symbol.asyncDispose]())

/** Listens through a wire that tests can hang or cut. */
async function start(options: { readonly answersWithinMs?: number } = {}) {
  const address = new URL(database.url)
  const proxy = await tcpProxy({ host: address.hostname, port: Number(address.port) })
  const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
  const url = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: String(proxy.port) }).href
  const notices = await listenToDatabase({ url, clock, logger: pino({ level: 'silent' }), ...options })
  const heard: string[] = []
  const listen = async (channel: string) => {
    notices.on(
      channel,
      (payload) => heard.push(payload),
      () => heard.push(`missed ${channel}`),
    )
    await until('it to listen', () => heard.includes(`missed ${channel}`))
    heard.length = 0
  }
  return {
    proxy,
    clock,
    notices,
    heard,
    listen,
    async [Symbol.asyncDispose]() {
      await notices[Symbol.asyncDispose]()
      await proxy[Symbol.asyncDispose]()
    },
  }
}

describe('a notice', () => {
  test('is heard by whoever listens to its channel, once it is committed', async () => {
    await using line = await start()
    await line.listen('teapots')
    await notify(db, 'kettles', 'not for us')
    const rolledBack = db.transaction().execute(async (tx) => {
      await notify(tx, 'teapots', 'never')
      throw new Error('rolled back')
    })
    await assert.rejects(rolledBack, /rolled back/)
    await db.transaction().execute((tx) => notify(tx, 'teapots', 'ready'))
    await until('the notice', () => line.heard.length > 0)
    assert.deepEqual(line.heard, ['ready'])
  })

  test('reaches every ear, also where one of them fails', async () => {
    await using line = await start()
    const fail = () => {
      throw new Error('deaf')
    }
    line.notices.on('Tea "pots"', fail, fail)
    await line.listen('Tea "pots"')
    await notify(db, 'Tea "pots"', 'ready')
    await until('the notice', () => line.heard.length > 0)
    assert.deepEqual(line.heard, ['ready'])
  })
})

describe('a lost connection', () => {
  test('is made anew at once, and ears learn that they may have missed something', async () => {
    await using line = await start()
    await line.listen('teapots')
    await line.listen('kettles')
    await line.proxy.cut()
    await line.proxy.mend()
    await until('another connection', async () => {
      await line.clock.advance({ seconds: 1 })
      return line.heard.length > 0
    })
    assert.deepEqual(line.heard.toSorted(), ['missed kettles', 'missed teapots'])
    await notify(db, 'kettles', 'hot')
    await until('the notice', () => line.heard.includes('hot'))
  })

  test('is tried again for as long as the database is away', async () => {
    await using line = await start()
    await line.listen('teapots')
    await line.proxy.cut()
    for (let second = 0; second < 3; second += 1) await line.clock.advance({ seconds: 1 })
    assert.deepEqual(line.heard, [])
    await line.proxy.mend()
    await line.clock.advance({ seconds: 1 })
    await until('another connection', () => line.heard.length > 0)
  })

  test('is found out also where nobody told of it', async () => {
    await using line = await start({ answersWithinMs: 2_000 })
    await line.listen('teapots')
    line.proxy.hang()
    const asking = line.clock.advance({ seconds: 20 })
    // What was asked is swallowed and never answered, though the wire passes again before that is found out.
    await until('the question', () => line.proxy.swallowed > 0)
    await line.proxy.mend()
    await asking
    await until('another connection', async () => {
      await line.clock.advance({ seconds: 1 })
      return line.heard.length > 0
    })
    assert.deepEqual(line.heard, ['missed teapots'])
  })

  test('does not hold up the end', async () => {
    const line = await start()
    await line.listen('teapots')
    await line.proxy.cut()
    await line.notices[Symbol.asyncDispose]()
  })
})
