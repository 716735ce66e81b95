import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { pino } from 'pino'
import { parseConfig } from '../platform/config/config.ts'
import { PATIENT, startApp, UNLIMITED } from '../testing/app.ts'
import { API_KEY, as, sendJson } from '../testing/http.ts'
import { until } from '../testing/until.ts'
import { startAlphapy } from './alphapy.ts'

/** Two processes that answer the API and one that holds the gateway, on one database. */
const app = await startApp({ roles: ['api'] })
const { simulator, clock, db } = app
const programs = new AsyncDisposableStack()
const other = await startBeside('api')
await startBeside('gateway')
const { demo_owner: OWNER, demo_admin: ADMIN } = DEMO.people
const admins = [await app.signIn(OWNER), await app.signIn(ADMIN)] as const
const addresses = [app.alphapy.apiUrl, other.apiUrl] as const

after(async () => {
  await programs.disposeAsync()
  await app[Symbol.asyncDispose]()
})

async function startBeside(role: string) {
  const config = parseConfig({
    BOT_TOKEN: simulator.token,
    DISCORD_API_URL: simulator.restUrl,
    DISCORD_REQUESTS_PER_SECOND: '5000',
    DATABASE_URL: app.databaseUrl,
    DATA_DIR: join(tmpdir(), 'alphapy-unused'),
    API_KEY,
    PORT: '0',
    ROLES: role,
    ...UNLIMITED,
  })
  const logger = pino({ level: 'silent' })
  const nothing = () => undefined
  const program = await startAlphapy(config, { clock, logger, say: nothing, onEnded: nothing, patience: PATIENT })
  programs.defer(() => program.stop())
  return program
}

const SETTINGS = `/api/dashboard/settings/${DEMO.guild}`
const ask = (n: number, method: string, path: string, body?: unknown) =>
  sendJson(`${addresses[n % 2]}${path}`, method, body, admins[n % 2])

async function set(settings: object): Promise<void> {
  const { status, text } = await ask(0, 'POST', SETTINGS, { category: 'reminders', settings })
  assert.equal(status, 200, text)
}

/** Whether reminders can be made: through the other API process, and in Discord. */
async function offered(): Promise<readonly [api: boolean, gateway: boolean]> {
  const body = { name: 'Tea', channel_id: DEMO.channels.general, time: '09:00' }
  const [answer, preview] = await Promise.all([
    sendJson(`${other.apiUrl}/api/reminders`, 'POST', body, as(OWNER)),
    app.member.slash('add_reminder', { name: 'Tea', when: 'in 30 minutes' }),
  ])
  if (answer.status !== 200) assert.equal(answer.json.code, 'reminders.disabled')
  await db.deleteFrom('reminders').execute()
  return [answer.status === 200, preview.components.length > 0]
}

/** While their clock stands still nobody forgets a setting but by a notice. */
const settled = (what: string, isOffered: boolean) =>
  until(what, async () => (await offered()).every((one) => one === isOffered))

describe('a setting changed through one process', () => {
  test('R-06: is used by the others at once', async () => {
    assert.deepEqual(await offered(), [true, true])
    await set({ enabled: false })
    await settled('reminders to be off', false)
    await set({ enabled: null })
    await settled('reminders to be on', true)
  })

  test('while their connections for notices are lost is used by them once these are back', async () => {
    assert.deepEqual(await offered(), [true, true])
    const ended = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(db)
    assert.equal(ended.rows.length, 3)
    await set({ enabled: false })
    await until('reminders to be off', async () => (await offered()).every((one) => !one))
    await set({ enabled: null })
    await settled('reminders to be on', true)
  })

  test('is used by them within a minute when its notice is lost without a word', async () => {
    assert.deepEqual(await offered(), [true, true])
    // As a change does, but for its notice.
    const row = { guild_id: DEMO.guild, scope: 'reminders', key: 'enabled', value: 'false', value_type: 'boolean' }
    await db
      .insertInto('guild_settings')
      .values({ ...row, updated_at: clock.now() })
      .execute()
    assert.deepEqual(await offered(), [true, true])
    await clock.advance({ seconds: 61 })
    assert.deepEqual(await offered(), [false, false])
    await set({ enabled: null })
    await settled('reminders to be on', true)
  })
})

const WRITERS = 50
const ROLLBACKS = 20

describe('fifty writers of one setting through two processes, with rollbacks among them', () => {
  test('leave a history in which each entry begins with what the one before it left', async () => {
    await db.deleteFrom('settings_history').execute()
    await db.deleteFrom('operational_events').execute()
    const before = await versionNow()
    await set({ max_per_member: 1 })
    const [first] = await entries()
    assert.ok(first)
    const writes = Array.from({ length: WRITERS }, (_, n) =>
      ask(n, 'PUT', SETTINGS, { reminders: { max_per_member: n + 2 } }),
    )
    const rollbacks = Array.from({ length: ROLLBACKS }, (_, n) =>
      ask(n, 'POST', `/api/dashboard/${DEMO.guild}/settings/rollback/${first.id}`),
    )
    const answers = await Promise.all(writes.flatMap((write, n) => [write, ...rollbacks.slice(n, n + 1)]))
    for (const { status, text } of answers) assert.match(String(status), /^(200|409)$/, text)
    for (const { status, text } of await Promise.all(writes)) assert.equal(status, 200, text)

    const chain = (await entries()).toReversed()
    for (const [n, { old_value }] of chain.entries())
      assert.equal(old_value, chain[n - 1]?.new_value ?? null, `entry ${n}`)
    const done = answers.filter(({ status }) => status === 200).length + 1
    assert.equal(chain.length, done)
    assert.equal(BigInt(await versionNow()), BigInt(before) + BigInt(done))
    const told = db.selectFrom('operational_events').select('id').where('event_type', '=', 'SETTINGS_CHANGED')
    assert.equal((await told.execute()).length, done)
    const { json } = await ask(1, 'GET', SETTINGS)
    assert.equal(json.reminders.max_per_member ?? null, chain.at(-1)?.new_value)
    assert.ok(chain.some(({ change_type }) => change_type === 'rollback'))
  })
})

interface Entry {
  readonly id: number
  readonly old_value: number | null
  readonly new_value: number | null
  readonly change_type: string
}

async function entries(): Promise<Entry[]> {
  const path = `/api/dashboard/${DEMO.guild}/settings/history?key=max_per_member&limit=200`
  return (await ask(1, 'GET', path)).json
}

async function versionNow(): Promise<string> {
  const row = await db
    .selectFrom('guild_settings_versions')
    .select('version')
    .where('guild_id', '=', DEMO.guild)
    .executeTakeFirst()
  return row?.version ?? '0'
}
