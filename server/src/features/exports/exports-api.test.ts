import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../../testing/app.ts'
import { readCsv, readTable } from '../../testing/csv-reader.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_admin: ADMIN, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const { guild: GUILD, otherGuild: OTHER } = DEMO
const { general: GENERAL, otherGeneral: ELSEWHERE } = DEMO.channels

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
const apiUrl = app.alphapy.apiUrl ?? ''
const pathOf = (name: string, guild: string = GUILD) => `/api/dashboard/${guild}/exports/${name}.csv`
const headers = new Map<string, Record<string, string>>(
  await Promise.all([OWNER, ADMIN, MEMBER, GUEST].map(async (user) => [user, await app.signIn(user)] as const)),
)
const ask = (user: string, path: string, method = 'GET') =>
  sendJson(`${apiUrl}${path}`, method, undefined, headers.get(user))
async function exported(name: string, user: string = OWNER, guild: string = GUILD) {
  const answer = await ask(user, pathOf(name, guild))
  assert.equal(answer.status, 200, answer.text)
  return answer
}

const NASTY = {
  '=cmd|"/C calc"!A0': '=1+1',
  '+31 6 1234': '@everyone',
  '-5 degrees': 'Thé für "Zoë",\nzweite Zeile\r\nand 😀',
}
async function remind(user: string, channel: string, name: string, message = '') {
  const body = { name, message, channel_id: channel, time: '09:00', days: ['0'] }
  const { status, json, text } = await app.send(user, 'POST', '/api/reminders', body)
  assert.equal(status, 200, text)
  return String(json.id)
}
for (const [name, message] of Object.entries(NASTY)) await remind(OWNER, GENERAL, name, message)
await remind(GUEST, ELSEWHERE, 'Of the other guild')

/** Reminders of two kilobytes each, of a guild that has no others. */
const fill = (guild: string, count: number) =>
  sql`
  insert into reminders (guild_id, channel_id, owner_id, name, message, time_zone, send_time, call_time, lead_seconds, days,
    status, paused_reason, created_at, updated_at)
  select ${guild}::bigint, 1, 1, 'Reminder ' || n, repeat('x', 2000), 'UTC', '09:00', '09:00', 0, '{0}', 'paused', 'x',
    now(), now() from generate_series(1, ${count}::int) n`.execute(app.db)
const empty = (guild: string) => app.db.deleteFrom('reminders').where('guild_id', '=', guild).execute()

/** Sessions of the program that are in the middle of a cursor. */
const readings = async () => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()
    and query like 'fetch forward%'`.execute(app.db)
  return rows
}
const events = async () => {
  const rows = await app.db
    .selectFrom('operational_events')
    .select(['guild_id', 'message', 'details'])
    .where('event_type', '=', 'EXPORT_MADE')
    .orderBy('id')
    .execute()
  return rows
}

describe('an export', () => {
  test('is a file with a name, of one type, that nobody keeps on the way', async () => {
    const { headers: told, text } = await exported('reminders')
    assert.equal(told.get('content-type'), 'text/csv; charset=utf-8; header=present')
    assert.equal(told.get('content-disposition'), 'attachment; filename="reminders_2027-03-01.csv"')
    assert.equal(told.get('cache-control'), 'no-store')
    assert.equal(told.get('x-row-count'), String(readTable(text).length))
  })

  test('begins with the byte order mark', async () => {
    const response = await fetch(`${apiUrl}${pathOf('reminders')}`, { headers: headers.get(OWNER) ?? {} })
    const bytes = new Uint8Array(await response.arrayBuffer())
    assert.deepEqual([...bytes.slice(0, 5)], [0xef, 0xbb, 0xbf, ...Buffer.from('id')])
  })

  test('gives what members typed as text: formulas defused, quotes, umlauts and line breaks as they were', async () => {
    const rows = readTable((await exported('reminders')).text)
    assert.deepEqual(
      rows.map(({ name, message }) => [name, message]),
      [
        ["'-5 degrees", NASTY['-5 degrees']],
        ["'+31 6 1234", "'@everyone"],
        [`'=cmd|"/C calc"!A0`, "'=1+1"],
      ],
    )
    assert.ok(rows.every(({ owner_id, channel_id }) => owner_id === OWNER && channel_id === GENERAL))
  })

  test('has its headings alone where there is nothing', async () => {
    const { text, headers: told } = await exported('tickets')
    assert.equal(readCsv(text).length, 1)
    assert.equal(told.get('x-row-count'), '0')
  })

  test('is recorded with who had it and how many rows, before it leaves', async () => {
    await exported('reminders', ADMIN)
    assert.deepEqual((await events()).at(-1), {
      guild_id: GUILD,
      message: '3 rows of reminders were exported',
      details: { export: 'reminders', scope: 'all', rows: 3, user_id: ADMIN, door: 'api' },
    })
  })

  test('tells its headers alone to whoever asks with HEAD, and counts as none', async () => {
    const before = (await events()).length
    const { status, text, headers: told } = await ask(OWNER, pathOf('reminders'), 'HEAD')
    assert.deepEqual([status, text, told.get('content-length')], [200, '', null])
    assert.match(told.get('content-disposition') ?? '', /reminders_2027/)
    assert.equal((await events()).length, before)
  })
})

