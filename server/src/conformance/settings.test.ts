/** Of the chapter "Dashboard Configuration Endpoints" of the API reference 2.4.0: the settings of a guild. */
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const { general, announcements, logs, rules } = DEMO.channels
const PATH = `/api/dashboard/settings/${DEMO.guild}`

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
beforeEach(() => app.db.deleteFrom('guild_settings').execute())

const signedIn = await app.signIn(OWNER)
const send = (method: string, path: string, body?: unknown, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, headers)

const BODY = `{
"category": "reminders",
"settings": {
"default_channel_id": "111222333",
"allow_everyone_mentions": false
}
}`.replace('111222333', general)

describe('POST /api/dashboard/settings/{guild_id}', () => {
  const SAMPLE = `{
"success": true,
"message": "Updated reminders settings"
}`

  test('takes the body that is shown and answers as shown', async () => {
    assertShape(await send('POST', PATH, BODY), SAMPLE, { verbatim: ['success', 'message'] })
  })

  test('needs the token of an admin of the guild', async () => {
    assert.equal((await send('POST', PATH, BODY, {})).status, 401)
    assert.equal((await send('POST', PATH, BODY, await app.signIn(MEMBER))).status, 403)
    assert.equal((await app.send(OWNER, 'POST', PATH, BODY)).status, 403, 'with an API key')
  })
})

describe('GET /api/dashboard/settings/{guild_id}', () => {
  const SAMPLE = `{
"system": {
"log_channel_id": "123456789",
"rules_channel_id": "987654321"
},
"reminders": {
"default_channel_id": "111222333",
"allow_everyone_mentions": false
},
"embedwatcher": {
"announcements_channel_id": "444555666"
},
"gpt": {
"model": "grok-3",
"temperature": 0.7
},
"invites": {},
"gdpr": {}
}`
    .replace('123456789', logs)
    .replace('987654321', rules)
    .replace('111222333', general)
    .replace('444555666', announcements)

  test('answers as shown when all that was set, to the last digit and of the same type', async () => {
    for (const [category, settings] of Object.entries(JSON.parse(SAMPLE))) {
      const { status, text } = await send('POST', PATH, { category, settings })
      assert.equal(status, 200, text)
    }
    const answer = await send('GET', PATH)
    const shown = Object.entries<object>(JSON.parse(SAMPLE)).flatMap(([category, settings]) =>
      Object.keys(settings).map((key) => `${category}.${key}`),
    )
    assertShape(answer, SAMPLE, { verbatim: [...shown, 'invites', 'gdpr'] })
  })

  test('has every category of the sample where nothing is set', async () => {
    const { json } = await send('GET', PATH)
    for (const category of Object.keys(JSON.parse(SAMPLE))) assert.deepEqual(json[category], {}, category)
  })

  test('needs the token of an admin of the guild', async () => {
    assert.equal((await send('GET', PATH, undefined, {})).status, 401)
    assert.equal((await send('GET', PATH, undefined, await app.signIn(MEMBER))).status, 403)
    assert.equal((await send('GET', `/api/dashboard/settings/${DEMO.otherGuild}`)).status, 403)
  })
})
