import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { type FuzzRequest, fuzz } from '../testing/fuzz.ts'
import { as, sendJson } from '../testing/http.ts'

const SEED = 20_270_301
const RANDOM_RUNS = 40
const OWNER = DEMO.people.demo_owner

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())

const body = () => ({
  name: 'Tea',
  channel_id: DEMO.channels.general,
  time: '09:00:00',
  days: ['0', '2'],
  message: 'Daily standup meeting',
  location: 'Main Channel',
})

/** A fresh reminder, since each request may change or delete it; the owner's others make room. */
async function fresh(): Promise<number> {
  await app.db.deleteFrom('reminders').execute()
  return (await app.send(OWNER, 'POST', '/api/reminders', body())).json.id
}

async function stored(): Promise<string> {
  const rows = await app.db.selectFrom('reminders').selectAll().orderBy('id').execute()
  return JSON.stringify(rows)
}

async function send({ method, path, body: text, headers, isSigned }: FuzzRequest) {
  const before = await stored()
  const answer = await sendJson(`${app.alphapy.apiUrl}${path}`, method, text ?? undefined, {
    ...(isSigned && as(OWNER)),
    ...headers,
  })
  if (answer.status >= 400)
    assert.equal(await stored(), before, `${method} ${path} ${text} was refused and stored something`)
  return answer
}

test('every field of every endpoint wrong in every way is named with 400, never a fault, and stores nothing', async () => {
  const document = (await sendJson(`${app.alphapy.apiUrl}/api/openapi.json`, 'GET')).json
  const report = await fuzz({
    document,
    send,
    seed: SEED,
    runs: RANDOM_RUNS,
    fixtures: {
      createReminder: async () => {
        await app.db.deleteFrom('reminders').execute()
        return { path: {}, query: {}, body: body() }
      },
      changeReminder: async () => ({ path: {}, query: {}, body: { ...body(), id: await fresh() } }),
      deleteReminder: async () => ({ path: { reminder_id: await fresh(), created_by: OWNER }, query: {} }),
      listReminders: () => ({ path: { user_id: OWNER }, query: { limit: 5 } }),
    },
  })
  assert.ok((report.createReminder ?? 0) > 500, JSON.stringify(report))
  assert.ok((report.changeReminder ?? 0) > 500, JSON.stringify(report))
})
