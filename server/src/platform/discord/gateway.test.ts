import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { Program } from '../../testing/program.ts'
import { until } from '../../testing/until.ts'
import { discordGateway, GatewayEnded, type GatewayOptions } from './gateway.ts'

const HEARTBEAT_MS = 300

function gatewayTo(simulator: Simulator, changes: Partial<GatewayOptions> = {}) {
  const ended: GatewayEnded[] = []
  const gateway = discordGateway({
    token: simulator.token,
    apiUrl: simulator.restUrl,
    logger: pino({ level: 'silent' }),
    clock: systemClock,
    onInteraction: () => undefined,
    onEnded: (reason) => ended.push(reason),
    ...changes,
  })
  return { ...gateway, ended, [Symbol.asyncDispose]: gateway.stop }
}

const startDiscord = () => startSimulator({ strict: true, heartbeatMs: HEARTBEAT_MS })

describe('health', () => {
  test('is the truth from the first acknowledged heartbeat on', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    assert.equal(gateway.state().isOnline, false)
    await gateway.connect()
    await until('an acknowledgement', () => gateway.state().isOnline)
    const { latencyMs, guildCount } = gateway.state()
    assert.equal(guildCount, 2)
    assert.ok(latencyMs !== null && latencyMs >= 0)
  })

  test('uses the interval that Discord asks for', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    await until('the interval', () => gateway.state().shards[0]?.heartbeatIntervalMs === HEARTBEAT_MS)
  })

  test('turns false when acknowledgements stop, and true when they come again', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    await until('an acknowledgement', () => gateway.state().isOnline)
    simulator.gateway.dropAcks()
    await until('two intervals without one', () => (gateway.state().shards[0]?.sinceAckMs ?? 0) > 2 * HEARTBEAT_MS)
    assert.equal(gateway.state().isOnline, false)
    simulator.gateway.resumeAcks()
    await until('an acknowledgement', () => gateway.state().isOnline)
    assert.equal(simulator.gateway.identifies, 1)
  })

  test('turns false when Discord is gone', async () => {
    const simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    await until('an acknowledgement', () => gateway.state().isOnline)
    await simulator.stop()
    await until('the loss to show', () => !gateway.state().isOnline)
  })
})

describe('the session', () => {
  const breaks: Record<string, (simulator: Simulator) => void> = {
    'a dropped connection': (simulator) => simulator.gateway.terminate(),
    'op 7': (simulator) => simulator.gateway.reconnect(),
    'op 9 that allows it': (simulator) => simulator.gateway.invalidateSession(true),
    'close code 4000': (simulator) => simulator.gateway.close(4000),
  }
  for (const [name, breakIt] of Object.entries(breaks)) {
    test(`is resumed after ${name}, with what was missed`, async () => {
      await using simulator = await startDiscord()
      await using gateway = gatewayTo(simulator)
      await gateway.connect()
      breakIt(simulator)
      simulator.gateway.guildOutage(DEMO.otherGuild)
      await until('the RESUME', () => simulator.gateway.resumes === 1)
      await until('what was missed', () => gateway.client.guilds.cache.get(DEMO.otherGuild)?.available === false)
      await until('an acknowledgement', () => gateway.state().isOnline)
      assert.equal(simulator.gateway.identifies, 1)
    })
  }

  test('is begun anew where Discord forbids to resume it', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    simulator.gateway.invalidateSession(false)
    await until('the second IDENTIFY', () => simulator.gateway.identifies === 2)
    await until('an acknowledgement', () => gateway.state().isOnline)
    assert.deepEqual(gateway.ended, [])
  })
})

describe('the end', () => {
  test('a wrong token is said plainly', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator, { token: 'wrong.bot.token' })
    await assert.rejects(gateway.connect(), (error) => error instanceof GatewayEnded && /BOT_TOKEN/.test(error.message))
    assert.equal(simulator.gateway.identifies, 0)
  })

  test('a wrong token ends the program with that sentence', async () => {
    await using simulator = await startDiscord()
    await using database = await testDatabase()
    await using program = new Program({
      BOT_TOKEN: 'wrong.bot.token',
      DISCORD_API_URL: simulator.restUrl,
      DATABASE_URL: database.url,
      ROLES: 'gateway',
    })
    assert.equal(await program.ended(), 1)
    assert.match(program.output, /Discord does not accept the bot token \(BOT_TOKEN\)/)
    assert.doesNotMatch(program.output, /wrong\.bot\.token/)
  })

  test('a close code that no reconnecting helps ends the process', async () => {
    await using simulator = await startDiscord()
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    simulator.gateway.close(4014)
    const [reason] = await until('the end', () => gateway.ended.length > 0 && gateway.ended)
    assert.match(reason?.message ?? '', /Privileged Gateway Intents/)
    assert.equal(simulator.gateway.identifies, 1)
  })

  test('a Discord that is down at the start is tried again', async () => {
    await using simulator = await startDiscord()
    simulator.faults.on({ path: '/gateway/bot' }, { status: 503 }, { times: 2 })
    await using gateway = gatewayTo(simulator)
    await gateway.connect()
    assert.equal(gateway.state().guildCount, 2)
  })

  test('stopping ends the wait for a Discord that is down', async () => {
    await using simulator = await startDiscord()
    simulator.faults.on({ path: '/gateway/bot' }, { status: 503 })
    const gateway = gatewayTo(simulator)
    const connecting = gateway.connect()
    await until('a first try', () => simulator.faults.struck > 0)
    await gateway.stop()
    await connecting
  })
})
