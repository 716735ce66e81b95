import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { discordRest } from '../../../platform/discord/rest.ts'
import { guildSettings } from '../../../platform/settings/settings.ts'
import { TestClock } from '../../../testing/clock.ts'
import { testDatabase } from '../../../testing/database.ts'
import { ticketGuild } from '../../../testing/ticket-places.ts'
import { controlMessage } from '../controls.ts'
import type { Terms } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import { claimPlaces } from './place-store.ts'
import { settle } from './settling.ts'
import { lookWhereTermsChanged } from './terms-change.ts'
import { LEASE } from './work.ts'

const NOON = Temporal.Instant.from('2027-03-01T12:00:00Z')
const database = await testDatabase()
const { db } = database
const clock = new TestClock(NOON)
const simulator = await startSimulator({ strict: true, clock: { startMs: NOON.epochMilliseconds, frozen: true } })
after(async () => {
  await simulator.stop()
  await database[Symbol.asyncDispose]()
  assert.deepEqual([simulator.violations, simulator.broken], [[], []])
})

const logger = pino({ level: 'silent' })
const discord = discordRest({ apiUrl: simulator.restUrl, token: simulator.token, clock, logger })
const settings = guildSettings({ db, clock, notices: { on: () => undefined } })
let isComplete = true
const needs = {
  db,
  clock,
  logger,
  discord,
  settings,
  recordings: { isComplete: async () => isComplete },
  people: async () => [],
  controls: (ticket: Ticket, terms: Terms) => controlMessage(ticket, terms, [], 'en'),
}
const { signal } = new AbortController()
const claimAll = (perGuild = 9) => {
  const now = clock.now()
  return claimPlaces(db, { now, leaseUntil: now.add(LEASE), limit: 99, perGuild })
}
const claimOne = async () => {
  const [place, ...others] = await claimAll()
  assert.ok(place && others.length === 0)
  return place
}
/** As the worker does, until nothing is left that is due. */
async function settleAll(): Promise<void> {
  for (let claimed = await claimAll(); claimed.length > 0; claimed = await claimAll())
    await Promise.all(claimed.map((place) => settle(needs, place, signal)))
}

describe('a ticket that is being settled', () => {
  test('is taken by one worker at a time, and of a guild only so many at once, the first ones first', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    const tickets = []
    for (let n = 0; n < 4; n += 1) tickets.push(await hall.open())
    const rounds = await Promise.all([claimAll(2), claimAll(2), claimAll(2)])
    assert.deepEqual(
      rounds.flat().map(({ ticketId }) => ticketId),
      tickets.slice(0, 2).map(({ id }) => id),
    )
    await clock.advance({ seconds: 6 })
    await settleAll()
    assert.equal(hall.channels().length, 4)
  })

  test('is left alone by a worker that was suspended beyond its lease, between looking and making', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    const ticket = await hall.open()
    const ofSuspended = await claimOne()
    const suspended = async () => {
      await clock.advance({ seconds: 6 })
      await settle(needs, await claimOne(), signal)
      return []
    }
    await settle({ ...needs, people: suspended }, ofSuspended, signal)
    assert.deepEqual(
      hall.channels().map(({ id }) => id),
      [(await hall.find(ticket)).channelId],
    )
  })

  test('is looked at again where something changed while it was settled', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    const ticket = await hall.open()
    await settleAll()
    await hall.move(ticket, 'claim')
    const place = await claimOne()
    await hall.move(ticket, 'close')
    await settle(needs, place, signal)
    await settleAll()
    const { version, settledVersion } = await hall.find(ticket)
    assert.equal(settledVersion, version)
    assert.deepEqual(
      hall.channels().map(({ name }) => name),
      ['closed-0001'],
    )
  })

  test('shows the terms of now, though they were changed back while it was settled by others', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    await hall.open()
    await settleAll()
    const other = simulator.createRole(hall.guildId, { name: 'Other' }).id
    const called = () => hall.controls(hall.channels()[0]?.id ?? '')[0]?.content
    /** Nobody tells this program of changes. */
    const changed = async (role: string) => {
      await hall.set({ staff_role_id: role })
      const now = { ...needs, settings: guildSettings({ db, clock, notices: { on: () => undefined } }) }
      await lookWhereTermsChanged(now, hall.guildId)
      return now
    }
    const atFirst = await changed(other)
    const place = await claimOne()
    let isChangedBack = false
    const changingBack = async () => {
      if (!isChangedBack) await changed(hall.role)
      isChangedBack = true
      return []
    }
    await settle({ ...atFirst, people: changingBack }, place, signal)
    assert.match(called() ?? '', new RegExp(other))
    await clock.advance({ minutes: 2 })
    await settleAll()
    assert.match(called() ?? '', new RegExp(hall.role))
  })

  test('that changed while Discord failed waits for no pause', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set({ category_id: '404' })
    const ticket = await hall.open()
    const place = await claimOne()
    simulator.faults.before({ method: 'POST', path: `/guilds/${hall.guildId}/channels` }, () => void closing.resolve())
    const closing = Promise.withResolvers<void>()
    const moved = closing.promise.then(() => hall.move(ticket, 'close'))
    await settle(needs, place, signal)
    await moved
    await settleAll()
    const { version, settledVersion } = await hall.find(ticket)
    assert.equal(settledVersion, version)
  })

  test('is handed back by a program that ends, and taken up at once', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    await hall.open()
    await settle(needs, await claimOne(), AbortSignal.abort())
    assert.deepEqual(hall.channels(), [])
    await settleAll()
    assert.equal(hall.channels().length, 1)
  })
})

describe('an archived ticket', () => {
  test('keeps its channel until its transcript is complete, of which the admins are told after an hour', async () => {
    const hall = ticketGuild({ simulator, db, clock })
    await hall.set()
    const ticket = await hall.open()
    await settleAll()
    isComplete = false
    await hall.move(ticket, 'close')
    await hall.move(ticket, 'archive')
    await settleAll()
    assert.deepEqual([hall.channels().length, await hall.troubles()], [1, []])
    assert.throws(() => simulator.person(hall.member).say(hall.channels()[0]?.id ?? '', 'still here?'))

    await clock.advance({ hours: 1 })
    await settleAll()
    assert.match((await hall.troubles()).join(), /^Ticket 1: .*transcript is not complete/)
    isComplete = true
    await clock.advance({ minutes: 1 })
    await settleAll()
    assert.deepEqual([hall.channels().length, (await hall.find(ticket)).channelId], [0, null])
  })
})
