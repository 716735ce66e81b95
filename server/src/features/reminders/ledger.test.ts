import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { testDatabase } from '../../testing/database.ts'
import { draftOf } from './draft.ts'
import { cancelOpen, claim, extendLeases, finish, handBack, nextWake, tryAgain } from './ledger-store.ts'
import { planDue } from './planning.ts'
import { occurrencesAfter } from './recurrence.ts'
import { findReminder, insertReminder, listReminders } from './store.ts'

const database = await testDatabase()
const { db } = database
const NOON = Temporal.Instant.from('2027-03-01T12:00:00Z')
const GUILD = GuildId.parse('1100000000000000001')
const OWNER = UserId.parse('1100000000000000101')
const FIRST_CHANNEL = 1100000000000000201n

after(() => database[Symbol.asyncDispose]())
beforeEach(() => db.deleteFrom('reminders').execute())

/** A one-off at noon plus so many minutes, without a lead, stored a day before. */
async function stored(minutes: number, channel = 0, catchUp: 'send_late' | 'skip' = 'send_late'): Promise<string> {
  const dayBefore = NOON.subtract({ hours: 24 })
  const channelId = ChannelId.parse(String(FIRST_CHANNEL + BigInt(channel)))
  const draft = draftOf(
    {
      name: `after ${minutes}`,
      channel_id: channelId,
      event_time: NOON.add({ minutes }).toString(),
      catch_up: catchUp,
    },
    dayBefore,
    { timeZone: 'UTC', offsetMinutes: 0 },
  )
  const [next] = occurrencesAfter(draft, dayBefore, 1)
  assert.ok(next)
  const reminder = { ...draft, guildId: GUILD, ownerId: OWNER, origin: null, next }
  return (await db.transaction().execute((tx) => insertReminder(tx, reminder, dayBefore))).id
}

const claimAt = (now: Temporal.Instant, workerId = 'one', limit = 50, perChannel = 5) =>
  claim(db, { workerId, now, leaseUntil: now.add({ seconds: 30 }), limit, perChannel })

const lines = () => db.selectFrom('reminder_deliveries').selectAll().orderBy('send_at').orderBy('id').execute()

describe('planning', () => {
  test('a due occurrence enters the ledger and the one-off is completed', async () => {
    const id = await stored(0)
    await planDue(db, NOON)
    assert.deepEqual(
      (await lines()).map(({ reminder_id, status, phase }) => [reminder_id, status, phase]),
      [[id, 'due', 'event']],
    )
    assert.equal((await findReminder(db, id))?.status, 'completed')
  })

  test('what lies ahead is left alone', async () => {
    await stored(1)
    await planDue(db, NOON)
    assert.deepEqual(await lines(), [])
    assert.equal(String(await nextWake(db)), String(NOON.add({ minutes: 1 })))
  })

  test('eight planners at once enter each of 300 occurrences once', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, n) => stored(0, n % 20)))
    await Promise.all(Array.from({ length: 8 }, () => planDue(db, NOON)))
    assert.equal((await lines()).length, 300)
  })

  test('more than six hours late is missed; with skip, more than a minute', async () => {
    await stored(0)
    await stored(1, 0, 'skip')
    await planDue(db, NOON.add({ hours: 6, minutes: 1 }))
    assert.deepEqual(
      (await lines()).map(({ status }) => status),
      ['missed', 'missed'],
    )
  })
})

