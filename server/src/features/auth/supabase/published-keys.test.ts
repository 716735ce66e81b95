import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { startDoor } from '../../../testing/supabase/door.ts'
import { publishedKey } from '../../../testing/supabase/signing-key.ts'
import { until } from '../../../testing/until.ts'

/** Also for a busy machine long enough to be answered by whoever does not hang. */
const SOON = 1_500
const LONG = 60_000

describe('published keys', () => {
  test('are read once for all requests of ten minutes', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    const answers = await Promise.all(Array.from({ length: 20 }, () => door.valid(project.token())))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
    await clock.advance({ minutes: 9, seconds: 59 })
    assert.equal((await door.valid(project.token())).status, 200)
    assert.equal(project.jwks.asked.length, 1)
    await clock.advance({ seconds: 1 })
    await Promise.all(Array.from({ length: 20 }, () => door.valid(project.token())))
    assert.equal(project.jwks.asked.length, 2)
  })

  test('that stood by before they signed are good at once', async () => {
    await using door = await startDoor()
    const { project } = door
    const next = project.standby()
    assert.equal((await door.valid(project.token())).status, 200)
    project.rotate(next)
    assert.equal((await door.valid(project.token())).status, 200)
    assert.equal(project.jwks.asked.length, 1)
  })

  test('that nobody knew are asked for, at most once a minute', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    assert.equal((await door.valid(project.token())).status, 200)
    project.rotate()
    assert.equal((await door.valid(project.token())).status, 401)
    await clock.advance({ seconds: 59 })
    assert.equal((await door.valid(project.token())).status, 401)
    assert.equal(project.jwks.asked.length, 1)
    await clock.advance({ seconds: 1 })
    assert.equal((await door.valid(project.token())).status, 200)
    assert.equal(project.jwks.asked.length, 2)
  })

  test('are not asked for more often by a storm of keys that do not exist', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    const storm = async () => {
      const made = Array.from({ length: 200 }, (_, n) => project.token({ header: { kid: `${n}-${randomUUID()}` } }))
      const statuses = (await Promise.all(made.map((token) => door.valid(token)))).map(({ status }) => status)
      assert.deepEqual(new Set(statuses), new Set([401]))
    }
    await storm()
    assert.equal(project.jwks.asked.length, 1)
    for (let minute = 0; minute < 3; minute += 1) {
      await clock.advance({ minutes: 1 })
      await storm()
    }
    assert.equal(project.jwks.asked.length, 4)
    assert.equal((await door.valid(project.token())).status, 200)
  })

  test('that are published no more verify nothing once that was read', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    const old = project.token({ claims: { exp: 2 ** 33 } })
    const [revoked = ''] = project.kids
    assert.equal((await door.valid(old)).status, 200)
    project.rotate()
    project.revoke(revoked)
    assert.equal((await door.valid(old)).status, 200)
    await clock.advance({ minutes: 10 })
    assert.equal((await door.valid(old)).status, 401)
    assert.equal((await door.valid(project.token())).status, 200)
  })

  test('of RSA that are too short verify nothing', async () => {
    await using door = await startDoor()
    const { project } = door
    for (const [bits, status] of [
      [1024, 401],
      [2048, 200],
    ] as const) {
      const key = publishedKey('RS256', 'rsa', bits)
      project.jwks.fault = { text: JSON.stringify({ keys: [key.jwk] }) }
      await door.clock.advance({ minutes: 10 })
      assert.equal((await door.valid(project.token({ key }))).status, status)
    }
  })

  test('that are no keys for signing are passed over', async () => {
    await using door = await startDoor()
    const { project } = door
    const { jwk, ...key } = publishedKey('ES256', 'k')
    const bad = [
      { ...jwk, use: 'enc' },
      { ...jwk, alg: 'ES384' },
      { ...jwk, kid: '' },
      { ...jwk, x: 'AAAA' },
      { kty: 'oct', kid: 'k', alg: 'HS256', k: 'c2VjcmV0' },
      { kty: 'AKP', kid: 'k', alg: 'ML-DSA-44', pub: 'AAAA' },
      null,
      'key',
    ]
    for (const one of bad) {
      project.jwks.fault = { text: JSON.stringify({ keys: [one] }) }
      await door.clock.advance({ minutes: 1 })
      assert.equal((await door.valid(project.token({ key }))).status, 401, JSON.stringify(one))
    }
    project.jwks.fault = { text: JSON.stringify({ keys: [...bad, jwk] }) }
    await door.clock.advance({ minutes: 1 })
    assert.equal((await door.valid(project.token({ key }))).status, 200)
    assert.deepEqual(door.log, [])
  })
})

