import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { testDatabase } from '../../testing/database.ts'
import type { SentEvent } from '../../testing/live.ts'
import { GUILD, LOGS, logOf, numbers, START, startLiveApi, synced } from '../../testing/live-api.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database
const { record, latestId } = logOf(database)

describe('streams of two processes', async () => {
  const one = await startLiveApi(database)
  const two = await startLiveApi(database)
  after(() => Promise.all([one, two].map((api) => api[Symbol.asyncDispose]())))

  test('tell the same, whoever writes', async () => {
    await using first = await one.follow(LOGS)
    await using second = await two.follow(LOGS)
    await record(synced(GUILD, 1))
    await record(synced(GUILD, 2))
    for (const reader of [first, second]) {
      await reader.atLeast(2)
      assert.deepEqual(numbers(reader), [1, 2])
    }
  })

  test('tell everything once and in order while many write and the reader changes between them', async () => {
    const WRITERS = 20
    const EACH = 10
    const from = String(await latestId())
    const writing = Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let turn = 0; turn < EACH; turn += 1) {
          await db.transaction().execute(async (tx) => {
            await recordEvents(tx, [synced(GUILD, writer * EACH + turn)], START)
            // Whoever took the lower id commits later.
            await sql`select pg_sleep(${(writer % 5) / 500})`.execute(tx)
          })
        }
      }),
    )
    const seen: SentEvent[] = []
    for (let turn = 0; seen.length < WRITERS * EACH; turn += 1) {
      const lastId: string = seen.at(-1)?.id ?? from
      await using reader = await (turn % 2 ? one : two).follow(LOGS, { 'last-event-id': lastId })
      assert.equal(reader.response.status, 200, one.log.concat(two.log).join(''))
      await reader.atLeast(Math.min(15, WRITERS * EACH - seen.length))
      seen.push(...reader.events)
    }
    await writing
    const stored = await db.selectFrom('operational_events').select('id').where('id', '>', from).orderBy('id').execute()
    assert.deepEqual(
      seen.map(({ id }) => id),
      stored.map(({ id }) => id),
    )
  })
})