describe('tickets', () => {
  const columns = 'id,user_id,username,status,created_at,updated_at,claimed_by,channel_id'
  const ticket = (number: number, daysAgo: number) => ({
    guild_id: GUILD,
    number,
    opener_id: MEMBER,
    username: `=${number}`,
    language: 'en',
    description: 'Help',
    labels: ['billing', 'urgent'],
    created_at: app.clock.now().subtract({ hours: 24 * daysAgo }),
    updated_at: app.clock.now(),
  })

  test('are all, or those of the last 7 or 30 days, the newest first', async () => {
    await app.db
      .insertInto('tickets')
      .values([ticket(1, 40), ticket(2, 20), ticket(3, 2), { ...ticket(4, 1), guild_id: OTHER }])
      .execute()
    const numbers = async (query: string) => {
      const { status, text, headers: told } = await ask(OWNER, `${pathOf('tickets')}${query}`)
      assert.equal(status, 200, text)
      return [told.get('content-disposition')?.slice(22, -16), ...readTable(text).map(({ number }) => number)]
    }
    assert.deepEqual(await numbers(''), ['tickets_all', '3', '2', '1'])
    assert.deepEqual(await numbers('?days=30'), ['tickets_30d', '3', '2'])
    assert.deepEqual(await numbers('?days=7'), ['tickets_7d', '3'])
    assert.equal((await ask(OWNER, `${pathOf('tickets')}?days=8`)).status, 400)
  })

  test('have the columns of version 2.4 first', async () => {
    const { text } = await exported('tickets')
    assert.ok(text.startsWith(`${columns},`), text)
    const [row] = readTable(text)
    assert.deepEqual([row?.user_id, row?.username, row?.labels, row?.claimed_by], [MEMBER, "'=3", 'billing;urgent', ''])
  })

  test('tell when they were first answered and how their last closing was rated, one row each', async () => {
    const answered = Temporal.Instant.from('2027-02-27T12:00:00Z')
    const { id } = await app.db
      .updateTable('tickets')
      .set({ first_response_at: answered, first_response_by: ADMIN })
      .where('guild_id', '=', GUILD)
      .where('number', '=', 3)
      .returning('id')
      .executeTakeFirstOrThrow()
    const rating = { ticket_id: id, guild_id: GUILD, user_id: MEMBER, rated_at: app.clock.now() }
    await app.db
      .insertInto('ticket_ratings')
      .values([
        { ...rating, closed_at: answered.add({ hours: 2 }), score: 5, comment: '=SUM(1)' },
        { ...rating, closed_at: answered.add({ hours: 1 }), score: 1 },
      ])
      .execute()
    const rows = readTable((await exported('tickets')).text)
    assert.deepEqual(
      rows.map((row) => [row.number, row.first_response_at, row.first_response_by, row.rating, row.rating_comment]),
      [
        ['3', '2027-02-27T12:00:00Z', ADMIN, '5', "'=SUM(1)"],
        ['2', '', '', '', ''],
        ['1', '', '', '', ''],
      ],
    )
  })
})

