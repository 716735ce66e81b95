import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { describe, test } from 'node:test'
import { Events, GatewayIntentBits } from 'discord.js'
import { DEMO, startSimulator } from './index.ts'
import { connect, until } from './testing.ts'

describe('discord.js', () => {
  test('logs in, knows its guilds, and speaks in a channel', async () => {
    await using house = await connect()
    const { client, simulator } = house
    assert.deepEqual([...client.guilds.cache.keys()], [DEMO.guild, DEMO.otherGuild])
    const channel = await client.channels.fetch(DEMO.channels.general)
    assert.ok(channel?.isSendable())
    const sent = await channel.send({ content: 'Hello', embeds: [{ title: 'x', fields: [{ name: 'a', value: 'b' }] }] })
    assert.equal(simulator.messages(DEMO.channels.general).at(-1)?.id, sent.id)
  })

  test('hears of a guild that is made later, with its own role in it', async () => {
    await using house = await connect({ community: 'empty' })
    const { client, simulator } = house
    const joined = once(client, Events.GuildCreate)
    const owner = simulator.createUser({ username: 'olga' })
    const made = simulator.createGuild({ name: 'New', owner: owner.id, bot: ['ViewChannel', 'SendMessages'] })
    const [guild] = await joined
    assert.equal(guild.id, made.id)
    assert.ok(guild.members.me?.permissions.has('SendMessages'))
    assert.ok(!guild.members.me?.permissions.has('ManageGuild'))
  })

  test('hears of its own roles without the members intent, of those of others not', async () => {
    await using house = await connect({}, [GatewayIntentBits.Guilds])
    const { client, simulator } = house
    const heard: string[] = []
    client.on('raw', ({ t, d }) => void (t === 'GUILD_MEMBER_UPDATE' && heard.push(d.user.id)))
    const guild = client.guilds.cache.get(DEMO.guild)
    const role = simulator.createRole(DEMO.guild, { name: 'Extra' })
    await guild?.members.addRole({ user: DEMO.people.demo_member, role: role.id })
    await guild?.members.addRole({ user: DEMO.bot, role: role.id })
    await house.until(() => heard.length > 0)
    assert.deepEqual(heard, [DEMO.bot])
  })
})

describe('a guild', () => {
  test('hides a channel by its overwrites from those it names', async () => {
    await using simulator = await startSimulator({ community: 'empty' })
    const [owner, member] = ['olga', 'mira'].map((username) => simulator.createUser({ username }))
    assert.ok(owner && member)
    const guild = simulator.createGuild({ name: 'New', owner: owner.id, members: [member.id] })
    const overwrite = { id: guild.id, type: 0 as const, allow: '0', deny: '1024' }
    const hidden = simulator.createChannel(guild.id, { name: 'hidden', permission_overwrites: [overwrite] })
    assert.equal(simulator.person(owner.id).sees(hidden.id), true)
    assert.equal(simulator.person(member.id).sees(hidden.id), false)
    assert.throws(() => simulator.person(member.id).say(hidden.id, 'x'), { code: 50001 })
  })
})

test('each message is told to who watches, ephemeral or not', async () => {
  await using simulator = await startSimulator()
  const texts: string[] = []
  const stop = simulator.onMessage(({ content }) => texts.push(content))
  simulator.person(DEMO.people.demo_member).say(DEMO.channels.general, 'one')
  stop()
  simulator.person(DEMO.people.demo_member).say(DEMO.channels.general, 'two')
  assert.deepEqual(texts, ['one'])
})

test('a caller that goes away in the middle of a request breaks nothing', async () => {
  await using simulator = await startSimulator()
  const port = Number(new URL(simulator.restUrl).port)
  for (const type of ['application/json', 'multipart/form-data; boundary=x']) {
    const socket = dial(port, '127.0.0.1')
    await once(socket, 'connect')
    const head = [
      'POST /api/v10/channels/1/messages HTTP/1.1',
      'Host: x',
      `Content-Type: ${type}`,
      'Content-Length: 100',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n--x`)
    socket.resetAndDestroy()
    await once(socket, 'close')
  }
  await fetch(`${simulator.restUrl}/v10/gateway`)
  await until(() => simulator.rest.log.length > 0)
  assert.deepEqual(simulator.broken, [])
})