describe('published keys that cannot be had', () => {
  const faults = [
    'drop',
    'hang',
    { status: 500 },
    { status: 404 },
    { location: '/elsewhere' },
    { text: '<html>' },
    { text: '{"keys":{}}' },
    { text: '[]' },
    { text: `{"keys":["${'x'.repeat(70_000)}"]}` },
  ] as const

  test('leave a token unanswered with 503 when there are none', async () => {
    for (const fault of faults) {
      await using door = await startDoor({ patienceMs: fault === 'hang' ? SOON : LONG })
      const { project } = door
      project.jwks.fault = fault
      const answers = await Promise.all(Array.from({ length: 5 }, () => door.valid(project.token())))
      for (const { status, headers, json } of answers) {
        assert.deepEqual([status, headers.get('retry-after'), json.code], [503, '5', 'auth.keys_unavailable'])
        assert.equal(json.detail, 'Supabase not available to verify the token.')
      }
      assert.equal((await door.valid(project.token())).status, 503)
      assert.equal(project.jwks.asked.length, 1, JSON.stringify(fault))
      assert.equal(door.log.length, 1)
      project.jwks.letGo()
      await door.clock.advance({ seconds: 5 })
      assert.equal((await door.valid(project.token())).status, 200)
    }
  })

  test('do not matter to those that were read before', async () => {
    for (const fault of faults) {
      await using door = await startDoor({ patienceMs: fault === 'hang' ? SOON : LONG })
      const { project, clock } = door
      assert.equal((await door.valid(project.token())).status, 200)
      project.jwks.fault = fault
      await clock.advance({ hours: 3 })
      assert.equal((await door.valid(project.token())).status, 200, JSON.stringify(fault))
      assert.equal((await door.valid(project.token())).status, 200)
      assert.equal(project.jwks.asked.length, 2)
    }
  })

  test('hold up nobody while the issuer is known to be silent, and are read when it speaks again', async () => {
    await using door = await startDoor({ patienceMs: LONG })
    const { project, clock } = door
    const [revoked = ''] = project.kids
    const old = project.token({ claims: { exp: 2 ** 33 } })
    assert.equal((await door.valid(old)).status, 200)
    project.jwks.fault = { status: 500 }
    await clock.advance({ minutes: 10 })
    assert.equal((await door.valid(old)).status, 200)
    project.rotate()
    project.revoke(revoked)
    project.jwks.fault = 'hang'
    await clock.advance({ minutes: 1 })
    assert.equal((await door.valid(old)).status, 200)
    await until('the question to hang', () => project.jwks.hanging === 1)
    project.jwks.letGo()
    await until('the new keys', async () => (await door.valid(old)).status === 401)
    assert.equal((await door.valid(project.token())).status, 200)
  })

  test('make a key that nobody knows a matter of 503, not of 401', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    assert.equal((await door.valid(project.token())).status, 200)
    project.rotate()
    project.jwks.fault = { status: 503 }
    await clock.advance({ minutes: 1 })
    for (let time = 0; time < 2; time += 1) {
      const answer = await door.valid(project.token())
      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '60'])
    }
    assert.equal(project.jwks.asked.length, 2)
  })
})
