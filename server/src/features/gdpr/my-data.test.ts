import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

const { demo_admin: ADMIN, demo_guest: GUEST, demo_staff: STAFF } = DEMO.people
const { guild: GUILD, otherGuild: OTHER } = DEMO
const { general: GENERAL, otherGeneral: ELSEWHERE } = DEMO.channels

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { simulator } = app
const [admin, guest, staff] = [ADMIN, GUEST, STAFF].map((id) => simulator.person(id))
assert.ok(admin && guest && staff)

type Person = typeof admin
type Place = { readonly channel?: string }

/** The tables of the export, by file. */
async function exported(
  person: Person,
  scope: 'server' | 'everywhere' = 'everywhere',
  place: Place = { channel: GENERAL },
) {
  await app.moveTo(app.clock.now().add({ minutes: 2 }))
  const seen = await (await person.slash('my_data export', { scope }, place)).settled()
  assert.ok(seen.ephemeral)
  return unzipped(seen.message?.attachments[0]?.url)
}

async function unzipped(url = '') {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const files = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const)
  return new Map(files)
}

const kindsIn = (files: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    [...files].filter(([name]) => name !== 'README.txt').map(([name, text]) => [name, Object.keys(JSON.parse(text))]),
  )

async function remind(person: Person, name: string, place: Place = { channel: GENERAL }) {
  const preview = await person.slash('add_reminder', { name, when: 'in 5 hours' }, place)
  assert.match((await person.click(preview, 'Save')).content, /is set/)
}

const api = (headers: Record<string, string>, method: string, path: string, body?: unknown, more = {}) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, { ...headers, ...more })

const rows = async (table: 'reminders' | 'privacy_receipts' | 'sessions') =>
  (await app.db.selectFrom(table).selectAll().execute()).length

/** Asks and says yes once; the second answer is yet to be pressed. */
async function asked(person: Person, scope: 'server' | 'everywhere', place: Place = { channel: GENERAL }) {
  const question = await person.slash('my_data delete', { scope }, place)
  const text = question.content
  return { question, text, sure: await person.click(question, 'Erase…') }
}

/** An admin who has done everything of which something is kept. */
async function live() {
  const headers = await app.signIn(ADMIN)
  await remind(admin as Person, 'Tea')
  const settings = { category: 'gdpr', settings: { channel_id: GENERAL } }
  const write = await api(headers, 'POST', `/api/dashboard/settings/${GUILD}`, settings, { 'idempotency-key': 'k1' })
  assert.equal(write.status, 200, write.text)
  const key = await api(headers, 'POST', `/api/dashboard/${GUILD}/api-keys`, { name: 'Printer', scopes: ['reminders'] })
  assert.equal(key.status, 200, key.text)
  await simulator.person(DEMO.people.demo_owner).slash('gdpr post')
  const panel = simulator.messages(GENERAL).findLast(({ embeds }) => embeds[0]?.footer)
  assert.ok(panel)
  await (admin as Person).click(panel, 'I agree')
  await sums()
  return { headers, key: String(key.json.key) }
}

const everything = {
  'foundation.json': ['idempotency_keys'],
  'auth.json': ['sessions', 'account_links', 'api_keys'],
  'reminders.json': ['reminders'],
  'gdpr.json': ['gdpr_acceptances'],
  'settings.json': ['settings_history'],
  'operational-logs.json': ['operational_events'],
  'analytics.json': ['command_runs'],
}

const { headers, key } = await live()

describe('/my_data export', () => {
  test('gives everything that any feature keeps, as JSON in a ZIP that only the member sees', async () => {
    const files = await exported(admin)
    assert.deepEqual(kindsIn(files), everything)
    const reminder = JSON.parse(files.get('reminders.json') ?? '').reminders[0]
    assert.deepEqual([reminder.name, reminder.guild_id], ['Tea', GUILD])
    assert.match(files.get('README.txt') ?? '', new RegExp(`user ${ADMIN}.*reminders.json: reminders \\(1\\)`, 's'))
    const json = [...files].filter(([name]) => name !== 'README.txt').map(([, text]) => text)
    assert.equal(/secret|hash/.test(json.join()) || json.join().includes(key), false)
  })

  test('is given once a minute', async () => {
    const seen = await admin.slash('my_data export')
    assert.match(seen.content, /less than a minute ago.*again in 60 s/)
    assert.deepEqual(seen.message?.attachments, [])
  })

  test('of this server leaves out other servers and the web', async () => {
    await remind(guest, 'Home')
    await remind(guest, 'Away', { channel: ELSEWHERE })
    await sums()
    const files = await exported(guest, 'server')
    assert.deepEqual(Object.keys(kindsIn(files)), ['reminders.json', 'analytics.json'])
    assert.deepEqual(
      JSON.parse(files.get('reminders.json') ?? '').reminders.map(({ name }: { name: string }) => name),
      ['Home'],
    )
  })

  test('shows the moment at which it began, also where it takes long', async () => {
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    await app.db.transaction().execute(async (tx) => {
      await sql`lock table reminders in access exclusive mode`.execute(tx)
      const asked = guest.slash('my_data export')
      await until('it to wait', async () => {
        const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        return (await waiting.execute(tx)).rows.length > 0
      })
      await sql`insert into gdpr_texts (version, digest, body, created_at) values (99, '', '{}', ${app.clock.now()})`.execute(
        tx,
      )
      await sql`insert into gdpr_acceptances (guild_id, user_id, version, language, accepted_at)
        values (${GUILD}, ${GUEST}, 99, 'en', ${app.clock.now()})`.execute(tx)
      await sql`commit`.execute(tx)
      const files = await unzipped((await asked).message?.attachments[0]?.url)
      assert.deepEqual([files.has('reminders.json'), files.has('gdpr.json')], [true, false])
    })
    await sql`delete from gdpr_acceptances where version = 99`.execute(app.db)
  })
})

