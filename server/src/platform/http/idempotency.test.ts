import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { Type } from 'typebox'
import { Refusal } from '../../kernel/refusal.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { as, startHttp } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import type { Commit, Tx } from '../database/connect.ts'
import { foundation } from '../foundation.ts'
import { retentionWorker } from '../retention.ts'
import { SnowflakeOut } from '../schema/snowflakes.ts'
import { actorOf } from './guards.ts'
import type { Http } from './http.ts'
import { idempotency } from './idempotency.ts'

const Note = Type.Object({ id: Type.String(), owner: SnowflakeOut() })
const config = { access: 'user', scope: 'reminders', limit: 'none' } as const
const schema = {
  operationId: 'addNote',
  summary: 'Adds a note',
  tags: ['test'],
  body: Type.Object({ text: Type.String() }),
  response: { 200: Note },
}

/** What happens to a write between its work and its commit. */
type Event = (tx: Tx) => Promise<void>

describe('Idempotency-Key', async () => {
  const { db, ...database } = await testDatabase()
  const clock = new TestClock(Temporal.Instant.from('2026-11-23T10:00:00Z'))
  const logger = pino({ level: 'silent' })
  let event: Event = async () => undefined

  async function addNote(text: string, commit: Commit): Promise<string> {
    if (text === 'refused') throw new Refusal('forbidden', 'notes.refused', 'Not that.')
    return commit(async (tx) => {
      const key = randomUUID()
      const row = {
        scope: 'notes',
        guild_id: '1',
        key,
        value: JSON.stringify(text),
        value_type: 'string',
        updated_at: clock.now(),
      }
      await tx.insertInto('guild_settings').values(row).execute()
      await event(tx)
      return key
    })
  }

  function noteRoutes(http: Http) {
    const idempotent = idempotency({ db, clock, logger })
    for (const [method, url] of [
      ['POST', '/notes'],
      ['PUT', '/notes'],
      ['POST', '/others'],
    ] as const)
      http.route({
        method,
        url,
        config,
        schema,
        handler: (request, reply) =>
          idempotent(request, reply, async (commit) => ({
            id: await addNote(request.body.text, commit),
            owner: BigInt(actorOf(request).userId),
          })),
      })
  }
  const servers = [await startHttp(noteRoutes), await startHttp(noteRoutes)] as const
  const write = (
    key: string | null,
    { text = 'a', user = '1100000000000000101', path = '/notes', method = 'POST', server = 0, prefer = '' } = {},
  ) =>
    (servers[server] ?? servers[0]).send(method, path, {
      body: JSON.stringify({ text }),
      headers: {
        ...as(user),
        'content-type': 'application/json',
        ...(key !== null && { 'idempotency-key': key }),
        ...(prefer && { prefer }),
      },
    })
  const notes = async () => (await db.selectFrom('guild_settings').select('key').execute()).length

  test.beforeEach(async () => {
    event = async () => undefined
    await db.deleteFrom('guild_settings').execute()
  })

  test('gives the first answer again, byte for byte, in another process too', async () => {
    const first = await write('k1')
    assert.equal(first.status, 200)
    for (const server of [0, 1]) {
      const again = await write('k1', { server, prefer: 'snowflakes=string' })
      assert.deepEqual([again.status, again.text], [200, first.text])
      assert.equal(again.headers.get('content-type'), first.headers.get('content-type'))
      assert.equal(again.headers.get('idempotent-replay'), 'true')
    }
    assert.match(first.text, /"owner":1100000000000000101/)
    assert.equal(first.headers.get('idempotent-replay'), null)
    assert.equal(await notes(), 1)
  })

  test('is free for other callers, and without it every request counts', async () => {
    await write('k2')
    await write('k2', { user: '1100000000000000102' })
    await write(null)
    await write(null)
    assert.equal(await notes(), 4)
  })

  test('used with another request is a conflict', async () => {
    await write('k3')
    for (const other of [{ text: 'b' }, { path: '/others' }, { method: 'PUT' }, { path: '/notes?x=1' }]) {
      const answer = await write('k3', other)
      assert.deepEqual([answer.status, answer.json.code], [409, 'http.idempotency_key_reused'], JSON.stringify(other))
    }
    assert.equal(await notes(), 1)
  })

  test('of a request still running is a conflict that tells when to come again', async () => {
    const started = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    event = async () => {
      started.resolve()
      await goOn.promise
    }
    const first = write('k4')
    await started.promise
    const twin = await write('k4', { server: 1 })
    assert.deepEqual(
      [twin.status, twin.json.code, twin.headers.get('retry-after')],
      [409, 'http.idempotency_key_in_use', '1'],
    )
    goOn.resolve()
    assert.equal((await first).status, 200)
    assert.equal((await write('k4')).text, (await first).text)
    assert.equal(await notes(), 1)
  })

  test('sent by twenty at once does the work once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => write('k5', { server: index % 2 })))
    assert.equal(await notes(), 1)
    for (const { status } of answers) assert.match(String(status), /^(200|409)$/)
    assert.equal(new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text)).size, 1)
  })

  test('left behind by a crash is taken over after its lease, and the late one undoes its work', async () => {
    /** Sends a write that stays in the middle of its work until it is told to go on. */
    const stuck = async (server: number) => {
      const started = Promise.withResolvers<void>()
      const goOn = Promise.withResolvers<void>()
      event = () => {
        started.resolve()
        return goOn.promise
      }
      const answer = write('k6', { server })
      await started.promise
      return { answer, goOn: goOn.resolve }
    }
    const first = await stuck(0)
    await clock.advance({ seconds: 29 })
    assert.equal((await write('k6')).status, 409)
    await clock.advance({ seconds: 2 })
    const second = await stuck(1)
    first.goOn()
    assert.equal((await first.answer).json.code, 'http.idempotency_key_in_use')
    second.goOn()
    assert.equal((await second.answer).status, 200)
    assert.equal(await notes(), 1)
    assert.equal((await write('k6')).text, (await second.answer).text)
  })

  test('of a refused request stays free', async () => {
    assert.equal((await write('k7', { text: 'refused' })).status, 403)
    assert.equal((await write('k7', { text: 'mended' })).status, 200)
  })

  test('of a request that failed stays free, and its work is undone', async () => {
    event = async () => {
      throw new Error('broken')
    }
    assert.equal((await write('k8')).status, 500)
    assert.equal(await notes(), 0)
    event = async () => undefined
    assert.equal((await write('k8')).status, 200)
    assert.equal(await notes(), 1)
  })

  test('whose database went away before the commit leaves neither work nor answer', async () => {
    event = async (tx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
    }
    assert.equal((await write('k9')).status, 503)
    assert.equal(await notes(), 0)
    event = async () => undefined
    assert.equal((await write('k9')).status, 200)
    assert.equal(await notes(), 1)
  })

  test('must be 1 to 255 visible characters', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256), 'é']) {
      const answer = await write(key)
      assert.deepEqual([answer.status, answer.json.errors?.[0]?.path], [400, 'Idempotency-Key'], key)
    }
    assert.equal((await write('x'.repeat(255))).status, 200)
  })

  test('is forgotten after 24 hours', async () => {
    const first = await write('k10')
    await clock.advance({ hours: 23 })
    assert.equal((await write('k10')).text, first.text)
    await clock.advance({ hours: 2 })
    assert.notEqual((await write('k10')).text, first.text)
    await clock.advance({ hours: 25 })
    const stop = new AbortController()
    const sweeping = retentionWorker({ db, clock, logger }, foundation.retention ?? []).run(stop.signal)
    await until('the sweep', async () => (await db.selectFrom('idempotency_keys').select('key').execute()).length === 0)
    stop.abort()
    await sweeping
  })

  test.after(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
  })
})