describe('claiming', () => {
  test('workers at once never get the same line', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => stored(0, n)))
    await planDue(db, NOON)
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claimAt(NOON, `worker ${n}`)))
    const ids = claims.flat().map(({ id }) => id)
    assert.equal(ids.length, 200)
    assert.equal(new Set(ids).size, 200)
  })

  test('a channel under lease is left to its worker, others are not', async () => {
    for (const minutes of [-3, -2, -1]) await stored(minutes, 1)
    await stored(0, 2)
    await planDue(db, NOON)
    const first = await claimAt(NOON, 'one', 50, 2)
    assert.deepEqual(
      first.map(({ channelId }) => Number(BigInt(channelId) - FIRST_CHANNEL)),
      [1, 1, 2],
    )
    assert.deepEqual(await claimAt(NOON, 'two'), [])
    for (const { id } of first) await finish(db, id, { status: 'sent' }, NOON)
    const second = await claimAt(NOON, 'two')
    assert.equal(second.length, 1)
    assert.equal(String(second[0]?.occurrence.sendAt), String(NOON.subtract({ minutes: 1 })))
  })

  test('of one channel only one of many workers at once gets lines', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => stored(n - 40, n % 2)))
    await planDue(db, NOON)
    for (let round = 0; round < 10; round += 1) {
      const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claimAt(NOON, `worker ${n}`, 50, 2)))
      const perChannel = Map.groupBy(claims.flat(), ({ channelId }) => channelId)
      assert.deepEqual(
        [...perChannel.values()].map(({ length }) => length),
        [2, 2],
      )
      for (const { id } of claims.flat()) await finish(db, id, { status: 'sent' }, NOON)
    }
  })

  test('lines of one channel come in the order of their instants', async () => {
    for (const minutes of [-1, -3, -2]) await stored(minutes)
    await planDue(db, NOON)
    const claimed = await claimAt(NOON)
    assert.deepEqual(
      claimed.map(({ occurrence }) => String(occurrence.sendAt)),
      [-3, -2, -1].map((minutes) => String(NOON.add({ minutes }))),
    )
  })

  test('no more than asked for is leased', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => stored(0, n)))
    await planDue(db, NOON)
    assert.equal((await claimAt(NOON, 'one', 4)).length, 4)
    assert.equal((await claimAt(NOON, 'two', 50)).length, 6)
  })

  test('a line whose lease has run out is taken over, and remembers since when it is uncertain', async () => {
    await stored(0)
    await planDue(db, NOON)
    await claimAt(NOON, 'dead')
    assert.deepEqual(await claimAt(NOON.add({ seconds: 29 }), 'alive'), [])
    const [line] = await claimAt(NOON.add({ seconds: 30 }), 'alive')
    assert.equal(line?.attempts, 2)
    assert.equal(String(line?.uncertainSince), String(NOON))
  })

  test('a lease that is extended is not taken over', async () => {
    await stored(0)
    await planDue(db, NOON)
    const [line] = await claimAt(NOON, 'slow')
    await extendLeases(db, 'slow', [line?.id ?? ''], NOON.add({ seconds: 60 }))
    assert.deepEqual(await claimAt(NOON.add({ seconds: 45 }), 'other'), [])
  })

  test('a line given back waits until it is to be tried again', async () => {
    await stored(0)
    await planDue(db, NOON)
    const [line] = await claimAt(NOON)
    await tryAgain(db, line?.id ?? '', NOON.add({ seconds: 4 }), 'Discord answered 500')
    assert.deepEqual(await claimAt(NOON.add({ seconds: 3 })), [])
    assert.equal((await claimAt(NOON.add({ seconds: 4 }))).length, 1)
  })

  test('a line that was handed back is free at once', async () => {
    await stored(0)
    await planDue(db, NOON)
    const [line] = await claimAt(NOON)
    assert.ok(line)
    await handBack(db, line)
    assert.equal((await claimAt(NOON, 'two')).length, 1)
  })
})

test('a line that has ended keeps its end', async () => {
  await stored(0)
  await planDue(db, NOON)
  const [line] = await claimAt(NOON)
  await finish(db, line?.id ?? '', { status: 'sent' }, NOON)
  await finish(db, line?.id ?? '', { status: 'failed', error: 'too late' }, NOON)
  assert.deepEqual(
    (await lines()).map(({ status }) => status),
    ['sent'],
  )
})

test('cancelling ends what waits and leaves what is under way', async () => {
  const id = await stored(0)
  await planDue(db, NOON)
  await claimAt(NOON)
  await db.transaction().execute((tx) => cancelOpen(tx, id, NOON))
  assert.deepEqual(
    (await lines()).map(({ status }) => status),
    ['due'],
  )
  await db.transaction().execute((tx) => cancelOpen(tx, id, NOON.add({ minutes: 1 })))
  assert.deepEqual(
    (await lines()).map(({ status }) => status),
    ['cancelled'],
  )
})

describe('listing', () => {
  const page = (limit: number, cursor?: { nextSendAt: Temporal.Instant | null; id: string }) =>
    listReminders(db, {
      ownerId: OWNER,
      limit,
      completedSince: NOON.subtract({ hours: 1 }),
      ...(cursor && { after: cursor }),
    })

  test('pages follow each other without gap or repeat, completed ones last', async () => {
    for (const minutes of [5, 0, 3, 3, 9]) await stored(minutes)
    await planDue(db, NOON)
    const names: string[] = []
    let cursor: { nextSendAt: Temporal.Instant | null; id: string } | undefined
    for (let rows = await page(2); rows.length > 0; rows = await page(2, cursor)) {
      names.push(...rows.map(({ name }) => name))
      const last = rows.at(-1)
      cursor = last && { nextSendAt: last.next?.sendAt ?? null, id: last.id }
    }
    assert.deepEqual(names, ['after 3', 'after 3', 'after 5', 'after 9', 'after 0'])
  })

  test('the newest line of the ledger comes along', async () => {
    await stored(0)
    await planDue(db, NOON)
    const [line] = await claimAt(NOON)
    await finish(db, line?.id ?? '', { status: 'missed' }, NOON)
    assert.equal((await page(5))[0]?.lastDelivery?.status, 'missed')
  })

  test('completed ones leave the list in time', async () => {
    await stored(0)
    await planDue(db, NOON)
    const since = NOON.add({ seconds: 1 })
    assert.deepEqual(await listReminders(db, { ownerId: OWNER, limit: 5, completedSince: since }), [])
  })
})
