import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { Client, Events, GatewayIntentBits, type Message } from 'discord.js'
import { WebSocket } from 'ws'
import { DEMO, type Simulator, startSimulator } from '../index.ts'
import { AT_ONCE, type Connected, connect, login, until } from '../testing.ts'

const { general, staff } = DEMO.channels
const speaker = ({ simulator }: { readonly simulator: Simulator }) => simulator.person(DEMO.people.demo_member)

/** What the client hears from now on. */
function heard({ client }: Connected): string[] {
  const texts: string[] = []
  client.on(Events.MessageCreate, ({ content }) => texts.push(content))
  return texts
}

async function shardGone({ client }: Connected): Promise<void> {
  await once(client, Events.ShardReconnecting)
}

describe('a session', { concurrency: true }, () => {
  for (const [name, strike] of [
    ['a cut connection', ({ simulator }: Connected) => simulator.gateway.terminate()],
    ['op 7', ({ simulator }: Connected) => simulator.gateway.reconnect()],
    ['close 4000', ({ simulator }: Connected) => simulator.gateway.close(4000)],
    ['close 4009', ({ simulator }: Connected) => simulator.gateway.close(4009)],
  ] as const) {
    test(`is resumed after ${name}, with what was missed`, async () => {
      await using house = await connect()
      const texts = heard(house)
      const gone = shardGone(house)
      strike(house)
      await gone
      speaker(house).say(general, 'missed')
      await once(house.client, Events.ShardResume)
      speaker(house).say(general, 'after')
      await house.until(() => texts.length === 2)
      assert.deepEqual(texts, ['missed', 'after'])
      assert.equal(house.simulator.gateway.identifies, 1)
      assert.equal(house.simulator.gateway.resumes, 1)
    })
  }

  test('is resumed on op 9 with true, on the same socket', async () => {
    await using house = await connect()
    const texts = heard(house)
    house.simulator.gateway.invalidateSession(true)
    await once(house.client, Events.ShardResume)
    speaker(house).say(general, 'after')
    await house.until(() => texts.length === 1)
    assert.equal(house.simulator.gateway.identifies, 1)
  })

  test('is lost on op 9 with false: the client identifies again', async () => {
    await using house = await connect()
    const texts = heard(house)
    house.simulator.gateway.invalidateSession(false)
    speaker(house).say(general, 'lost')
    await house.until(() => house.simulator.gateway.identifies === 2)
    await house.until(() => house.simulator.gateway.sessions.size === 1)
    speaker(house).say(general, 'after')
    await house.until(() => texts.length > 0)
    assert.deepEqual(texts, ['after'])
  })

  test('is resumed when a heartbeat is not acknowledged', async () => {
    await using house = await connect({ heartbeatMs: 300 })
    house.simulator.gateway.dropAcks()
    await house.until(() => house.simulator.gateway.connections.size === 0)
    house.simulator.gateway.resumeAcks()
    await once(house.client, Events.ShardResume)
    assert.equal(house.simulator.gateway.identifies, 1)
  })

  test('belongs to a shard and hears only its guilds', async () => {
    await using simulator = await startSimulator({ shards: 2 })
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
      shards: [0, 1],
      shardCount: 2,
      rest: { api: simulator.restUrl },
      ws: AT_ONCE,
    })
    await using _ = { [Symbol.asyncDispose]: () => client.destroy() }
    await client.login(simulator.token)
    await until(() => client.isReady())
    const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n)
    for (const guild of client.guilds.cache.values()) assert.equal(guild.shardId, shardOf(guild.id))
    assert.equal(client.guilds.cache.size, 2)
    assert.equal(simulator.gateway.identifies, 2)
    assert.equal(simulator.gateway.sessions.size, 2)
    const sent = () =>
      [...simulator.gateway.sessions.values()].map(({ shard: [index], sequence }) => [index, sequence] as const)
    const before = new Map(sent())
    simulator.person(DEMO.people.demo_member).say(general, 'x')
    for (const [index = 0, sequence] of sent()) {
      assert.equal(sequence, (before.get(index) ?? 0) + (index === shardOf(DEMO.guild) ? 1 : 0))
    }
  })
})

describe('login', () => {
  test('fails with a wrong token', async () => {
    await using simulator = await startSimulator()
    const client = new Client({ intents: [], rest: { api: simulator.restUrl } })
    await assert.rejects(client.login('wrong'), /invalid token/i)
    assert.equal(simulator.rest.count(401), 1)
  })

  test('fails with an intent that was not granted', async () => {
    await using simulator = await startSimulator()
    simulator.state.application.flags = 0
    const client = new Client({ intents: [GatewayIntentBits.GuildMembers], rest: { api: simulator.restUrl } })
    await assert.rejects(client.login(simulator.token), /disallowed intents/i)
  })
})

