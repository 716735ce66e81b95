/** The chapters "Health & Status" and "Versioning" of the API reference 2.4.0. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'
import { until } from '../testing/until.ts'

// Nothing is asked of a language model here; it is set up.
const environment = { LLM_BASE_URL: 'http://127.0.0.1:9/v1' }
const app = await startApp({ environment })
after(() => app[Symbol.asyncDispose]())
/** While everything starts on a busy machine, what is asked within its time may be answered by none. */
const isWell = (health: { db_status: string; gpt_status: unknown; guild_count: unknown }) =>
  health.db_status === 'ok' && health.gpt_status !== null && health.guild_count !== null
/** Without any credentials. */
const get = (path: string) => sendJson(`${app.alphapy.apiUrl}${path}`, 'GET')

describe('GET /api/health', () => {
  const SAMPLE = `{
"service": "alphapy",
"version": "2.4.0",
"uptime_seconds": 3600,
"db_status": "ok",
"timestamp": "2026-01-21T12:00:00Z",
"guild_count": 2,
"active_commands_24h": 150,
"gpt_status": "operational",
"database_pool_size": 5
}`

  test('answers as shown; what is optional may be null', async () => {
    const answer = await until('all to be well', async () => {
      const health = await get('/api/health')
      return isWell(health.json) && health
    })
    assertShape(answer, SAMPLE, {
      verbatim: ['service', 'version', 'db_status', 'guild_count', 'gpt_status'],
      nullable: ['active_commands_24h'],
    })
  })

  test('tells the version that the description has', async () => {
    const { version } = (await get('/api/openapi.json')).json.info
    assert.deepEqual([version, (await get('/api/health')).json.version], ['2.4.0', '2.4.0'])
  })
})

describe('GET /status', () => {
  const SAMPLE = `{
"online": true,
"latency": 0,
"uptime": "60 min"
}`

  test('answers as shown, without authentication', async () => {
    await until('a heartbeat', async () => (await get('/status')).json.latency !== null)
    const answer = await get('/status')
    assertShape(answer, SAMPLE, { verbatim: ['online'] })
    assert.match(answer.json.uptime, /^\d+ min$/)
  })
})

describe('GET /api/health/history', () => {
  const SAMPLE = `{
"history": [
{
"service": "alphapy",
"version": "2.4.0",
"uptime_seconds": 3600,
"db_status": "ok",
"guild_count": 2,
"active_commands_24h": 150,
"gpt_status": "operational",
"database_pool_size": 5,
"checked_at": "2026-01-21T12:00:00Z"
}
],
"period_hours": 24,
"total_records": 1
}`
  const SHAPE = {
    verbatim: ['history[].service', 'history[].version', 'history[].db_status', 'history[].gpt_status'],
    nullable: ['history[].guild_count', 'history[].active_commands_24h'],
  }
  const total = async (query: string) => (await get(`/api/health/history${query}`)).json.total_records

  test('answers as shown', async () => {
    const { checked_at } = await until('a sample of when all was well', async () => {
      const [latest] = (await get('/api/health/history?limit=1')).json.history
      if (latest && isWell(latest)) return latest
      await app.clock.advance({ minutes: 1 })
      return null
    })
    const earlier = Temporal.Instant.from(checked_at)
    await app.db.deleteFrom('health_samples').where('checked_at', '<', earlier).execute()
    assertShape(await get('/api/health/history'), SAMPLE, {
      ...SHAPE,
      verbatim: [...SHAPE.verbatim, 'period_hours', 'total_records'],
    })
  })

  test('looks back 24 hours and tells 100 records unless it is asked for others', async () => {
    const [sample] = await app.db.selectFrom('health_samples').selectAll().execute()
    assert.ok(sample)
    const minutes = [...Array.from({ length: 120 }, (_, n) => n + 1), 25 * 60, 47 * 60]
    const older = minutes.map((ago) => ({ ...sample, checked_at: sample.checked_at.subtract({ minutes: ago }) }))
    await app.db.insertInto('health_samples').values(older).execute()
    assert.equal(await total(''), 100)
    assert.equal(await total('?limit=1000'), 121)
    assert.equal(await total('?hours=26&limit=1000'), 122)
    assert.equal(await total('?hours=48&limit=2'), 2)
    assertShape(await get('/api/health/history?hours=48&limit=1000'), SAMPLE, SHAPE)
    const { period_hours, history } = (await get('/api/health/history?hours=48')).json
    assert.deepEqual([period_hours, history.length], [48, 100])
  })
})
