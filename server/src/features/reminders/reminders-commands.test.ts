import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { until } from '../../testing/until.ts'

const app = await startApp()
const { owner, member, simulator } = app
const { general: GENERAL, staff: STAFF_ROOM, otherGeneral: ELSEWHERE } = DEMO.channels
const outsider = simulator.person(DEMO.people.demo_staff)

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await app.db.deleteFrom('reminders').execute()
  await app.db.deleteFrom('reminder_previews').execute()
})

const textOf = (seen: { content: string; embeds: readonly unknown[] }) =>
  `${seen.content} ${JSON.stringify(seen.embeds)}`
const inMinutes = (minutes: number) => app.clock.now().add({ minutes })
const stored = () => app.db.selectFrom('reminders').selectAll().execute()
const said = () => simulator.messages(GENERAL).filter(({ author_id }) => author_id === DEMO.bot)

async function add(person = member, options: Record<string, string> = {}) {
  const preview = await person.slash('add_reminder', { name: 'Tea', when: 'in 30 minutes', ...options })
  return person.click(preview, 'Save')
}

async function idOf(name = 'Tea'): Promise<string> {
  const found = await app.db.selectFrom('reminders').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return found.id
}

describe('/add_reminder', () => {
  test('shows the next five occurrences before anything is stored', async () => {
    const seen = await member.slash('add_reminder', {
      name: 'Movie',
      when: 'every friday at 20:15',
      message: 'Bring popcorn',
    })
    assert.ok(seen.ephemeral)
    const text = textOf(seen)
    assert.match(text, /Movie/)
    assert.match(text, /every Friday at 20:15/)
    assert.equal(text.match(/- <t:\d+:F>/g)?.length, 5)
    assert.deepEqual(await stored(), [])
  })

  test('stores what was shown when it is saved, once', async () => {
    const preview = await member.slash('add_reminder', {
      name: 'Movie',
      when: 'elke vrijdag om 20:15',
      location: 'Room 1',
    })
    const saved = await member.click(preview, 'Save')
    assert.match(saved.content, /Movie.*is set/)
    assert.deepEqual(saved.components, [])
    const [row, ...more] = await stored()
    assert.deepEqual(more, [])
    assert.deepEqual(
      [row?.name, row?.days, row?.call_time, row?.send_time, row?.location, row?.channel_id, row?.owner_id],
      ['Movie', ['4'], '20:15:00', '19:15:00', 'Room 1', GENERAL, DEMO.people.demo_member],
    )
  })

  test('saves one reminder when the button is pressed twice at once', async () => {
    const preview = await member.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30' })
    const { message } = preview
    assert.ok(message)
    await Promise.all([member.click(message, 'Save'), member.click(message, 'Save')])
    assert.equal((await stored()).length, 1)
  })

  test('stores nothing when it is discarded', async () => {
    const preview = await member.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30' })
    assert.equal((await member.click(preview, 'Discard')).content, 'Nothing was saved.')
    assert.deepEqual(await stored(), [])
  })

  test('names the option that is not understood, with an example in the language of the reader', async () => {
    const says = async (options: Record<string, string>) =>
      (await member.slash('add_reminder', { name: 'Tea', ...options })).content
    assert.equal(await says({}), 'Say when it is: give `when`, such as "tomorrow 9:30", or `time`, such as 19:30.')
    assert.match(await says({ when: 'banana' }), /^The time is not understood: .*"in 2 weeks at 10:00"\.$/)
    assert.match(await says({ when: 'yesterday 20:00' }), /must lie in the future/)
    assert.match(await says({ time: '25:99' }), /^`time` must be a time of day/)
    assert.match(await says({ time: '19:30', days: 'blursday' }), /^`days` must be days such as "mon, wed"/)
    assert.match(await says({ days: 'mon' }), /^Say when it is/)
    assert.match(await says({ when: 'tomorrow 9:30', days: 'mon' }), /^`when` says it all/)
    assert.equal(await says({ time: '19:30', timezone: 'Mars' }), 'Timezone must be an IANA name like Europe/Brussels.')
    member.speaks('nl')
    assert.match(await says({ when: 'banaan' }), /"over 2 weken om 10:00"\.$/)
    member.speaks('en-US')
  })

  test('takes the documented form with time and days', async () => {
    const preview = await member.slash('add_reminder', { name: 'Standup', time: '19:30', days: 'mon, wed' })
    await member.click(preview, 'Save')
    const [row] = await stored()
    assert.deepEqual([row?.days, row?.call_time], [['0', '2'], '19:30:00'])
  })

  test('reads times in the chosen zone, which is offered by its city', async () => {
    const choices = await member.autocomplete('add_reminder', 'timezone', 'bruss', { name: 'Tea' })
    assert.equal(choices[0]?.value, 'Europe/Brussels')
    await add(member, { when: 'every day at 9:00', timezone: 'Europe/Brussels' })
    const [row] = await stored()
    assert.deepEqual([row?.time_zone, row?.next_event_at?.toString()], ['Europe/Brussels', '2027-03-02T08:00:00Z'])
  })

  test('notes that the clocks change between the occurrences shown', async () => {
    const seen = await member.slash('add_reminder', {
      name: 'Tea',
      when: 'every sunday at 9:00',
      timezone: 'Europe/Brussels',
    })
    assert.match(textOf(seen), /clocks in Europe\/Brussels change.*UTC\+01:00 becomes UTC\+02:00/)
  })

  test('says what it does not understand, and how to say it', async () => {
    const seen = await member.slash('add_reminder', { name: 'Tea', when: 'soonish' })
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /not understood.*every friday at 20:15/)
  })

  test('refuses a channel in which the member may not write', async () => {
    const seen = await member.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30', channel: STAFF_ROOM })
    assert.match(seen.content, /may not write/)
  })

  test('keeps a link to a message of this server, and refuses one of another (S-13)', async () => {
    const message = member.say(GENERAL, 'What about Friday?')
    await add(member, { link: `https://discord.com/channels/${DEMO.guild}/${GENERAL}/${message.id}` })
    assert.equal((await stored())[0]?.origin_message_id, message.id)
    const elsewhere = `https://discord.com/channels/${DEMO.otherGuild}/${ELSEWHERE}/${message.id}`
    const refused = await member.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30', link: elsewhere })
    assert.match(refused.content, /must lead to a message of this server/)
    const hidden = `https://discord.com/channels/${DEMO.guild}/${STAFF_ROOM}/${message.id}`
    assert.match(
      (await member.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30', link: hidden })).content,
      /that you can read/,
    )
  })

  test('refuses to mention whom the server does not allow', async () => {
    const seen = await owner.slash('add_reminder', { name: 'Tea', when: 'tomorrow 9:30', mention: DEMO.guild })
    assert.match(seen.content, /does not allow mentions/)
  })
})

