import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '../index.ts'
import { DEMO_CLIENT_SECRET } from './oauth2.ts'

const REDIRECT = 'http://localhost:8000/auth/callback'
const client = { client_id: DEMO.bot, client_secret: DEMO_CLIENT_SECRET }

async function tokenOf(simulator: Simulator, more: Record<string, string> = {}) {
  const asked = { client_id: DEMO.bot, response_type: 'code', redirect_uri: REDIRECT, scope: 'identify guilds' }
  const page = `${simulator.world.origin}/oauth2/authorize`
  const shown = await fetch(`${page}?${new URLSearchParams(asked)}`)
  assert.match(shown.headers.get('content-type') ?? '', /^text\/html/)
  const body = new URLSearchParams({ ...asked, user_id: DEMO.people.demo_member })
  const chosen = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const form = { ...client, grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...more }
  return await fetch(`${simulator.restUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) })
}

async function json(response: Response | Promise<Response>) {
  return JSON.parse(await (await response).text())
}

describe('over HTTP', () => {
  test('a member signs in and is recognised', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { access_token } = await json(tokenOf(simulator))
    const headers = { authorization: `Bearer ${access_token}` }
    const me = await json(fetch(`${simulator.restUrl}/v10/users/@me`, { headers }))
    assert.equal(me.username, 'demo_member')
    const guilds = await json(fetch(`${simulator.restUrl}/v10/users/@me/guilds`, { headers }))
    assert.deepEqual(
      guilds.map(({ id }: { id: string }) => id),
      [DEMO.guild],
    )
    assert.deepEqual(simulator.violations, [])
  })

  test('a misspelt field of the token request is a violation', async () => {
    await using simulator = await startSimulator({ strict: true })
    await tokenOf(simulator, { codeVerifier: 'x' })
    assert.match(simulator.violations[0]?.message ?? '', /codeVerifier/)
  })

  test("the bot's own requests still reach the bot's routes", async () => {
    await using simulator = await startSimulator({ strict: true })
    const headers = { authorization: `Bot ${simulator.token}` }
    const me = await json(fetch(`${simulator.restUrl}/v10/users/@me`, { headers }))
    assert.equal(me.id, DEMO.bot)
    assert.deepEqual(simulator.violations, [])
  })
})
