import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PermissionFlagsBits as P } from 'discord.js'
import { DEMO } from '../../index.ts'
import { connect } from '../../testing.ts'
import { refusedWith } from './answered.ts'

const { guild: guildId, people, roles } = DEMO
const ROLES = `/guilds/${guildId}/roles` as const

describe('a role', () => {
  test('is made lowest, changed and deleted, and its members lose it', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const guild = await client.guilds.fetch(guildId)
    const role = await guild.roles.create({ name: 'Player', colors: { primaryColor: 0xff0000 }, reason: 'games' })
    assert.equal(role.position, 1)
    assert.equal(role.colors.primaryColor, 0xff0000)
    await role.edit({ name: 'Gamer', permissions: [P.SendMessages, P.EmbedLinks] })
    assert.equal(simulator.state.guilds.get(guildId)?.roles.get(role.id)?.name, 'Gamer')
    const mira = await guild.members.fetch(people.demo_member)
    await mira.roles.add(role)
    assert.ok(simulator.state.guilds.get(guildId)?.members.get(people.demo_member)?.roles.includes(role.id))
    await role.delete()
    assert.ok(!simulator.state.guilds.get(guildId)?.members.get(people.demo_member)?.roles.includes(role.id))
    await connected.until(() => !guild.roles.cache.has(role.id))
  })

  test('at or above the bot is out of its reach', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const edit = (id: string) => rest.patch(`${ROLES}/${id}`, { body: { hoist: true } })
    await edit(roles.staff)
    assert.equal(await refusedWith(edit(roles.admin)), 50013)
    assert.equal(await refusedWith(edit(roles.bot)), 50013)
    assert.equal(await refusedWith(rest.delete(`${ROLES}/${roles.admin}`)), 50013)
    assert.equal(await refusedWith(rest.patch(ROLES, { body: [{ id: roles.admin, position: 1 }] })), 50013)
    assert.equal(await refusedWith(rest.patch(ROLES, { body: [{ id: roles.member, position: 4 }] })), 50013)
    assert.equal(await refusedWith(edit('1100000000000009999')), 10011)
  })

  test('holds no permission that the bot has not', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const admin = { permissions: String(P.Administrator) }
    assert.equal(await refusedWith(rest.post(ROLES, { body: admin })), 50013)
    assert.equal(await refusedWith(rest.patch(`${ROLES}/${roles.member}`, { body: admin })), 50013)
  })

  test('that belongs to an integration, and @everyone, cannot be deleted', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    assert.equal(await refusedWith(rest.delete(`${ROLES}/${roles.bot}`)), 50028)
    assert.equal(await refusedWith(rest.delete(`${ROLES}/${guildId}`)), 50028)
    assert.equal(await refusedWith(rest.patch(ROLES, { body: [{ id: guildId, position: 2 }] })), 50028)
  })

  test('of everyone keeps its name whatever is asked', async () => {
    await using connected = await connect()
    const everyone = await connected.client.rest.patch(`${ROLES}/${guildId}`, { body: { name: 'all', hoist: true } })
    assert.deepEqual({ ...Object(everyone) }.name, '@everyone')
    assert.equal(connected.simulator.state.guilds.get(guildId)?.roles.get(guildId)?.hoist, false)
  })

  test('is one of 250 at most', async () => {
    await using connected = await connect()
    const { simulator, client } = connected
    const guild = simulator.state.guilds.get(guildId)
    const member = guild?.roles.get(roles.member)
    assert.ok(guild && member)
    for (let n = guild.roles.size; n < 250; n += 1)
      guild.roles.set(`13000000000000000${n}`, { ...member, id: `13000000000000000${n}` })
    assert.equal(await refusedWith(client.rest.post(ROLES, { body: { name: 'one more' } })), 30005)
  })
})

describe('the order of roles', () => {
  test('closes up around the one that moves', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    const first = await guild.roles.create({ name: 'first' })
    const second = await guild.roles.create({ name: 'second' })
    await guild.roles.setPosition(second, 2)
    const held = connected.simulator.state.guilds.get(guildId)
    const names = [...(held?.roles.values() ?? [])].sort((a, b) => a.position - b.position).map(({ name }) => name)
    assert.deepEqual(names, ['@everyone', 'first', 'second', 'Member', 'Staff', 'Alphapy', 'Admin'])
    assert.deepEqual(new Set([...(held?.roles.values() ?? [])].map(({ position }) => position)).size, names.length)
    assert.ok(first.position < second.position)
  })

  test('counts who has which', async () => {
    await using connected = await connect()
    const counts = await connected.client.rest.get(`${ROLES}/member-counts`)
    assert.deepEqual(counts, { [roles.member]: 1, [roles.staff]: 1, [roles.bot]: 1, [roles.admin]: 1 })
  })
})
