import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { startApp } from '../../testing/app.ts'
import { signInAt } from '../../testing/browser.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

type Headers = Record<string, string>

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const app = await startApp({ roles: ['api', 'worker'] })
const origin = app.alphapy.apiUrl ?? ''
after(() => app[Symbol.asyncDispose]())

const ask = (method: string, path: string, headers: Headers, at = origin) =>
  sendJson(`${at}${path}`, method, undefined, headers)
const isKnown = async (headers: Headers, at = origin) => (await ask('GET', '/api/auth/me', headers, at)).status === 200
const bearer = ({ json }: { json: { access_token: string } }) => ({ authorization: `Bearer ${json.access_token}` })

async function signedIn(userId: string = OWNER) {
  const cookies = await signInAt(origin, userId)
  return { cookies, token: bearer(await ask('POST', '/api/auth/token', cookies)) }
}

describe('a token of our own', () => {
  test('says what one of Supabase says, and ends after an hour', async () => {
    const { cookies } = await signedIn()
    const { json } = await ask('POST', '/api/auth/token', cookies)
    const { iat = 0, exp = 0, sub = '', session_id: session, ...claims } = decodeJwt(json.access_token)
    assert.deepEqual([exp - iat, json.expires_in, json.token_type], [3600, 3600, 'bearer'])
    assert.match(`${sub} ${session}`, /^[0-9a-f-]{36} [0-9a-f-]{36}$/)
    assert.deepEqual(claims, {
      iss: 'alphapy',
      aud: 'authenticated',
      role: 'authenticated',
      email: '',
      phone: '',
      is_anonymous: false,
      aal: 'aal1',
      amr: [{ method: 'oauth', provider: 'discord', timestamp: iat }],
      app_metadata: { provider: 'discord', providers: ['discord'] },
      user_metadata: {},
    })
    assert.equal(decodeProtectedHeader(json.access_token).alg, 'HS256')
    assert.equal(await isKnown(bearer({ json })), true)
    await app.clock.advance({ hours: 1, seconds: 31 })
    assert.equal(await isKnown(bearer({ json })), false)
  })

  test('begets no other token', async () => {
    const { status, json } = await ask('POST', '/api/auth/token', (await signedIn()).token)
    assert.deepEqual([status, json.code], [403, 'auth.no_session'])
  })

  test('is signed with one key, though two processes make the first at once', async () => {
    const another = await app.startAnother()
    const { cookies } = await signedIn()
    await app.db.deleteFrom('signing_keys').execute()
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const at = index % 2 ? another : origin
        return ask('POST', '/api/auth/token', { ...cookies, origin: at }, at)
      }),
    )
    assert.equal((await app.db.selectFrom('signing_keys').selectAll().execute()).length, 1)
    for (const answer of made) assert.equal(await isKnown(bearer(answer)), true)
  })

  test('goes on verifying after a newer key has begun to sign', async () => {
    const { token, cookies } = await signedIn()
    const created_at = app.clock.now().add({ seconds: 1 })
    await app.db
      .insertInto('signing_keys')
      .values({ id: 'newer', secret: Buffer.alloc(32, 1), created_at })
      .execute()
    const newer = await ask('POST', '/api/auth/token', cookies)
    assert.equal(decodeProtectedHeader(newer.json.access_token).kid, 'newer')
    assert.deepEqual([await isKnown(token), await isKnown(bearer(newer))], [true, true])
  })
})

describe('signing out', () => {
  test('ends the session and its tokens, in another process as well, and no other session', async () => {
    const another = await app.startAnother()
    const [here, there] = [await signedIn(), await signedIn()]
    for (const at of [origin, another]) assert.equal(await isKnown(here.token, at), true)
    const answer = await ask('POST', '/api/auth/sign-out', here.cookies)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('set-cookie') ?? '', /^alphapy_session=; Path=\/; Max-Age=0;/)
    assert.deepEqual([await isKnown(here.token), await isKnown(here.cookies)], [false, false])
    await until('the other process to know', async () => !(await isKnown(here.token, another)))
    assert.equal(await isKnown(there.token, another), true)
  })

  test('everywhere ends all of a person, and nobody else', async () => {
    const another = await app.startAnother()
    const mine = [await signedIn(), await signedIn()]
    const other = await signedIn(MEMBER)
    for (const { token, cookies } of [...mine, other])
      assert.deepEqual([await isKnown(token, another), await isKnown(cookies, another)], [true, true])
    const { status, json } = await ask('POST', '/api/auth/sign-out-everywhere', mine[0]?.token ?? {})
    assert.equal(status, 200)
    assert.ok(json.sessions_ended >= 2)
    for (const { token, cookies } of mine) {
      assert.deepEqual([await isKnown(token), await isKnown(cookies)], [false, false])
      await until('the other process to know', async () => !(await isKnown(token, another)))
      assert.equal(await isKnown(cookies, another), false)
    }
    assert.equal(await isKnown(other.token, another), true)
  })

  test('of one session is for its person alone', async () => {
    const { token } = await signedIn()
    const list = await ask('GET', '/api/auth/sessions', token)
    const current = list.json.filter(({ current }: { current: boolean }) => current)
    assert.equal(current.length, 1)
    const path = `/api/auth/sessions/${current[0].id}`
    assert.equal((await ask('DELETE', path, (await signedIn(MEMBER)).token)).status, 404)
    assert.equal(await isKnown(token), true)
    assert.equal((await ask('DELETE', path, (await signedIn()).token)).status, 200)
    assert.equal(await isKnown(token), false)
  })
})

