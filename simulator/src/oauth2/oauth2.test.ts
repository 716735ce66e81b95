import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { SimulatorClock } from '../clock.ts'
import { demoCommunity } from '../demo.ts'
import { DEMO } from '../demo-ids.ts'
import { checkAnswer, checkRequest } from '../description/check.ts'
import type { PlainAnswer } from '../http.ts'
import { has } from '../permissions.ts'
import { World } from '../state/world.ts'
import { DEMO_CLIENT_SECRET, OAuth2 } from './oauth2.ts'

const REDIRECT = 'http://127.0.0.1:8000/auth/callback'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const TOKEN = '/api/oauth2/token'
const { demo_owner, demo_guest } = DEMO.people

function start() {
  const clock = new SimulatorClock({ frozen: true })
  const world = new World(demoCommunity(clock), clock, 120_000)
  const oauth = new OAuth2(world)
  const send = (method: string, path: string, body = '', headers: Record<string, string> = FORM): PlainAnswer => {
    const request = { method, path, headers, body }
    assert.ok(oauth.takes(request), `${method} ${path} is not taken`)
    return oauth.answer(request)
  }
  const described = (method: string, path: string, form: Record<string, string>) => {
    assert.deepEqual(checkRequest({ method, path, body: form }), [])
    const answer = send(method, path, String(new URLSearchParams(form)))
    assert.deepEqual(checkAnswer({ method, path, status: answer.status, body: answer.body }), [])
    return answer
  }
  return { clock, world, send, described }
}

type Simulated = ReturnType<typeof start>

const asked = (more: Record<string, string> = {}) => ({
  client_id: DEMO.bot,
  response_type: 'code',
  redirect_uri: REDIRECT,
  scope: 'identify guilds',
  state: 'abc',
  ...more,
})

function agree({ send }: Simulated, more: Record<string, string> = {}, userId: string = demo_owner): URL {
  const form = new URLSearchParams({ ...asked(more), user_id: userId })
  const { status, headers } = send('POST', '/oauth2/authorize', String(form))
  assert.equal(status, 302)
  return new URL(headers?.location ?? '')
}

const codeOf = (url: URL) => url.searchParams.get('code') ?? assert.fail(`no code in ${url}`)
const client = { client_id: DEMO.bot, client_secret: DEMO_CLIENT_SECRET }
const trade = (code: string, more: Record<string, string> = {}) => ({
  ...client,
  grant_type: 'authorization_code',
  code,
  redirect_uri: REDIRECT,
  ...more,
})

function body(answer: PlainAnswer): Record<string, unknown> {
  assert.ok(typeof answer.body === 'object' && answer.body !== null)
  return { ...answer.body }
}

function tokensOf(simulated: Simulated, userId: string = demo_owner, scope = 'identify guilds') {
  const answer = simulated.described('POST', TOKEN, trade(codeOf(agree(simulated, { scope }, userId))))
  assert.equal(answer.status, 200)
  const { access_token, refresh_token } = body(answer)
  return { access: String(access_token), refresh: String(refresh_token) }
}

function read({ send }: Simulated, path: string, token: string) {
  const answer = send('GET', `/api/v10${path}`, '', { authorization: `Bearer ${token}` })
  assert.deepEqual(checkAnswer({ method: 'GET', path, status: answer.status, body: answer.body }), [])
  return answer
}

const refusedWith = (answer: PlainAnswer) => `${answer.status} ${body(answer).error}`

