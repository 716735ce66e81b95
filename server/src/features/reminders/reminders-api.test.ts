import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

const app = await startApp({ roles: ['api', 'worker'] })
const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST, demo_staff: STAFF } = DEMO.people
const { general: GENERAL, staff: STAFF_ROOM, rules: RULES, otherGeneral: ELSEWHERE } = DEMO.channels

/** What a test has chosen and the next one begins without. */
const chosen: [category: string, key: string][] = []

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  await app.db.deleteFrom('reminders').execute()
  for (const [category, key] of chosen.splice(0)) await setting(category, key, null)
})

/** The body of the reference's POST sample but for the channel, as text: its ids are numbers beyond 2^53. */
const sample = (channel: string = GENERAL, more = '') => `{
  "name": "Team Standup", "channel_id": ${channel}, "time": "09:00:00", "days": ["0", "2", "4"],
  "message": "Daily standup meeting", "location": "Main Channel"${more}
}`

const create = (userId: string, body: unknown, headers?: Record<string, string>) =>
  app.send(userId, 'POST', '/api/reminders', body, headers)
const list = (userId: string, query = '') => app.send(userId, 'GET', `/api/reminders/${userId}${query}`)
const asBot = (method: string, path: string, body?: unknown) =>
  sendJson(`${app.simulator.restUrl}/v10${path}`, method, body, { authorization: `Bot ${app.simulator.token}` })
/** As the guild's admin chooses it. */
async function setting(category: string, key: string, value: unknown): Promise<void> {
  const url = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
  const { status, text } = await sendJson(
    url,
    'POST',
    { category, settings: { [key]: value } },
    await app.signIn(OWNER),
  )
  assert.equal(status, 200, text)
  if (value !== null) chosen.push([category, key])
}
const inMinutes = (minutes: number) => app.clock.now().add({ minutes })
const oneOff = (minutes: number, more: object = {}) => ({
  name: 'Tea',
  channel_id: GENERAL,
  event_time: inMinutes(minutes).toString(),
  ...more,
})
const said = (channel: string = GENERAL) =>
  app.simulator.messages(channel).filter(({ author_id }) => author_id === DEMO.bot)

describe('the bodies of the reference', () => {
  test('create a reminder that is listed with every documented field (R-01, R-14)', async () => {
    const { status, json } = await create(OWNER, sample())
    assert.equal(status, 200)
    assert.equal(json.success, true)
    const { text } = await list(OWNER)
    assert.match(text, /"channel_id":1100000000000000201,/)
    const [listed] = JSON.parse(text)
    const { id, name, time, call_time, days, message, location, event_time, created_at } = listed
    assert.deepEqual(
      { id, name, time, call_time, days, message, location, event_time, created_at },
      {
        id: json.id,
        name: 'Team Standup',
        time: '09:00:00',
        call_time: '09:00:00',
        days: ['0', '2', '4'],
        message: 'Daily standup meeting',
        location: 'Main Channel',
        event_time: null,
        created_at: '2027-03-01T12:00:00Z',
      },
    )
    assert.equal(listed.next_at, '2027-03-03T09:00:00Z')
  })

  test('change only what they name', async () => {
    const { json } = await create(OWNER, sample())
    const changed = await app.send(OWNER, 'PUT', '/api/reminders', { id: json.id, name: 'Standup' })
    assert.equal(changed.json.success, true)
    assert.deepEqual(changed.json.reminder, { ...json.reminder, name: 'Standup' })
  })

  test('delete, and a second time find nothing', async () => {
    const { json } = await create(OWNER, sample())
    const path = `/api/reminders/${json.id}/${OWNER}`
    assert.deepEqual((await app.send(OWNER, 'DELETE', path)).json, { success: true })
    assert.equal((await app.send(OWNER, 'DELETE', path)).status, 404)
    assert.deepEqual((await list(OWNER)).json, [])
  })

  test('come back unchanged when a listed reminder is sent to PUT whole', async () => {
    await create(OWNER, sample())
    const [listed] = (await list(OWNER)).json
    const changed = await app.send(OWNER, 'PUT', '/api/reminders', {
      ...listed,
      channel_id: GENERAL,
      guild_id: DEMO.guild,
    })
    assert.equal(changed.status, 200, changed.text)
    const [after] = (await list(OWNER)).json
    assert.deepEqual(after, listed)
  })

  test('keep ids to the last digit, as numbers or as strings', async () => {
    await create(OWNER, sample(`"${GENERAL}"`))
    const asStrings = await app.send(OWNER, 'GET', `/api/reminders/${OWNER}`, undefined, {
      prefer: 'snowflakes=string',
    })
    assert.equal(asStrings.headers.get('preference-applied'), 'snowflakes=string')
    assert.equal(asStrings.json[0].channel_id, GENERAL)
    assert.equal(asStrings.json[0].guild_id, DEMO.guild)
  })
})

