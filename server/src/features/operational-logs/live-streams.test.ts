import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { noteRemoved } from '../../platform/events/live-store.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { testDatabase } from '../../testing/database.ts'
import type { LiveReader } from '../../testing/live.ts'
import {
  ADMIN,
  CHANGES,
  GUILD,
  LOGS,
  logOf,
  numbers,
  OTHER,
  START,
  startLiveApi,
  synced,
} from '../../testing/live-api.ts'
import { until } from '../../testing/until.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database
const { record, latestId } = logOf(database)

describe('a stream of the operational log', async () => {
  const api = await startLiveApi(database)
  after(() => api[Symbol.asyncDispose]())

  test('tells what happens from now on, with the entry as the list has it', async () => {
    await record(synced(GUILD, 1))
    await using reader = await api.follow(LOGS)
    await record(synced(GUILD, 2), synced(OTHER, 3), synced(null, 4))
    await reader.atLeast(2)
    assert.deepEqual(numbers(reader), [2, 4])
    const [first = assert.fail()] = reader.events
    assert.equal(first.event, 'GUILD_SYNC')
    const { guild_id, ...rest } = first.data
    assert.deepEqual(rest, {
      timestamp: '2027-03-01T12:00:00Z',
      event_type: 'GUILD_SYNC',
      message: 'Event 2',
      details: { number: 2 },
      id: Number(first.id),
    })
    assert.match(reader.text, /"guild_id":1100000000000000001,/)
    assert.match(reader.text, /^retry: 3000\n/)
    const { headers } = reader.response
    assert.equal(headers.get('content-type'), 'text/event-stream; charset=utf-8')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-accel-buffering'), 'no')
    assert.ok(headers.get('x-request-id'))
  })

  test('writes ids as strings for a client that asks for that', async () => {
    await using reader = await api.follow(LOGS, { prefer: 'snowflakes=string' })
    await record(synced(GUILD, 1))
    await reader.atLeast(1)
    assert.match(reader.text, /"guild_id":"1100000000000000001",/)
    assert.equal(reader.response.headers.get('preference-applied'), 'snowflakes=string')
  })

  test('keeps to the types that are asked for, by the rules of the list', async () => {
    await using some = await api.follow(`${LOGS}&event_types=BOT_RECONNECT,NONSENSE`)
    await using none = await api.follow(`${LOGS}&event_types=NONSENSE`)
    await using all = await api.follow(`${LOGS}&event_types=,`)
    await record(synced(GUILD, 1), synced(null, 2), synced(GUILD, 3))
    await all.atLeast(3)
    await some.atLeast(1)
    assert.deepEqual([numbers(some), numbers(none), numbers(all)], [[2], [], [1, 2, 3]])
  })

  test('goes on after the id that the reader has seen, by header or query', async () => {
    await using reader = await api.follow(LOGS)
    await record(synced(GUILD, 1))
    await reader.atLeast(1)
    await reader[Symbol.asyncDispose]()
    await record(synced(GUILD, 2), synced(OTHER, 3), synced(null, 4))
    await using byHeader = await api.follow(LOGS, { 'last-event-id': reader.lastId })
    await using byQuery = await api.follow(`${LOGS}&last_event_id=${reader.lastId}`)
    await record(synced(GUILD, 5))
    for (const resumed of [byHeader, byQuery]) {
      await resumed.atLeast(3)
      assert.deepEqual(numbers(resumed), [2, 4, 5])
    }
  })

  test('says how far it is, with each beat and before the first event', async () => {
    await record(synced(GUILD, 1))
    await using reader = await api.follow(LOGS)
    assert.equal(reader.lastId, String(await latestId()))
    await record(synced(OTHER, 2))
    const beaten = reader.text.length
    await until('a beat that knows of the event', async () => {
      await api.clock.advance({ seconds: 15 })
      return reader.lastId === String(await latestId())
    })
    assert.match(reader.text.slice(beaten), /^(:\nid: \d+\n\n)+$/)
    assert.deepEqual(reader.events, [])
  })

  test('tells whoever asks for what is gone, or never was, to read everything again', async () => {
    const before = await latestId()
    await record(synced(GUILD, 1), synced(GUILD, 2))
    const gone = await latestId()
    await db.deleteFrom('operational_events').execute()
    await db.transaction().execute((tx) => noteRemoved(tx, 'operational_events', gone))
    for (const lastId of [before, gone + 1000, 'nonsense']) {
      await using reader = await api.follow(LOGS, { 'last-event-id': String(lastId) })
      await record(synced(GUILD, 3))
      await reader.atLeast(2)
      assert.deepEqual(
        reader.events.map(({ event }) => event),
        ['reset', 'GUILD_SYNC'],
        String(lastId),
      )
    }
    await using whole = await api.follow(LOGS, { 'last-event-id': String(gone) })
    await whole.atLeast(3)
    assert.deepEqual(numbers(whole), [3, 3, 3])
  })

  test('heals a lost notice within seconds', async () => {
    await using reader = await api.follow(LOGS)
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await recordEvents(tx, [synced(GUILD, 1)], START)
    })
    await until('the event', async () => {
      await api.clock.advance({ seconds: 2 })
      return reader.events.length > 0
    })
    assert.deepEqual(numbers(reader), [1])
  })

  test('is closed to members, strangers and other guilds', async () => {
    const statuses = async (path: string, user: string) =>
      (await api.send('GET', path, { headers: { authorization: `Bearer user:${user}` } })).status
    assert.equal(await statuses(LOGS, '42'), 403)
    assert.equal(await statuses(CHANGES, '42'), 403)
    assert.equal(await statuses(`/api/dashboard/${OTHER}/stream`, ADMIN), 403)
    assert.equal(await statuses(`/api/dashboard/logs/stream?guild_id=${OTHER}`, ADMIN), 403)
    assert.equal((await api.send('GET', LOGS)).status, 401)
  })

  test('answers HEAD with the head alone', async () => {
    const answer = await api.send('HEAD', LOGS, { headers: { authorization: `Bearer user:${ADMIN}` } })
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/event-stream; charset=utf-8'])
  })
})

