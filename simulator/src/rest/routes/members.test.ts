import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AuditLogEvent, PermissionFlagsBits as P } from 'discord.js'
import { DEMO } from '../../index.ts'
import { connect } from '../../testing.ts'
import { refusedForm, refusedWith } from './answered.ts'

const { channels, guild: guildId, people, roles } = DEMO
const MEMBERS = `/guilds/${guildId}/members` as const
const BANS = `/guilds/${guildId}/bans` as const

describe('members', () => {
  test('are listed by id, a page at a time', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    const first = await guild.members.list({ limit: 2, cache: false })
    assert.deepEqual([...first.keys()], [people.demo_owner, people.demo_admin])
    const next = await guild.members.list({ limit: 100, after: people.demo_admin, cache: false })
    assert.deepEqual([...next.keys()], [people.demo_staff, people.demo_member, people.demo_guest, DEMO.bot])
  })

  test('are not listed for applications without the members intent', async () => {
    await using connected = await connect()
    connected.simulator.state.application.flags = 0
    assert.equal(await refusedWith(connected.client.rest.get(MEMBERS)), 50001)
  })

  test('are found by the beginning of any of their names', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    const found = await guild.members.search({ query: 'OLGA', limit: 5 })
    assert.deepEqual([...found.keys()], [people.demo_owner])
    assert.equal((await guild.members.search({ query: 'demo_', limit: 3 })).size, 3)
  })

  test('are told apart from users who are no members and from nobody', async () => {
    await using connected = await connect()
    const { client } = connected
    const other = `/guilds/${DEMO.otherGuild}/members` as const
    assert.equal(await refusedWith(client.rest.get(`${other}/${people.demo_member}`)), 10007)
    assert.equal(await refusedWith(client.rest.get(`${other}/1100000000000009999`)), 10013)
    assert.equal(await refusedWith(client.rest.get(`/guilds/1100000000000009999/members/${people.demo_member}`)), 10004)
  })

  test('are renamed, given roles and timed out, each with its reason in the audit log', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const guild = await client.guilds.fetch(guildId)
    const guest = await guild.members.fetch(people.demo_guest)
    await guest.setNickname('Gustav', 'asked for it')
    await guest.roles.add(roles.member, 'welcome')
    await guest.timeout(60_000, 'spam')
    await connected.until(() => guest.isCommunicationDisabled())
    assert.equal(guest.nickname, 'Gustav')
    assert.ok(guest.roles.cache.has(roles.member))
    const log = simulator.state.guilds.get(guildId)?.audit_log.slice(-3)
    assert.deepEqual(
      log?.map(({ action_type, reason }) => [action_type, reason]),
      [
        [AuditLogEvent.MemberUpdate, 'asked for it'],
        [AuditLogEvent.MemberRoleUpdate, 'welcome'],
        [AuditLogEvent.MemberUpdate, 'spam'],
      ],
    )
    await guest.roles.remove(roles.member)
    await guest.timeout(null)
    assert.deepEqual(simulator.state.guilds.get(guildId)?.members.get(people.demo_guest)?.roles, [])
  })

  test('above the bot stay as they are', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const admin = `${MEMBERS}/${people.demo_admin}` as const
    assert.equal(await refusedWith(rest.patch(admin, { body: { nick: 'x' } })), 50013)
    assert.equal(await refusedWith(rest.patch(`${MEMBERS}/${people.demo_owner}`, { body: { nick: 'x' } })), 50013)
    assert.equal(await refusedWith(rest.delete(admin)), 50013)
    assert.equal(await refusedWith(rest.put(`${BANS}/${people.demo_admin}`, { body: {} })), 50013)
    const soon = new Date(connected.simulator.clock.now() + 60_000).toISOString()
    assert.equal(await refusedWith(rest.patch(admin, { body: { communication_disabled_until: soon } })), 50013)
  })

  test('cannot be given roles above the bot, roles of integrations, or roles nobody knows', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const give = (id: string) => refusedWith(rest.put(`${MEMBERS}/${people.demo_guest}/roles/${id}`))
    assert.equal(await give(roles.admin), 50013)
    assert.equal(await give(roles.bot), 50013)
    assert.equal(await give('1100000000000009999'), 10011)
    assert.equal(
      await refusedWith(rest.patch(`${MEMBERS}/${people.demo_guest}`, { body: { roles: [roles.admin] } })),
      50013,
    )
    assert.equal(await refusedWith(rest.put(`${MEMBERS}/1100000000000009999/roles/${roles.member}`)), 10007)
  })

  test('are timed out for 28 days at most, until an instant that can be read', async () => {
    await using connected = await connect({ strict: false })
    const { client, simulator } = connected
    const until = (text: string) =>
      client.rest.patch(`${MEMBERS}/${people.demo_guest}`, { body: { communication_disabled_until: text } })
    const late = new Date(simulator.clock.now() + 29 * 86_400_000).toISOString()
    assert.match(await refusedForm(until(late)), /INVALID_COMMUNICATION_DISABLED_TIMESTAMP/)
    assert.match(await refusedForm(until('soon')), /communication_disabled_until/)
  })

  test('include the bot, which renames itself', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    await guild.members.editMe({ nick: 'Remembrancer' })
    assert.equal(connected.simulator.state.guilds.get(guildId)?.members.get(DEMO.bot)?.nick, 'Remembrancer')
  })

  test('who are kicked are gone and may come back', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const left: string[] = []
    client.on('guildMemberRemove', ({ id }) => left.push(id))
    const guild = await client.guilds.fetch(guildId)
    await guild.members.kick(people.demo_guest, 'rude')
    await connected.until(() => left.includes(people.demo_guest))
    simulator.person(people.demo_guest).join(guildId)
    assert.ok(simulator.state.guilds.get(guildId)?.members.has(people.demo_guest))
  })
})

describe('a ban', () => {
  test('removes the member and what he just wrote, and keeps him out until it is lifted', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const banned: string[] = []
    client.on('guildBanAdd', ({ user }) => banned.push(user.id))
    const guest = simulator.person(people.demo_guest)
    const spam = guest.say(channels.general, 'buy this')
    const guild = await client.guilds.fetch(guildId)
    await guild.bans.create(people.demo_guest, { deleteMessageSeconds: 3600, reason: 'spam' })
    await connected.until(() => banned.includes(people.demo_guest))
    assert.equal(
      simulator.messages(channels.general).some(({ id }) => id === spam.id),
      false,
    )
    assert.throws(() => guest.join(guildId))
    assert.equal((await guild.bans.fetch(people.demo_guest)).reason, 'spam')
    assert.deepEqual([...(await guild.bans.fetch()).keys()], [people.demo_guest])
    await guild.bans.remove(people.demo_guest)
    assert.equal(await refusedWith(client.rest.get(`${BANS}/${people.demo_guest}`)), 10026)
    assert.equal(await refusedWith(client.rest.delete(`${BANS}/${people.demo_guest}`)), 10026)
    guest.join(guildId)
  })

  test('is seen and lifted only with BAN_MEMBERS', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
    assert.ok(role)
    role.permissions = String(BigInt(role.permissions) & ~P.BanMembers)
    assert.equal(await refusedWith(client.rest.get(BANS)), 50013)
    assert.equal(await refusedWith(client.rest.put(`${BANS}/${people.demo_guest}`, { body: {} })), 50013)
    assert.equal(await refusedWith(client.rest.delete(`${BANS}/${people.demo_guest}`)), 50013)
  })
})
