/** The chapter "Metrics & Analytics" of the API reference 2.4.0. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { startModelProcess } from '../testing/model-process.ts'
import { startModelServer } from '../testing/model-server.ts'
import { assertShape } from '../testing/shape.ts'
import { ticketInChannel } from '../testing/tickets.ts'
import { until } from '../testing/until.ts'

const OWNER = DEMO.people.demo_owner

const server = await startModelServer()
const environment = { LLM_BASE_URL: server.url }
const app = await startApp({ environment })
const asking = await startModelProcess(app.databaseUrl, app.clock, environment)
after(async () => {
  for (const each of [asking, app, server]) await each[Symbol.asyncDispose]()
})

const signedIn = await app.signIn(OWNER)
const get = (path: string, headers: Record<string, string> = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, 'GET', undefined, headers)
const commands = async (query = '') => (await get(`/top-commands${query}`, {})).json.commands

// What the samples presuppose: reminders of both kinds, open tickets, commands that members have used, and an answer of the model.
const reminder = { name: 'Weekly Meeting', channel_id: DEMO.channels.general, message: 'Weekly team meeting' }
await app.send(OWNER, 'POST', '/api/reminders', { ...reminder, time: '18:00:00', days: ['2'] })
await app.send(OWNER, 'POST', '/api/reminders', { ...reminder, event_time: '2027-03-02T19:00:00Z' })
await ticketInChannel(app)
await asking.ask(DEMO.guild, OWNER)
await app.owner.slash('reminder_list')
await app.owner.slash('reminder_list')
await app.owner.slash('reminder_delete', { reminder_id: '999999' })
await app.moveTo(app.clock.now().add({ seconds: 5 }))
await until('the runs of commands', async () => Object.keys(await commands()).length === 2)
await until('a heartbeat', async () => (await get('/status', {})).json.latency !== null)

const METRICS = `{
"bot": {
"version": "2.4.0",
"codename": "Lifecycle Manager",
"online": true,
"latency_ms": 45.2,
"uptime_seconds": 3600,
"uptime_human": "1 hour",
"commands_loaded": 30,
"guilds": [...]
},
"gpt": {
"last_success_time": "2026-01-21T12:00:00Z",
"average_latency_ms": 1200,
"total_tokens_today": 5000,
"success_count": 100,
"error_count": 2,
...
},
"reminders": {
"total": 15,
"recurring": 10,
"one_off": 5,
"next_event_time": "2026-01-21T19:00:00Z",
...
},
"tickets": {
"total": 50,
"open_count": 5,
"per_status": {...},
"open_ticket_ids": [123, 456, 789],
"open_items": [
{
"id": 123,
"username": "user123",
"status": "open",
"channel_id": 987654321,
"created_at": "2026-01-21T12:00:00Z"
}
],
...
},
"command_usage": {
"top_commands": [
{"command_name": "add_reminder", "usage_count": 45},
{"command_name": "ticket", "usage_count": 30}
],
"total_commands_24h": 150,
"period_days": 7
},
"infrastructure": {
"database_up": true,
"pool_size": 5,
"checked_at": "2026-01-21T12:00:00Z"
}
}`

for (const path of ['/api/dashboard/metrics', '/api/metrics']) {
  describe(`GET ${path}`, () => {
    test('answers as shown', async () => {
      assertShape(await get(path), METRICS, {
        verbatim: [
          'bot.version',
          'bot.codename',
          'bot.online',
          'infrastructure.database_up',
          'command_usage.period_days',
        ],
      })
    })

    test('is of one guild with guild_id', async () => {
      const guilds = async (query: string) => (await get(`${path}${query}`)).text.match(/"guilds":\[(.*?)\]/)?.[1] ?? ''
      assert.match(await guilds(`?guild_id=${DEMO.guild}`), new RegExp(`^{"id":${DEMO.guild},"name":"Alphapy Demo",`))
      assert.equal((await get(`${path}?guild_id=${DEMO.otherGuild}`)).status, 403)
    })

    test('needs a token', async () => {
      assert.equal((await get(path, {})).status, 401)
    })
  })
}

test('GET /api/metrics is the same as /api/dashboard/metrics', async () => {
  const [one, other] = [await get('/api/dashboard/metrics'), await get('/api/metrics')]
  assert.deepEqual(placesOf(other.json), placesOf(one.json))
})

/** The place and type of each value; lists count as one. */
function placesOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${place} ${typeof value}`]
  if (Array.isArray(value)) return [`${place} list`, ...new Set(value.flatMap((each) => placesOf(each, `${place}[]`)))]
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, `${place}.${name}`))
}

describe('GET /top-commands', () => {
  const SAMPLE = `{
"commands": {
"add_reminder": 45,
"ticket": 30,
"reminder_list": 20
},
"period_days": 7,
"guild_id": null,
"total_commands": 3
}`

  test('answers as shown, without authentication', async () => {
    const answer = await get('/top-commands', {})
    assertShape(answer, SAMPLE, { maps: ['commands'], verbatim: ['period_days', 'guild_id'] })
    assert.deepEqual([Object.entries(answer.json.commands)[0], answer.json.total_commands], [['reminder_list', 2], 2])
  })

  test('is of one guild with guild_id, which is a number then', async () => {
    const { text } = await get(`/top-commands?guild_id=${DEMO.guild}`, {})
    assert.match(text, new RegExp(`"guild_id":${DEMO.guild},`))
    assert.match(text, /"reminder_list":2/)
    assert.deepEqual(await commands(`?guild_id=${DEMO.otherGuild}`), {})
  })

  test('looks back 7 days unless it is asked for others, and tells at most limit commands', async () => {
    assert.deepEqual(await commands('?limit=1'), { reminder_list: 2 })
    await app.moveTo(app.clock.now().add({ hours: 24 * 8 }))
    assert.deepEqual(await commands(), {})
    assert.equal(Object.keys(await commands('?days=9')).length, 2)
    assert.equal((await get('/top-commands?days=9', {})).json.period_days, 9)
  })
})
