import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { embedded, startAnnouncing } from '../../testing/announcements.ts'
import { until } from '../../testing/until.ts'

const { announcements: NEWS, logs: LOGS } = DEMO.channels

const app = await startAnnouncing()
const { simulator, staff, admin, db, configure, announce, rows, listed, reply, question, said, statusIs } = app

after(() => app[Symbol.asyncDispose]())
beforeEach(() => app.forgetAll())

const instant = (text: string) => Temporal.Instant.from(text)
const events = async () =>
  (await listed()).map(({ name, event_time }: { name: string; event_time: string }) => `${name} ${event_time}`)
const rewrite = (message: ReturnType<typeof announce>, title: string, description: string) => {
  simulator.clock.advance(1000)
  staff.edit(message, '', embedded(title, description))
}

describe('an announcement that is edited', () => {
  test('takes its reminder along, and changes only what itself says otherwise', async () => {
    const message = announce('Chess', 'On 15/03/2027 at 19:30')
    await reply('**Chess**')
    const [{ id }] = await listed()
    await app.send(DEMO.people.demo_staff, 'PUT', '/api/reminders', { id, name: 'Chess for all' })
    rewrite(message, 'Chess', 'On 16/03/2027 at 19:30')
    await until('the new day', async () => (await events()).includes('Chess for all 2027-03-16T18:30:00Z'))
    assert.deepEqual([(await rows()).length, (await listed())[0].id], [1, id])
  })

  test('leaves alone what a person made of the reminder when it says the same as before', async () => {
    const message = announce('Darts', 'On 15/03/2027 at 19:30')
    await reply('**Darts**')
    const [{ id }] = await listed()
    await app.send(DEMO.people.demo_staff, 'PUT', '/api/reminders', { id, event_time: '2027-03-17T12:00:00Z' })
    rewrite(message, 'Darts', 'On 15/03/2027 at 19:30, bring your own')
    await until('the text', async () => (await listed())[0].message.includes('bring your own'))
    assert.deepEqual(await events(), ['Darts 2027-03-17T12:00:00Z'])
  })

  test('so that it cannot be read keeps its reminder and is asked about', async () => {
    const message = announce('Bridge', 'On 15/03/2027 at 19:30')
    await reply('**Bridge**')
    rewrite(message, 'Bridge', 'On 15/03/2027')
    const asked = await question('Its reminder stays')
    assert.deepEqual(await events(), ['Bridge 2027-03-15T18:30:00Z'])
    await admin.click(asked, 'Ignore')
    await statusIs('made')
  })

  test('to say that it is off loses its reminder, and the log channel hears of it', async () => {
    const message = announce('Sailing', 'On 15/03/2027 at 19:30')
    await reply('**Sailing**')
    rewrite(message, 'Sailing', 'CANCELLED: 15/03/2027 at 19:30')
    await until('the note', () => said(LOGS, 'says that it is off'))
    assert.deepEqual(await listed(), [])
    rewrite(message, 'Sailing', 'It is on again: on 18/03/2027 at 19:30')
    await until('a new one', async () => (await events()).includes('Sailing 2027-03-18T18:30:00Z'))
  })

  test('becomes a reminder when the edit first says when it is', async () => {
    const message = announce('Tennis', 'Soon!')
    rewrite(message, 'Tennis', 'On 15/03/2027 at 19:30')
    await reply('**Tennis**')
    assert.deepEqual(await events(), ['Tennis 2027-03-15T18:30:00Z'])
  })
})

