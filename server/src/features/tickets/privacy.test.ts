import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { ticketNow, ticketThere } from '../../testing/tickets.ts'
import { insertNote, notesOf } from './desk/annotations-store.ts'
import { insertCloseRequest } from './desk/close-request-store.ts'
import { insertPerson } from './desk/people-store.ts'
import { moveTicket } from './desk.ts'
import { ticketFigures } from './figures-store.ts'
import { ticketPrivacy } from './privacy.ts'
import { forgetSolved } from './privacy-store.ts'
import { eventsOf } from './store.ts'

const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const NOW = clock.now()
const [GUILD, OTHER] = [GuildId.parse('1100000000000000001'), GuildId.parse('1100000000000000002')]
const [MEMBER, STAFF, FRIEND] = [
  UserId.parse('1100000000000000104'),
  UserId.parse('1100000000000000103'),
  UserId.parse('1100000000000000105'),
]
const byStaff = { userId: STAFF, standing: 'staff' } as const
const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const privacy = ticketPrivacy(clock)

/** Claimed by staff, with a note, an added friend and a request to close. */
async function busyTicket(guildId = GUILD) {
  const answers = [{ question: 'Which order?', answer: '4711' }]
  const ticket = await ticketThere(db, NOW, { guildId, answers })
  await db.transaction().execute(async (tx) => {
    await moveTicket(tx, ticket, 'assign', byStaff, { assignee: STAFF, reason: 'Knows Ann' }, NOW)
    await insertNote(tx, ticket, { authorId: STAFF, body: 'Ann is upset' }, NOW)
    await insertPerson(tx, ticket, { userId: FRIEND, addedBy: STAFF }, NOW)
    await insertCloseRequest(tx, ticket, { requestedBy: STAFF, reason: 'Ann wrote', dueAt: NOW.add({ hours: 1 }) }, NOW)
  })
  return ticket
}
const exported = async (userId: UserId, guildId: GuildId | null = null) => {
  const given = await db.transaction().execute((tx) => privacy.export(tx, { userId, guildId }))
  return Object.fromEntries(Object.entries(given).map(([kind, rows]) => [kind, rows.length]))
}
const erase = (userId: UserId, guildId: GuildId | null = null) =>
  db.transaction().execute((tx) => privacy.erase(tx, { userId, guildId }))
const everything = async () =>
  JSON.stringify([
    await db.selectFrom('tickets').selectAll().execute(),
    await db.selectFrom('ticket_events').selectAll().execute(),
    await db.selectFrom('ticket_notes').selectAll().execute(),
    await db.selectFrom('ticket_people').selectAll().execute(),
    await db.selectFrom('ticket_close_requests').selectAll().execute(),
  ])
const NOTHING = {
  tickets: 0,
  tickets_dealt_with: 0,
  ticket_events: 0,
  ticket_people: 0,
  ticket_notes: 0,
  ticket_close_requests: 0,
}

describe('a member who has everything erased', () => {
  test('is in no ticket any more, nor is what was written; how many there were stays', async () => {
    const ticket = await busyTicket()
    const before = await ticketFigures(db, [GUILD], 10)
    assert.deepEqual(await exported(MEMBER), { ...NOTHING, tickets: 1, ticket_events: 1 })
    await erase(MEMBER)
    assert.deepEqual(await exported(MEMBER), NOTHING)
    assert.doesNotMatch(await everything(), new RegExp(`${MEMBER}|demo_member|order|4711|Ann`))
    const figures = await ticketFigures(db, [GUILD], 10)
    assert.deepEqual(figures.perStatus, before.perStatus)
    const { openerId, status, claimedBy, version, settledVersion } = await ticketNow(db, ticket)
    assert.deepEqual([openerId, status, claimedBy, version > settledVersion], [null, 'claimed', STAFF, true])
  })

  test('loses only what is of that server, where only that is asked for', async () => {
    const [here, there] = [await busyTicket(), await busyTicket(OTHER)]
    await erase(MEMBER, OTHER)
    assert.deepEqual([(await ticketNow(db, here)).openerId, (await ticketNow(db, there)).openerId], [MEMBER, null])
    assert.equal((await notesOf(db, here.id)).length, 1)
  })
})

describe('a member of the staff who has everything erased', () => {
  test('has claimed nothing any more, and what was done is done by nobody known', async () => {
    const ticket = await busyTicket()
    await erase(STAFF)
    assert.deepEqual(await exported(STAFF), NOTHING)
    assert.doesNotMatch(await everything(), new RegExp(STAFF))
    const { status, claimedBy } = await ticketNow(db, ticket)
    assert.deepEqual([status, claimedBy], ['open', null])
    const kinds = (await eventsOf(db, ticket.id, 10)).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['opened', 'assign', 'unclaim'])
    assert.deepEqual(
      (await notesOf(db, ticket.id)).map(({ authorId, body }) => [authorId, body]),
      [[null, 'Ann is upset']],
    )
  })

  test('so has whoever was let into a ticket', async () => {
    await busyTicket()
    assert.ok(((await exported(FRIEND)).ticket_people ?? 0) > 0)
    await erase(FRIEND)
    assert.deepEqual(await exported(FRIEND), NOTHING)
  })
})

describe('what is kept of tickets', () => {
  test('goes when they have long been closed and their channel is gone, and not before', async () => {
    const closed = { status: 'closed', closed_at: NOW }
    const gone = await ticketThere(db, NOW, {}, closed)
    const standing = await ticketThere(db, NOW, {}, { ...closed, channel_id: '1100000000000000777' })
    const open = await ticketThere(db, NOW)
    assert.equal(await forgetSolved(db, NOW, 100), 0)
    assert.equal(await forgetSolved(db, NOW.add({ seconds: 1 }), 100), 1)
    await assert.rejects(ticketNow(db, gone))
    assert.deepEqual((await eventsOf(db, gone.id, 1)).length, 0)
    await ticketNow(db, standing)
    await ticketNow(db, open)
  })
})

describe('the figures of tickets', () => {
  test('count what is neither closed nor archived as open, and how long the others took', async () => {
    await db.deleteFrom('tickets').execute()
    const taken = (seconds: number, status: string) => ({ status, closed_at: NOW.add({ seconds }) })
    const first = await ticketThere(db, NOW)
    const second = await ticketThere(db, NOW.add({ seconds: 5 }), {}, { status: 'waiting_for_user' })
    await ticketThere(db, NOW, {}, taken(60, 'closed'))
    await ticketThere(db, NOW, {}, taken(121, 'archived'))
    await ticketThere(db, NOW, { guildId: OTHER })
    const { perStatus, openCount, lastCreatedAt, averageCloseSeconds, open } = await ticketFigures(db, [GUILD], 10)
    assert.deepEqual(Object.fromEntries(perStatus), { archived: 1, closed: 1, open: 1, waiting_for_user: 1 })
    assert.deepEqual([openCount, averageCloseSeconds, String(lastCreatedAt)], [2, 90, '2027-03-01T12:00:05Z'])
    assert.deepEqual(
      open.map(({ id }) => id),
      [Number(first.id), Number(second.id)],
    )
    const none = await ticketFigures(db, [], 10)
    assert.deepEqual([none.openCount, none.averageCloseSeconds, none.lastCreatedAt], [0, null, null])
  })
})