describe('walls', () => {
  test('nobody lists, changes or deletes what is somebody else’s', async () => {
    const { json } = await create(OWNER, sample())
    assert.equal((await app.send(MEMBER, 'GET', `/api/reminders/${OWNER}`)).status, 403)
    assert.equal((await app.send(MEMBER, 'PUT', '/api/reminders', { id: json.id, name: 'Mine' })).status, 404)
    assert.equal((await app.send(MEMBER, 'DELETE', `/api/reminders/${json.id}/${MEMBER}`)).status, 404)
    assert.equal((await app.send(MEMBER, 'DELETE', `/api/reminders/${json.id}/${OWNER}`)).status, 403)
    assert.equal((await list(OWNER)).json[0].name, 'Team Standup')
  })

  test('a body that names another owner is refused', async () => {
    assert.equal((await create(MEMBER, { ...oneOff(5), user_id: OWNER })).status, 403)
    assert.equal((await create(OWNER, { ...oneOff(5), user_id: OWNER })).status, 200)
  })

  for (const [who, userId, channel, status, code] of [
    ['a member of another guild only', OWNER, ELSEWHERE, 403, 'reminders.not_a_member'],
    ['a member who cannot see the channel', MEMBER, STAFF_ROOM, 403, 'reminders.owner_cannot_send'],
    ['a member who may only read the channel', MEMBER, RULES, 403, 'reminders.owner_cannot_send'],
    ['a stranger to every guild', '1100000000000000999', GENERAL, 403, 'reminders.not_a_member'],
    ['a channel that is none', OWNER, '1100000000000000299', 400, 'reminders.unknown_channel'],
    ['a category', OWNER, DEMO.channels.tickets, 400, 'reminders.no_text_channel'],
  ] as const) {
    test(`${who} is refused`, async () => {
      const answer = await create(userId, sample(channel))
      assert.equal(answer.status, status, answer.text)
      assert.equal(answer.json.code, code)
      assert.equal(answer.json.errors[0].path, '/channel_id')
    })
  }

  test('a reminder does not move to a guild its owner is no member of', async () => {
    const { json } = await create(OWNER, sample())
    const moved = await app.send(OWNER, 'PUT', '/api/reminders', { id: json.id, channel_id: ELSEWHERE })
    assert.equal(moved.status, 403)
    assert.equal((await create(GUEST, sample(ELSEWHERE))).status, 200)
  })

  test('mentions need the setting of the guild and the right of the owner (S-25)', async () => {
    assert.equal((await create(OWNER, oneOff(5, { mention: 'everyone' }))).json.code, 'reminders.mentions_off')
    await setting('reminders', 'allow_everyone_mentions', true)
    assert.equal((await create(MEMBER, oneOff(5, { mention: 'everyone' }))).json.code, 'reminders.owner_cannot_mention')
    assert.equal((await create(OWNER, oneOff(5, { mention: 'everyone' }))).status, 200)
  })

  test('fifty active reminders are the most, also for requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => create(STAFF, oneOff(60 + n))))
    assert.equal(answers.filter(({ status }) => status === 200).length, 50)
    assert.equal(answers.find(({ status }) => status !== 200)?.json.code, 'reminders.too_many')
  })
})

