import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { inEach } from '../../kernel/language.ts'
import { TestClock } from '../../testing/clock.ts'
import { until } from '../../testing/until.ts'
import { say } from './answers.ts'
import { defineCommand } from './commands.ts'
import { discordGateway } from './gateway.ts'
import { type GatewayLifecycle, Lifecycle } from './gateway-lifecycle.ts'
import { commandRegistrar } from './register-commands.ts'
import { discordRest } from './rest.ts'

const logger = pino({ level: 'silent' })
const COMMAND = defineCommand({
  name: 'tea',
  description: inEach(() => 'Makes tea'),
  options: {},
  answers: 'message',
  handle: async () => say('Here you are.'),
})

/** A connected bot with one command, and what is heard of its life. */
async function start() {
  const started = new AsyncDisposableStack()
  const simulator = started.use(await startSimulator({ strict: true }))
  const address = { apiUrl: simulator.restUrl, token: simulator.token }
  const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
  const heard: GatewayLifecycle[] = []
  const registrar = commandRegistrar({
    discord: discordRest({ ...address, logger, clock }),
    applicationId: () => DEMO.bot,
    commands: [COMMAND],
    clock,
    logger,
  })
  const lifecycle = new Lifecycle({
    syncCommands: registrar.sync,
    ears: [() => Promise.reject(new Error('deaf')), async (event) => void heard.push(event)],
    logger,
  })
  const gateway = discordGateway({
    ...address,
    logger,
    clock: systemClock,
    onInteraction: () => undefined,
    onDispatch: (dispatch, shardId) => lifecycle.receive(dispatch, shardId),
    onClosed: (shardId) => lifecycle.closed(shardId),
    onEnded: assert.fail,
  })
  started.defer(async () => {
    await gateway.stop()
    await lifecycle.settled()
  })
  return {
    simulator,
    clock,
    registrar,
    heard,
    async connect() {
      await gateway.connect()
      await lifecycle.ready()
    },
    async [Symbol.asyncDispose]() {
      await started.disposeAsync()
      assert.deepEqual(simulator.violations, [])
    },
  }
}

const GUILDS = [DEMO.guild, DEMO.otherGuild]
const WRITTEN = { commandCount: 1, synced: 1, skipped: 0 }
const KNOWN = { commandCount: 1, synced: 0, skipped: 1 }

describe('the life of the connection', () => {
  test('begins when the bot knows its guilds and Discord its commands', async () => {
    await using bot = await start()
    await bot.connect()
    assert.deepEqual(bot.heard, [{ kind: 'ready', guildIds: GUILDS, commands: WRITTEN }])
    assert.equal(bot.simulator.state.commands.size, 1)
  })

  test('goes on where a lost session is resumed, without asking for commands again', async () => {
    await using bot = await start()
    await bot.connect()
    let asked = 0
    const path = `/applications/${DEMO.bot}/commands`
    bot.simulator.faults.before({ path }, () => (asked += 1), Number.POSITIVE_INFINITY)
    bot.simulator.gateway.terminate()
    await until('the connection', () => bot.heard.length === 3)
    assert.deepEqual(bot.heard.slice(1), [
      { kind: 'disconnected', shardId: 0 },
      { kind: 'reconnected', guildIds: GUILDS, commands: KNOWN },
    ])
    assert.equal(asked, 0)
  })

  test('goes on in a new session, with commands compared (R-44)', async () => {
    await using bot = await start()
    await bot.connect()
    bot.simulator.state.commands.clear()
    bot.simulator.gateway.invalidateSession(false)
    await until('the connection', () => bot.heard.length === 3)
    assert.deepEqual(bot.heard[2], { kind: 'reconnected', guildIds: GUILDS, commands: WRITTEN })
  })

  test('tells of a guild that is new or left, not of one that comes back from an outage', async () => {
    await using bot = await start()
    await bot.connect()
    bot.simulator.gateway.guildOutage(DEMO.otherGuild)
    bot.simulator.gateway.guildReturn(DEMO.otherGuild)
    const { id } = bot.simulator.createGuild({ name: 'New', owner: DEMO.people.demo_owner })
    await until('the guild', () => bot.heard.length > 1)
    assert.deepEqual(bot.heard.slice(1), [{ kind: 'guild_joined', guildId: id, commands: KNOWN }])
    bot.simulator.person(DEMO.bot).leave(id)
    await until('the leaving', () => bot.heard.length > 2)
    assert.deepEqual(bot.heard.slice(2), [{ kind: 'guild_left', guildId: id }])
  })

  test('ends without a disconnection when the program stops', async () => {
    const bot = await start()
    await bot.connect()
    await bot[Symbol.asyncDispose]()
    assert.deepEqual(
      bot.heard.map(({ kind }) => kind),
      ['ready'],
    )
  })
})

describe('commands that Discord does not take', () => {
  test('are told with a word for why, and tried again within a minute', async () => {
    await using bot = await start()
    bot.simulator.faults.on({ path: `/applications/${DEMO.bot}/commands` }, { status: 503 }, { times: 2 })
    const stopping = new AbortController()
    const working = bot.registrar.worker.run(stopping.signal)
    await bot.connect()
    const [ready] = bot.heard
    assert.ok(ready?.kind === 'ready')
    assert.deepEqual(ready.commands, { commandCount: 1, synced: 0, skipped: 0, error: 'unavailable' })
    await bot.clock.advance({ minutes: 1 })
    await until('the commands', () => bot.simulator.state.commands.size === 1)
    stopping.abort()
    await working
  })
})
