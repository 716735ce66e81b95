import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startTalking } from '../../testing/transcripts.ts'
import { until } from '../../testing/until.ts'
import { claimReadings, endReading, readUpTo } from './gaps/marks-store.ts'

const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER } = DEMO.people
/** Of the application: https://discord.com/developers/docs/resources/application#application-object-application-flags */
const READS_MESSAGES = (1 << 18) | (1 << 19)

const app = await startTalking()
after(() => app[Symbol.asyncDispose]())
const { simulator, db, clock } = app

type Talk = Awaited<ReturnType<typeof app.open>>
const contents = (messages: readonly { content: string }[]) => messages.map(({ content }) => content)
const byPeople = <Message extends { is_bot: boolean }>(messages: readonly (Message & { content: string })[]) =>
  messages.filter(({ is_bot }) => !is_bot)
const readings = (channel: string) => ({ method: 'GET', path: new RegExp(`/channels/${channel}/messages$`) })
const events = async (type: string, { ticket }: Talk) => {
  const rows = await db.selectFrom('operational_events').selectAll().where('event_type', '=', type).execute()
  return rows.filter(
    ({ details }) =>
      JSON.stringify(details).includes(`"ticket_id": "${ticket.id}"`) ||
      (details as { ticket_id?: string }).ticket_id === ticket.id,
  )
}
const unheard = (event: string, act: () => void) => {
  simulator.gateway.faults.dropNext(event)
  act()
}

describe('what happens while nobody listens', () => {
  test('is read when the bot is back: messages, edits and deletions', async () => {
    const talk = await app.open()
    const { memberSays, staffSays, listedLike, readToEnd } = talk
    const edited = memberSays('before')
    const deleted = staffSays('gone soon')
    await listedLike('two messages', ({ length }) => length === 2)
    await readToEnd()
    await app.moveTo(clock.now().add({ seconds: 10 }))
    unheard('MESSAGE_CREATE', () => memberSays('nobody heard this'))
    unheard('MESSAGE_UPDATE', () => simulator.person(MEMBER).edit(edited, 'after'))
    unheard('MESSAGE_DELETE', () => simulator.person(STAFF).delete(deleted))
    simulator.gateway.reconnect()
    const messages = await listedLike('all of it', (all) => all.length === 3 && all[1].deleted_at !== null)
    assert.deepEqual(contents(messages), ['after', 'gone soon', 'nobody heard this'])
    assert.deepEqual(contents(messages[0].former), ['before'])
    assert.equal(messages[1].is_deletion_missed, true)
    assert.match((await app.ask(STAFF, `${talk.address}.html`)).text, /deleted while the bot was away/)
    const [event] = await events('TRANSCRIPT_CAUGHT_UP', talk)
    assert.match(event?.message ?? '', /1 messages, 1 edits and 1 deletions/)
  })

  test('is not taken for deleted where Discord does not say so', async () => {
    const { channel, memberSays, listedLike, readToEnd } = await app.open()
    memberSays('still here')
    await listedLike('the message', ({ length }) => length === 1)
    await readToEnd()
    // To a bot that may not read the history a channel seems empty.
    const kept = simulator.state.messages.get(channel)
    let asked = 0
    simulator.faults.before(
      { method: 'GET', path: new RegExp(`/channels/${channel}/messages$`) },
      () => void simulator.state.messages.set(channel, new Map()),
    )
    simulator.faults.before({ method: 'GET', path: new RegExp(`/channels/${channel}/messages/\\d+$`) }, () => {
      asked += 1
      if (kept) simulator.state.messages.set(channel, kept)
    })
    simulator.gateway.reconnect()
    await until('one of the messages to be asked for', () => asked === 1)
    await readToEnd()
    const [one] = await listedLike('the message', ({ length }) => length === 1)
    assert.equal(one.deleted_at, null)
  })

  test('is fetched whatever Discord answers meanwhile: a reading goes on where it broke off', async () => {
    const talk = await app.open()
    await talk.readToEnd()
    for (let index = 0; index < 250; index += 1) unheard('MESSAGE_CREATE', () => talk.memberSays(`line ${index}`))
    let pages = 0
    simulator.faults.before(
      readings(talk.channel),
      () => {
        pages += 1
      },
      100,
    )
    simulator.faults.before(
      readings(talk.channel),
      // From the second page on.
      () => void simulator.faults.on(readings(talk.channel), { status: 500 }, { times: 12 }),
    )
    simulator.gateway.reconnect()
    const recorded = async () => {
      const rows = await db
        .selectFrom('ticket_messages')
        .select('content')
        .where('ticket_id', '=', talk.ticket.id)
        .where('author_id', '=', MEMBER)
        .orderBy('message_id')
        .execute()
      return contents(rows)
    }
    await until('all lines', async () => {
      await app.moveTo(clock.now().add({ seconds: 30 }))
      return (await recorded()).length === 250
    })
    await talk.readToEnd()
    assert.deepEqual(
      await recorded(),
      Array.from({ length: 250 }, (_, index) => `line ${index}`),
    )
    assert.ok(pages >= 3, `${pages} pages`)
  })
})

