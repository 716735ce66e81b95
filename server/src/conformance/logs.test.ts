/** Of the chapter "Dashboard Configuration Endpoints" of the API reference 2.4.0: the operational log. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'
import { until } from '../testing/until.ts'

const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people

const app = await startApp({ roles: ['api', 'gateway'] })
after(() => app[Symbol.asyncDispose]())

const signedIn = await app.signIn(OWNER)
const ask = (query: string, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}/api/dashboard/logs?${query}`, 'GET', undefined, headers)
const logs = (query = '') => ask(`guild_id=${DEMO.guild}${query}`)

interface Entry {
  readonly event_type: string
  readonly guild_id: number | null
  readonly details: Readonly<Record<string, unknown>>
}
/** The newest entry of a type, once there is one. */
const entry = async (type: string): Promise<Entry> => {
  await until(type, async () => (await logs(`&event_types=${type}`)).json.logs.length > 0)
  return (await logs(`&event_types=${type}`)).json.logs[0]
}

const SAMPLE = `{
"logs": [
{
"timestamp": "2026-02-10T21:30:00Z",
"event_type": "BOT_RECONNECT",
"guild_id": null,
"message": "Reconnect phase complete: commands synced",
"details": {"synced": 5, "skipped": 0}
}
]
}`

describe('GET /api/dashboard/logs', () => {
  test('answers as shown after a reconnection', async () => {
    await entry('BOT_READY')
    app.simulator.gateway.close(4000)
    await entry('BOT_RECONNECT')
    const answer = await logs('&event_types=BOT_RECONNECT')
    assertShape(answer, SAMPLE, { verbatim: ['logs[].event_type', 'logs[].guild_id', 'logs[].message'] })
  })

  test('tells of the start, of lost connections and of commands made known to each guild', async () => {
    for (const type of ['BOT_READY', 'BOT_DISCONNECT']) assert.equal((await entry(type)).guild_id, null)
    assert.match(String((await entry('GUILD_SYNC')).details.sync_type), /^(startup|reconnect|guild_join)$/)
  })

  test('tells of changed settings with what was done and from where', async () => {
    const url = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
    await sendJson(url, 'POST', { category: 'gpt', settings: { temperature: 0.7 } }, signedIn)
    const { guild_id, details } = await entry('SETTINGS_CHANGED')
    assert.equal(typeof guild_id, 'number')
    assert.deepEqual([details.action, details.source], ['bulk_update', 'api'])
  })

  test('tells of commands that failed, with the command, the user and the kind of error', async () => {
    await app.db.schema.alterTable('reminders').renameTo('reminders_away').execute()
    await app.owner.slash('reminder_list')
    await app.db.schema.alterTable('reminders_away').renameTo('reminders').execute()
    const { details } = await entry('COG_ERROR')
    assert.deepEqual([details.command, details.user_id, typeof details.error_type], ['reminder_list', OWNER, 'string'])
  })

  test('tells 50 unless it is asked for others, and at most 100', async () => {
    const row = {
      event_type: 'GUILD_SYNC',
      guild_id: DEMO.guild,
      message: 'Commands synced',
      details: JSON.stringify({ sync_type: 'startup' }),
      occurred_at: app.clock.now(),
    }
    await app.db
      .insertInto('operational_events')
      .values(Array.from({ length: 120 }, () => row))
      .execute()
    assert.equal((await logs()).json.logs.length, 50)
    assert.equal((await logs('&limit=3')).json.logs.length, 3)
    assert.equal((await logs('&limit=100')).json.logs.length, 100)
    assert.equal((await logs('&limit=101')).status, 400)
  })

  test('is filtered by a list of types with commas between them', async () => {
    const { json } = await logs('&event_types=BOT_RECONNECT,BOT_DISCONNECT&limit=100')
    const types = new Set(json.logs.map(({ event_type }: Entry) => event_type))
    assert.deepEqual([...types].sort(), ['BOT_DISCONNECT', 'BOT_RECONNECT'])
  })

  test('has what concerns all guilds in every guild, and nothing of another', async () => {
    const { json } = await ask(`guild_id=${DEMO.otherGuild}&limit=100`, await app.signIn(GUEST))
    const types = new Set(json.logs.map(({ event_type }: Entry) => event_type))
    assert.deepEqual([types.has('BOT_RECONNECT'), types.has('SETTINGS_CHANGED')], [true, false])
  })

  test('needs guild_id and the token of an admin of that guild', async () => {
    assert.equal((await ask('')).status, 400)
    assert.equal((await ask(`guild_id=${DEMO.guild}`, {})).status, 401)
    assert.equal((await ask(`guild_id=${DEMO.guild}`, await app.signIn(MEMBER))).status, 403)
    assert.equal((await ask(`guild_id=${DEMO.otherGuild}`)).status, 403)
  })
})
