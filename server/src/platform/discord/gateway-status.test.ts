import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { until } from '../../testing/until.ts'
import { discordGateway } from './gateway.ts'
import { gatewayStatusRecorder } from './gateway-status.ts'

const START = Temporal.Instant.from('2027-03-01T12:00:00Z')

test('what the gateway knows of itself is written down, also that it is lost', async () => {
  await using database = await testDatabase()
  const simulator = await startSimulator({ strict: true })
  const clock = new TestClock(START)
  const logger = pino({ level: 'silent' })
  const { token, restUrl: apiUrl } = simulator
  const ignore = () => undefined
  const gateway = discordGateway({ token, apiUrl, logger, clock, onInteraction: ignore, onEnded: ignore })
  await gateway.connect()
  await until('an acknowledgement', () => gateway.state().isOnline)

  const stopping = new AbortController()
  const running = gatewayStatusRecorder({ db: database.db, gateway, clock, logger }).run(stopping.signal)
  const row = () => database.db.selectFrom('gateway_status').selectAll().executeTakeFirst()
  const written = await until('the first row', row)
  assert.equal(written.shard_id, 0)
  assert.equal(written.guild_count, 2)
  assert.equal(written.updated_at.toString(), START.toString())
  assert.ok(written.session_started_at && written.last_heartbeat_ack_at)

  await simulator.stop()
  await until('the loss', () => !gateway.state().isOnline)
  await clock.advance({ seconds: 5 })
  const lost = await until('the next row', async () => {
    const next = await row()
    return next && Temporal.Instant.compare(next.updated_at, START) > 0 && next
  })
  assert.equal(lost.session_started_at, null)

  stopping.abort()
  await running
  await gateway.stop()
})