describe('an announcement in other words', () => {
  test('says them in its reminder, and nobody is told again', async () => {
    const message = announce('Apollo', 'On 15/03/2027 at 19:30')
    await reply('**Apollo**')
    const [before] = await rows()
    for (const many of [1, 2, 3]) {
      rewrite(message, 'Apollo', `On 15/03/2027 at 19:30\n${many} come`)
      await until('the text', async () => (await listed())[0].message.includes(`${many} come`))
    }
    const replies = simulator.messages(NEWS).filter(({ content }) => content.includes('**Apollo**'))
    assert.deepEqual([replies.length, (await rows())[0]?.version], [1, before?.version])
  })

  test('does not bring back a reminder that somebody took away', async () => {
    const message = announce('Sesh', 'On 15/03/2027 at 19:30')
    await reply('**Sesh**')
    const [{ id }] = await listed()
    await app.send(DEMO.people.demo_staff, 'DELETE', `/api/reminders/${id}/${DEMO.people.demo_staff}`)
    rewrite(message, 'Sesh', 'On 16/03/2027 at 19:30')
    await until('the edit', async () => JSON.stringify((await rows())[0]?.reading).includes('2027-03-16'))
    assert.deepEqual(await listed(), [])
  })
})

describe('an announcement that is deleted', () => {
  test('loses its reminder, its reply at once, and the log channel hears of it', async () => {
    const message = announce('Judo', 'On 15/03/2027 at 19:30')
    const { id } = await reply('**Judo**')
    staff.delete(message)
    await until('the note', () => said(LOGS, 'Judo** was deleted'))
    assert.deepEqual(await listed(), [])
    await until('the reply to go', () => app.messageWith(id) === undefined)
    assert.match((await app.logged('ANNOUNCEMENT_CANCELLED')).at(-1) ?? '', /"Judo" lost its reminder/)
  })

  test('with others at once, or with its channel, as well', async () => {
    const channel = simulator.createChannel(DEMO.guild, { name: 'news' }).id
    await app.watch(channel)
    const made = ['One', 'Two', 'Three'].map((name) => staff.say(channel, '', embedded(name, '15/03/2027 19:30')))
    await until('three reminders', async () => (await listed()).length === 3)
    await bot('POST', `/channels/${channel}/messages/bulk-delete`, { messages: made.slice(0, 2).map(({ id }) => id) })
    await until('one left', async () => (await listed()).length === 1)
    await bot('DELETE', `/channels/${channel}`)
    await until('none left', async () => (await listed()).length === 0)
    assert.deepEqual(
      (await rows()).map(({ status }) => status),
      ['deleted', 'deleted', 'deleted'],
    )
    await configure({ announcements_channel_id: NEWS })
  })
})