describe('intents', () => {
  test('without message content leave only direct, own and mentioning messages readable', async () => {
    await using house = await connect({}, [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ])
    const texts = heard(house)
    speaker(house).say(general, 'secret')
    speaker(house).say(general, `<@${DEMO.bot}> for you`)
    speaker(house).whisper('direct')
    await house.until(() => texts.length === 3)
    assert.deepEqual(texts, ['', `<@${DEMO.bot}> for you`, 'direct'])
  })

  test('keep out what was not asked for', async () => {
    await using house = await connect({}, [GatewayIntentBits.Guilds])
    const texts = heard(house)
    speaker(house).say(general, 'unheard')
    const other = await login(house.simulator)
    const heardThere = once(other, Events.MessageCreate)
    speaker(house).say(general, 'heard')
    await heardThere
    await other.destroy()
    assert.deepEqual(texts, [])
  })
})

describe('events', () => {
  test('of a channel the bot does not see stay away', async () => {
    await using house = await connect()
    const texts = heard(house)
    const channel = house.simulator.state.channels.get(staff)
    channel?.permission_overwrites.push({ id: DEMO.bot, type: 1, allow: '0', deny: '1024' })
    house.simulator.person(DEMO.people.demo_owner).say(staff, 'hidden')
    speaker(house).say(general, 'open')
    await house.until(() => texts.length > 0)
    assert.deepEqual(texts, ['open'])
  })

  test('can come twice, late, swapped or never', async () => {
    await using house = await connect({ clock: { frozen: true } })
    const texts: string[] = []
    // Messages that are cached already are no event to discord.js, hence the raw one.
    house.client.on('raw', ({ t, d }) => void (t === 'MESSAGE_CREATE' && texts.push(d.content)))
    const { faults } = house.simulator.gateway
    faults.duplicateNext('MESSAGE_CREATE')
    speaker(house).say(general, 'twice')
    faults.delayNext('MESSAGE_CREATE', 1000)
    speaker(house).say(general, 'late')
    faults.swapNext('MESSAGE_CREATE')
    speaker(house).say(general, 'second')
    speaker(house).say(general, 'first')
    faults.dropNext('MESSAGE_CREATE')
    speaker(house).say(general, 'never')
    house.simulator.clock.advance(1000)
    await house.until(() => texts.includes('late'))
    assert.deepEqual(texts, ['twice', 'twice', 'first', 'second', 'late'])
  })

  test('tell of an outage and of its end', async () => {
    await using house = await connect()
    const unavailable = once(house.client, Events.GuildUnavailable)
    house.simulator.gateway.guildOutage(DEMO.guild)
    const [guild] = await unavailable
    assert.equal(guild.id, DEMO.guild)
    const available = once(house.client, Events.GuildAvailable)
    house.simulator.gateway.guildReturn(DEMO.guild)
    await available
  })
})

test('members can be fetched through the gateway', async () => {
  await using house = await connect()
  const members = await house.client.guilds.cache.get(DEMO.guild)?.members.fetch()
  assert.ok(members?.has(DEMO.people.demo_member))
  const found = await house.client.guilds.cache.get(DEMO.guild)?.members.fetch({ query: 'demo_own', limit: 5 })
  assert.deepEqual([...(found?.keys() ?? [])], [DEMO.people.demo_owner])
})

describe('the gateway closes with', () => {
  const cases: readonly (readonly [number, string, readonly unknown[]])[] = [
    [4001, 'an unknown opcode', [{ op: 99, d: null }]],
    [4002, 'what is no JSON', ['{']],
    [4002, 'a frame over 4096 bytes', [{ op: 1, d: 'x'.repeat(5000) }]],
    [4003, 'presence before IDENTIFY', [{ op: 3, d: {} }]],
    [4004, 'a wrong token', [{ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }]],
    [
      4007,
      'a sequence from the future',
      [
        { op: 2, d: { token: 'simulated.bot.token', intents: 0 } },
        { op: 1, d: 99 },
      ],
    ],
    [4008, 'more than 120 frames a minute', Array.from({ length: 121 }, () => ({ op: 1, d: null }))],
    [4010, 'an impossible shard', [{ op: 2, d: { token: 'simulated.bot.token', intents: 0, shard: [2, 2] } }]],
    [4013, 'impossible intents', [{ op: 2, d: { token: 'simulated.bot.token', intents: -1 } }]],
  ]
  for (const [code, name, frames] of cases) {
    test(`${code} on ${name}`, async () => {
      await using simulator = await startSimulator({ community: 'empty' })
      const socket = new WebSocket(simulator.gateway.url)
      await once(socket, 'open')
      for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
      const [actual] = await once(socket, 'close')
      assert.equal(actual, code)
    })
  }
})

test('two simulators in one process know nothing of each other', async () => {
  await using one = await connect()
  await using two = await connect()
  const texts = heard(two)
  speaker(one).say(general, 'here')
  speaker(two).say(general, 'there')
  await two.until(() => texts.length > 0)
  assert.deepEqual(texts, ['there'])
  assert.ok(one.simulator.messages(general).every(({ content }: Pick<Message, 'content'>) => content !== 'there'))
})
