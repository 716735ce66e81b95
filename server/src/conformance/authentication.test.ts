/** What the API reference 2.4.0 says of each endpoint for dashboards: "Authentication: Required (Supabase JWT token)". */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { SupabaseProject } from '../testing/supabase/supabase.ts'

const GUILD = DEMO.guild

const project: SupabaseProject = await new SupabaseProject(() => app.clock.now()).start()
const app = await startApp({ roles: ['api'], environment: project.environment })
after(async () => {
  await app[Symbol.asyncDispose]()
  await project[Symbol.asyncDispose]()
})

const subject = randomUUID()
project.setProfile(subject, DEMO.people.demo_owner)
const token = { authorization: `Bearer ${project.token({ subject })}` }

/** In the order of the reference, with what a valid token is answered. */
const ENDPOINTS: readonly (readonly [method: string, path: string, status: number, body?: object])[] = [
  ['GET', '/api/dashboard/metrics', 200],
  ['GET', '/api/metrics', 200],
  ['GET', `/api/dashboard/settings/${GUILD}`, 200],
  ['POST', `/api/dashboard/settings/${GUILD}`, 200, { category: 'gpt', settings: { model: 'grok-3' } }],
  ['GET', `/api/dashboard/${GUILD}/onboarding/questions`, 200],
  ['POST', `/api/dashboard/${GUILD}/onboarding/questions`, 200, { question: 'Why?', question_type: 'text' }],
  ['DELETE', `/api/dashboard/${GUILD}/onboarding/questions/999`, 404],
  ['GET', `/api/dashboard/${GUILD}/onboarding/rules`, 200],
  ['POST', `/api/dashboard/${GUILD}/onboarding/rules`, 200, { title: 'a', description: 'b' }],
  ['DELETE', `/api/dashboard/${GUILD}/onboarding/rules/999`, 404],
  ['POST', `/api/dashboard/${GUILD}/onboarding/reorder`, 400, {}],
  ['GET', `/api/dashboard/${GUILD}/settings/history`, 200],
  ['POST', `/api/dashboard/${GUILD}/settings/rollback/999`, 404],
  ['GET', `/api/dashboard/logs?guild_id=${GUILD}`, 200],
]

describe('a Supabase JWT', () => {
  const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    sendJson(`${app.alphapy.apiUrl}${path}`, method, body, headers)

  for (const [method, path, status, body] of ENDPOINTS) {
    test(`opens ${method} ${path.replace(GUILD, '{guild_id}')}, which is closed without it`, async () => {
      const opened = await ask(method, path, body, token)
      assert.equal(opened.status, status, opened.text)
      const closed = await ask(method, path, body)
      assert.deepEqual([closed.status, typeof closed.json.detail], [401, 'string'])
    })
  }

  test('that does not verify opens nothing', async () => {
    const { status, json } = await ask('GET', '/api/metrics', undefined, { authorization: `${token.authorization}x` })
    assert.deepEqual([status, typeof json.detail], [401, 'string'])
  })
})