describe('/reminder_list', () => {
  test('says so when there is nothing', async () => {
    const seen = await member.slash('reminder_list')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /no reminders/)
  })

  test('shows members their own, admins everybody’s', async () => {
    await add(member, { name: 'Mine' })
    await add(owner, { name: 'Theirs' })
    const mine = textOf(await member.slash('reminder_list'))
    assert.match(mine, /Mine/)
    assert.doesNotMatch(mine, /Theirs/)
    assert.match(textOf(await owner.slash('reminder_list')), /Mine[\s\S]*Theirs/)
  })

  test('pages through many with the longest texts', async () => {
    for (const index of Array(10).keys())
      await add(member, {
        name: `${index}${'<@'.repeat(49)}`,
        location: 'x'.repeat(200),
        when: `tomorrow 9:3${index % 10}`,
      })
    const first = await member.slash('reminder_list')
    assert.equal(textOf(first).match(/\(#\d+\)/g)?.length, 7)
    const second = await member.click(first, 'Next page')
    assert.equal(textOf(second).match(/\(#\d+\)/g)?.length, 3)
    assert.equal(textOf(await member.click(second, 'First page')).match(/\(#\d+\)/g)?.length, 7)
  })
})

describe('/reminder_edit', () => {
  test('suggests by name and number the reminders the member may manage', async () => {
    await add(member, { name: 'Weekly tea' })
    await add(owner, { name: 'Secret tea' })
    const id = await idOf('Weekly tea')
    const offered = async (person: typeof member, typed: string) =>
      (await person.autocomplete('reminder_edit', 'reminder_id', typed)).map(({ name }) => name)
    assert.deepEqual(await offered(member, 'TEA'), [`#${id} Weekly tea`])
    assert.deepEqual(await offered(member, id), [`#${id} Weekly tea`])
    assert.equal((await offered(owner, 'tea')).length, 2)
    assert.deepEqual(await offered(outsider, ''), [])
  })

  test('opens a form with what the reminder is and changes what was edited', async () => {
    await add(member, { when: 'every friday at 20:15', message: 'One\nTwo', location: 'Room 1' })
    const form = await member.slash('reminder_edit', { reminder_id: await idOf() })
    assert.match(JSON.stringify(form.modal), /every Friday at 20:15/)
    const changed = await member.submit(form, { name: 'Coffee', when: 'every saturday at 10:00', location: '' })
    assert.match(changed.content, /Coffee.*is changed/)
    const [row] = await stored()
    assert.deepEqual(
      [row?.name, row?.days, row?.call_time, row?.message, row?.location],
      ['Coffee', ['5'], '10:00:00', 'One\nTwo', null],
    )
  })

  test('leaves the schedule alone when only the name changes', async () => {
    await add(member, { when: 'tomorrow 9:30' })
    const [before] = await stored()
    const form = await member.slash('reminder_edit', { reminder_id: await idOf() })
    await member.submit(form, { name: 'Coffee' })
    const [after] = await stored()
    assert.deepEqual(
      [after?.next_send_at?.toString(), after?.event_at?.toString()],
      [before?.next_send_at?.toString(), before?.event_at?.toString()],
    )
  })

  test('does not undo what was changed while the form was open', async () => {
    await add(member)
    const id = await idOf()
    const form = await member.slash('reminder_edit', { reminder_id: id })
    await app.send(DEMO.people.demo_member, 'PUT', '/api/reminders', { id: Number(id), name: 'By the API' })
    const refused = await member.submit(form, { message: 'From the form' })
    assert.match(refused.content, /was changed while you had the form open/)
    assert.equal((await stored())[0]?.message, '')
  })

  test('refuses somebody else’s reminder and what is no reminder', async () => {
    await add(member)
    const id = await idOf()
    assert.match((await outsider.slash('reminder_edit', { reminder_id: id })).content, /no reminder/)
    assert.match(
      (await member.slash('reminder_edit', { reminder_id: 'tea' })).content,
      /Choose a reminder from the suggestions/,
    )
    assert.match((await owner.slash('reminder_edit', { reminder_id: id })).modal?.title?.toString() ?? '', /Reminder #/)
  })
})

describe('/reminder_delete', () => {
  test('asks first, then deletes', async () => {
    await add(member)
    const asked = await member.slash('reminder_delete', { reminder_id: await idOf() })
    assert.equal((await stored()).length, 1)
    assert.match((await member.click(asked, 'Delete')).content, /is deleted/)
    assert.deepEqual(await stored(), [])
  })

  test('keeps it on second thought', async () => {
    await add(member)
    const asked = await member.slash('reminder_delete', { reminder_id: await idOf() })
    await member.click(asked, 'Keep')
    assert.equal((await stored()).length, 1)
  })

  test('is refused for somebody else’s reminder, and done by an admin (S-12)', async () => {
    await add(member)
    const id = await idOf()
    assert.match((await outsider.slash('reminder_delete', { reminder_id: id })).content, /no reminder/)
    await owner.click(await owner.slash('reminder_delete', { reminder_id: id }), 'Delete')
    assert.deepEqual(await stored(), [])
  })
})

describe('a delivered one-off', () => {
  async function delivered() {
    const before = said().length
    await add(member, { when: 'in 2 minutes', name: 'Tea', message: 'Kettle on' })
    await app.moveTo(inMinutes(2))
    return until('the reminder', () => said()[before])
  }

  test('is snoozed by its owner, and sent again', async () => {
    const message = await delivered()
    const seen = await member.click(message, 'Snooze 10 min')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /remind you again <t:\d+:F>/)
    const before = said().length
    await app.moveTo(inMinutes(10))
    const again = await until('the snoozed reminder', () => said()[before])
    assert.match(JSON.stringify(again.embeds), /Kettle on[\s\S]*snoozed/)
  })

  test('is snoozed once when the button is pressed twice', async () => {
    const message = await delivered()
    await Promise.all([member.click(message, 'Snooze 1 h'), member.click(message, 'Snooze 1 h')])
    const open = await app.db.selectFrom('reminder_deliveries').selectAll().where('status', '=', 'due').execute()
    assert.equal(open.length, 1)
  })

  test('is done with when its owner says so, even after a snooze', async () => {
    const message = await delivered()
    await member.click(message, 'Tomorrow')
    assert.match((await member.click(message, 'Done')).content, /nothing more is sent/)
    assert.match((await member.click(message, 'Done')).content, /nothing more is sent/)
    const open = await app.db.selectFrom('reminder_deliveries').selectAll().where('status', '=', 'due').execute()
    assert.deepEqual(open, [])
  })

  test('is nobody else’s to snooze', async () => {
    const message = await delivered()
    const seen = await owner.click(message, 'Snooze 10 min')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /Only the member who made this reminder/)
  })
})