describe('/my_data delete', () => {
  test('names what will go and asks twice; whoever keeps it keeps it', async () => {
    const { text, sure } = await asked(admin, 'everywhere')
    assert.match(text, /- Reminders: 1\n/)
    assert.match(text, /- Changes of settings: 1\n/)
    assert.match(text, /- API keys: 1\n/)
    assert.match(text, /signed out on the web/)
    assert.match(sure.content, /Are you sure/)
    assert.match((await admin.click(sure, 'Keep everything')).content, /Nothing was erased/)
    assert.deepEqual(kindsIn(await exported(admin)), everything)
  })

  test('is of nobody but the member who asked', async () => {
    const { sure } = await asked(admin, 'everywhere')
    Object.assign(sure.message ?? {}, { ephemeral_to: null })
    for (const label of ['Yes, erase', 'Keep everything'])
      assert.match((await staff.click(sure, label)).content, /Only the member who asked/)
    assert.deepEqual([await rows('privacy_receipts'), await rows('reminders')], [0, 3])
  })

  test('does nothing a quarter of an hour later', async () => {
    const { sure } = await asked(admin, 'everywhere')
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    assert.match((await admin.click(sure, 'Yes, erase')).content, /too old/)
    assert.equal(await rows('privacy_receipts'), 0)
  })

  test('leaves everything where it breaks off in the middle', async () => {
    const { sure } = await asked(admin, 'everywhere')
    await app.db.transaction().execute(async (tx) => {
      await sql`lock table command_runs in exclusive mode`.execute(tx)
      const pressing = admin.click(sure, 'Yes, erase')
      await until('the session that erases to be ended', async () => {
        const { rows } = await sql<{ ended: boolean }>`
          select pg_terminate_backend(pid) as ended from pg_stat_activity
          where wait_event_type = 'Lock' and query like 'update%command_runs%' and datname = current_database()`.execute(
          app.db,
        )
        return rows.length > 0
      })
      const seen = await pressing
      await until('the fault to be told', () => /went wrong/.test(seen.followUps()[0]?.content ?? seen.content))
    })
    assert.deepEqual([await rows('privacy_receipts'), await rows('reminders')], [0, 3])
    assert.equal((await api(headers, 'GET', '/api/auth/me')).status, 200)
  })

  test('erases a server alone where the member says so, and tells its admins without the name', async () => {
    await remind(staff, 'Elsewhere not')
    const { sure } = await asked(guest, 'server')
    await sums()
    const seen = await guest.click(sure, 'Yes, erase')
    assert.match(seen.content, /Erased\..*receipt has the number.*Reminders: 1/s)
    const left = await app.db.selectFrom('reminders').select(['name', 'guild_id']).orderBy('name').execute()
    assert.deepEqual(left, [
      { name: 'Away', guild_id: OTHER },
      { name: 'Elsewhere not', guild_id: GUILD },
      { name: 'Tea', guild_id: GUILD },
    ])
    const files = await exported(guest)
    assert.deepEqual(kindsIn(files), {
      'foundation.json': ['guilds'],
      'reminders.json': ['reminders'],
      'gdpr.json': ['privacy_receipts'],
      'analytics.json': ['command_runs'],
    })
    const runs: { guild_id: string }[] = JSON.parse(files.get('analytics.json') ?? '').command_runs
    assert.deepEqual([...new Set(runs.map(({ guild_id }) => guild_id))], [OTHER])
    const [event, ...more] = await app.db
      .selectFrom('operational_events')
      .select(['guild_id', 'message', 'details'])
      .where('event_type', '=', 'PRIVACY_ERASED')
      .execute()
    assert.deepEqual([event?.guild_id, more], [GUILD, []])
    assert.doesNotMatch(JSON.stringify(event), new RegExp(GUEST))
  })

  test('pressed twice at once is done once, with one receipt that names what went; it signs out and revokes keys', async () => {
    const asMember = async () => (await api(headers, 'GET', '/api/auth/me')).status
    const withKey = async () =>
      (await api({ 'x-api-key': key, 'x-user-id': ADMIN }, 'GET', `/api/reminders/${ADMIN}`)).status
    const before = await sums()
    const { sure } = await asked(admin, 'everywhere')
    assert.deepEqual([await asMember(), await withKey()], [200, 200])
    const answers = await Promise.all([admin.click(sure, 'Yes, erase'), admin.click(sure, 'Yes, erase')])
    for (const each of answers) await each.settled()
    // The clock stands still: what processes remember does not run out, they have to be told.
    await until('the session and the key to be forgotten', async () => (await asMember()) + (await withKey()) === 802)
    const receipts = await app.db.selectFrom('privacy_receipts').selectAll().where('user_id', '=', ADMIN).execute()
    assert.equal(receipts.length, 1)
    for (const { content } of answers)
      assert.match(content, new RegExp(`\\*\\*${receipts[0]?.id}\\*\\*.*Reminders: 1`, 's'))
    assert.deepEqual(receipts[0]?.counts, {
      idempotency_keys: 1,
      sessions: 1,
      account_links: 1,
      api_keys: 1,
      reminders: 1,
      gdpr_acceptances: 1,
      gdpr_exports: 1,
      settings_history: 1,
      // With the press that broke off before.
      operational_events: 4,
      command_runs: Number(before.named),
    })
  })

  test('leaves nothing of the member but the receipt', async () => {
    assert.deepEqual(await tablesNaming(ADMIN), ['privacy_receipts'])
    assert.deepEqual(kindsIn(await exported(admin)), { 'gdpr.json': ['privacy_receipts'] })
    assert.deepEqual((await tablesNaming(GUEST)).slice(0, 3), ['command_runs', 'gdpr_exports', 'guilds'])
  })

  test('keeps the sums: how often commands were used, and who changed settings, without the name', async () => {
    const { runs, hourly, daily } = await sums()
    assert.deepEqual([hourly, daily], [runs, runs])
    const top = (await sendJson(`${app.alphapy.apiUrl}/top-commands?guild_id=${GUILD}`, 'GET')).json
    assert.deepEqual([top.commands.add_reminder, top.commands['my_data delete']], [3, 6])
    const owner = await app.signIn(DEMO.people.demo_owner)
    const [change] = (await api(owner, 'GET', `/api/dashboard/${GUILD}/settings/history`)).json
    assert.deepEqual([change.key, change.changed_by], ['channel_id', null])
    const shown = await simulator.person(DEMO.people.demo_owner).slash('config history')
    assert.match(JSON.stringify(shown.embeds) + shown.content, /somebody whose data were erased/)
  })
})

