import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelType, PermissionFlagsBits as P, type TextChannel } from 'discord.js'
import { DEMO, type Simulator } from '../../index.ts'
import { type Connected, connect } from '../../testing.ts'
import { refusedForm, refusedWith } from './answered.ts'

const { channels, guild: guildId, people, roles } = DEMO

async function general({ client }: Connected): Promise<TextChannel> {
  const channel = await client.channels.fetch(channels.general)
  assert.ok(channel?.type === ChannelType.GuildText)
  return channel
}

function allow(simulator: Simulator, bits: bigint): void {
  const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
  assert.ok(role)
  role.permissions = String(BigInt(role.permissions) | bits)
}

function forbid(simulator: Simulator, bits: bigint): void {
  const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
  assert.ok(role)
  role.permissions = String(BigInt(role.permissions) & ~bits)
}

describe('a thread', () => {
  test('made from a message has its id, and the message has no second one', async () => {
    await using connected = await connect()
    const message = await (await general(connected)).send('Who plays?')
    const path = `/channels/${channels.general}/messages/${message.id}/threads` as const
    const start = () => connected.client.rest.post(path, { body: { name: 'Players', auto_archive_duration: 60 } })
    const thread = { ...Object(await start()) }
    assert.equal(thread.id, message.id)
    assert.equal(thread.thread_metadata.auto_archive_duration, 60)
    assert.equal(await refusedWith(start()), 160004)
    await connected.until(() => connected.client.channels.cache.has(thread.id))
  })

  test('is private unless said otherwise, seen by who was added, and needs the permission', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const make = () => client.rest.post(`/channels/${channels.general}/threads`, { body: { name: 'secret' } })
    forbid(simulator, P.CreatePrivateThreads)
    assert.equal(await refusedWith(make()), 50013)
    allow(simulator, P.CreatePrivateThreads)
    const { id } = { ...Object(await make()) }
    assert.equal(simulator.state.channels.get(id)?.type, ChannelType.PrivateThread)
    const mira = simulator.person(people.demo_member)
    assert.equal(mira.sees(id), false)
    const thread = await client.channels.fetch(id)
    assert.ok(thread?.isThread())
    await thread.members.add(people.demo_member)
    assert.equal(mira.sees(id), true)
    const members = await thread.members.fetch({ withMember: true })
    assert.deepEqual([...members.keys()].sort(), [people.demo_member, DEMO.bot].sort())
    await thread.members.remove(people.demo_member)
    assert.equal(mira.sees(id), false)
    assert.equal(await refusedWith(client.rest.get(`/channels/${id}/thread-members/${people.demo_member}`)), 10007)
  })

  test('is refused with a name or a duration that Discord does not know', async () => {
    await using connected = await connect({ strict: false })
    const post = (body: object) =>
      refusedForm(connected.client.rest.post(`/channels/${channels.general}/threads`, { body }))
    assert.match(await post({}), /BASE_TYPE_REQUIRED/)
    assert.match(await post({ name: 'x'.repeat(101) }), /BASE_TYPE_MAX_LENGTH/)
    assert.match(await post({ name: 'x', auto_archive_duration: 61 }), /BASE_TYPE_CHOICES/)
    assert.match(await post({ name: 'x', type: 0 }), /BASE_TYPE_CHOICES/)
  })

  test('that is archived changes only by being opened', async () => {
    await using connected = await connect()
    const thread = await (await general(connected)).threads.create({ name: 'Old', type: ChannelType.PublicThread })
    await thread.setArchived(true)
    await connected.until(() => thread.archived === true)
    const path = `/channels/${thread.id}` as const
    assert.equal(await refusedWith(connected.client.rest.patch(path, { body: { name: 'New' } })), 50083)
    await connected.client.rest.patch(path, { body: { name: 'New', archived: false } })
    assert.equal(connected.simulator.state.channels.get(thread.id)?.name, 'New')
  })

  test('that is locked is opened only with MANAGE_THREADS', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const thread = await (await general(connected)).threads.create({ name: 'Shut', type: ChannelType.PublicThread })
    await thread.setLocked(true)
    const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
    assert.ok(role)
    role.permissions = String(BigInt(role.permissions) & ~P.ManageThreads)
    const path = `/channels/${thread.id}` as const
    assert.equal(await refusedWith(client.rest.patch(path, { body: { archived: true } })), 50013)
    assert.equal(await refusedWith(client.rest.delete(path)), 50013)
  })

  test('is listed while open, and page by page once archived', async () => {
    await using connected = await connect({ clock: { frozen: true } })
    const { client, simulator } = connected
    const channel = await general(connected)
    const made: string[] = []
    for (const name of ['a', 'b', 'c'])
      made.push((await channel.threads.create({ name, type: ChannelType.PublicThread })).id)
    const active = await (await client.guilds.fetch(guildId)).channels.fetchActiveThreads()
    assert.deepEqual([...active.threads.keys()].sort(), [...made].sort())
    for (const id of made) {
      simulator.clock.advance(1000)
      await client.rest.patch(`/channels/${id}`, { body: { archived: true } })
    }
    const first = await channel.threads.fetchArchived({ limit: 2 }, false)
    assert.deepEqual([...first.threads.keys()], [made[2], made[1]])
    assert.equal(first.hasMore, true)
    const before = first.threads.last()?.archivedAt ?? 0
    const rest = await channel.threads.fetchArchived({ limit: 2, before }, false)
    assert.deepEqual([...rest.threads.keys()], [made[0]])
    assert.equal(rest.hasMore, false)
  })

  test('that is deleted is told and gone', async () => {
    await using connected = await connect()
    const thread = await (await general(connected)).threads.create({ name: 'Brief', type: ChannelType.PublicThread })
    await thread.delete()
    await connected.until(() => !connected.client.channels.cache.has(thread.id))
    assert.equal(await refusedWith(connected.client.rest.get(`/channels/${thread.id}`)), 10003)
  })
})