describe('a transcript is complete', () => {
  const isComplete = ({ ticket }: Talk) => app.recordings.isComplete(ticket)

  test('once the channel was read from its beginning to its end since the ticket was closed; asking has it read', async () => {
    const talk = await app.open()
    talk.memberSays('hello')
    await talk.readToEnd()
    assert.equal(await isComplete(talk), false)
    await app.moveTo(clock.now().add({ minutes: 1 }))
    unheard('MESSAGE_CREATE', () => talk.staffSays('last words'))
    await talk.move('close')
    assert.equal(await isComplete(talk), false)
    await until('the transcript to be complete', () => isComplete(talk))
    assert.deepEqual(contents(byPeople(await talk.listed())), ['hello', 'last words'])
  })

  test('no more when something may have been missed since, until that is read too', async () => {
    const talk = await app.open()
    await talk.move('close')
    await until('the transcript to be complete', () => isComplete(talk))
    await app.moveTo(clock.now().add({ minutes: 1 }))
    unheard('MESSAGE_CREATE', () => talk.staffSays('after the end'))
    const release = simulator.faults.on(readings(talk.channel), { status: 500 })
    simulator.gateway.reconnect()
    await until('the doubt', async () => !(await isComplete(talk)))
    release()
    await until('the transcript to be complete', async () => {
      await app.moveTo(clock.now().add({ seconds: 15 }))
      return isComplete(talk)
    })
    assert.deepEqual(contents(byPeople(await talk.listed())), ['after the end'])
  })

  test('as far as can be when its channel is gone, and says so', async () => {
    const talk = await app.open()
    talk.memberSays('heard')
    await talk.listedLike('the message', ({ length }) => length === 1)
    await talk.readToEnd()
    await app.moveTo(clock.now().add({ minutes: 1 }))
    await talk.move('close')
    simulator.state.channels.delete(talk.channel)
    await until('the transcript to be complete', () => isComplete(talk))
    assert.match((await app.ask(STAFF, `${talk.address}.html`)).text, /The channel was deleted before/)
    assert.equal((await events('TRANSCRIPT_INCOMPLETE', talk)).length, 1)
  })

  test('before its ticket is archived: staff are told to wait, and the channel stays until then', async () => {
    const talk = await app.open()
    await talk.readToEnd()
    await talk.move('close')
    await app.moveTo(clock.now().add({ minutes: 1 }))
    unheard('MESSAGE_CREATE', () => talk.staffSays('not heard yet'))
    const release = simulator.faults.on(readings(talk.channel), { status: 500 })
    const archive = async () => {
      const wish = { id: `${talk.ticket.number}`, status: 'archived' }
      return (await simulator.person(STAFF).slash('ticket_status', wish)).content
    }
    simulator.gateway.reconnect()
    await until('the doubt', async () => !(await isComplete(talk)))
    assert.equal(await archive(), 'What was said here is not completely kept yet. Try again in a moment.')
    assert.ok(simulator.state.channels.has(talk.channel))
    release()
    await until('the archiving', async () => {
      await app.moveTo(clock.now().add({ seconds: 15 }))
      return (await archive()) === `Ticket ${talk.ticket.number} is archived now.`
    })
    await until('the channel to be gone', () => !simulator.state.channels.has(talk.channel))
    assert.deepEqual(contents(byPeople(await talk.listed())), ['not heard yet'])
  })
})

describe('a reading', () => {
  test('is one worker’s: another one gets it only when the lease is over, and then the first one keeps nothing', async () => {
    const talk = await app.open()
    await talk.readToEnd()
    const now = clock.now().add({ hours: 7 })
    const claim = (at: Temporal.Instant) =>
      claimReadings(db, { now: at, leaseUntil: at.add({ seconds: 90 }), lease: randomUUID(), limit: 1000 })
    const mine = ({ ticketId }: { readonly ticketId: string }) => ticketId === talk.ticket.id
    const [first, second] = await Promise.all([claim(now), claim(now)])
    const both = [...first, ...second].filter(mine)
    assert.equal(both.length, 1)
    const later = (await claim(now.add({ seconds: 91 }))).find(mine)
    assert.ok(later && both[0])
    const [late] = both
    await db.transaction().execute(async (tx) => {
      assert.equal(await readUpTo(tx, late, null, now), false)
      assert.equal(await readUpTo(tx, later, null, now), true)
      for (const reading of [...first, ...second, later]) await endReading(tx, reading, { now, at: now })
    })
  })
})

test('without the Message Content Intent a transcript says that it was not given the text', async () => {
  await using blind = await startTalking({
    simulator: {
      doors: ({ state }) => {
        state.application.flags &= ~READS_MESSAGES
        return []
      },
    },
  })
  const { memberSays, listedLike, address, channel } = await blind.open()
  // The simulator holds texts back on its gateway alone.
  blind.simulator.faults.on(readings(channel), { status: 500 })
  memberSays('unread words')
  const [message] = await listedLike('the message', ([one]) => one !== undefined)
  assert.deepEqual([message.content, message.is_withheld], ['', true])
  assert.match((await blind.ask(STAFF, `${address}.html`)).text, /Message Content Intent is switched off/)
  await blind.configure({ category_id: DEMO.channels.tickets })
  const { json } = await blind.ask(OWNER, `/api/dashboard/${DEMO.guild}/doctor`)
  assert.match(JSON.stringify(json), /Message Content Intent/)
})

test('two processes record each message once', async () => {
  const another = await startAgain(app, 'gateway,worker')
  try {
    const { memberSays, listedLike } = await app.open()
    for (let index = 0; index < 30; index += 1) memberSays(`said ${index}`)
    const messages = await listedLike('all of them', ({ length }) => length === 30)
    assert.deepEqual(
      contents(messages),
      Array.from({ length: 30 }, (_, index) => `said ${index}`),
    )
  } finally {
    await another.stop()
  }
})