describe('delivery', () => {
  test('a one-off speaks before the event and at it, then leaves the active ones', async () => {
    const before = said().length
    await create(OWNER, oneOff(90, { message: 'It has\ndrawn.', location: 'Kitchen' }))
    await app.moveTo(inMinutes(30))
    await until('the early message', () => said().length === before + 1)
    await app.moveTo(inMinutes(60))
    await until('the message at the event', () => said().length === before + 2)
    const [early, atEvent] = said().slice(-2)
    assert.equal(early?.embeds[0]?.description, 'It has\ndrawn.')
    assert.match(early?.embeds[0]?.footer?.text ?? '', /early$/)
    assert.equal(early?.components.length, 0)
    assert.equal(atEvent?.components.length, 1)
    await until('the ledger', async () => (await list(OWNER)).json[0].last_delivery.status === 'sent')
    const [listed] = (await list(OWNER)).json
    assert.equal(listed.status, 'completed')
    assert.equal(listed.last_delivery.phase, 'event')
  })

  test('a recurring one goes on after each time', async () => {
    const { json } = await create(OWNER, {
      name: 'Daily',
      channel_id: GENERAL,
      time: '18:00',
      days: ['0', '1', '2', '3', '4', '5', '6'],
    })
    const before = said().length
    let { next_at } = json.reminder
    for (let day = 1; day <= 3; day += 1) {
      await app.moveTo(Temporal.Instant.from(next_at))
      await until(`day ${day}`, () => said().length === before + day)
      next_at = (await list(OWNER)).json[0].next_at
    }
  })

  test('a channel that is gone pauses the reminder, tells its owner and keeps it', async () => {
    const channel = (await asBot('POST', `/guilds/${DEMO.guild}/channels`, { name: 'short-lived' })).json.id
    const { json } = await create(MEMBER, oneOff(1, { channel_id: channel }))
    await asBot('DELETE', `/channels/${channel}`)
    await app.moveTo(inMinutes(1))
    await until('the pause', async () => (await list(MEMBER)).json[0].status === 'paused')
    await app.moveTo(app.clock.now().add({ seconds: 5 }))
    await until('the direct message', () => app.member.dms().some(({ content }) => content.includes(`#${json.id}`)))
    assert.equal((await list(MEMBER)).json[0].last_delivery.status, 'failed')
  })

  test('an owner who takes no direct messages is told in the log channel', async () => {
    await setting('system', 'log_channel_id', DEMO.channels.logs)
    app.member.acceptDms(false)
    const { id: channel } = (await asBot('POST', `/guilds/${DEMO.guild}/channels`, { name: 'short-lived-too' })).json
    const { json } = await create(MEMBER, oneOff(1, { channel_id: channel }))
    await asBot('DELETE', `/channels/${channel}`)
    await app.moveTo(inMinutes(1))
    await until('the pause', async () => (await list(MEMBER)).json[0].status === 'paused')
    await app.moveTo(app.clock.now().add({ seconds: 5 }))
    await until('the word in #logs', () =>
      said(DEMO.channels.logs).some(({ content }) => content.includes(`#${json.id}`)),
    )
    app.member.acceptDms(true)
  })

  test('in a guild that switched reminders off nothing is sent, and the ledger says so (R-16)', async () => {
    await create(OWNER, oneOff(1))
    await setting('reminders', 'enabled', false)
    const before = said().length
    await app.moveTo(inMinutes(1))
    await until('the record', async () => (await list(OWNER)).json[0].last_delivery?.status === 'skipped')
    assert.equal(said().length, before)
    assert.equal((await create(OWNER, oneOff(1))).json.code, 'reminders.disabled')
  })

  test('clock times are those of the guild’s zone unless the reminder has its own', async () => {
    await setting('system', 'timezone', 'Europe/Brussels')
    const brussels = await create(OWNER, { name: 'Here', channel_id: GENERAL, time: '20:00', days: ['6'] })
    assert.match(brussels.json.reminder.next_at, /T19:00:00Z$/)
    const tokyo = await create(OWNER, {
      name: 'There',
      channel_id: GENERAL,
      time: '20:00',
      days: ['6'],
      timezone: 'Asia/Tokyo',
    })
    assert.match(tokyo.json.reminder.next_at, /T11:00:00Z$/)
  })

  test('what could not be sent for an hour is sent late and says so (R-11)', async () => {
    await create(OWNER, oneOff(1))
    const before = said().length
    const mend = app.simulator.faults.on({ method: 'POST', path: /messages$/ }, { status: 503 })
    await app.moveTo(inMinutes(1))
    await until(
      'an attempt',
      async () => (await app.db.selectFrom('reminder_deliveries').select('error').executeTakeFirst())?.error,
    )
    mend()
    await app.moveTo(inMinutes(60))
    await until('the message', () => said().length === before + 1)
    assert.ok(
      said()
        .at(-1)
        ?.embeds[0]?.fields?.some(({ name }) => name === 'Sent late'),
    )
  })

  test('a message whose fate stayed unknown for hours is found in the channel, not sent again', async () => {
    await create(OWNER, oneOff(1))
    const before = said().length
    app.simulator.faults.on({ method: 'POST', path: /messages$/ }, 'drop_after', { times: 1 })
    await app.moveTo(inMinutes(1))
    await until(
      'an attempt',
      async () => (await app.db.selectFrom('reminder_deliveries').select('error').executeTakeFirst())?.error,
    )
    assert.equal(said().length, before + 1)
    await app.moveTo(inMinutes(180))
    await until('the record', async () => (await list(OWNER)).json[0].last_delivery.status === 'sent')
    assert.equal(said().length, before + 1)
    assert.match((await list(OWNER)).text, new RegExp(`"message_id":${said().at(-1)?.id}`))
  })
})

