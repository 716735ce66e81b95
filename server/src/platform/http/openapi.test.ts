import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Type } from 'typebox'
import type { ChannelId } from '../../kernel/ids.ts'
import { startHttp } from '../../testing/http.ts'
import { SnowflakeIn, SnowflakeOut } from '../schema/snowflakes.ts'
import type { Http } from './http.ts'

const Thing = Type.Object({ id: SnowflakeOut(), name: Type.Union([Type.String(), Type.Null()]) })

function thingRoutes(http: Http) {
  const schema = { operationId: 'makeThing', summary: 'Makes a thing', tags: ['things'], response: { 200: Thing } }
  const body = Type.Object({
    channel_id: SnowflakeIn<ChannelId>({ description: 'Where it is' }),
    name: Type.String({ maxLength: 5 }),
  })
  http.post(
    '/api/things',
    { config: { access: 'user', scope: 'reminders', limit: 'none' }, schema: { ...schema, body } },
    async () => ({
      id: 1n,
      name: null,
    }),
  )
  const read = {
    ...schema,
    operationId: 'readThing',
    querystring: Type.Object({ limit: Type.Optional(Type.Integer({ default: 3 })) }),
  }
  http.get('/api/things', { config: { access: 'public', limit: 'none' }, schema: read }, async () => ({
    id: 1n,
    name: null,
  }))
  const mine = {
    ...schema,
    operationId: 'readOwnThing',
    response: { 200: Thing, 404: { $ref: 'Error#', description: 'You have none.' } },
  }
  http.get('/api/things/mine', { config: { access: 'user', limit: 'none' }, schema: mine }, async () => ({
    id: 1n,
    name: null,
  }))
}

describe('the description of the API', async () => {
  const server = await startHttp(thingRoutes)
  const document = (await server.send('GET', '/api/openapi.json')).json
  const shared = (kind: string, part: { $ref: string }) => {
    const [, found] = part.$ref.split(`#/components/${kind}/`)
    return document.components[kind][found ?? '']
  }

  test('is OpenAPI 3.1 made of the same schemas', () => {
    assert.equal(document.openapi, '3.1.0')
    const { post } = document.paths['/api/things']
    assert.deepEqual([post.operationId, post.summary, post.tags], ['makeThing', 'Makes a thing', ['things']])
    const { properties } = post.requestBody.content['application/json'].schema
    assert.equal(properties.name.maxLength, 5)
    assert.deepEqual(properties.channel_id.type, ['integer', 'string'])
    assert.deepEqual(post.responses['200'].content['application/json'].schema.properties.id.type, ['integer', 'string'])
  })

  test('tells credentials, headers and errors of each route', () => {
    const { post, get } = document.paths['/api/things']
    assert.deepEqual(post.security, [{ Bearer: [] }, { Session: [] }, { ApiKey: [], UserId: [] }])
    assert.deepEqual(document.paths['/api/things/mine'].get.security, [{ Bearer: [] }, { Session: [] }])
    assert.equal(get.security, undefined)
    assert.deepEqual(Object.keys(document.components.securitySchemes), ['Bearer', 'Session', 'ApiKey', 'UserId'])
    const headersOf = (operation: typeof post) =>
      operation.parameters
        .filter((each: object) => '$ref' in each)
        .map((each: { $ref: string }) => shared('parameters', each).name)
    assert.deepEqual(headersOf(post), ['Prefer', 'traceparent', 'Idempotency-Key'])
    assert.deepEqual(headersOf(get), ['Prefer', 'traceparent'])
    assert.deepEqual(Object.keys(get.responses), ['200', '400', '500', '503'])
    for (const status of [400, 401, 403, 404, 409, 413, 415, 429, 500, 503]) {
      const response = shared('responses', post.responses[status])
      assert.deepEqual(
        response.content['application/json'].schema,
        { $ref: '#/components/schemas/Error' },
        String(status),
      )
      assert.ok(shared('headers', response.headers['X-Request-Id']).description)
      assert.ok(response.description.length > 10)
    }
    assert.ok(post.responses['200'].headers['X-Request-Id'])
    assert.ok(document.components.schemas.Error.properties.request_id)
  })

  test('leaves what a route says of an error itself where the route is', () => {
    const { responses } = document.paths['/api/things/mine'].get
    assert.equal(responses[404].description, 'You have none.')
    assert.notEqual(document.components.responses.NotFound.description, 'You have none.')
  })

  test('does not describe itself or its page', () => {
    assert.deepEqual(Object.keys(document.paths), ['/api/things', '/api/things/mine'])
  })

  test('has a page that needs nothing from elsewhere', async () => {
    const page = await server.send('GET', '/docs')
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'self'/)
    assert.doesNotMatch(policy, /upgrade-insecure-requests|unsafe-eval/)
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    assert.ok(links.length > 3)
    for (const link of links) {
      const asset = await server.send('GET', new URL(link, `${server.address}/docs`).pathname)
      assert.equal(asset.status, 200, link)
      assert.doesNotMatch(link, /^https?:/)
    }
    assert.doesNotMatch(page.text, /<script>[^<]/)
    assert.equal((await server.send('GET', '/docs/json')).json.openapi, '3.1.0')
  })

  test.after(() => server[Symbol.asyncDispose]())
})