describe('the consent page', () => {
  const page = (more: Record<string, string>) =>
    start().send('GET', `/oauth2/authorize?${new URLSearchParams(asked(more))}`)

  test('offers the people of the community, not the bot', () => {
    const { status, body: html } = page({})
    assert.equal(status, 200)
    assert.match(String(html), /value="1100000000000000101"/)
    assert.doesNotMatch(String(html), /value="1100000000000000900"><strong>/)
  })

  test('shows what it was sent as text', () => {
    assert.doesNotMatch(String(page({ state: '"><script>alert(1)</script>' }).body), /<script/)
  })

  test('does not send anybody to an address it does not know', () => {
    for (const more of [{ redirect_uri: 'https://evil.example/' }, { redirect_uri: '' }, { client_id: '1' }]) {
      assert.equal(page(more).status, 400)
      assert.equal(page(more).headers?.location, undefined)
    }
    assert.equal(page({ redirect_uri: 'http://localhost.evil.example/' }).status, 400)
  })

  test('says to the client what else is wrong', () => {
    const errorFor = (more: Record<string, string>) => new URL(page(more).headers?.location ?? '').searchParams
    assert.equal(errorFor({ response_type: 'token' }).get('error'), 'unsupported_response_type')
    assert.equal(errorFor({ scope: 'identify admin' }).get('error'), 'invalid_scope')
    assert.equal(errorFor({ code_challenge: 'x', code_challenge_method: 'plain' }).get('error'), 'invalid_request')
    assert.equal(errorFor({ scope: '' }).get('state'), 'abc')
  })

  test('sends back with a code, or without one when nobody agrees', () => {
    const simulated = start()
    const url = agree(simulated)
    assert.equal(url.origin + url.pathname, REDIRECT)
    assert.equal(url.searchParams.get('state'), 'abc')
    assert.ok(codeOf(url))
    assert.equal(agree(simulated, {}, '').searchParams.get('error'), 'access_denied')
    assert.equal(agree(simulated, {}, DEMO.bot).searchParams.get('error'), 'access_denied')
  })
})

describe('the token endpoint', () => {
  test('trades a code once, and takes its tokens back when it is seen again', () => {
    const simulated = start()
    const code = codeOf(agree(simulated))
    const { access_token } = body(simulated.described('POST', TOKEN, trade(code)))
    assert.equal(read(simulated, '/users/@me', String(access_token)).status, 200)
    assert.equal(refusedWith(simulated.described('POST', TOKEN, trade(code))), '400 invalid_grant')
    assert.equal(read(simulated, '/users/@me', String(access_token)).status, 401)
  })

  test('refuses a code after ten minutes, and one for another address', () => {
    const simulated = start()
    const code = codeOf(agree(simulated))
    const elsewhere = trade(code, { redirect_uri: 'http://127.0.0.1:9/' })
    assert.equal(refusedWith(simulated.described('POST', TOKEN, elsewhere)), '400 invalid_grant')
    simulated.clock.advance(600_000)
    assert.equal(refusedWith(simulated.described('POST', TOKEN, trade(code))), '400 invalid_grant')
  })

  test('wants the verifier that belongs to the challenge', () => {
    const simulated = start()
    const code_verifier = randomBytes(32).toString('base64url')
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
    const code = codeOf(agree(simulated, { code_challenge, code_challenge_method: 'S256' }))
    const other = 'x'.repeat(43)
    assert.equal(refusedWith(simulated.described('POST', TOKEN, trade(code))), '400 invalid_grant')
    assert.equal(
      refusedWith(simulated.described('POST', TOKEN, trade(code, { code_verifier: other }))),
      '400 invalid_grant',
    )
    assert.equal(simulated.described('POST', TOKEN, trade(code, { code_verifier })).status, 200)
    const plain = codeOf(agree(simulated))
    assert.equal(refusedWith(simulated.described('POST', TOKEN, trade(plain, { code_verifier }))), '400 invalid_grant')
  })

  test('wants the client to know its secret, in the body or by Basic', () => {
    const simulated = start()
    const { send } = simulated
    const wrong = send('POST', TOKEN, String(new URLSearchParams(trade('x', { client_secret: 'no' }))))
    assert.equal(refusedWith(wrong), '401 invalid_client')
    assert.match(wrong.headers?.['www-authenticate'] ?? '', /^Basic/)
    const { client_id, client_secret, ...rest } = trade(codeOf(agree(simulated)))
    const authorization = `Basic ${btoa(`${client_id}:${client_secret}`)}`
    assert.equal(send('POST', TOKEN, String(new URLSearchParams(rest)), { ...FORM, authorization }).status, 200)
  })

  test('refuses what it does not understand', () => {
    const { send } = start()
    const sent = (form: Record<string, string>) =>
      send('POST', TOKEN, String(new URLSearchParams({ ...client, ...form })))
    assert.equal(refusedWith(sent({ grant_type: 'password' })), '400 unsupported_grant_type')
    assert.equal(refusedWith(sent({})), '400 invalid_request')
    assert.equal(refusedWith(sent({ grant_type: 'authorization_code', code: 'x' })), '400 invalid_request')
    const json = send('POST', TOKEN, '{}', { 'content-type': 'application/json' })
    assert.equal(refusedWith(json), '400 invalid_request')
    assert.equal(send('GET', TOKEN).status, 405)
  })

  test('renews tokens, and the old pair ends', () => {
    const simulated = start()
    const old = tokensOf(simulated)
    const form = { ...client, grant_type: 'refresh_token', refresh_token: old.refresh }
    const renewed = body(simulated.described('POST', TOKEN, form))
    assert.equal(read(simulated, '/users/@me', old.access).status, 401)
    assert.equal(read(simulated, '/users/@me', String(renewed.access_token)).status, 200)
    assert.equal(refusedWith(simulated.described('POST', TOKEN, form)), '400 invalid_grant')
  })

  test('revokes a pair by either token, and says nothing of unknown ones', () => {
    const simulated = start()
    const { access, refresh } = tokensOf(simulated)
    const revoke = (token: string) => simulated.described('POST', '/api/oauth2/token/revoke', { ...client, token })
    assert.deepEqual(revoke(refresh).body, {})
    assert.equal(read(simulated, '/users/@me', access).status, 401)
    assert.deepEqual(revoke('unknown').body, {})
  })
})