describe('once a minute', () => {
  test('is counted of two that are asked for at once, and after a restart', async () => {
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    const twice = await Promise.all([guest.slash('my_data export'), guest.slash('my_data export')])
    const settled = await Promise.all(twice.map((seen) => seen.settled()))
    assert.deepEqual(settled.map(({ message }) => message?.attachments.length).toSorted(), [0, 1])
    await app.alphapy.stop()
    const again = await startAgain(app, 'gateway')
    const { content } = await guest.slash('my_data export').finally(() => again.stop())
    assert.match(content, /less than a minute ago.*again in 60 s/)
  })
})

/** Every table of the database in any row of which the id stands anywhere. */
async function tablesNaming(id: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(app.db)
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`
        select from ${sql.table(name)} named where named::text like ${`%${id}%`} limit 1`.execute(app.db)
      return rows.length > 0 ? [name] : []
    }),
  )
  return found.flat()
}

async function sums() {
  await app.moveTo(app.clock.now().add({ seconds: 10 }))
  const read = async () => {
    const { rows } = await sql<{ runs: string; named: string; hourly: string; daily: string }>`
      select count(*) as runs, count(*) filter (where user_id = ${ADMIN}) as named,
        (select sum(runs) from command_usage_hourly where guild_id = 0) as hourly,
        (select sum(runs) from command_usage_daily where guild_id = 0) as daily
      from command_runs`.execute(app.db)
    return rows[0]
  }
  return until('the runs to be written', async () => {
    const found = await read()
    return found && found.runs === found.hourly ? found : null
  })
}
