import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { startApp } from '../../testing/app.ts'
import { signInAt } from '../../testing/browser.ts'
import { as, sendJson } from '../../testing/http.ts'

type Headers = Record<string, string>

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const app = await startApp({ roles: ['api'] })
const origin = app.alphapy.apiUrl ?? ''
after(() => app[Symbol.asyncDispose]())

const reminders = (headers: Headers, userId: string = OWNER, at = origin) =>
  sendJson(`${at}/api/reminders/${userId}`, 'GET', undefined, headers)

let cookies: Headers = {}
let token = ''
before(async () => {
  cookies = await signInAt(origin, OWNER)
  token = (await app.signIn(OWNER)).authorization?.slice('Bearer '.length) ?? ''
})

describe('of several credentials the strongest counts', () => {
  const wrong = { authorization: 'Bearer wrong' }
  const rows: readonly (readonly [what: string, headers: () => Headers, status: number])[] = [
    ['a key and whom it acts for', () => as(OWNER), 200],
    ['a token', () => ({ authorization: `Bearer ${token}` }), 200],
    ['a token, as it may be written', () => ({ authorization: `bearer  ${token}` }), 200],
    ['a session', () => cookies, 200],
    ['a session of a page that may write, in a reading request', () => ({ cookie: cookies.cookie ?? '' }), 200],
    ['nothing', () => ({}), 401],
    ['a key without whom it acts for', () => ({ 'x-api-key': as(OWNER)['x-api-key'] ?? '' }), 401],
    ['whom it acts for without a key (S-02)', () => ({ 'x-user-id': OWNER }), 401],
    ['a wrong token beside a valid key (S-03)', () => ({ ...as(OWNER), ...wrong }), 401],
    ['a wrong token beside a valid session (S-03)', () => ({ ...cookies, ...wrong }), 401],
    ['an empty Authorization beside a valid key', () => ({ ...as(OWNER), authorization: '' }), 401],
    ['another scheme', () => ({ authorization: `Basic ${btoa('demo:demo')}` }), 401],
    ['a token without its scheme', () => ({ authorization: token }), 401],
    ['a wrong key beside a valid session', () => ({ ...cookies, 'x-api-key': 'wrong', 'x-user-id': OWNER }), 401],
    ['a forged session', () => ({ cookie: `alphapy_session=${'x'.repeat(43)}` }), 401],
    [
      'the id of a session in place of its secret',
      () => ({ cookie: `alphapy_session=${decodeJwt(token).session_id}` }),
      401,
    ],
  ]
  for (const [what, headers, expected] of rows) {
    test(`${expected}: ${what}`, async () => {
      const answer = await reminders(headers())
      assert.equal(answer.status, expected, answer.text)
      if (expected === 401)
        assert.match(answer.headers.get('www-authenticate') ?? '', /^(Bearer|ApiKey) realm="alphapy"/)
    })
  }

  test('a key names its user, a token is its user', async () => {
    assert.equal((await reminders({ ...as(MEMBER), authorization: `Bearer ${token}` })).status, 200)
    assert.equal((await reminders({ authorization: `Bearer ${token}` }, MEMBER)).status, 403)
  })
})

test('without a configured key there is none to guess (S-02)', async () => {
  await using bare = await startApp({ roles: ['api'], environment: { API_KEY: '' } })
  for (const key of ['', 'undefined', 'null', 'key-for-tests'])
    assert.equal(
      (await reminders({ 'x-api-key': key, 'x-user-id': OWNER }, OWNER, bare.alphapy.apiUrl ?? '')).status,
      401,
    )
})

describe('a token of ours does not verify', () => {
  const secret = Buffer.alloc(32, 7)
  const forged = async (claims: object = {}, header: object = {}, key: Uint8Array = secret) =>
    new SignJWT({ ...decodeJwt(token), ...claims })
      .setProtectedHeader({ alg: 'HS256', ...decodeProtectedHeader(token), ...header })
      .sign(key)
  const ours = async () => (await app.db.selectFrom('signing_keys').select('secret').executeTakeFirstOrThrow()).secret
  const unsigned = () => {
    const [, payload] = token.split('.')
    return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`
  }

  const attacks: readonly (readonly [what: string, make: () => string | Promise<string>])[] = [
    ['unsigned', unsigned],
    ['signed with another secret', () => forged()],
    ['with a key that does not exist', async () => forged({}, { kid: 'unknown' }, await ours())],
    ['with a key whose name no database could hold', async () => forged({}, { kid: 'a\u0000b' }, await ours())],
    ['with another algorithm', async () => forged({}, { alg: 'HS512' }, Buffer.concat([await ours(), await ours()]))],
    ['for another audience', async () => forged({ aud: 'elsewhere' }, {}, await ours())],
    ['of another issuer', async () => forged({ iss: 'https://evil.example' }, {}, await ours())],
    ['with the role service_role', async () => forged({ role: 'service_role' }, {}, await ours())],
    ['without an end', async () => forged({ exp: undefined }, {}, await ours())],
    ['of a session that never was', async () => forged({ session_id: crypto.randomUUID() }, {}, await ours())],
    ['of a session whose name is no id', async () => forged({ session_id: 'session' }, {}, await ours())],
    ['of the session of somebody else', async () => forged({ sub: crypto.randomUUID() }, {}, await ours())],
    ['changed by a letter', () => token.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))],
  ]
  for (const [what, make] of attacks) {
    test(`when it is ${what}`, async () => {
      const answer = await reminders({ authorization: `Bearer ${await make()}` })
      assert.equal(answer.status, 401, answer.text)
      assert.match(answer.headers.get('www-authenticate') ?? '', /error="invalid_token"/)
    })
  }
})
