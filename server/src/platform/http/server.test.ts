import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { Type } from 'typebox'
import { Refusal } from '../../kernel/refusal.ts'
import { type Answer, jsonBody, startHttp } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import type { Http } from './http.ts'

const Thing = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 5 }),
  days: Type.Optional(Type.Array(Type.Enum(['0', '1']), { maxItems: 2 })),
  mention: Type.Optional(Type.Union([Type.Literal('none'), Type.Null()])),
  deep: Type.Optional(Type.Unknown()),
})
const Ok = Type.Object({ ok: Type.Boolean() })
const about = (operationId: string) => ({
  operationId,
  summary: `Does ${operationId}`,
  tags: ['test'],
  response: { 200: Ok },
})

function thingRoutes(http: Http) {
  const config = { access: 'public', limit: 'none' } as const
  http.post('/things', { config, schema: { ...about('makeThing'), body: Thing } }, async () => ({ ok: true }))
  http.get(
    '/things/:id',
    {
      config,
      schema: {
        ...about('readThing'),
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })) }),
      },
    },
    async () => ({ ok: true }),
  )
  const failures: Record<string, () => Error> = {
    fault: () => new Error('password=hunter2 at SELECT * FROM secrets'),
    limit: () => new Refusal('limit', 'things.too_many', 'Too many things.', { retryAfter: 7 }),
    forbidden: () => new Refusal('forbidden', 'things.forbidden', 'Not yours.'),
    conflict: () => new Refusal('conflict', 'things.edited', 'Edited elsewhere.'),
    missing: () => new Refusal('not_found', 'things.missing', 'There is no such thing.'),
    database: () => Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' }),
  }
  http.get(
    '/fail/:how',
    { config, schema: { ...about('fail'), params: Type.Object({ how: Type.String() }) } },
    async (request) => {
      throw failures[request.params.how]?.() ?? new Error('unknown')
    },
  )
}

function assertError(answer: Answer, status: number, detail: RegExp, path?: string) {
  assert.equal(answer.status, status, answer.text)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  const { detail: told, code, request_id, errors, ...rest } = answer.json
  assert.match(told, detail)
  assert.match(code, /^[a-z_]+\.[a-z_]+$/)
  assert.equal(request_id, answer.headers.get('x-request-id'))
  assert.deepEqual(rest, {})
  if (path !== undefined)
    assert.deepEqual(
      errors.map((error: { path: string }) => error.path),
      [path],
    )
}