describe('the stream of a guild', async () => {
  const api = await startLiveApi(database)
  after(() => api[Symbol.asyncDispose]())
  const change = (guildId: GuildId, kind: string, more: { ref?: string; version?: bigint } = {}) =>
    db.transaction().execute((tx) => announceChange(tx, { guildId, kind, ...more }, START))
  const told = ({ events }: LiveReader) => events.map(({ event, data }) => [event, data])

  test('tells which kinds of its data changed, and when the log grew', async () => {
    await using reader = await api.follow(CHANGES)
    await change(GUILD, 'settings', { version: 7n })
    await change(OTHER, 'settings', { version: 8n })
    await change(GUILD, 'reminders', { ref: '12' })
    await record(synced(OTHER, 1))
    await record(synced(GUILD, 2), synced(GUILD, 3))
    await record(synced(null, 4), synced(GUILD, 5))
    await reader.atLeast(4)
    assert.deepEqual(told(reader), [
      ['changed', { kind: 'settings', version: 7 }],
      ['changed', { kind: 'reminders', ref: '12' }],
      ['changed', { kind: 'logs' }],
      ['changed', { kind: 'logs' }],
    ])
  })

  test('is resumable, and says nothing of what is rolled back', async () => {
    await using reader = await api.follow(CHANGES)
    await change(GUILD, 'a')
    await reader.atLeast(1)
    await reader[Symbol.asyncDispose]()
    const failing = db.transaction().execute(async (tx) => {
      await announceChange(tx, { guildId: GUILD, kind: 'b' }, START)
      throw new Error('undone')
    })
    await assert.rejects(failing, /undone/)
    await change(GUILD, 'c')
    await using resumed = await api.follow(`${CHANGES}?last_event_id=${reader.lastId}`)
    await resumed.atLeast(1)
    assert.deepEqual(told(resumed), [['changed', { kind: 'c' }]])
  })
})
