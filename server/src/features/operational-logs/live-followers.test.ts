import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, describe, test } from 'node:test'
import { tellGuildChange } from '../../platform/discord/guild-change.ts'
import type { OperationalEvent } from '../../platform/events/operational-event.ts'
import { testDatabase } from '../../testing/database.ts'
import type { LiveReader } from '../../testing/live.ts'
import { ADMIN, CHANGES, GUILD, LOGS, logOf, numbers, startLiveApi, synced } from '../../testing/live-api.ts'
import { until } from '../../testing/until.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database
const { record } = logOf(database)

/** A connection that asks for the log and reads nothing of it until it is resumed. */
async function takingNothing(address: string) {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(`GET ${LOGS} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer user:${ADMIN}\r\n\r\n`)
  let received = 0
  socket
    .on('error', () => undefined)
    .on('data', ({ length }) => {
      received += length
    })
  await until('the head', () => received > 0)
  socket.pause()
  return { socket, received: () => received, [Symbol.asyncDispose]: async () => void socket.destroy() }
}

describe('whoever follows a stream', async () => {
  const api = await startLiveApi(database)
  after(() => api[Symbol.asyncDispose]())

  for (const [loss, lose, regain] of [
    ['is no admin any more', () => api.rights.admins.delete(ADMIN), () => api.rights.admins.add(ADMIN)],
    ['has signed out', () => api.rights.signedOut.add(ADMIN), () => api.rights.signedOut.delete(ADMIN)],
  ] as const) {
    test(`hears nothing more a quarter of a minute after he ${loss}`, async () => {
      await using logs = await api.follow(LOGS)
      await using changes = await api.follow(CHANGES)
      lose()
      await api.clock.advance({ seconds: 15 })
      assert.deepEqual([await logs.end(), await changes.end()], ['done', 'done'])
      await record(synced(GUILD, 1))
      regain()
      assert.deepEqual([logs.events, changes.events], [[], []])
    })
  }

  test('hears nothing more as soon as Discord tells that the roles of the member changed', async () => {
    await using reader = await api.follow(LOGS)
    await tellGuildChange(db, { of: 'member', guildId: GUILD, userId: ADMIN })
    await tellGuildChange(db, { of: 'channels', guildId: GUILD })
    await record(synced(GUILD, 1))
    await reader.atLeast(1)
    api.rights.admins.delete(ADMIN)
    await tellGuildChange(db, { of: 'member', guildId: GUILD, userId: ADMIN })
    await reader.end()
    api.rights.admins.add(ADMIN)
    assert.deepEqual(numbers(reader), [1])
  })

  test('goes on for a minute while nobody can tell whether he may', async () => {
    await using reader = await api.follow(LOGS)
    api.rights.outage = true
    for (let beat = 1; beat <= 3; beat += 1) await api.clock.advance({ seconds: 15 })
    await record(synced(GUILD, 1))
    await reader.atLeast(1)
    assert.equal(reader.ended, null)
    await api.clock.advance({ seconds: 15 })
    await reader.end()
    api.rights.outage = false
  })

  test('has ten streams and no more, and another one when one is closed', async () => {
    await using api = await startLiveApi(database)
    const open: LiveReader[] = []
    for (let count = 0; count < 10; count += 1) open.push(await api.follow(count % 2 ? LOGS : CHANGES))
    const refused = await api.send('GET', LOGS, { headers: { authorization: `Bearer user:${ADMIN}` } })
    assert.deepEqual([refused.status, refused.json.code], [429, 'live.too_many'])
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    await open.pop()?.[Symbol.asyncDispose]()
    const again = await until('room', async () => {
      const reader = await api.follow(LOGS)
      if (reader.response.status === 200) return reader
      return reader[Symbol.asyncDispose]().then(() => null)
    })
    for (const reader of [...open, again]) await reader[Symbol.asyncDispose]()
  })

  test('is waited for while he takes what he is told, and given up when he takes nothing', async () => {
    await using api = await startLiveApi(database)
    const large = { ...synced(GUILD, 1), details: { number: 1, text: 'x'.repeat(300_000) } }
    await using quick = await api.follow(LOGS)
    await using slow = await takingNothing(api.address)
    await using stuck = await takingNothing(api.address)
    for (let batch = 1; batch <= 9; batch += 1) {
      await record(...Array<OperationalEvent>(5).fill(large))
      await quick.atLeast(batch * 5)
    }
    assert.equal(quick.events.length, 45)
    await api.clock.advance({ seconds: 15 })
    slow.socket.resume()
    await until('the slow one to have everything', () => slow.received() > 13_500_000)
    for (let beat = 1; beat <= 2; beat += 1) await api.clock.advance({ seconds: 15 })
    stuck.socket.resume()
    await until('the end of the stuck one', () => stuck.socket.closed)
    assert.ok(stuck.received() < 13_500_000, String(stuck.received()))
    assert.equal(slow.socket.closed, false)
  })

  test('is let go when the server stops', async () => {
    const stopping = await startLiveApi(database)
    await using logs = await stopping.follow(LOGS)
    await using changes = await stopping.follow(CHANGES)
    await stopping[Symbol.asyncDispose]()
    assert.deepEqual([await logs.end(), await changes.end()], ['done', 'done'])
  })
})
