import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { pino } from 'pino'
import { metersOfProcess } from '../platform/metrics/meters.ts'
import { serveMetrics } from '../platform/metrics/metrics-server.ts'
import { startApp } from '../testing/app.ts'
import { testDatabase } from '../testing/database.ts'
import { tcpProxy } from '../testing/tcp-proxy.ts'
import { until } from '../testing/until.ts'

const OWNER = DEMO.people.demo_owner
const app = await startApp({ environment: { METRICS_PORT: '0' } })
after(() => app[Symbol.asyncDispose]())

/** The samples of a scrape, by name and labels as they are written. */
async function scrape(url = app.alphapy.metricsUrl): Promise<Map<string, number>> {
  const response = await fetch(String(url))
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

describe('Prometheus reads', () => {
  test('how long requests take, by the template of the route and never by ids', async () => {
    await app.send(OWNER, 'GET', `/api/reminders/${OWNER}`)
    await app.send(OWNER, 'GET', `/api/reminders/${DEMO.people.demo_member}`)
    await app.send(OWNER, 'GET', '/nowhere/1100000000000000999')
    const samples = await scrape()
    const requests = (labels: string) => samples.get(`alphapy_http_request_duration_seconds_count{${labels}}`)
    assert.equal(requests('route="/api/reminders/:user_id",method="GET",status="2xx"'), 1)
    assert.equal(requests('route="/api/reminders/:user_id",method="GET",status="4xx"'), 1)
    assert.equal(requests('route="none",method="GET",status="4xx"'), 1)
    assert.doesNotMatch([...samples.keys()].join(), /\d{17}/)
  })

  test('how long commands take, by name and outcome', async () => {
    await app.member.slash('reminder_list')
    await app.member.slash('add_reminder', { name: 'Tea', when: 'never ever' })
    const samples = await until('both commands', async () => {
      const found = await scrape()
      const of = (command: string, outcome: string) =>
        found.get(`alphapy_command_duration_seconds_count{command="${command}",outcome="${outcome}"}`)
      return of('reminder_list', 'succeeded') === 1 && of('add_reminder', 'refused') === 1 && found
    })
    assert.ok((samples.get('alphapy_command_runs_unwritten') ?? -1) >= 0)
    assert.equal(samples.get('alphapy_command_runs_lost'), 0)
  })

  test('how many buttons and forms broke off, by handler', async () => {
    const list = await app.member.slash('reminder_list')
    assert.ok(list.message)
    list.message.components = [
      { type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: 'reminders:list:' }] },
    ]
    await app.db.schema.alterTable('reminders').renameTo('hidden').execute()
    await app.member.click(list, 'Next')
    await app.db.schema.alterTable('hidden').renameTo('reminders').execute()
    await until(
      'the fault',
      async () => (await scrape()).get('alphapy_component_faults_total{component="reminders:list"}') === 1,
    )
  })

  test('how the gateway and the pool of connections fare', async () => {
    const samples = await until('a heartbeat', async () => {
      const found = await scrape()
      return found.get('alphapy_gateway_online') === 1 && found
    })
    assert.equal(samples.get('alphapy_gateway_guilds'), 2)
    assert.ok((samples.get('alphapy_gateway_latency_seconds') ?? -1) >= 0)
    assert.ok((samples.get('alphapy_database_connections') ?? 0) >= 1)
    assert.equal(samples.get('alphapy_database_connections_max'), 10)
    assert.ok((samples.get('process_resident_memory_bytes') ?? 0) > 0)
    assert.ok(samples.has('nodejs_eventloop_lag_p99_seconds'))
  })

  test('what became of reminders, how late they were, and how long the oldest waits', async () => {
    const body = { name: 'Tea', channel_id: DEMO.channels.general, event_time: '2027-03-01T14:00:00Z' }
    assert.equal((await app.send(OWNER, 'POST', '/api/reminders', body)).status, 200)
    await until('none to be due', async () => (await scrape()).get('alphapy_reminders_oldest_due_seconds') === 0)
    app.simulator.faults.on({ method: 'POST', path: /messages$/ }, 'drop', { times: 1 })
    await app.moveTo(Temporal.Instant.from('2027-03-01T13:00:00Z'))
    const samples = await until('the reminder to be sent', async () => {
      // More than a second at a time, so that the second attempt cannot be punctual.
      await app.clock.advance({ seconds: 2 })
      const found = await scrape()
      return found.get('alphapy_reminder_deliveries_total{outcome="sent"}') === 1 && found
    })
    assert.equal(samples.get('alphapy_reminder_delay_seconds_count'), 1)
    assert.equal(samples.get('alphapy_reminder_delay_seconds_bucket{le="1"}'), 0)
    assert.equal(samples.get('alphapy_reminder_delay_seconds_bucket{le="60"}'), 1)
  })
})

describe('the port for Prometheus', () => {
  test('knows one address and reading it, nothing else', async () => {
    const url = String(app.alphapy.metricsUrl)
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/)
    const post = await fetch(url, { method: 'POST' })
    assert.deepEqual([post.status, post.headers.get('allow')], [405, 'GET, HEAD'])
    assert.equal((await fetch(new URL('/', url))).status, 404)
    assert.equal((await fetch(url, { method: 'HEAD' })).status, 200)
    assert.equal((await app.send(OWNER, 'GET', '/metrics')).status, 404)
  })

  test('that is taken is named', async () => {
    const port = Number(new URL(String(app.alphapy.metricsUrl)).port)
    await assert.rejects(
      serveMetrics({ host: '127.0.0.1', port, meters: metersOfProcess(), logger: pino({ level: 'silent' }) }),
      /Port \d+ on 127\.0\.0\.1, for metrics, is in use/,
    )
  })

  test('is open in a process without API too, and answers while the database is away', async () => {
    await using database = await testDatabase()
    const { hostname, port, pathname, username, password } = new URL(database.url)
    await using proxy = await tcpProxy({ host: hostname, port: Number(port) })
    const DATABASE_URL = `postgresql://${username}:${password}@127.0.0.1:${proxy.port}${pathname}`
    await using worker = await startApp({ roles: ['worker'], environment: { DATABASE_URL, METRICS_PORT: '0' } })
    await until(
      'none to be due',
      async () => (await scrape(worker.alphapy.metricsUrl)).get('alphapy_reminders_oldest_due_seconds') === 0,
    )
    proxy.hang()
    const samples = await scrape(worker.alphapy.metricsUrl)
    assert.equal(samples.has('alphapy_reminders_oldest_due_seconds'), false)
    assert.equal(samples.has('alphapy_gateway_online'), false)
    assert.ok((samples.get('alphapy_database_connections') ?? 0) >= 1)
    await proxy.cut()
    await proxy.mend()
  })

  test('is closed unless METRICS_PORT is set', async () => {
    await using quiet = await startApp({ roles: ['api'] })
    assert.equal(quiet.alphapy.metricsUrl, null)
  })
})
