import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AuditLogEvent, PermissionFlagsBits as P } from 'discord.js'
import { DEMO } from '../../index.ts'
import { connect } from '../../testing.ts'
import { refusedForm, refusedWith } from './answered.ts'

const { channels, guild: guildId, people, roles } = DEMO

describe('a guild', () => {
  test('says how many people it has when asked', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch({ guild: guildId, force: true, withCounts: true })
    assert.equal(guild.approximateMemberCount, 6)
    assert.equal(guild.ownerId, people.demo_owner)
  })

  test('is renamed by its managers alone, and everybody hears', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    await client.rest.patch(`/guilds/${guildId}`, { body: { name: 'Game Club' }, reason: 'new year' })
    await connected.until(() => client.guilds.cache.get(guildId)?.name === 'Game Club')
    const entry = simulator.state.guilds.get(guildId)?.audit_log.at(-1)
    assert.deepEqual(entry?.changes, [{ key: 'name', old_value: 'Alphapy Demo', new_value: 'Game Club' }])
    assert.equal(entry?.reason, 'new year')
    const body = { system_channel_id: channels.otherGeneral }
    assert.equal(await refusedWith(client.rest.patch(`/guilds/${guildId}`, { body })), 10003)
  })

  test('is given away by its owner alone', async () => {
    await using connected = await connect({ strict: false })
    const { client, simulator } = connected
    const give = () => client.rest.patch(`/guilds/${guildId}`, { body: { owner_id: people.demo_member } })
    assert.equal(await refusedWith(give()), 50013)
    const guild = simulator.state.guilds.get(guildId)
    assert.ok(guild)
    guild.owner_id = DEMO.bot
    await give()
    assert.equal(guild.owner_id, people.demo_member)
  })

  test('is unknown to a bot that is not in it', async () => {
    await using connected = await connect()
    const { client } = connected
    await client.rest.delete(`/users/@me/guilds/${DEMO.otherGuild}`)
    await connected.until(() => !client.guilds.cache.has(DEMO.otherGuild))
    for (const path of ['', '/channels', '/roles', '/members', '/invites', '/bans', '/audit-logs', '/threads/active'])
      assert.equal(await refusedWith(client.rest.get(`/guilds/${DEMO.otherGuild}${path}`)), 10004)
  })

  test('shows its managers its own address and how often it was used', async () => {
    await using connected = await connect()
    const guild = connected.simulator.state.guilds.get(guildId)
    assert.ok(guild)
    Object.assign(guild, { vanity_url_code: 'games', vanity_uses: 7 })
    assert.deepEqual(await connected.client.rest.get(`/guilds/${guildId}/vanity-url`), { code: 'games', uses: 7 })
  })

  test('lists its channels without threads', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    assert.equal((await guild.channels.fetch()).size, 6)
  })
})

describe('the audit log', () => {
  test('is filtered by who and what, newest first, and paged', async () => {
    await using connected = await connect()
    const { client } = connected
    const guild = await client.guilds.fetch(guildId)
    for (const name of ['one', 'two', 'three']) await guild.channels.create({ name, reason: name })
    await guild.members.edit(people.demo_guest, { nick: 'Gus' })
    const made = await guild.fetchAuditLogs({ type: AuditLogEvent.ChannelCreate, user: DEMO.bot, limit: 2 })
    assert.deepEqual(
      made.entries.map(({ reason }) => reason),
      ['three', 'two'],
    )
    const oldest = made.entries.last()
    assert.ok(oldest)
    const rest = await guild.fetchAuditLogs({ type: AuditLogEvent.ChannelCreate, before: oldest.id })
    assert.deepEqual(
      rest.entries.map(({ reason }) => reason),
      ['one'],
    )
    assert.equal(made.entries.first()?.executor?.id, DEMO.bot)
    assert.equal((await guild.fetchAuditLogs({ user: people.demo_owner })).entries.size, 0)
  })

  test('is told to the gateway as it grows', async () => {
    await using connected = await connect()
    const reasons: (string | null)[] = []
    connected.client.on('guildAuditLogEntryCreate', ({ reason }) => reasons.push(reason))
    const guild = await connected.client.guilds.fetch(guildId)
    await guild.roles.create({ name: 'x', reason: 'because' })
    await connected.until(() => reasons.includes('because'))
  })

  test('is for those with VIEW_AUDIT_LOG, 100 entries at a time', async () => {
    await using connected = await connect({ strict: false })
    const { client, simulator } = connected
    const path = `/guilds/${guildId}/audit-logs` as const
    assert.match(await refusedForm(client.rest.get(path, { query: new URLSearchParams({ limit: '101' }) })), /MAX/)
    const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
    assert.ok(role)
    role.permissions = String(BigInt(role.permissions) & ~P.ViewAuditLog)
    assert.equal(await refusedWith(client.rest.get(path)), 50013)
  })
})
