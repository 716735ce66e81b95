import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { as, sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

type Headers = Record<string, string>

const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const app = await startApp({ roles: ['api', 'worker'], environment: { OWNER_IDS: DEMO.people.demo_staff } })
const origin = app.alphapy.apiUrl ?? ''
after(() => app[Symbol.asyncDispose]())

const KEYS = `/api/dashboard/${DEMO.guild}/api-keys`
const OTHER_KEYS = `/api/dashboard/${DEMO.otherGuild}/api-keys`
const wish = { name: 'Stream overlay', scopes: ['reminders'] }

let owner: Headers = {}
before(async () => {
  owner = await app.signIn(OWNER)
})
beforeEach(async () => {
  await app.db.deleteFrom('api_keys').execute()
  await app.db.deleteFrom('operational_events').execute()
  await app.db.deleteFrom('data_changes').execute()
})

const ask = (headers: Headers, method: string, path: string, body?: unknown) =>
  sendJson(`${origin}${path}`, method, body, headers)
const make = async (more: object = {}, headers: Headers = owner, path: string = KEYS) =>
  (await ask(headers, 'POST', path, { ...wish, ...more })).json
const withKey = (key: string, userId: string = GUEST) => ({ 'x-api-key': key, 'x-user-id': userId })
const opens = async (key: string, at = origin) =>
  (await sendJson(`${at}/api/reminders/${GUEST}`, 'GET', undefined, withKey(key))).status

describe('an API key', () => {
  test('is shown once, and only its hash and last characters are kept', async () => {
    const { key, ...made } = await make()
    assert.match(key, /^alphapy_[\w-]{43}$/)
    const [{ hash, ...row } = { hash: null }] = await app.db.selectFrom('api_keys').selectAll().execute()
    assert.deepEqual(hash, createHash('sha256').update(key).digest())
    assert.doesNotMatch(JSON.stringify(row), new RegExp(key.slice(8, 20)))
    assert.equal(made.hint, key.slice(-4))
    const { json, text } = await ask(owner, 'GET', KEYS)
    assert.deepEqual(json, [made])
    assert.match(text, /"guild_id":1100000000000000001,"created_by":"1100000000000000101"/)
    assert.ok(!app.log.some((line) => line.includes(key)))
  })

  test('made twice by one Idempotency-Key is one key, and is not shown again', async () => {
    const headers = { ...owner, 'idempotency-key': 'once' }
    const [first, second] = [await make({}, headers), await make({}, headers)]
    assert.deepEqual(second, { ...first, key: null })
    const stored = await app.db.selectFrom('idempotency_keys').select('body').execute()
    assert.ok(!JSON.stringify(stored).includes(first.key))
    assert.equal((await ask(owner, 'GET', KEYS)).json.length, 1)
  })

  test('opens what its scopes name and nothing that is for people', async () => {
    const { key } = await make()
    const { key: other } = await make({ scopes: ['exports'] })
    assert.equal(await opens(key), 200)
    assert.equal(await opens(other), 403)
    for (const path of [KEYS, '/api/auth/me', '/api/auth/sessions', '/api/api-keys'])
      assert.equal((await ask(withKey(key, OWNER), 'GET', path)).status, 403, path)
  })

  test('that is revoked opens nothing from then on, in no process', async () => {
    const another = await app.startAnother()
    const { key, id } = await make()
    for (const at of [origin, another]) assert.equal(await opens(key, at), 200)
    assert.equal((await ask(owner, 'DELETE', `${KEYS}/${id}`)).status, 200)
    assert.equal(await opens(key), 401)
    await until('the other process to know', async () => (await opens(key, another)) === 401)
    assert.equal((await ask(owner, 'DELETE', `${KEYS}/${id}`)).status, 404)
    assert.deepEqual((await ask(owner, 'GET', KEYS)).json, [])
  })

  test('stops when it expires, to the second', async () => {
    const { key } = await make({ expires_at: app.clock.now().add({ seconds: 2 }).toString() })
    assert.equal(await opens(key), 200)
    await app.clock.advance({ seconds: 2 })
    assert.equal(await opens(key), 401)
    const { status, json } = await ask(owner, 'POST', KEYS, { ...wish, expires_at: app.clock.now().toString() })
    assert.deepEqual([status, json.errors[0].path], [400, '/expires_at'])
  })

  test('remembers to a minute when it was last used', async () => {
    const { key } = await make()
    const lastUsed = async () => (await ask(owner, 'GET', KEYS)).json[0].last_used_at
    assert.equal(await lastUsed(), null)
    await opens(key)
    const first = await until('the use to be recorded', lastUsed)
    await app.clock.advance({ seconds: 30 })
    await opens(key)
    assert.equal(await lastUsed(), first)
    await app.clock.advance({ seconds: 30 })
    await opens(key)
    await until('the later use to be recorded', async () => (await lastUsed()) === app.clock.now().toString())
  })

  test('is told in the log and to pages of its guild, when it comes and when it goes', async () => {
    const { id } = await make()
    await ask(owner, 'DELETE', `${KEYS}/${id}`)
    const events = await app.db.selectFrom('operational_events').selectAll().orderBy('id').execute()
    assert.deepEqual(
      events.map(({ event_type, guild_id, message }) => [event_type, guild_id, message]),
      [
        ['API_KEY_CHANGED', DEMO.guild, 'API key "Stream overlay" was created'],
        ['API_KEY_CHANGED', DEMO.guild, 'API key "Stream overlay" was revoked'],
      ],
    )
    const changes = app.db.selectFrom('data_changes').select(['guild_id', 'ref']).where('kind', '=', 'api_keys')
    assert.deepEqual(await changes.execute(), Array(2).fill({ guild_id: DEMO.guild, ref: String(id) }))
  })

  test('is one of fifty at most, whoever makes them at once', async () => {
    for (let index = 0; index < 46; index += 1) await make()
    const racing = await Promise.all(Array.from({ length: 8 }, () => ask(owner, 'POST', KEYS, wish)))
    assert.deepEqual(racing.map(({ status }) => status).sort(), [200, 200, 200, 200, 400, 400, 400, 400])
    assert.equal((await ask(owner, 'GET', KEYS)).json.length, 50)
  })

  test('that is dead is forgotten after 30 days', async () => {
    const { id } = await make()
    await make({ expires_at: app.clock.now().add({ minutes: 1 }).toString() })
    await ask(owner, 'DELETE', `${KEYS}/${id}`)
    await app.clock.advance({ hours: 30 * 24 + 1 })
    await until('the sweep', async () => (await app.db.selectFrom('api_keys').select('id').execute()).length === 0)
    owner = await app.signIn(OWNER)
  })

  const bad: readonly (readonly [field: string, body: object])[] = [
    ['/name', { ...wish, name: '' }],
    ['/name', { ...wish, name: 'x'.repeat(101) }],
    ['/scopes', { ...wish, scopes: [] }],
    ['/scopes/0', { ...wish, scopes: ['everything'] }],
    ['/expires_at', { ...wish, expires_at: 'soon' }],
  ]
  for (const [field, body] of bad) {
    test(`is refused for ${field} of ${JSON.stringify(body).slice(0, 60)}`, async () => {
      const { status, json } = await ask(owner, 'POST', KEYS, body)
      assert.deepEqual([status, json.errors[0].path], [400, field])
    })
  }
})

describe('the wall between guilds', () => {
  test('keys of a guild are for its admins alone', async () => {
    const { id } = await make()
    const member = await app.signIn(MEMBER)
    const guest = await app.signIn(GUEST)
    for (const [headers, path] of [
      [member, KEYS],
      [guest, KEYS],
      [owner, OTHER_KEYS],
    ] as const) {
      assert.equal((await ask(headers, 'GET', path)).status, 403)
      assert.equal((await ask(headers, 'POST', path, wish)).status, 403)
      assert.equal((await ask(headers, 'DELETE', `${path}/${id}`)).status, 403)
    }
    assert.equal((await ask(guest, 'DELETE', `${OTHER_KEYS}/${id}`)).status, 404)
    assert.deepEqual((await ask(guest, 'GET', OTHER_KEYS)).json, [])
    assert.equal((await ask(owner, 'GET', KEYS)).json.length, 1)
  })

  test('a key of one guild reaches reminders of that guild alone', async () => {
    const reminder = (channel: string) => ({ name: 'Tea', channel_id: channel, time: '09:00' })
    const everywhere = as(GUEST)
    const here = (await ask(everywhere, 'POST', '/api/reminders', reminder(DEMO.channels.general))).json.id
    const there = (await ask(everywhere, 'POST', '/api/reminders', reminder(DEMO.channels.otherGeneral))).json.id
    const key = withKey((await make()).key)
    const list = (query = '') => ask(key, 'GET', `/api/reminders/${GUEST}${query}`)

    assert.deepEqual(
      (await list()).json.map(({ id }: { id: number }) => id),
      [here],
    )
    assert.equal((await list(`?guild_id=${DEMO.otherGuild}`)).status, 403)
    assert.equal((await ask(key, 'POST', '/api/reminders', reminder(DEMO.channels.otherGeneral))).status, 403)
    assert.equal((await ask(key, 'PUT', '/api/reminders', { id: there, name: 'Mine' })).status, 404)
    const moved = { id: here, channel_id: DEMO.channels.otherGeneral }
    assert.equal((await ask(key, 'PUT', '/api/reminders', moved)).status, 403)
    assert.equal((await ask(key, 'DELETE', `/api/reminders/${there}/${GUEST}`)).status, 404)

    assert.equal((await ask(key, 'PUT', '/api/reminders', { id: here, name: 'Mine' })).status, 200)
    assert.equal((await ask(key, 'DELETE', `/api/reminders/${here}/${GUEST}`)).status, 200)
    assert.deepEqual(
      (await ask(everywhere, 'GET', `/api/reminders/${GUEST}`)).json.map(({ name }: { name: string }) => name),
      ['Tea'],
    )
  })

  test('keys that open every guild are made by the owner of the bot', async () => {
    assert.equal((await ask(owner, 'POST', '/api/api-keys', wish)).status, 403)
    const botOwner = await app.signIn(DEMO.people.demo_staff)
    const { key, id, guild_id } = await make({}, botOwner, '/api/api-keys')
    assert.equal(guild_id, null)
    const elsewhere = { name: 'Tea', channel_id: DEMO.channels.otherGeneral, time: '09:00' }
    assert.equal((await ask(withKey(key), 'POST', '/api/reminders', elsewhere)).status, 200)
    assert.deepEqual((await ask(owner, 'GET', KEYS)).json, [])
    assert.equal((await ask(owner, 'DELETE', `${KEYS}/${id}`)).status, 404)
    assert.equal((await ask(botOwner, 'GET', '/api/api-keys')).json.length, 1)
    assert.equal((await ask(botOwner, 'DELETE', `/api/api-keys/${id}`)).status, 200)
    assert.equal(await opens(key), 401)
  })
})
