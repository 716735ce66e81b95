import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { embedded, startAnnouncing } from '../../testing/announcements.ts'
import { until } from '../../testing/until.ts'

const { announcements: NEWS } = DEMO.channels

const app = await startAnnouncing()
const { simulator, member, staff, admin, db, configure, announce, rows, listed, reply, question } = app
const { statusIs, messageWith, hasReaction, logged } = app

after(() => app[Symbol.asyncDispose]())
beforeEach(() => app.forgetAll())

describe('an announcement', () => {
  test('becomes a reminder an hour before and at the event, with a reaction and a reply', async () => {
    const message = announce('Chess', 'Bring snacks.\nAnd friends.', {
      fields: [
        { name: 'Date', value: '15/03/2027', inline: true },
        { name: 'Time', value: '19:30', inline: true },
        { name: 'Location', value: 'Club house', inline: true },
      ],
      image: { url: 'https://example.org/night.png' },
    })
    const { content, message_reference: reference, mentions } = await reply('**Chess**')
    assert.match(content, /I remind this channel <t:1805131800:f> and <t:1805135400:f>/)
    assert.deepEqual([reference?.message_id, mentions], [message.id, []])
    const [reminder, ...more] = await listed()
    assert.deepEqual(more, [])
    assert.deepEqual(
      [reminder.name, reminder.event_time, reminder.next_at, reminder.location, reminder.image_url, reminder.mention],
      ['Chess', '2027-03-15T18:30:00Z', '2027-03-15T17:30:00Z', 'Club house', 'https://example.org/night.png', 'none'],
    )
    assert.match(reminder.message, /^Bring snacks\.\nAnd friends\.\n/)
    await until('the reaction', () => hasReaction(message.id))
    assert.match((await logged('ANNOUNCEMENT_READ')).at(-1) ?? '', /"Chess" became a reminder/)
  })

  test('gets a reply that is gone after a quarter of an hour', async () => {
    announce('Darts', 'On 15/03/2027 at 19:30')
    const { id } = await reply('**Darts**')
    await until('the outbox to know', async () =>
      (await db.selectFrom('outgoing_messages').select('message_id').execute()).some((row) => row.message_id === id),
    )
    await app.moveTo(app.clock.now().add({ minutes: 14 }))
    assert.ok(messageWith(id))
    await app.moveTo(app.clock.now().add({ minutes: 1 }))
    await until('the reply to be gone', () => messageWith(id) === undefined)
  })

  test('speaks as often before the event as the guild wants', async () => {
    await configure({ lead_minutes: '1440, 30' })
    announce('Quiz', 'On 20 March 2027 at 20:00')
    await reply('**Quiz**')
    const [reminder] = await listed()
    assert.deepEqual([reminder.next_at, reminder.more_lead_minutes], ['2027-03-19T19:00:00Z', [30]])
    await configure({ lead_minutes: '' })
  })

  test('is not read elsewhere, nor where it says nothing of when, nor as plain text', async () => {
    staff.say(DEMO.channels.general, '', embedded('Elsewhere', 'On 15/03/2027 at 19:30'))
    announce('Welcome', 'Be kind to each other')
    staff.say(NEWS, 'Party on 15/03/2027 at 19:30')
    simulator.person(DEMO.people.demo_guest).say(DEMO.channels.otherGeneral, '', embedded('There', '15/03/2027 19:30'))
    announce('Bingo', 'On 15/03/2027 at 19:30')
    await reply('**Bingo**')
    assert.equal((await rows()).length, 1)
  })

  test('is read as plain text where the guild wants that', async () => {
    await configure({ non_embed_enabled: true })
    staff.say(NEWS, 'Karaoke\nOn 15/03/2027 at 19:30')
    await reply('**Karaoke**')
    assert.match((await listed())[0].message, /^Karaoke\nOn/)
    staff.say(NEWS, 'Bingo\nOn 15/03/2027')
    assert.equal((await question('Bingo')).embeds[0]?.description, '> Bingo\n> On 15/03/2027')
    await configure({ non_embed_enabled: false })
  })

  test('is refused by the rules of reminders aloud, and can be made later', async () => {
    await configure({ enabled: false }, 'reminders')
    announce('Bowling', 'On 15/03/2027 at 19:30')
    const asked = await question('Bowling')
    assert.match(JSON.stringify(asked.embeds), /switched off/)
    await configure({ enabled: true }, 'reminders')
    await admin.click(asked, 'Make the reminder')
    assert.deepEqual(
      (await listed()).map(({ name }: { name: string }) => name),
      ['Bowling'],
    )
  })
})

