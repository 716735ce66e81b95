/** The chapters "Authentication" and "Reminder Management" of the API reference 2.4.0. */
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { API_KEY, sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'

const OWNER = DEMO.people.demo_owner
const MEMBER = DEMO.people.demo_member
const CHANNEL = DEMO.channels.general

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
beforeEach(() => app.db.deleteFrom('reminders').execute())

/** What its user sends and reads; ids have 19 digits, which `json` would lose. */
const send = (method: string, path: string, body?: string) => app.send(OWNER, method, path, body)
const list = () => send('GET', `/api/reminders/${OWNER}`)

const BODY = `{
"name": "Team Standup",
"channel_id": 123456789,
"time": "09:00:00",
"days": ["0", "2", "4"],
"message": "Daily standup meeting",
"location": "Main Channel"
}`.replace('123456789', CHANNEL)

describe('authentication', () => {
  const EXAMPLE = `curl -H "X-API-Key: your_api_key" -H "X-User-Id: 123456789" \\
https://your-bot-url/api/reminders/123456789`

  test('is what the example sends', async () => {
    const command = EXAMPLE.replaceAll('123456789', OWNER).replace('your_api_key', API_KEY)
    const headers = [...command.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [name, value])
    const url = command.replace('https://your-bot-url', app.alphapy.apiUrl ?? '').match(/http\S+/)?.[0] ?? ''
    const { status, json } = await sendJson(url, 'GET', undefined, Object.fromEntries(headers))
    assert.deepEqual([status, json], [200, []])
    for (const [name = ''] of headers) {
      const without = headers.filter(([other]) => other !== name)
      const answer = await sendJson(url, 'GET', undefined, Object.fromEntries(without))
      assert.equal(answer.status, 401, `without ${name}`)
      assert.equal(typeof answer.json.detail, 'string')
    }
  })
})

describe('GET /api/reminders/{user_id}', () => {
  const SAMPLE = `[
{
"id": 1,
"name": "Weekly Meeting",
"channel_id": 123456789,
"time": "18:00:00",
"call_time": "19:00:00",
"days": ["2"],
"message": "Weekly team meeting",
"location": "Conference Room",
"event_time": null,
"created_at": "2026-01-21T10:00:00Z"
}
]`

  test('answers as shown, to the last digit of the channel', async () => {
    const [shown] = JSON.parse(SAMPLE)
    const { id, channel_id, event_time, created_at, ...chosen } = shown
    await send('POST', '/api/reminders', JSON.stringify({ ...chosen, channel_id: CHANNEL }))
    const answer = await list()
    assertShape(answer, SAMPLE, {
      verbatim: ['name', 'time', 'call_time', 'days', 'message', 'location'].map((field) => `[].${field}`),
    })
    assert.match(answer.text, new RegExp(`"channel_id":${CHANNEL},`))
  })

  test('is for the user of the path alone', async () => {
    const { status, json } = await app.send(MEMBER, 'GET', `/api/reminders/${OWNER}`)
    assert.deepEqual([status, typeof json.detail], [403, 'string'])
  })
})

describe('POST /api/reminders', () => {
  test('takes the body that is shown, and the list has what was sent', async () => {
    assertShape(await send('POST', '/api/reminders', BODY), '{"success": true, "id": 1}', { verbatim: ['success'] })
    const [{ name, time, days, message, location }] = (await list()).json
    const { channel_id, ...sent } = JSON.parse(BODY)
    assert.deepEqual({ name, time, days, message, location }, sent)
  })
})

describe('PUT /api/reminders', () => {
  const create = async (): Promise<number> => (await send('POST', '/api/reminders', BODY)).json.id

  test('takes the body of POST with the id in it', async () => {
    const id = await create()
    const body = BODY.replace('{', `{"id": ${id}, "user_id": "${OWNER}",`).replace('Team Standup', 'Retrospective')
    assertShape(await send('PUT', '/api/reminders', body), '{"success": true}', { verbatim: ['success'] })
    assert.equal((await list()).json[0].name, 'Retrospective')
  })

  test('needs nothing but id and user_id, and each other field may come alone', async () => {
    const id = await create()
    const changes = {
      name: 'Retrospective',
      time: '10:30:00',
      days: ['1'],
      message: 'What went well?',
      location: 'Small Channel',
      channel_id: DEMO.channels.announcements,
    }
    for (const change of [{}, ...Object.entries(changes).map(([field, value]) => ({ [field]: value }))]) {
      const answer = await send('PUT', '/api/reminders', JSON.stringify({ id, user_id: OWNER, ...change }))
      assert.equal(answer.status, 200, answer.text)
    }
    const [{ name, time, days, message, location }] = (await list()).json
    const { channel_id, ...texts } = changes
    assert.deepEqual({ name, time, days, message, location }, texts)
    assert.match((await list()).text, new RegExp(`"channel_id":${channel_id},`))
  })

  test('needs the id', async () => {
    assert.equal((await send('PUT', '/api/reminders', BODY)).status, 400)
  })

  test('is for the user_id of X-User-Id alone', async () => {
    const id = await create()
    const change = (user_id: string) => app.send(MEMBER, 'PUT', '/api/reminders', { id, user_id, name: 'Mine' })
    assert.deepEqual([(await change(OWNER)).status, (await change(MEMBER)).status], [403, 404])
    assert.equal((await list()).json[0].name, 'Team Standup')
  })
})

describe('DELETE /api/reminders/{reminder_id}/{created_by}', () => {
  test('deletes, for the created_by of X-User-Id alone', async () => {
    const { id } = (await send('POST', '/api/reminders', BODY)).json
    const path = `/api/reminders/${id}/${OWNER}`
    assert.equal((await app.send(MEMBER, 'DELETE', path)).status, 403)
    assertShape(await send('DELETE', path), '{"success": true}', { verbatim: ['success'] })
    assert.deepEqual((await list()).json, [])
  })
})