describe('an access token', () => {
  test('says who one is', () => {
    const simulated = start()
    const answer = read(simulated, '/users/@me', tokensOf(simulated).access)
    assert.equal(body(answer).id, demo_owner)
    assert.equal(body(answer).username, 'demo_owner')
  })

  test('lists the guilds one is in with the permissions one has there', () => {
    const simulated = start()
    const { body: guilds } = read(simulated, '/users/@me/guilds', tokensOf(simulated, demo_guest).access)
    assert.ok(Array.isArray(guilds))
    const rights = guilds.map(({ id, owner, permissions }) => [id, owner, has(BigInt(permissions), P.Administrator)])
    assert.deepEqual(rights, [
      [DEMO.guild, false, false],
      [DEMO.otherGuild, true, true],
    ])
    const { body: owners } = read(simulated, '/users/@me/guilds?with_counts=true&limit=1', tokensOf(simulated).access)
    assert.ok(Array.isArray(owners))
    assert.deepEqual(
      owners.map(({ id, approximate_member_count: count }) => [id, count]),
      [[DEMO.guild, 6]],
    )
  })

  test('opens only what was agreed to, for a week', () => {
    const simulated = start()
    const { access } = tokensOf(simulated, demo_owner, 'identify')
    assert.equal(read(simulated, '/users/@me/guilds', access).status, 401)
    simulated.clock.advance(604_800_000)
    assert.equal(read(simulated, '/users/@me', access).status, 401)
  })

  test('does not open what bots may do', () => {
    const simulated = start()
    const { access } = tokensOf(simulated)
    const path = `/channels/${DEMO.channels.general}/messages`
    assert.equal(read(simulated, path, access).status, 404)
    assert.equal(simulated.send('POST', `/api/v10${path}`, '', { authorization: `Bearer ${access}` }).status, 401)
  })
})