describe('the buttons of a reply', () => {
  test('cancel for the author, once, and for no stranger', async () => {
    const message = announce('Poker', 'On 15/03/2027 at 19:30')
    const shown = await reply('**Poker**')
    const refused = await member.click(shown, 'Cancel the reminder')
    assert.ok(refused.ephemeral)
    assert.match(refused.content, /Only whoever announced it/)
    assert.equal((await listed()).length, 1)
    await Promise.all([staff.click(shown, 'Cancel the reminder'), staff.click(shown, 'Cancel the reminder')])
    assert.match(messageWith(shown.id)?.content ?? '', /Poker\*\* is cancelled/)
    assert.deepEqual(await listed(), [])
    await until('the reaction to go', () => !hasReaction(message.id))
    assert.equal((await statusIs('cancelled')).reaction === 'wanted', false)
  })

  test('edit for an admin, in words that are read as announcements are', async () => {
    announce('Rugby', 'On 15/03/2027 at 19:30 \n📍 Field 1')
    const shown = await reply('**Rugby**')
    const form = await admin.click(shown, 'Edit')
    const values = JSON.stringify(form.modal)
    for (const value of ['Rugby', '2027-03-15 19:30', 'Field 1', '"60"']) assert.ok(values.includes(value), value)
    const changed = await admin.submit(form, { when: '16 maart 2027 om 20u', leads: '90' })
    assert.match(changed.content, /Rugby\*\* is changed/)
    const [reminder] = await listed()
    assert.deepEqual(
      [reminder.event_time, reminder.next_at, reminder.location],
      ['2027-03-16T19:00:00Z', '2027-03-16T17:30:00Z', 'Field 1'],
    )
  })

  test('say which field of the form is wrong', async () => {
    announce('Hockey', 'On 15/03/2027 at 19:30')
    const shown = await reply('**Hockey**')
    const form = await staff.click(shown, 'Edit')
    assert.match((await staff.submit(form, { when: 'some day' })).content, /When must name a day and a time/)
    assert.match((await staff.submit(form, { when: '15/03/2020 19:30' })).content, /still to come/)
    assert.match((await staff.submit(form, { leads: 'early' })).content, /Minutes before the event must be/)
    staff.speaks('nl')
    assert.match((await staff.submit(form, { when: 'ooit' })).content, /Wanneer moet een dag en een tijd noemen/)
    staff.speaks('en-US')
  })
})

describe('an announcement that is not certain', () => {
  test('is asked about in the log channel, and made by whoever may', async () => {
    const message = announce('Maybe @everyone', 'Perhaps on Friday 15/03/2027 at 7:30?')
    const asked = await question('Maybe')
    assert.deepEqual(await listed(), [])
    const text = JSON.stringify(asked)
    for (const words of ['15/03/2027', 'certain', message.id]) assert.ok(text.includes(words), words)
    assert.ok(!text.includes('@everyone'))
    assert.equal(hasReaction(message.id), false)
    const made = await admin.click(asked, 'Make the reminder')
    assert.match(made.content, /had the reminder of/)
    assert.equal((await listed()).length, 1)
    await until('the reaction', () => hasReaction(message.id))
    assert.match((await logged('ANNOUNCEMENT_UNSURE')).at(-1) ?? '', /could not be read for certain/)
  })

  test('without a clock is finished with the form, or ignored', async () => {
    announce('Golf', 'On 15/03/2027')
    const asked = await question('Golf')
    assert.match(JSON.stringify(asked.embeds), /names no time of day/)
    const form = await admin.click(asked, 'Edit')
    assert.match((await admin.submit(form, { when: '' })).content, /When must name/)
    assert.match((await admin.submit(form, { when: '15/03/2027 10:00' })).content, /\*\*Golf\*\*/)
    assert.equal((await listed())[0].event_time, '2027-03-15T09:00:00Z')
    announce('Polo', 'On 15/03/2027')
    const other = await question('Polo')
    await admin.click(other, 'Ignore')
    await statusIs('ignored')
    assert.equal((await listed()).length, 1)
  })

  test('is not made from a question about what it said before', async () => {
    const message = announce('Cricket', 'Maybe on 15/03/2027 at 19:30')
    const asked = await question('Cricket')
    simulator.clock.advance(1000)
    staff.edit(message, '', embedded('Cricket', 'Maybe on 16/03/2027 at 19:30'))
    await question('16/03/2027')
    assert.match((await admin.click(asked, 'Make the reminder')).content, /was changed meanwhile/)
    assert.deepEqual(await listed(), [])
  })
})