describe('a session', () => {
  test('lives 30 days from its last use and at most 90', async () => {
    const { cookies } = await signedIn()
    const unused = (await signedIn()).cookies
    for (let week = 1; week <= 12; week += 1) {
      await app.clock.advance({ hours: 7 * 24 })
      assert.equal(await isKnown(cookies), true, `week ${week}`)
      await until('the use to be recorded', async () => {
        const { json } = await ask('GET', '/api/auth/sessions', cookies)
        const mine = json.find(({ current }: { current: boolean }) => current)
        return mine.last_seen_at === app.clock.now().toString()
      })
    }
    assert.equal(await isKnown(unused), false)
    await app.clock.advance({ hours: 7 * 24 })
    assert.equal(await isKnown(cookies), false)
    const left = await app.db.selectFrom('sessions').select('id').where('expires_at', '<', app.clock.now()).execute()
    assert.deepEqual(left, [])
  })

  const writes: readonly (readonly [what: string, headers: Headers, status: number])[] = [
    ['the page of another site', { origin: 'https://evil.example' }, 403],
    [
      'the page of another site, whatever it adds',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' },
      403,
    ],
    ['a page without an origin', { origin: 'null' }, 403],
    ['nobody knows where', {}, 403],
    ['a page of this server', { origin }, 200],
    ['a page of this server, as browsers tell it', { 'sec-fetch-site': 'same-origin' }, 200],
  ]
  for (const [what, headers, expected] of writes) {
    test(`${expected === 200 ? 'writes' : 'writes nothing'} for ${what}`, async () => {
      const { cookie = '' } = (await signedIn()).cookies
      assert.equal((await ask('POST', '/api/auth/token', { cookie, ...headers })).status, expected)
      assert.equal(await isKnown({ cookie, ...headers }), true)
    })
  }
})

test('pages of PUBLIC_URL and ALLOWED_ORIGINS may write, and over HTTPS the cookie is for HTTPS alone', async () => {
  await using app = await startApp({
    roles: ['api'],
    environment: { PUBLIC_URL: 'https://alphapy.example.com', ALLOWED_ORIGINS: 'https://app.example.com' },
  })
  const at = app.alphapy.apiUrl ?? ''
  const response = await fetch(`${at}/api/auth/sign-in`, { redirect: 'manual' })
  assert.match(response.headers.get('set-cookie') ?? '', /; Secure$/)
  const page = new URL(response.headers.get('location') ?? '')
  assert.equal(page.searchParams.get('redirect_uri'), 'https://alphapy.example.com/api/auth/callback')
  const cookie = `alphapy_session=${await openSession(app)}`
  for (const [from, status] of [
    ['https://alphapy.example.com', 200],
    ['https://app.example.com', 200],
    ['https://alphapy.example.com.evil.example', 403],
  ] as const)
    assert.equal((await ask('POST', '/api/auth/token', { cookie, origin: from }, at)).status, status, from)
})

/** As a sign-in would have left it: the simulated Discord sends nobody back to an address that is not on this machine. */
async function openSession({ db, clock }: typeof app): Promise<string> {
  const [secret, subject, now] = [randomUUID(), randomUUID(), clock.now()]
  await db.insertInto('account_links').values({ subject, user_id: OWNER, is_own: true, linked_at: now }).execute()
  const secret_hash = createHash('sha256').update(secret).digest()
  const times = { created_at: now, last_seen_at: now, expires_at: now.add({ hours: 1 }) }
  await db
    .insertInto('sessions')
    .values({ id: randomUUID(), subject, user_id: OWNER, secret_hash, ...times })
    .execute()
  return secret
}