describe('errors over HTTP', async () => {
  const server = await startHttp(thingRoutes)
  const post = (text: string) => server.send('POST', '/things', jsonBody(text))

  test('a misfit body names the field and its rule', async () => {
    assertError(await post('{"name":""}'), 400, /^name must be text of 1 to 5 characters\.$/, '/name')
    assertError(await post('{"name":7}'), 400, /^name must be text/, '/name')
    assertError(await post('{}'), 400, /^name is required\.$/, '/name')
    assertError(await post('{"name":"a","days":["0","9"]}'), 400, /^days\[1\] must be one of "0", "1"\.$/, '/days/1')
    assertError(await post('{"name":"a","days":"0"}'), 400, /^days must be a list of at most 2 entries\.$/, '/days')
    assertError(await post('{"name":"a","mention":"all"}'), 400, /^mention must be "none" or null\.$/, '/mention')
    assertError(await post('[]'), 400, /^body must be an object\.$/, '')
  })

  test('a huge number is no text', async () => {
    assertError(await post('{"name":12345678901234567890}'), 400, /^name must be text/, '/name')
  })

  test('a body that is no JSON is told as that', async () => {
    assertError(await post('{"name":'), 400, /valid JSON/)
    assertError(await post(''), 400, /^body must be an object/)
    assertError(await post('['.repeat(100_000)), 400, /valid JSON/)
    assertError(await post('['.repeat(100_000) + ']'.repeat(100_000)), 400, /valid JSON|nested deeper/)
  })

  test('a body of another type is 415, one beyond 256 KiB is 413', async () => {
    assertError(
      await server.send('POST', '/things', { body: 'name=a', headers: { 'content-type': 'text/plain' } }),
      415,
      /application\/json/,
    )
    assertError(await server.send('POST', '/things', { body: 'x' }), 415, /application\/json/)
    assertError(await post(JSON.stringify({ name: 'a', deep: 'x'.repeat(256 * 1024) })), 413, /256 KiB/)
  })

  test('what no database can keep is refused with its field', async () => {
    assertError(await post('{"name":"a\\u0000"}'), 400, /^name must not contain the NUL character\.$/, '/name')
    assertError(await post('{"name":"a","deep":[{"x":"\\ud800"}]}'), 400, /surrogate/, '/deep/0/x')
    assertError(await post('{"name":"a","deep":{"a\\u0000":1}}'), 400, /NUL/, '/deep')
    assertError(await server.send('GET', '/fail/%00'), 400, /^how must not contain the NUL/, 'how')
    assertError(await server.send('GET', '/things/1?limit=%00'), 400, /^limit /, 'limit')
  })

  test('names that poison prototypes are refused', async () => {
    assertError(await post('{"name":"a","__proto__":{"x":1}}'), 400, /__proto__ is not a name/, '/__proto__')
    assertError(
      await post('{"name":"a","deep":{"constructor":{"prototype":{}}}}'),
      400,
      /constructor is not a name/,
      '/deep/constructor',
    )
    assertError(await post('{"name":"a","deep":{"\\u005f_proto__":1}}'), 400, /__proto__/)
  })

  test('query and path are told by their names', async () => {
    assertError(
      await server.send('GET', '/things/1?limit=11'),
      400,
      /^limit must be a whole number from 1 to 10\.$/,
      'limit',
    )
    assertError(await server.send('GET', '/things/1?limit=ten'), 400, /^limit must be a whole number/, 'limit')
    assertError(await server.send('GET', '/things/1?limit=1&limit=2'), 400, /^limit must be a whole number/, 'limit')
    assertError(await server.send('GET', '/things/1?limit='), 400, /^limit must be a whole number/, 'limit')
    assertError(await server.send('GET', '/things/0'), 400, /^id must be a whole number of at least 1\.$/, 'id')
    assertError(await server.send('GET', `/things/${'9'.repeat(3000)}`), 400, /^id must be/, 'id')
    assertError(await server.send('GET', '/things/%FF'), 400, /percent-encoded/)
    assert.equal((await server.send('GET', '/things/1?limit=10&other=1')).status, 200)
  })

  test('an unknown path is 404, a known one with another method 405 with Allow', async () => {
    assertError(await server.send('GET', '/nothing'), 404, /^Not Found$/)
    const answer = await server.send('DELETE', '/things/1?x=1')
    assertError(answer, 405, /GET, HEAD, OPTIONS/)
    assert.equal(answer.headers.get('allow'), 'GET, HEAD, OPTIONS')
  })

  test('HEAD works where GET does', async () => {
    const answer = await server.send('HEAD', '/things/1')
    assert.deepEqual([answer.status, answer.text], [200, ''])
    assert.equal((await server.send('HEAD', '/things/0')).status, 400)
  })

  test('refusals have their statuses', async () => {
    assertError(await server.send('GET', '/fail/forbidden'), 403, /^Not yours\.$/)
    assertError(await server.send('GET', '/fail/missing'), 404, /^There is no such thing\.$/)
    assertError(await server.send('GET', '/fail/conflict'), 409, /^Edited elsewhere\.$/)
    const limited = await server.send('GET', '/fail/limit')
    assertError(limited, 429, /^Too many things\.$/)
    assert.equal(limited.headers.get('retry-after'), '7')
  })

  test('a fault tells nothing of itself; the log has it under the request id (S-17, R-35)', async () => {
    const answer = await server.send('GET', '/fail/fault')
    assertError(answer, 500, /^Internal server error$/)
    assert.doesNotMatch(answer.text, /hunter2|SELECT/)
    const line = server.log.find((line) => line.includes('SELECT'))
    assert.equal(JSON.parse(line ?? '{}').request_id, answer.json.request_id)
    assert.match(JSON.parse(line ?? '{}').err.stack, /server\.test\.ts/)
  })

  test('a database out of reach is 503 with Retry-After and no word of the driver', async () => {
    const answer = await server.send('GET', '/fail/database')
    assertError(answer, 503, /^Database not available$/)
    assert.equal(answer.headers.get('retry-after'), '5')
    assert.doesNotMatch(answer.text, /10\.1\.2\.3/)
  })

  test('a sane request id is kept, another is replaced', async () => {
    const withId = (id: string) => server.send('GET', '/nothing', { headers: { 'x-request-id': id } })
    assert.equal((await withId('trace-1.a_B')).headers.get('x-request-id'), 'trace-1.a_B')
    for (const id of ['a b', 'x'.repeat(129), 'a"b', '<script>']) {
      assert.match((await withId(id)).headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/)
    }
  })

  test('bytes that are no HTTP get a JSON answer too', async () => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    socket.end('GET / HTTP/1.1\r\nbad header\r\n\r\n')
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    await once(socket, 'close')
    assert.match(text, /^HTTP\/1\.1 400 Bad Request/)
    assert.match(
      text,
      /\{"detail":"The request is not valid HTTP\.","code":"http\.malformed_request","request_id":"[0-9a-f-]+"\}$/,
    )
  })

  test('a client that goes away while sending is no error', async () => {
    server.log.length = 0
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    socket.write(
      'POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nX-Request-Id: gone\r\n\r\n{"name"',
    )
    await new Promise((resolve) => setImmediate(resolve))
    socket.destroy()
    await once(socket, 'close')
    await server.send('GET', '/things/1')
    await until('the next answer to be logged', () => server.log.some((line) => line.includes('/things/1')))
    assert.deepEqual(
      server.log.filter((line) => JSON.parse(line).level >= 50),
      [],
    )
  })

  test('an answered request is logged under its id, without its query', async () => {
    server.log.length = 0
    await server.send('GET', '/things/1?limit=3', {
      headers: { 'x-request-id': 'seen-1', 'x-forwarded-for': '203.0.113.9' },
    })
    const line = JSON.parse(await until('the line', () => server.log[0]))
    const { method, path, status, request_id, ip } = line
    assert.deepEqual(
      { method, path, status, request_id, ip },
      { method: 'GET', path: '/things/1', status: 200, request_id: 'seen-1', ip: '127.0.0.1' },
    )
  })

  test('the client behind a trusted proxy is known by what the proxy says', async () => {
    await using proxied = await startHttp(thingRoutes, { trustedProxies: ['127.0.0.0/8'] })
    proxied.log.length = 0
    await proxied.send('GET', '/things/1', { headers: { 'x-forwarded-for': '203.0.113.9' } })
    assert.equal(JSON.parse(await until('the line', () => proxied.log[0])).ip, '203.0.113.9')
  })

  test('headers beyond what Node takes are 431', async () => {
    const answer = await server.send('GET', '/things/1', { headers: { 'x-long': 'x'.repeat(20_000) } })
    assertError(answer, 431, /headers are too large/)
  })

  test.after(() => server[Symbol.asyncDispose]())
})

