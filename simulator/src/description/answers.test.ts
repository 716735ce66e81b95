import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkAnswer } from './check.ts'

describe('an answer', () => {
  const gateway = {
    url: 'ws://127.0.0.1:1',
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
  }
  const toGateway = (status: number, body?: unknown) =>
    checkAnswer({ method: 'GET', path: '/api/v10/gateway/bot', status, body })

  test('as described passes', () => {
    assert.deepEqual(toGateway(200, gateway), [])
  })

  test('with a field missing, wrong or invented is a violation', () => {
    assert.equal(toGateway(200, { ...gateway, url: undefined })[0]?.path, '/url')
    assert.equal(toGateway(200, { ...gateway, shards: '1' })[0]?.path, '/shards')
    assert.match(toGateway(200, { ...gateway, simulated: true })[0]?.message ?? '', /not described: simulated/)
  })

  test('with a status nobody described is a violation', () => {
    assert.match(toGateway(201, gateway)[0]?.message ?? '', /status 201/)
  })

  test('of 204 with a body is a violation', () => {
    const path = '/api/v10/channels/1/messages/2'
    assert.deepEqual(checkAnswer({ method: 'DELETE', path, status: 204 }), [])
    assert.equal(checkAnswer({ method: 'DELETE', path, status: 204, body: { ok: true } }).length, 1)
  })

  test('of 400 says code, message and nested errors', () => {
    const errors = { embeds: { 0: { title: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'x' }] } } } }
    assert.deepEqual(toGateway(400, { code: 50035, message: 'Invalid Form Body', errors }), [])
    assert.equal(toGateway(400, { error: 'no' }).length > 0, true)
  })

  test('of 429 says how long to wait', () => {
    assert.deepEqual(toGateway(429, { message: 'x', retry_after: 0.5, global: false }), [])
    assert.equal(toGateway(429, { message: 'x', code: 0 }).length > 0, true)
  })

  test('of a fault is not looked at', () => {
    assert.deepEqual(toGateway(502, '<html>'), [])
  })
})
