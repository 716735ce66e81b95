/** The chapter "Rate Limiting" of the API reference 2.4.0. Exports are commands there, not endpoints. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people

const app = await startApp({ roles: ['api'], withLimits: true })
after(() => app[Symbol.asyncDispose]())

const get = (path: string, headers: Record<string, string>) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, 'GET', undefined, headers)

/** How many of these requests at once are let through; every other one is told when to come again. */
async function letThrough(count: number, ask: () => ReturnType<typeof get>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, ask))
  for (const { status, json, headers } of answers) {
    if (status === 200) continue
    assert.equal(status, 429)
    assert.equal(typeof json.detail, 'string')
    assert.match(headers.get('retry-after') ?? '', /^\d+$/)
  }
  return answers.filter(({ status }) => status === 200).length
}

describe('rate limiting', () => {
  test('is not there for health', async () => {
    for (const path of ['/api/health', '/api/health/history', '/status'])
      assert.equal(await letThrough(150, () => get(path, {})), 150)
  })

  test('of metrics counts each authentication token by itself', async () => {
    for (const user of [OWNER, MEMBER]) {
      const token = await app.signIn(user)
      const passed = await letThrough(35, () => get('/api/metrics', token))
      assert.ok(passed >= 30 && passed < 35, `${passed} of 35`)
    }
  })

  test('of reminders counts each user id by itself', async () => {
    for (const user of [OWNER, MEMBER]) {
      const passed = await letThrough(65, () => app.send(user, 'GET', `/api/reminders/${user}`))
      assert.ok(passed >= 60 && passed < 65, `${passed} of 65`)
    }
  })
})
