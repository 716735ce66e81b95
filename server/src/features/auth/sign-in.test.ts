import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { agree, Browser, signInAt } from '../../testing/browser.ts'
import { sendJson } from '../../testing/http.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const app = await startApp({ roles: ['api', 'gateway'] })
const origin = app.alphapy.apiUrl ?? ''
after(() => app[Symbol.asyncDispose]())

const whoIs = (headers: Record<string, string>) => sendJson(`${origin}/api/auth/me`, 'GET', undefined, headers)

/** A browser that has just been sent to Discord. */
async function begun(path = '/api/auth/sign-in', at = origin) {
  const browser = new Browser(at)
  const response = await browser.open(path)
  return { browser, response, page: response.headers.get('location') ?? '' }
}

async function refusal(browser: Browser, address: string) {
  const response = await browser.open(address)
  return [response.status, JSON.parse(await response.text()).code]
}

describe('signing in with Discord', () => {
  test('makes a person known, with the guilds that he administers and all digits of the ids', async () => {
    const { status, json, text } = await whoIs(await signInAt(origin, OWNER))
    assert.equal(status, 200)
    assert.deepEqual([json.user_id, json.signed_in_by, json.via], [OWNER, 'discord', 'session'])
    assert.match(text, /"guilds":\[\{"id":1100000000000000001,"name":"Alphapy Demo"/)
    assert.deepEqual((await whoIs(await signInAt(origin, MEMBER))).json.guilds, [])
  })

  test('names a person by the same subject each time', async () => {
    const subjects = []
    for (const userId of [OWNER, OWNER, MEMBER]) subjects.push((await whoIs(await app.signIn(userId))).json.subject)
    assert.equal(subjects[0], subjects[1])
    assert.notEqual(subjects[1], subjects[2])
  })

  test('sends back to the page it was begun on, with a cookie that scripts and other sites cannot use', async () => {
    const { browser, page } = await begun('/api/auth/sign-in?return_to=/docs')
    const response = await browser.open(await agree(page, OWNER))
    assert.equal(response.headers.get('location'), '/docs')
    assert.match(
      response.headers.get('set-cookie') ?? '',
      /^alphapy_session=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/,
    )
  })

  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%09/../a b',
    'docs',
    '/a\tb',
  ]) {
    test(`never sends to ${JSON.stringify(elsewhere)}`, async () => {
      const { response } = await begun(`/api/auth/sign-in?return_to=${encodeURIComponent(elsewhere)}`)
      assert.equal(response.status, 400)
      assert.match(await response.text(), /return_to must be a path of this server/)
    })
  }

  test('ends the session that the browser had before', async () => {
    const { browser, page } = await begun()
    await browser.open(await agree(page, OWNER))
    const before = browser.headers()
    const again = await browser.open('/api/auth/sign-in')
    await browser.open(await agree(again.headers.get('location') ?? '', MEMBER))
    assert.equal((await whoIs(before)).status, 401)
    assert.equal((await whoIs(browser.headers())).json.user_id, MEMBER)
  })

  test('stores neither the state nor the session, only what they hash to', async () => {
    const { browser, page } = await begun()
    const state = new URL(page).searchParams.get('state') ?? ''
    const attempts = JSON.stringify(await app.db.selectFrom('sign_in_attempts').selectAll().execute())
    await browser.open(await agree(page, OWNER))
    const sessions = await app.db.selectFrom('sessions').selectAll().execute()
    const kept = Buffer.concat(sessions.map(({ secret_hash }) => secret_hash)).toString('latin1')
    for (const secret of [state, browser.cookies.get('alphapy_session') ?? 'none'])
      assert.ok(!attempts.includes(secret) && !kept.includes(secret) && !app.log.some((line) => line.includes(secret)))
  })
})

describe('a sign-in is refused', () => {
  test('when its state comes a second time', async () => {
    const { browser, page } = await begun()
    const back = await agree(page, OWNER)
    assert.equal((await browser.open(back)).status, 302)
    assert.deepEqual(await refusal(browser, back), [400, 'auth.unknown_attempt'])
  })

  test('in a browser that did not begin it, so that nobody is signed in as somebody else', async () => {
    const attacker = await begun()
    const back = await agree(attacker.page, MEMBER)
    const victim = (await begun()).browser
    assert.deepEqual(await refusal(victim, back), [400, 'auth.unknown_attempt'])
    assert.deepEqual(await refusal(new Browser(origin), back), [400, 'auth.unknown_attempt'])
    assert.equal(victim.cookies.has('alphapy_session'), false)
    assert.equal((await attacker.browser.open(back)).status, 302)
  })

  test('with a code of another sign-in: its verifier is not the one of this challenge', async () => {
    const stolen = new URL(await agree((await begun()).page, OWNER)).searchParams.get('code') ?? ''
    const { browser, page } = await begun()
    const state = new URL(page).searchParams.get('state') ?? ''
    const address = `/api/auth/callback?${new URLSearchParams({ state, code: stolen })}`
    assert.deepEqual(await refusal(browser, address), [400, 'auth.code_refused'])
  })

  test('ten minutes after it was begun', async () => {
    const { browser, page } = await begun()
    const back = await agree(page, OWNER)
    await app.clock.advance({ minutes: 10 })
    assert.deepEqual(await refusal(browser, back), [400, 'auth.unknown_attempt'])
  })

  test('when the person declines, and a browser shows a page that says so', async () => {
    const { browser, page } = await begun()
    assert.deepEqual(await refusal(browser, await agree(page, '')), [403, 'auth.disagreed'])
    const response = await browser.open('/api/auth/callback?state=%3Cb%3E', { headers: { accept: 'text/html' } })
    assert.equal(response.status, 400)
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/)
    assert.match(await response.text(), /Begin again/)
  })

  test('while Discord does not answer', async () => {
    await using cut = await startApp({ roles: ['api'], environment: { DISCORD_API_URL: 'http://127.0.0.1:2/api' } })
    const { browser, page } = await begun(undefined, cut.alphapy.apiUrl ?? '')
    const state = new URL(page).searchParams.get('state')
    assert.deepEqual(await refusal(browser, `/api/auth/callback?code=x&state=${state}`), [503, 'discord.unavailable'])
  })

  test('where the operator has not set it up', async () => {
    await using bare = await startApp({ roles: ['api'], environment: { DISCORD_CLIENT_SECRET: '' } })
    const { response } = await begun(undefined, bare.alphapy.apiUrl ?? '')
    assert.equal(response.status, 404)
    assert.match(await response.text(), /DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET/)
  })
})
