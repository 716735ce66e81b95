import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Refusal } from '../../kernel/refusal.ts'
import { startHttp } from '../../testing/http.ts'
import { meterRequests } from './http-meters.ts'
import { metersOfProcess } from './meters.ts'

test('requests over a limit are counted by the family of the limit', async () => {
  const meters = metersOfProcess()
  await using server = await startHttp((http) => {
    meterRequests(http, meters)
    const schema = { operationId: 'test', summary: 'Test', tags: ['Test'], response: { 200: Type.Object({}) } }
    http.get('/crowded', { config: { access: 'public', limit: 'metrics' }, schema }, () => {
      throw new Refusal('limit', 'test.limit', 'Too many.')
    })
  })
  for (let times = 0; times < 3; times += 1) await server.send('GET', '/crowded')
  const { text } = await meters.exposition()
  assert.match(text, /^alphapy_http_requests_limited_total{family="metrics"} 3$/m)
  assert.match(text, /^alphapy_http_request_duration_seconds_count{route="\/crowded",method="GET",status="4xx"} 3$/m)
})
