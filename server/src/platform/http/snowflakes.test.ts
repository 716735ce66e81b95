import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Type } from 'typebox'
import type { ChannelId, UserId } from '../../kernel/ids.ts'
import { as, jsonBody, startHttp } from '../../testing/http.ts'
import { SnowflakeIn, SnowflakeOut, SnowflakeStringOut } from '../schema/snowflakes.ts'
import { actorOf } from './guards.ts'
import type { Http } from './http.ts'

const Echo = Type.Object({
  number: SnowflakeOut(),
  text: SnowflakeStringOut(),
  caller: SnowflakeOut(),
  none: Type.Union([SnowflakeOut(), Type.Null()]),
  nested: Type.Union([Type.Object({ ids: Type.Array(SnowflakeOut()) }), Type.Null()]),
  plain: Type.Number(),
})

function echo(id: string, caller: string) {
  return { number: BigInt(id), text: id, caller: BigInt(caller), none: null, nested: { ids: [BigInt(id)] }, plain: 2.5 }
}

const about = (operationId: string) => ({
  operationId,
  summary: 'Gives back an id',
  tags: ['test'],
  response: { 200: Echo },
})
const config = { access: 'user', scope: 'reminders', limit: 'none', isRepeatable: true } as const

function echoRoutes(http: Http) {
  const params = Type.Object({ id: SnowflakeIn<ChannelId>() })
  const querystring = Type.Object({ id: SnowflakeIn<ChannelId>() })
  const body = Type.Object({
    id: SnowflakeIn<UserId>(),
    others: Type.Optional(Type.Array(SnowflakeIn<UserId>())),
    maybe: Type.Optional(Type.Union([SnowflakeIn<UserId>(), Type.Null()])),
    count: Type.Optional(Type.Integer()),
    plain: Type.Optional(Type.String()),
  })
  http.get('/path/:id', { config, schema: { ...about('path'), params } }, async (request) =>
    echo(request.params.id, actorOf(request).userId),
  )
  http.get('/query', { config, schema: { ...about('query'), querystring } }, async (request) =>
    echo(request.query.id, actorOf(request).userId),
  )
  http.post('/body', { config, schema: { ...about('body'), body } }, async (request) => {
    const { id, others = [], maybe = null, count = 0 } = request.body
    assert.deepEqual(
      [id, ...others, maybe ?? id].map((each) => typeof each),
      [id, ...others, id].map(() => 'string'),
    )
    assert.equal(typeof count, 'number')
    return echo(others[0] ?? maybe ?? id, actorOf(request).userId)
  })
}

describe('a Discord id', async () => {
  const server = await startHttp(echoRoutes)
  const snowflake = fc.bigInt({ min: 10n ** 16n, max: 2n ** 63n - 1n }).map(String)
  const writings: Record<string, (id: string) => [string, string, RequestInit?]> = {
    path: (id) => ['GET', `/path/${id}`],
    query: (id) => ['GET', `/query?id=${id}`],
    number: (id) => ['POST', '/body', jsonBody(`{"id":${id},"count":3,"maybe":null}`)],
    string: (id) => ['POST', '/body', jsonBody(`{"id":"${id}","maybe":${id}}`)],
    list: (id) => ['POST', '/body', jsonBody(`{"id":"1","others":[${id},"${id}"]}`)],
  }

  for (const [place, write] of Object.entries(writings)) {
    test(`keeps every digit through ${place}, header and both kinds of answer`, async () => {
      await fc.assert(
        fc.asyncProperty(snowflake, snowflake, async (id, caller) => {
          const [method, path, init] = write(id)
          const send = (prefer = {}) =>
            server.send(method, path, { ...init, headers: { ...init?.headers, ...as(caller), ...prefer } })
          const numbers = await send()
          assert.equal(
            numbers.text,
            `{"number":${id},"text":"${id}","caller":${caller},"none":null,"nested":{"ids":[${id}]},"plain":2.5}`,
          )
          assert.equal(numbers.headers.get('preference-applied'), null)
          const strings = await send({ prefer: 'respond-async, snowflakes=string' })
          assert.equal(
            strings.text,
            `{"number":"${id}","text":"${id}","caller":"${caller}","none":null,"nested":{"ids":["${id}"]},"plain":2.5}`,
          )
          assert.equal(strings.headers.get('preference-applied'), 'snowflakes=string')
          assert.match(strings.headers.get('vary') ?? '', /Prefer/)
        }),
        { numRuns: 25, seed: 2 },
      )
    })
  }

  test('that is none is refused by name', async () => {
    const refused = [
      '0',
      '-5',
      '1.5',
      '1e18',
      '1100000000000000001.0',
      '9223372036854775808',
      '99999999999999999999',
      'true',
      'null',
      '[]',
      '{}',
      '""',
      '"x"',
      '" 1"',
      '"01"',
      '"1.0"',
    ]
    for (const id of refused) {
      const answer = await server.send('POST', '/body', {
        body: `{"id":${id}}`,
        headers: { ...as('1'), 'content-type': 'application/json' },
      })
      assert.equal(answer.status, 400, id)
      assert.equal(answer.json.detail, 'id must be a Discord id of up to 19 digits.', id)
      assert.equal(answer.json.errors[0].path, '/id')
    }
    for (const id of ['0', 'abc', '9223372036854775808', '1%20', '+1']) {
      const answer = await server.send('GET', `/path/${id}`, { headers: as('1') })
      assert.deepEqual([answer.status, answer.json.errors?.[0]?.path], [400, 'id'], id)
    }
  })

  test('does not make large numbers welcome where no id is', async () => {
    for (const body of [
      '{"id":1,"plain":12345678901234567890}',
      '{"id":1,"count":12345678901234567890}',
      '{"id":1,"count":"3"}',
    ]) {
      const answer = await server.send('POST', '/body', {
        body,
        headers: { ...as('1'), 'content-type': 'application/json' },
      })
      assert.equal(answer.status, 400, body)
      assert.match(answer.json.errors[0].path, /^\/(plain|count)$/)
    }
  })

  test('are asked for as strings without changing what an error looks like', async () => {
    for (const path of ['/path/abc', '/nowhere', '/path/1'])
      for (const headers of [{ ...as('1'), prefer: 'snowflakes=string' }, { prefer: 'snowflakes=string' }]) {
        const { status, json } = await server.send('GET', path, { headers })
        if (status >= 400) assert.equal(typeof json.detail, 'string', path)
      }
    const { json } = await server.send('GET', '/api/openapi.json', { headers: { prefer: 'snowflakes=string' } })
    assert.equal(json.openapi, '3.1.0')
  })

  test.after(() => server[Symbol.asyncDispose]())
})
