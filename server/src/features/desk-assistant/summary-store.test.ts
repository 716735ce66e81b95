import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId } from '../../kernel/ids.ts'
import { testDatabase } from '../../testing/database.ts'
import { takenSideBySide } from '../../testing/overlap.ts'
import { ticketThere } from '../../testing/tickets.ts'
import { claimDue, delaySummary, endSummary, findSummary, nextDue, wantSummary } from './summary-store.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const LATER = NOW.add({ seconds: 20 })
const CLAIM = { now: NOW, leaseUntil: LATER, limit: 2 }

const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
beforeEach(() => db.deleteFrom('ticket_summaries').execute())

/** @returns the ids of so many tickets that are to be summed up. */
async function wanted(count: number): Promise<string[]> {
  const tickets = await Promise.all(Array.from({ length: count }, () => ticketThere(db, NOW)))
  await db.transaction().execute((tx) => Promise.all(tickets.map((ticket) => wantSummary(tx, ticket, NOW))))
  return tickets.map(({ id }) => id)
}

test('a ticket is taken on by one worker, and nobody waits for another who takes some on', async () => {
  const ids = await wanted(3)
  const [taken, besides] = await takenSideBySide(db, (tx) => claimDue(tx, CLAIM))
  assert.deepEqual([taken.length, besides.length], [2, 1])
  assert.deepEqual([...taken, ...besides].map(({ ticketId }) => ticketId).toSorted(), ids.toSorted())
  assert.deepEqual(await claimDue(db, CLAIM), [])
})

test('what a worker has not ended in its time is taken on anew, and no longer that worker’s to end or delay', async () => {
  const [id = assert.fail()] = await wanted(1)
  const [slow = assert.fail()] = await claimDue(db, CLAIM)
  // Even where both leases would run out at the same instant.
  const [quick = assert.fail()] = await claimDue(db, { ...CLAIM, now: LATER })
  assert.deepEqual([slow.attempts, quick.attempts], [1, 2])
  const summing = (summary: string) => ({ summary, entry: null })
  const end = (due: typeof slow, summary: string) =>
    db.transaction().execute((tx) => endSummary(tx, due, summing(summary)))
  assert.equal(await end(slow, 'Slow.'), false)
  await delaySummary(db, slow, { at: NOW, countsAsAttempt: true })
  assert.deepEqual(await nextDue(db), LATER)
  assert.deepEqual([await end(quick, 'Quick.'), await end(quick, 'Twice.')], [true, false])
  assert.equal((await findSummary(db, GuildId.parse(DEMO.guild), id))?.summary, 'Quick.')
})