test('answers of the onboarding are a row each, and what was asked on follows its answer', async () => {
  const answers = [
    {
      questionId: '1',
      question: 'Which city?',
      type: 'select',
      answer: 'other',
      labels: ['Another'],
      followUps: { other: { question: 'Which?', type: 'text', answer: '=Gent' } },
    },
    {
      questionId: '2',
      question: 'Games?',
      type: 'multiselect',
      answer: ['go', 'chess'],
      labels: ['Go', 'Chess'],
      followUps: {},
    },
    { questionId: '3', question: 'Email?', type: 'email', answer: null, labels: null, followUps: {} },
  ]
  const response = (user_id: string, given: readonly unknown[], guild_id: string = GUILD) => ({
    guild_id,
    user_id,
    mode: 'questions_only',
    answers: JSON.stringify(given),
    completed_at: app.clock.now(),
  })
  await app.db
    .insertInto('onboarding_responses')
    .values([response(MEMBER, answers), response(GUEST, []), response(MEMBER, answers, OTHER)])
    .execute()
  const rows = readTable((await exported('onboarding')).text)
  assert.deepEqual(
    rows.map(({ user_id, question_id, question, answer, labels, follows }) => [
      user_id,
      question_id,
      question,
      answer,
      labels,
      follows,
    ]),
    [
      [GUEST, '', '', '', '', ''],
      [MEMBER, '1', 'Which city?', 'other', 'Another', ''],
      [MEMBER, '1', 'Which?', "'=Gent", '', 'other'],
      [MEMBER, '2', 'Games?', 'go;chess', 'Go;Chess', ''],
      [MEMBER, '3', 'Email?', '', '', ''],
    ],
  )
})

describe('the walls', () => {
  test("give nobody another guild's rows, and members without rights nothing", async () => {
    for (const name of ['tickets', 'onboarding', 'reminders']) {
      for (const user of [MEMBER, GUEST]) assert.equal((await ask(user, pathOf(name))).status, 403, name)
      for (const user of [OWNER, ADMIN]) assert.equal((await ask(user, pathOf(name, OTHER))).status, 403, name)
    }
    const rows = readTable((await exported('reminders', GUEST, OTHER)).text)
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Of the other guild'],
    )
  })

  test('open to API keys of the guild with the scope of exports alone', async () => {
    const statuses = await Promise.all(
      ['exports', 'reminders'].map(async (scope) => {
        const body = { name: scope, scopes: [scope] }
        const path = `${apiUrl}/api/dashboard/${GUILD}/api-keys`
        const { json } = await sendJson(path, 'POST', body, headers.get(OWNER))
        const bearer = { 'x-api-key': String(json.key), 'x-user-id': OWNER }
        const asked = [GUILD, OTHER].map((guild) =>
          sendJson(`${apiUrl}${pathOf('reminders', guild)}`, 'GET', undefined, bearer),
        )
        return (await Promise.all(asked)).map(({ status }) => status)
      }),
    )
    assert.deepEqual(statuses, [
      [200, 403],
      [403, 403],
    ])
  })
})

describe('a reader that takes its time', () => {
  const ROWS = 8_000
  const download = (guild: string = OTHER, user: string = GUEST) =>
    fetch(`${apiUrl}${pathOf('reminders', guild)}`, { headers: headers.get(user) ?? {} })
  const rest = async ({ body }: Response) => {
    let bytes = 0
    for await (const part of body ?? []) bytes += part.length
    return bytes
  }
  const noReadings = () => until('no reading', async () => (await readings()).length === 0)

  test('and goes away leaves no cursor and no transaction behind', async () => {
    await fill(OTHER, ROWS)
    const response = await download()
    assert.equal(response.headers.get('x-row-count'), String(ROWS + 1))
    assert.equal((await readings()).length, 1)
    await response.body?.cancel()
    await noReadings()
  })

  test('is told by a broken connection that the rest is missing when the database goes', async () => {
    const response = await download()
    const [{ pid } = { pid: 0 }] = await readings()
    await sql`select pg_terminate_backend(${pid})`.execute(app.db)
    await assert.rejects(rest(response))
    await noReadings()
  })

  test('has company of one more of the guild; a third is asked to wait, and let in when there is room', async () => {
    const two = [await download(), await download()]
    const third = await ask(GUEST, pathOf('reminders', OTHER))
    assert.deepEqual([third.status, third.json.code, third.headers.get('retry-after')], [429, 'exports.busy', '15'])
    const elsewhere = await ask(OWNER, pathOf('reminders'))
    assert.equal(elsewhere.status, 200)
    for (const response of two) assert.ok((await rest(response)) > ROWS * 2000)
    await noReadings()
    await (await download()).body?.cancel()
    await noReadings()
    await empty(OTHER)
  })
})
