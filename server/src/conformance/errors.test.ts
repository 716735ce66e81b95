/** The chapters "Base URL" and "Error Responses" of the API reference 2.4.0. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../testing/app.ts'
import { type Answer, sendJson } from '../testing/http.ts'
import { misfits } from '../testing/shape.ts'

const OWNER = DEMO.people.demo_owner

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())

describe('an error', () => {
  const SAMPLE = `{
"detail": "Error message description"
}`
  const assertError = (answer: Answer, status: number) => {
    assert.equal(answer.status, status, answer.text)
    assert.deepEqual(misfits(SAMPLE, answer.text), [])
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  }

  test('400: invalid request parameters', async () => {
    assertError(await app.send(OWNER, 'GET', '/api/health/history?hours=x'), 400)
    assertError(await app.send(OWNER, 'POST', '/api/reminders', {}), 400)
    assertError(await app.send(OWNER, 'POST', '/api/reminders', '{'), 400)
    assertError(await app.send(OWNER, 'GET', '/api/reminders/abc'), 400)
  })

  test('401: missing or invalid authentication', async () => {
    const url = `${app.alphapy.apiUrl}/api/reminders/${OWNER}`
    assertError(await sendJson(url, 'GET'), 401)
    assertError(await sendJson(url, 'GET', undefined, { 'x-api-key': 'wrong', 'x-user-id': OWNER }), 401)
    assertError(await sendJson(url, 'GET', undefined, { authorization: 'Bearer x.y.z' }), 401)
  })

  test('404: resource not found', async () => {
    assertError(await app.send(OWNER, 'GET', '/api/nothing-here'), 404)
    assertError(await app.send(OWNER, 'DELETE', `/api/reminders/1/${OWNER}`), 404)
  })

  test('500: server error', async () => {
    await sql`alter table reminders rename to reminders_away`.execute(app.db)
    const answer = await app.send(OWNER, 'GET', `/api/reminders/${OWNER}`)
    await sql`alter table reminders_away rename to reminders`.execute(app.db)
    assertError(answer, 500)
    assert.doesNotMatch(answer.text, /relation|select|reminders/)
  })
})

test('every endpoint is prefixed with /api, unless the reference notes otherwise', async () => {
  const { paths } = (await sendJson(`${app.alphapy.apiUrl}/api/openapi.json`, 'GET')).json
  const others = Object.keys(paths).filter((path) => !path.startsWith('/api/'))
  const ofReference = ['/status', '/top-commands', '/metrics']
  // Pages that people open in a browser.
  const pages = ['/transcripts/{guild_id}/{ticket_id}', '/faq/{guild_id}', '/faq/{guild_id}/{number}']
  assert.deepEqual(
    others.filter((path) => ![...ofReference, ...pages].includes(path)),
    [],
  )
})