describe('a web page of another origin', async () => {
  const server = await startHttp(thingRoutes, { allowedOrigins: ['https://app.example.com'] })
  const from = (origin: string, method: string, path: string, headers = {}) =>
    server.send(method, path, { headers: { origin, ...headers } })

  test('may read answers and errors if it is allowed', async () => {
    for (const path of ['/things/1', '/nothing', '/fail/fault', '/things/0']) {
      const answer = await from('https://app.example.com', 'GET', path)
      assert.equal(answer.headers.get('access-control-allow-origin'), 'https://app.example.com', path)
      assert.match(answer.headers.get('access-control-expose-headers') ?? '', /X-Request-Id/)
    }
    assert.equal(
      (await from('https://evil.example', 'GET', '/things/1')).headers.get('access-control-allow-origin'),
      null,
    )
  })

  test('may ask before it sends', async () => {
    const headers = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-api-key',
    }
    const answer = await from('https://app.example.com', 'OPTIONS', '/things', headers)
    assert.equal(answer.status, 204)
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /POST/)
    assert.match(answer.headers.get('access-control-allow-headers') ?? '', /x-api-key/)
  })

  test.after(() => server[Symbol.asyncDispose]())
})

describe('a route', () => {
  test('is refused unless it says whom it lets in and what it answers', async () => {
    await assert.rejects(
      startHttp((http) => void http.get('/bare', async () => 'x')),
      /GET \/bare must declare config\.access, config\.limit, schema\.operationId/,
    )
  })
})
