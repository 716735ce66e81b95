import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

const { channels, people, guild: GUILD, otherGuild: OTHER } = DEMO
const app = await startApp({ roles: ['api'] })
const { db, clock } = app
const signedIn = new Map<string, Record<string, string>>()
for (const user of [people.demo_owner, people.demo_member, people.demo_guest])
  signedIn.set(user, await app.signIn(user))

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  await sql`truncate guild_settings, guild_settings_versions, settings_history`.execute(db)
  await clock.advance({ minutes: 1 })
})

const settingsOf = (guild: string) => `/api/dashboard/settings/${guild}`
const historyOf = (guild: string, query = '') => `/api/dashboard/${guild}/settings/history${query}`
const rollbackOf = (guild: string, id: number | string, query = '') =>
  `/api/dashboard/${guild}/settings/rollback/${id}${query}`

interface Sent {
  readonly user?: string
  readonly headers?: Record<string, string>
}
const send = (method: string, path: string, body?: unknown, { user = people.demo_owner, headers = {} }: Sent = {}) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, { ...signedIn.get(user), ...headers })
const post = (category: string, settings: unknown, sent?: Sent) =>
  send('POST', settingsOf(GUILD), { category, settings }, sent)
const put = (body: unknown, sent?: Sent) => send('PUT', settingsOf(GUILD), body, sent)
const read = async (query = '', sent?: Sent) => send('GET', `${settingsOf(GUILD)}${query}`, undefined, sent)
const entries = async (query = '') => (await send('GET', historyOf(GUILD, query))).json

const EMPTY = {
  system: {},
  reminders: {},
  embedwatcher: {},
  gpt: {},
  invites: {},
  gdpr: {},
  onboarding: {},
  ticketbot: {},
  faq: {},
  fyi: {},
}

describe('GET /api/dashboard/settings/{guild_id}', () => {
  test('has every category, also of a guild that chose nothing', async () => {
    const { status, json, headers } = await read()
    assert.deepEqual([status, json, headers.get('etag')], [200, EMPTY, '"0"'])
  })

  test('merges the defaults where they are asked for', async () => {
    await post('reminders', { max_per_member: 7 })
    const { json } = await read('?include=defaults')
    assert.deepEqual(json.reminders, {
      enabled: true,
      default_channel_id: null,
      allow_everyone_mentions: false,
      max_per_member: 7,
    })
    assert.deepEqual([json.system.timezone, json.embedwatcher.reminder_offset_minutes], ['UTC', 60])
    assert.equal((await read('?include=everything')).status, 400)
  })

  test('tells a reader who has the newest version nothing else', async () => {
    await post('gpt', { temperature: 0 })
    const [{ status, text }, other] = [
      await read('', { headers: { 'if-none-match': '"1"' } }),
      await read('', { headers: { 'if-none-match': '"0"' } }),
    ]
    assert.deepEqual([status, text, other.status], [304, '', 200])
    assert.equal((await read('?include=defaults', { headers: { 'if-none-match': '"1"' } })).status, 200)
  })

  test('R-07: gives values as they were sent, with their types', async () => {
    const sent = {
      system: { log_level: 'normal', timezone: 'Europe/Brussels', log_channel_id: channels.logs },
      onboarding: { enabled: false, mode: 'rules_only' },
      gpt: { model: 'grok-9 "mini"', temperature: 0.3 },
      ticketbot: { idle_days_threshold: 3 },
    }
    assert.equal((await put(sent)).status, 200)
    assert.deepEqual((await read()).json, { ...EMPTY, ...sent })
  })

  test('S-04: passes over what no longer fits its declaration', async () => {
    const row = { guild_id: GUILD, updated_at: clock.now(), value_type: 'channel' }
    for (const [scope, key, value] of [
      ['system', 'log_channel_id', 'null'],
      ['system', 'rules_channel_id', true],
      ['ticketbot', 'idle_days_threshold', 5000],
      ['system', 'of_old', 1],
    ] as const)
      await db
        .insertInto('guild_settings')
        .values({ ...row, scope, key, value: JSON.stringify(value) })
        .execute()
    assert.deepEqual((await read()).json, EMPTY)
    assert.equal((await read('?include=defaults')).json.ticketbot.idle_days_threshold, 5)
  })
})