/** Something that the bot does without us. */
async function bot(method: string, path: string, body?: unknown) {
  const response = await fetch(`${simulator.restUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${simulator.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  assert.ok(response.ok, await response.text())
}

describe('hearing of an announcement more than once', () => {
  test('in two processes, and twice in each, makes one reminder', async () => {
    const another = await startAgain(app, 'gateway')
    for (const name of ['Alpha', 'Beta', 'Gamma']) {
      simulator.gateway.faults.duplicateNext('MESSAGE_CREATE')
      announce(name, 'On 15/03/2027 at 19:30')
    }
    for (const name of ['Alpha', 'Beta', 'Gamma']) await reply(`**${name}**`)
    await another.stop()
    assert.deepEqual((await events()).length, 3)
    assert.equal((await rows()).length, 3)
    const replies = await db
      .selectFrom('outgoing_messages')
      .select('id')
      .where('purpose', '=', 'embedwatcher.reply')
      .execute()
    const names = simulator.messages(NEWS).filter(({ content }) => /\*\*(Alpha|Beta|Gamma)\*\*/.test(content))
    assert.deepEqual([names.length, replies.length >= 3], [3, true])
  })
})

describe('the bot itself', () => {
  test('is read where the guild wants it, but not what it says about announcements', async () => {
    await configure({ process_bot_messages: true, non_embed_enabled: true })
    await bot('POST', `/channels/${NEWS}/messages`, { embeds: [{ title: 'Own news', description: 'Every day 12:00' }] })
    await reply('**Own news**')
    const [{ id }] = await listed(DEMO.people.demo_owner)
    assert.ok(id)
    const said = () => simulator.messages(NEWS).filter(isReminder).length
    const before = said()
    for (let day = 1; day <= 4; day += 1) {
      await app.moveTo(instant('2027-03-01T10:00:00Z').add({ hours: 24 * day }))
      await until(`sending ${day}`, () => said() === before + day)
    }
    await configure({ process_bot_messages: false, non_embed_enabled: false })
    assert.deepEqual(
      (await rows()).map(({ message_id }) => app.messageWith(message_id)?.embeds[0]?.title),
      ['Own news'],
    )
  })
})

const isReminder = ({ embeds }: { embeds: readonly { footer?: { text: string } }[] }) =>
  embeds[0]?.footer?.text.startsWith('Reminder #') ?? false

describe('what comes round', () => {
  test('begins and ends on the days that are announced', async () => {
    announce('Course', 'Every Tuesday 19:30 from 6 July 2027 until 27 July 2027')
    await reply('**Course**')
    const [{ next_at, rrule, ends_at, call_time, status }] = await listed()
    assert.deepEqual(
      [next_at, rrule, ends_at, call_time, status],
      ['2027-07-06T16:30:00Z', 'FREQ=WEEKLY;BYDAY=TU', '2027-07-27T17:30:00Z', '19:30:00', 'active'],
    )
    const form = await admin.click(await reply('**Course**'), 'Edit')
    assert.match(JSON.stringify(form.modal), /every Tuesday 19:30 from 2027-07-06 until 2027-07-27/)
    await admin.submit(form, { leads: '0' })
    assert.equal((await listed())[0].next_at, '2027-07-06T17:30:00Z')
  })

  test('is said each week at the same wall clock, also after the clocks change (R-10)', async () => {
    announce('Raid', 'Every Monday 19:30')
    await reply('**Raid**')
    const said = () => simulator.messages(NEWS).filter(isReminder).length
    const before = said()
    const due = ['2027-03-08T17:30:00Z', '2027-03-15T17:30:00Z', '2027-03-22T17:30:00Z', '2027-03-29T16:30:00Z']
    for (const [index, at] of due.entries()) {
      const [{ next_at }] = await listed()
      assert.equal(next_at, at)
      await app.moveTo(instant(at))
      await until('it to be said', () => said() === before + index + 1)
    }
    assert.equal((await listed())[0].status, 'active')
  })
})

describe('a downtime', () => {
  test('is made up for: what was announced, edited and deleted meanwhile', async () => {
    const kept = announce('Kept', 'On 15/05/2027 at 19:30')
    const gone = announce('Gone', 'On 15/05/2027 at 19:30')
    await reply('**Gone**')
    await until('the mark', async () =>
      (await db.selectFrom('announcement_marks').selectAll().execute()).some(
        ({ message_id }) => BigInt(message_id) >= BigInt(gone.id),
      ),
    )
    simulator.gateway.close(4000)
    simulator.gateway.faults.dropNext('MESSAGE_CREATE')
    simulator.gateway.faults.dropNext('MESSAGE_UPDATE')
    simulator.gateway.faults.dropNext('MESSAGE_DELETE')
    announce('Missed', 'On 16/05/2027 at 19:30')
    rewrite(kept, 'Kept', 'On 17/05/2027 at 19:30')
    staff.delete(gone)
    await until('all of it', async () => {
      const found = await events()
      return (
        found.length === 2 &&
        found.includes('Missed 2027-05-16T17:30:00Z') &&
        found.includes('Kept 2027-05-17T17:30:00Z')
      )
    })
  })

  test('does not make old messages of a channel that is new to us into reminders', async () => {
    const channel = simulator.createChannel(DEMO.guild, { name: 'old-news' }).id
    staff.say(channel, '', embedded('Old', 'On 15/05/2027 at 19:30'))
    await app.watch(channel)
    await until('the mark', async () =>
      (await db.selectFrom('announcement_marks').selectAll().execute()).some(
        ({ channel_id }) => channel_id === channel,
      ),
    )
    staff.say(channel, '', embedded('New', 'On 15/05/2027 at 19:30'))
    await until('the new one', async () => (await listed()).length > 0)
    assert.deepEqual(await events(), ['New 2027-05-15T17:30:00Z'])
    await configure({ announcements_channel_id: NEWS })
  })
})
