import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../testing/database.ts'
import { openReading } from './cursor.ts'
import { poolStatistics } from './health.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const { db } = database
const numbers = (most: number) => () => sql<{ n: number }>`select n from generate_series(1, ${most}::int) n order by n`
const heldConnections = () => {
  const { total, idle } = poolStatistics(db)
  return total - idle
}

describe('a reading', () => {
  test('gives every row once, in order, and says before how many there are', async () => {
    const reading = await openReading(db, numbers(25), 10)
    assert.equal(reading.count, 25)
    const batches = await Array.fromAsync(reading.batches())
    assert.deepEqual(
      batches.map((rows) => rows.length),
      [10, 10, 5],
    )
    assert.deepEqual(
      batches.flat().map(({ n }) => n),
      Array.from({ length: 25 }, (_, place) => place + 1),
    )
    assert.equal(heldConnections(), 0)
  })

  test('sees nothing of what is written meanwhile, and writes nothing', async () => {
    const open = () =>
      openReading(db, (snapshot) => snapshot.selectFrom('ticket_numbers').selectAll().orderBy('guild_id'), 1)
    await db
      .insertInto('ticket_numbers')
      .values([1, 2].map((n) => ({ guild_id: String(n), last_number: n })))
      .execute()
    const reading = await open()
    await db.deleteFrom('ticket_numbers').execute()
    assert.equal((await Array.fromAsync(reading.batches())).flat().length, 2)
    assert.equal((await open().then((other) => Array.fromAsync(other.batches()))).flat().length, 0)
    await assert.rejects(
      openReading(db, () => sql`select nextval('reminders_id_seq')`),
      /read-only transaction/,
    )
    assert.equal(heldConnections(), 0)
  })

  test('has as many rows as it said, whatever is written between the counting and the reading', async () => {
    const deleting = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if ('count' in (result.rows[0] ?? {})) await db.deleteFrom('ticket_numbers').execute()
        return result
      },
    })
    await db.insertInto('ticket_numbers').values({ guild_id: '1', last_number: 1 }).execute()
    const reading = await openReading(deleting, (snapshot) => snapshot.selectFrom('ticket_numbers').selectAll())
    assert.equal(reading.count, (await Array.fromAsync(reading.batches())).flat().length)
    assert.equal(reading.count, 1)
  })

  const leavings: Readonly<Record<string, () => Promise<void>>> = {
    'in the middle': async () => {
      const reading = await openReading(db, numbers(100), 10)
      for await (const _rows of reading.batches()) break
    },
    'before the first row': async () => {
      await using _reading = await openReading(db, numbers(100), 10)
    },
    'because a row cannot be computed': async () => {
      const query = () => sql<{ n: number }>`select 10 / (15 - n) as n from generate_series(1, 20) n where random() < 2`
      await assert.rejects(Array.fromAsync((await openReading(db, query, 10)).batches()), /division by zero/)
    },
    'because its session was ended': async () => {
      const reading = await openReading(db, numbers(100), 10)
      const batches = reading.batches()
      await batches.next()
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
      await assert.rejects(batches.next())
    },
  }
  for (const [where, leave] of Object.entries(leavings))
    test(`that ends ${where} gives its connection back, without a cursor`, async () => {
      await leave()
      assert.equal(heldConnections(), 0)
      const { rows } = await sql`select name from pg_cursors where name = 'reading'`.execute(db)
      assert.deepEqual(rows, [])
    })
})