describe('POST /api/dashboard/settings/{guild_id}', () => {
  test('R-02: the sample of the reference is stored and comes back', async () => {
    const settings = { default_channel_id: channels.general, allow_everyone_mentions: false }
    const { status, json, headers } = await post('reminders', settings)
    assert.equal(status, 200)
    assert.deepEqual(json, { success: true, message: 'Updated reminders settings', version: 1 })
    assert.equal(headers.get('etag'), '"1"')
    assert.deepEqual((await read()).json.reminders, settings)
  })

  test('takes ids as numbers to the last digit and gives them back as text', async () => {
    const body = `{"category": "system", "settings": {"log_channel_id": ${channels.logs}}}`
    assert.equal((await send('POST', settingsOf(GUILD), body)).status, 200)
    assert.match((await read()).text, /"log_channel_id":"1100000000000000203"/)
  })

  test('R-17: an offset of 0 is 0', async () => {
    await post('embedwatcher', { reminder_offset_minutes: 0 })
    assert.deepEqual((await read()).json.embedwatcher, { reminder_offset_minutes: 0 })
  })

  test('merges; null resets', async () => {
    await post('gpt', { model: 'grok-9', temperature: 1 })
    await post('gpt', { temperature: null })
    assert.deepEqual((await read()).json.gpt, { model: 'grok-9' })
    await post('gpt', {})
    assert.deepEqual((await read()).json.gpt, { model: 'grok-9' })
  })

  for (const settings of [{}, { a: 1 }])
    test(`names an unknown category, with ${Object.keys(settings).length} keys`, async () => {
      const { status, json } = await post('x', settings)
      assert.deepEqual([status, json.detail], [400, 'Invalid category: x'])
      assert.deepEqual(json.errors, [{ path: '/category', message: 'Invalid category: x' }])
    })

  test('S-04: names all that is wrong with the category and stores nothing of it', async () => {
    const { status, json } = await post('embedwatcher', {
      enabled: false,
      announcements_channel_id: 'null',
      failed_parse_log_channel_id: channels.otherGeneral,
      reminder_offset_minutes: { $gt: 1 },
      'no/key': 1,
      __proto: [],
    })
    assert.equal(status, 400)
    assert.deepEqual(json.errors.map(({ path }: { path: string }) => path).toSorted(), [
      '/settings/__proto',
      '/settings/announcements_channel_id',
      '/settings/failed_parse_log_channel_id',
      '/settings/no~1key',
      '/settings/reminder_offset_minutes',
    ])
    assert.match(json.detail, /must be the id of a channel of this server/)
    assert.deepEqual([(await read()).json, await entries()], [EMPTY, []])
  })

  test('names the placeholders of a template that knows no others', async () => {
    const { json } = await post('invites', { with_inviter_template: '{member} by {guest}' })
    assert.equal(
      json.detail,
      'invites.with_inviter_template must not contain {guest}: its placeholders are {member}, {member_name}, {inviter}, {inviter_name}, {count}',
    )
  })

  test('is refused when the settings have changed since they were read', async () => {
    const at = (tag: string) => ({ headers: { 'if-match': tag } })
    assert.equal((await post('gpt', { temperature: 1 }, at('"0"'))).status, 200)
    const late = await post('gpt', { temperature: 2 }, at('"0"'))
    assert.deepEqual([late.status, late.json.code], [409, 'settings.changed_elsewhere'])
    assert.equal((await post('gpt', { temperature: 2 }, at('*'))).status, 200)
    assert.equal((await post('gpt', { temperature: 1 }, at('W/"2"'))).status, 200)
    const odd = await post('gpt', { temperature: 1 }, at('newest'))
    assert.deepEqual([odd.status, odd.json.errors[0].path], [400, 'If-Match'])
  })

  test('with an Idempotency-Key is done once', async () => {
    const sent = { headers: { 'idempotency-key': 'k1' } }
    const first = await post('gpt', { temperature: 1 }, sent)
    await post('gpt', { temperature: 2 })
    assert.equal((await post('gpt', { temperature: 1 }, sent)).text, first.text)
    assert.deepEqual([(await read()).json.gpt, (await entries()).length], [{ temperature: 2 }, 2])
  })
})

describe('PUT /api/dashboard/settings/{guild_id}', () => {
  test('R-45: changes several categories or none', async () => {
    const { status, json } = await put({ gpt: { temperature: 1 }, reminders: { enabled: 'no' }, coffee: { a: 1 } })
    assert.equal(status, 400)
    assert.deepEqual(json.errors.map(({ path }: { path: string }) => path).toSorted(), [
      '/coffee/a',
      '/reminders/enabled',
    ])
    assert.deepEqual((await put({ coffee: {} })).json.detail, 'Invalid category: coffee')
    assert.deepEqual((await read()).json, EMPTY)
    await put({ gpt: { temperature: 1 }, reminders: { enabled: false } })
    const { gpt, reminders } = (await read()).json
    assert.deepEqual([gpt, reminders], [{ temperature: 1 }, { enabled: false }])
    assert.equal((await read()).headers.get('etag'), '"1"')
  })
})

