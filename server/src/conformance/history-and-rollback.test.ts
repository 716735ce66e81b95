/** Of the chapter "Dashboard Configuration Endpoints" of the API reference 2.4.0: the history of settings and the way back. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const { general, announcements } = DEMO.channels
const PATH = `/api/dashboard/${DEMO.guild}/settings`

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())

const signedIn = await app.signIn(OWNER)
const send = (method: string, path: string, body?: unknown, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, headers)
const set = (category: string, settings: object) =>
  send('POST', `/api/dashboard/settings/${DEMO.guild}`, { category, settings })
const history = (query = '') => send('GET', `${PATH}/history${query}`)

const HISTORY = `[
{
"id": 1,
"scope": "reminders",
"key": "default_channel_id",
"old_value": "111222333",
"new_value": "444555666",
"changed_by": 123456789,
"changed_at": "2026-01-21T12:00:00Z",
"change_type": "updated"
}
]`
  .replace('111222333', general)
  .replace('444555666', announcements)
  .replace('123456789', OWNER)

describe('GET /api/dashboard/{guild_id}/settings/history', () => {
  const QUERY = '?scope=reminders&key=default_channel_id&limit=1'

  test('answers as shown, with the ids of channels as text and that of the person as a number', async () => {
    await set('reminders', { default_channel_id: general })
    await set('reminders', { default_channel_id: announcements })
    const said = ['scope', 'key', 'old_value', 'new_value', 'changed_by', 'change_type']
    assertShape(await history(QUERY), HISTORY, { verbatim: said.map((field) => `[].${field}`) })
  })

  test('is filtered by scope and by key, each for itself and together', async () => {
    await set('gpt', { temperature: 0.7 })
    const found = async (query: string) =>
      [
        ...new Set((await history(query)).json.map((entry: Record<string, string>) => `${entry.scope}.${entry.key}`)),
      ].sort()
    assert.deepEqual(await found(''), ['gpt.temperature', 'reminders.default_channel_id'])
    assert.deepEqual(await found('?scope=gpt'), ['gpt.temperature'])
    assert.deepEqual(await found('?key=default_channel_id'), ['reminders.default_channel_id'])
    assert.deepEqual(await found('?scope=gpt&key=default_channel_id'), [])
  })

  test('tells 50 records unless it is asked for others', async () => {
    const switches = ['enabled', 'gpt_fallback_enabled', 'non_embed_enabled', 'process_bot_messages']
    for (let n = 0; n < 26; n += 1) {
      const { status, text } = await set('embedwatcher', Object.fromEntries(switches.map((key) => [key, n % 2 === 0])))
      assert.equal(status, 200, text)
    }
    assert.equal((await history()).json.length, 50)
    assert.equal((await history('?limit=2')).json.length, 2)
    assert.ok((await history('?limit=200')).json.length > 50)
  })

  test('needs the token of an admin of the guild', async () => {
    assert.equal((await send('GET', `${PATH}/history`, undefined, {})).status, 401)
    assert.equal((await send('GET', `${PATH}/history`, undefined, await app.signIn(MEMBER))).status, 403)
  })
})

describe('POST /api/dashboard/{guild_id}/settings/rollback/{history_id}', () => {
  const SAMPLE = `{
"success": true,
"message": "Rolled back reminders.default_channel_id to previous value"
}`

  test('answers as shown, and the setting has its previous value', async () => {
    await set('reminders', { default_channel_id: general })
    await set('reminders', { default_channel_id: announcements })
    const [{ id }] = (await history('?scope=reminders&limit=1')).json
    const answer = await send('POST', `${PATH}/rollback/${id}`)
    assertShape(answer, SAMPLE, { verbatim: ['success', 'message'] })
    const { json } = await send('GET', `/api/dashboard/settings/${DEMO.guild}`)
    assert.equal(json.reminders.default_channel_id, general)
  })

  test('needs the token of an admin of the guild, and an entry of that guild', async () => {
    assert.equal((await send('POST', `${PATH}/rollback/1`, undefined, {})).status, 401)
    assert.equal((await send('POST', `${PATH}/rollback/1`, undefined, await app.signIn(MEMBER))).status, 403)
    assert.equal((await send('POST', `${PATH}/rollback/999999`)).status, 404)
  })
})
