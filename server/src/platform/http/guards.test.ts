import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Type } from 'typebox'
import { as, startHttp } from '../../testing/http.ts'
import { Secret } from '../config/secret.ts'
import { environmentKeys } from './environment-key.ts'
import { actorOf } from './guards.ts'
import type { Http } from './http.ts'

const User = Type.Object({ user: Type.String() })
const about = { operationId: 'me', summary: 'Who am I', tags: ['test'], response: { 200: User } }

function meRoute(http: Http) {
  http.get(
    '/me',
    { config: { access: 'user', scope: 'reminders', limit: 'none' }, schema: about },
    async (request) => ({ user: actorOf(request).userId }),
  )
  http.get(
    '/open',
    { config: { access: 'public', limit: 'none' }, schema: { ...about, operationId: 'open' } },
    async () => ({
      user: '',
    }),
  )
}

describe('a guarded route', async () => {
  const server = await startHttp(meRoute)
  const ask = (headers: Record<string, string>) => server.send('GET', '/me', { headers })

  test('knows its caller by key and id', async () => {
    const answer = await ask(as('1100000000000000101'))
    assert.deepEqual([answer.status, answer.json], [200, { user: '1100000000000000101' }])
  })

  test('lets nobody in without both', async () => {
    const { 'x-api-key': key = '', 'x-user-id': user = '' } = as('42')
    const refused = [
      {},
      { 'x-api-key': key },
      { 'x-user-id': user },
      { 'x-api-key': 'wrong', 'x-user-id': user },
      { 'x-api-key': '', 'x-user-id': user },
      { 'x-api-key': `${key}, ${key}`, 'x-user-id': user },
    ]
    for (const headers of refused) {
      const answer = await ask(headers)
      assert.equal(answer.status, 401, JSON.stringify(headers))
      assert.equal(answer.headers.get('www-authenticate'), 'ApiKey realm="alphapy"')
      assert.equal(answer.json.code, 'http.unauthenticated')
    }
  })

  test('is closed by an Authorization header that does not verify, whatever else is sent', async () => {
    for (const authorization of ['Bearer x.y.z', 'Basic YTpi', 'nonsense']) {
      const answer = await ask({ ...as('42'), authorization })
      assert.equal(answer.status, 401)
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer .*invalid_token/)
    }
  })

  test('refuses a caller that is no Discord id, by name', async () => {
    for (const user of ['abc', '0', '1.5', '99999999999999999999', '42, 43', "1' or '1'='1"]) {
      const answer = await ask(as(user))
      assert.equal(answer.status, 400, user)
      assert.match(answer.json.detail, /^X-User-Id must be a Discord id/)
      assert.equal(answer.json.errors[0].path, 'X-User-Id')
    }
  })

  test('leaves the public ones open', async () => {
    assert.equal((await server.send('GET', '/open')).status, 200)
  })

  test('takes any of several keys', async () => {
    await using two = await startHttp(meRoute, {
      authentication: environmentKeys([new Secret('first'), new Secret('second')]),
    })
    for (const [key, status] of [
      ['first', 200],
      ['second', 200],
      ['third', 401],
    ] as const) {
      assert.equal((await two.send('GET', '/me', { headers: { 'x-api-key': key, 'x-user-id': '42' } })).status, status)
    }
  })

  test('lets nobody in where no key is configured', async () => {
    await using closed = await startHttp(meRoute, { authentication: environmentKeys([]) })
    assert.equal((await closed.send('GET', '/me', { headers: as('42') })).status, 401)
    assert.equal((await closed.send('GET', '/me', { headers: { 'x-user-id': '42' } })).status, 401)
  })

  test.after(() => server[Symbol.asyncDispose]())
})
