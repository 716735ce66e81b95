import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'

const OWNER = DEMO.people.demo_owner

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
const url = (path: string) => `${app.alphapy.apiUrl}${path}`

describe('signing in', () => {
  test('a person who agrees at Discord is known', async () => {
    const { status, json } = await sendJson(url('/api/auth/me'), 'GET', undefined, await app.signIn(OWNER))
    assert.equal(status, 200)
    assert.equal(json.user_id, OWNER)
  })
})