describe('an idempotency key', () => {
  test('makes of two posts one reminder and one answer', async () => {
    const headers = { 'idempotency-key': 'once' }
    const body = oneOff(5)
    const [first, second] = [await create(OWNER, body, headers), await create(OWNER, body, headers)]
    assert.equal(second.text, first.text)
    assert.equal(second.headers.get('idempotent-replay'), 'true')
    assert.equal((await list(OWNER)).json.length, 1)
    assert.equal((await create(OWNER, oneOff(6), headers)).status, 409)
  })

  test('of many posts at once lets one through', async () => {
    const body = oneOff(7)
    const headers = { 'idempotency-key': 'at-once' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(OWNER, body, headers)))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort().at(0), 200)
    assert.equal((await list(OWNER)).json.length, 1)
  })
})

test('a completed reminder can be renamed and stays completed', async () => {
  const { json } = await create(OWNER, oneOff(1))
  await app.moveTo(inMinutes(1))
  await until('the delivery', async () => (await list(OWNER)).json[0].last_delivery?.status === 'sent')
  const renamed = await app.send(OWNER, 'PUT', '/api/reminders', { id: json.id, name: 'Cold tea' })
  assert.deepEqual([renamed.json.reminder.name, renamed.json.reminder.status], ['Cold tea', 'completed'])
})

test('pages of the list follow each other', async () => {
  for (const minutes of [9, 3, 6]) await create(OWNER, oneOff(minutes, { name: `in ${minutes}` }))
  const first = await list(OWNER, '?limit=2')
  const second = await list(OWNER, `?limit=2&cursor=${first.headers.get('x-next-cursor')}`)
  const names = [...first.json, ...second.json].map(({ name }: { name: string }) => name)
  assert.deepEqual(names, ['in 3', 'in 6', 'in 9'])
  assert.equal(second.headers.get('x-next-cursor'), null)
  assert.equal((await list(OWNER, `?guild_id=${DEMO.otherGuild}`)).json.length, 0)
  assert.equal((await list(OWNER, '?cursor=nonsense')).status, 400)
})
