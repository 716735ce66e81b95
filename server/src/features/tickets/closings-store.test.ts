import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../testing/database.ts'
import { takenSideBySide } from '../../testing/overlap.ts'
import { ticketThere } from '../../testing/tickets.ts'
import { noteClosing, takeClosings } from './closings-store.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')

const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())

test('closed tickets are taken out once, and nobody waits for another who takes some out', async () => {
  const tickets = await Promise.all([1, 2, 3].map(() => ticketThere(db, NOW)))
  const ids = tickets.map(({ id }) => id)
  await db.transaction().execute((tx) => Promise.all(ids.map((id) => noteClosing(tx, id))))
  const [taken, besides] = await takenSideBySide(db, (tx) => takeClosings(tx, 2))
  assert.deepEqual([taken.length, besides.length], [2, 1])
  assert.deepEqual([...taken, ...besides].map(({ ticketId }) => ticketId).toSorted(), ids.toSorted())
})
