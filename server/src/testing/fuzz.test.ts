import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pino } from 'pino'
import { Type } from 'typebox'
import { healthRoutes } from '../features/health/routes.ts'
import { healthService } from '../features/health/service.ts'
import { systemClock } from '../kernel/clock.ts'
import type { ChannelId } from '../kernel/ids.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Http } from '../platform/http/http.ts'
import { idempotency } from '../platform/http/idempotency.ts'
import { SnowflakeIn, SnowflakeOut } from '../platform/schema/snowflakes.ts'
import { testDatabase } from './database.ts'
import { type FuzzRequest, fuzz } from './fuzz.ts'
import { as, startHttp } from './http.ts'

const Thing = Type.Object({
  channel_id: SnowflakeIn<ChannelId>(),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  time: Type.Optional(Type.String({ pattern: '^\\d{2}:\\d{2}$', 'x-rule': 'a time such as 18:00' })),
  at: Type.Optional(Type.Union([Type.String({ format: 'date-time' }), Type.Null()])),
  days: Type.Optional(Type.Array(Type.Enum(['0', '1', '2']), { maxItems: 7 })),
  level: Type.Optional(Type.Enum(['low', 'high'])),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  ratio: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  loud: Type.Optional(Type.Boolean()),
  place: Type.Optional(Type.Object({ street: Type.String({ maxLength: 10 }) }, { additionalProperties: false })),
})
const about = (operationId: string) => ({
  operationId,
  summary: 'Sample',
  tags: ['test'],
  response: { 200: Type.Object({ id: SnowflakeOut() }) },
})
const config = { access: 'user', scope: 'reminders', limit: 'none', isRepeatable: true } as const

/** Routes that behave. */
function goodRoutes(http: Http, db: Db) {
  const idempotent = idempotency({ db, clock: systemClock, logger: pino({ level: 'silent' }) })
  http.post('/api/things', { config, schema: { ...about('makeThing'), body: Thing } }, (request, reply) =>
    idempotent(request, reply, async () => ({ id: BigInt(request.body.channel_id) })),
  )
  const params = Type.Object({ id: SnowflakeIn<ChannelId>(), page: Type.Integer({ minimum: 1, maximum: 99 }) })
  const querystring = Type.Object({ level: Type.Enum(['low', 'high']), loud: Type.Optional(Type.Boolean()) })
  const schema = { ...about('readThing'), params, querystring }
  http.get('/api/things/:id/:page', { config, schema }, async ({ params: { id } }) => ({ id: BigInt(id) }))
}

async function fuzzed(routes: (http: Http) => void, fixtures = {}) {
  await using server = await startHttp(routes)
  const { json: document } = await server.send('GET', '/api/openapi.json')
  const send = ({ method, path, headers, body, isSigned }: FuzzRequest) =>
    server.send(method, path, { headers: { ...(isSigned && as('1100000000000000101')), ...headers }, body })
  return await fuzz({ document, send, seed: 2, runs: 20, fixtures })
}

const thing = () => ({ body: { channel_id: '1100000000000000201', name: 'a', days: ['0'], place: { street: 'x' } } })

describe('fuzzing from the description', () => {
  test('finds nothing wrong with routes that behave', async () => {
    await using database = await testDatabase()
    const report = await fuzzed((http) => goodRoutes(http, database.db), { makeThing: thing })
    assert.ok((report.makeThing ?? 0) > 500, JSON.stringify(report))
    assert.ok((report.readThing ?? 0) > 100, JSON.stringify(report))
  })

  test('finds nothing wrong with health', async () => {
    await using database = await testDatabase()
    const service = healthService({
      db: database.db,
      clock: systemClock,
      serviceName: 'alphapy',
      gateway: () => ({ isOnline: true, latencyMs: 1, guildCount: 1, shards: [] }),
    })
    const report = await fuzzed((http) => healthRoutes(http, service))
    assert.deepEqual(Object.keys(report).sort(), ['getHealth', 'getHealthHistory', 'getLive', 'getReady', 'getStatus'])
  })

  test('finds a fault that one value causes', async () => {
    const routes = (http: Http) =>
      void http.post('/api/things', { config, schema: { ...about('makeThing'), body: Thing } }, async ({ body }) => {
        if (body.name.includes("'")) throw new Error('syntax error at or near "drop"')
        return { id: 1n }
      })
    await assert.rejects(fuzzed(routes, { makeThing: thing }), /\/name = "'; drop.*: a fault; answered 500/)
  })

  test('finds an answer that is not the one described', async () => {
    const routes = (http: Http) =>
      void http.post('/api/things', { config, schema: { ...about('makeThing'), body: Thing } }, async () => ({
        id: -1n,
      }))
    await assert.rejects(
      fuzzed(routes, { makeThing: thing }),
      /its fixture: does not fit its schema; answered 200 \{"id":-1\}/,
    )
  })

  test('finds a rule that is described but not kept', async () => {
    const routes = (http: Http) =>
      void http.post(
        '/api/things',
        { config, schema: { ...about('makeThing'), body: Thing }, validatorCompiler: () => () => true },
        async () => ({ id: 1n }),
      )
    await assert.rejects(fuzzed(routes, { makeThing: thing }), /\/channel_id = null: should be 400; answered 200/)
  })

  test('finds a guard that lets everybody in', async () => {
    const schema = { ...about('open'), security: [{ ApiKey: [] }] }
    const routes = (http: Http) =>
      void http.get('/api/open', { config: { access: 'public', limit: 'none' }, schema }, async () => ({ id: 1n }))
    await assert.rejects(fuzzed(routes), /no credentials: should be 401/)
  })
})