describe('a burst of changes in one guild', () => {
  const waiting = async () => {
    const { rows } = await sql<{ count: string }>`
      select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    return Number(rows[0]?.count)
  }

  test('keeps one connection waiting, and leaves the others to everybody else', async () => {
    await post('gpt', { temperature: 1 })
    const [locked, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = db.transaction().execute(async (tx) => {
      await sql`select from guild_settings_versions where guild_id = ${GUILD} for update`.execute(tx)
      locked.resolve()
      await done.promise
    })
    await locked.promise
    const burst = Array.from({ length: 30 }, (_, n) => post('reminders', { max_per_member: n + 1 }))
    await until('a change to wait', async () => (await waiting()) > 0)
    assert.deepEqual([(await read()).status, await waiting()], [200, 1])
    done.resolve()
    await holding
    for (const { status } of await Promise.all(burst)) assert.equal(status, 200)
    assert.equal((await read()).headers.get('etag'), '"31"')
  })
})

describe('GET /api/dashboard/settings/{guild_id}/schema', () => {
  test('serves every declaration with its rules', async () => {
    const { status, json } = await send('GET', `${settingsOf(GUILD)}/schema`)
    assert.equal(status, 200)
    const byName = new Map<string, object>(
      json.settings.map((one: { scope: string; key: string }) => [`${one.scope}.${one.key}`, one]),
    )
    assert.equal(byName.size, json.settings.length)
    const { label, help, ...rules } = JSON.parse(JSON.stringify(byName.get('embedwatcher.reminder_offset_minutes')))
    assert.deepEqual([typeof label, typeof help], ['string', 'string'])
    assert.deepEqual(rules, {
      scope: 'embedwatcher',
      key: 'reminder_offset_minutes',
      type: 'integer',
      default: 60,
      nullable: false,
      secret: false,
      min: 0,
      max: 4320,
    })
  })

  test('knows every key of version 2.4', async () => {
    const KEYS = `system.log_channel_id system.rules_channel_id system.log_level onboarding.enabled onboarding.mode
      onboarding.completion_role_id embedwatcher.announcements_channel_id embedwatcher.reminder_offset_minutes
      embedwatcher.gpt_fallback_enabled embedwatcher.failed_parse_log_channel_id embedwatcher.non_embed_enabled
      embedwatcher.process_bot_messages ticketbot.category_id ticketbot.staff_role_id ticketbot.escalation_role_id
      ticketbot.idle_days_threshold ticketbot.auto_close_days_threshold gpt.model gpt.temperature invites.enabled
      invites.announcement_channel_id invites.with_inviter_template invites.no_inviter_template gdpr.enabled
      gdpr.channel_id reminders.enabled reminders.default_channel_id reminders.allow_everyone_mentions
      system.timezone system.locale embedwatcher.enabled ticketbot.enabled faq.enabled gpt.enabled`
    const { settings } = (await send('GET', `${settingsOf(GUILD)}/schema`)).json
    const names = settings.map(({ scope, key }: { scope: string; key: string }) => `${scope}.${key}`)
    assert.deepEqual(
      KEYS.split(/\s+/).filter((name) => !names.includes(name)),
      [],
    )
  })
})

describe('GET /api/dashboard/{guild_id}/settings/history', () => {
  test('tells old and new value, who, when and from where', async () => {
    await post('reminders', { default_channel_id: channels.general })
    await clock.advance({ seconds: 1 })
    await post('reminders', { default_channel_id: channels.rules })
    const { text } = await send('GET', historyOf(GUILD))
    assert.match(text, /"changed_by":1100000000000000101,/)
    const [newest, oldest] = JSON.parse(text)
    const { id, changed_by, ...rest } = newest
    assert.equal(id, oldest.id + 1)
    assert.deepEqual(rest, {
      scope: 'reminders',
      key: 'default_channel_id',
      old_value: channels.general,
      new_value: channels.rules,
      value_type: 'channel',
      changed_at: clock.now().toString(),
      change_type: 'updated',
      source: 'api',
    })
    assert.deepEqual([oldest.old_value, oldest.change_type], [null, 'created'])
  })

  test('is filtered by scope and key, and read page by page', async () => {
    for (const temperature of [0, 1, 2]) await put({ gpt: { temperature, model: `m${temperature}` } })
    const values = async (query: string) => (await entries(query)).map((one: { new_value: unknown }) => one.new_value)
    assert.deepEqual(await values('?scope=gpt&key=temperature'), [2, 1, 0])
    assert.deepEqual(await values('?key=model&limit=1'), ['m2'])
    assert.deepEqual(await values('?scope=system'), [])
    const [{ id }] = await entries('?key=temperature')
    assert.deepEqual(await values(`?key=temperature&before=${id}`), [1, 0])
    for (const query of ['?limit=0', '?limit=201', '?limit=x', '?before=-1', '?before=99999999999999999999'])
      assert.equal((await send('GET', historyOf(GUILD, query))).status, 400, query)
  })
})

describe('POST /api/dashboard/{guild_id}/settings/rollback/{history_id}', () => {
  const newest = async () => (await entries())[0]

  test('R-05: brings back the value before, in the words of the reference', async () => {
    await post('reminders', { default_channel_id: channels.general })
    await post('reminders', { default_channel_id: channels.rules })
    const { id } = await newest()
    const { status, json, headers } = await send('POST', rollbackOf(GUILD, id))
    assert.equal(status, 200)
    assert.deepEqual(json, {
      success: true,
      message: 'Rolled back reminders.default_channel_id to previous value',
      dry_run: false,
      scope: 'reminders',
      key: 'default_channel_id',
      old_value: channels.rules,
      new_value: channels.general,
      version: 3,
    })
    assert.equal(headers.get('etag'), '"3"')
    assert.deepEqual((await read()).json.reminders, { default_channel_id: channels.general })
    const { change_type, old_value, new_value } = await newest()
    assert.deepEqual([change_type, old_value, new_value], ['rollback', channels.rules, channels.general])
  })

  test('R-08: brings back what was reset, and takes away what was created', async () => {
    await post('gpt', { temperature: 1 })
    await post('gpt', { temperature: null })
    await send('POST', rollbackOf(GUILD, (await newest()).id))
    assert.deepEqual((await read()).json.gpt, { temperature: 1 })
    const created = (await entries()).at(-1)
    const { json } = await send('POST', rollbackOf(GUILD, created.id))
    assert.deepEqual([json.old_value, json.new_value], [1, null])
    assert.deepEqual((await read()).json.gpt, {})
  })

  test('tried dry changes nothing', async () => {
    await post('gpt', { temperature: 1 })
    const { id } = await newest()
    const { status, json } = await send('POST', rollbackOf(GUILD, id, '?dry_run=true'))
    assert.deepEqual(
      [status, json.dry_run, json.message],
      [200, true, 'Would roll back gpt.temperature to previous value'],
    )
    assert.deepEqual([(await read()).json.gpt, (await newest()).id], [{ temperature: 1 }, id])
  })

  test('is 404 for an entry of another guild or of none, 409 when it would change nothing', async () => {
    await post('gpt', { temperature: 1 })
    const { id } = await newest()
    const other = { user: people.demo_guest }
    for (const path of [rollbackOf(OTHER, id), rollbackOf(OTHER, 999_999)])
      assert.deepEqual((await send('POST', path, undefined, other)).json.detail, 'History entry not found')
    assert.equal((await send('POST', rollbackOf(GUILD, id))).status, 200)
    assert.equal((await send('POST', rollbackOf(GUILD, id))).status, 409)
    assert.equal((await send('POST', rollbackOf(GUILD, 'first'))).status, 400)
  })
})

describe('the walls', () => {
  const routes: readonly (readonly [string, (guild: string) => string, unknown?])[] = [
    ['GET', settingsOf],
    ['POST', settingsOf, { category: 'gpt', settings: { temperature: 2 } }],
    ['PUT', settingsOf, { gpt: { temperature: 2 } }],
    ['GET', (guild) => `${settingsOf(guild)}/schema`],
    ['GET', historyOf],
    ['POST', (guild) => rollbackOf(guild, 1)],
  ]
  for (const [method, pathOf, body] of routes)
    test(`hold around another guild, members and strangers: ${method} ${pathOf('{guild_id}')}`, async () => {
      const statuses: number[] = []
      for (const [guild, user] of [
        [OTHER, people.demo_owner],
        [GUILD, people.demo_member],
        [GUILD, people.demo_guest],
        ['1100000000000000009', people.demo_owner],
      ] as const)
        statuses.push((await send(method, pathOf(guild), body, { user })).status)
      statuses.push((await sendJson(`${app.alphapy.apiUrl}${pathOf(GUILD)}`, method, body)).status)
      assert.deepEqual(statuses, [403, 403, 403, 404, 401])
      assert.equal((await db.selectFrom('settings_history').select('id').execute()).length, 0)
    })
})
