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

describe('a route is refused at the start', () => {
  const config = { access: 'user', scope: 'reminders', limit: 'none' } as const
  const guild = Type.Object({ guild_id: Type.String() })
  const refused = (route: (http: Http) => void, what: RegExp) => assert.rejects(startHttp(route), what)

  test('where it may name a guild and does not ask for its admins', async () => {
    const admins = /must declare config\.access: guild_admin/
    const params = { ...about, params: guild }
    await refused(
      (http) => void http.get('/things/:guild_id', { config, schema: params }, () => ({ user: '' })),
      admins,
    )
    const query = { ...about, querystring: guild }
    await refused((http) => void http.get('/things', { config, schema: query }, () => ({ user: '' })), admins)
    await refused((http) => void http.get('/api/dashboard/it', { config, schema: about }, () => ({ user: '' })), admins)
  })

  test('where it would name a guild unseen by the guard', async () => {
    const schema = { ...about, body: guild }
    const guarded = { ...config, access: 'guild_admin' } as const
    await refused((http) => void http.post('/things', { config: guarded, schema }, () => ({ user: '' })), /guild_id in/)
  })

  test('not where it declares that a guild only narrows what it answers', async () => {
    const filter = { ...config, guildIsFilter: true } as const
    const schema = { ...about, querystring: guild }
    await using server = await startHttp((http) => {
      http.get('/things', { config: filter, schema }, async () => ({ user: 'me' }))
    })
    assert.equal((await server.send('GET', '/things?guild_id=1', { headers: as('42') })).status, 200)
  })
})

describe('a write', () => {
  const write = (http: Http, more: { readonly isRepeatable?: true }) =>
    http.post(
      '/things',
      { config: { access: 'user', scope: 'reminders', limit: 'none', ...more }, schema: about },
      async () => ({ user: 'me' }),
    )

  test('that a repeat would do twice is a fault, and named in the log', async () => {
    await using server = await startHttp((http) => void write(http, {}))
    const answer = await server.send('POST', '/things', { headers: as('42') })
    assert.deepEqual([answer.status, answer.json.code], [500, 'http.fault'])
    assert.ok(server.log.some((line) => line.includes('POST /things must answer through `idempotent`')))
    assert.equal((await server.send('POST', '/things')).status, 401)
  })

  test('of which a repeat does no harm says so', async () => {
    await using server = await startHttp((http) => void write(http, { isRepeatable: true }))
    assert.equal((await server.send('POST', '/things', { headers: as('42') })).status, 200)
  })
})
