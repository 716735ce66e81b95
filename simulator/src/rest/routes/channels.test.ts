import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AuditLogEvent, ChannelType, OverwriteType, PermissionFlagsBits as P } from 'discord.js'
import { DEMO } from '../../index.ts'
import { connect } from '../../testing.ts'
import { refusedForm, refusedWith } from './answered.ts'

const { channels, guild: guildId, people, roles } = DEMO
const CHANNELS = `/guilds/${guildId}/channels` as const

describe('a channel that is made', () => {
  test('is told to the gateway, written small, and stands in the audit log with its reason', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const guild = await client.guilds.fetch(guildId)
    const made = await guild.channels.create({ name: 'Ticket  for Mira!', topic: 'Help', reason: 'später' })
    assert.equal(made.name, 'ticket-for-mira')
    assert.equal(simulator.state.channels.get(made.id)?.topic, 'Help')
    await connected.until(() => client.channels.cache.has(made.id))
    const log = await guild.fetchAuditLogs({ type: AuditLogEvent.ChannelCreate })
    assert.equal(log.entries.first()?.reason, 'später')
    assert.equal(log.entries.first()?.targetId, made.id)
  })

  test('takes the overwrites of its category unless it brings its own', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const guild = await client.guilds.fetch(guildId)
    const denied = { id: guildId, type: 0 as const, allow: '0', deny: String(P.ViewChannel) }
    const bot = { id: roles.bot, type: 0 as const, allow: String(P.ViewChannel), deny: '0' }
    const category = simulator.state.channels.get(channels.tickets)
    assert.ok(category)
    category.permission_overwrites = [denied, bot]
    const like = await guild.channels.create({ name: 'like', parent: channels.tickets })
    const own = await guild.channels.create({ name: 'own', parent: channels.tickets, permissionOverwrites: [] })
    assert.deepEqual(simulator.state.channels.get(like.id)?.permission_overwrites, [denied, bot])
    assert.deepEqual(simulator.state.channels.get(own.id)?.permission_overwrites, [])
    assert.equal(simulator.person(people.demo_member).sees(like.id), false)
    assert.equal(simulator.person(people.demo_member).sees(own.id), true)
  })

  test('keeps its capitals when it is spoken in', async () => {
    await using connected = await connect()
    const guild = await connected.client.guilds.fetch(guildId)
    const voice = await guild.channels.create({ name: 'Game Night', type: ChannelType.GuildVoice })
    assert.equal(voice.name, 'Game Night')
  })

  test('is refused without a name, with one too long, and of a kind nobody knows', async () => {
    await using connected = await connect({ strict: false })
    const { rest } = connected.client
    assert.match(await refusedForm(rest.post(CHANNELS, { body: {} })), /BASE_TYPE_REQUIRED/)
    assert.match(await refusedForm(rest.post(CHANNELS, { body: { name: 'x'.repeat(101) } })), /BASE_TYPE_MAX_LENGTH/)
    assert.match(await refusedForm(rest.post(CHANNELS, { body: { name: '!?' } })), /BASE_TYPE_BAD_LENGTH/)
    assert.match(await refusedForm(rest.post(CHANNELS, { body: { name: 'x', type: 9 } })), /BASE_TYPE_CHOICES/)
    assert.equal(await refusedWith(rest.post(CHANNELS, { body: { name: 'x', type: 5 } })), 50024)
  })

  test('is refused as the 51st of a category and the 501st of a guild', async () => {
    await using connected = await connect()
    const { client } = connected
    const inTickets = { name: 'ticket', parent_id: channels.tickets }
    for (let made = 0; made < 50; made += 1) await client.rest.post(CHANNELS, { body: inTickets })
    assert.match(await refusedForm(client.rest.post(CHANNELS, { body: inTickets })), /CHANNEL_PARENT_MAX_CHANNELS/)
    const { channels: all } = connected.simulator.state
    const general = all.get(channels.general)
    assert.ok(general)
    const before = connected.simulator.state.channelsOf(guildId).length
    for (let id = before; id < 500; id += 1)
      all.set(`12000000000000000${id}`, { ...general, id: `12000000000000000${id}` })
    assert.equal(await refusedWith(client.rest.post(CHANNELS, { body: { name: 'x' } })), 30013)
  })

  test('belongs to a category of its own guild, or to none', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const under = (parent_id: string, type = 0) =>
      refusedForm(rest.post(CHANNELS, { body: { name: 'x', type, parent_id } }))
    assert.match(await under(channels.otherGeneral), /CHANNEL_PARENT_INVALID"/)
    assert.match(await under(channels.general), /CHANNEL_PARENT_INVALID_TYPE/)
    assert.match(await under(channels.tickets, ChannelType.GuildCategory), /CHANNEL_PARENT_INVALID_PARENT/)
  })
})

describe('a channel that is changed', () => {
  test('says what changed, and nothing when nothing did', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const updates: string[] = []
    client.on('channelUpdate', (_, now) => updates.push('name' in now ? String(now.name) : ''))
    await client.rest.patch(`/channels/${channels.general}`, { body: { name: 'general' } })
    await client.rest.patch(`/channels/${channels.general}`, { body: { name: 'Big Hall', rate_limit_per_user: 5 } })
    await connected.until(() => updates.length === 1)
    assert.deepEqual(updates, ['big-hall'])
    const [entry] = simulator.state.guilds.get(guildId)?.audit_log.slice(-1) ?? []
    assert.deepEqual(entry?.changes, [
      { key: 'name', old_value: 'general', new_value: 'big-hall' },
      { key: 'rate_limit_per_user', old_value: 0, new_value: 5 },
    ])
  })

  test('needs to exist, to be seen, and MANAGE_CHANNELS', async () => {
    await using connected = await connect()
    const { simulator } = connected
    const rename = (id: string) => connected.client.rest.patch(`/channels/${id}`, { body: { name: 'x' } })
    const staff = simulator.state.channels.get(channels.staff)
    const general = simulator.state.channels.get(channels.general)
    assert.ok(staff && general)
    staff.permission_overwrites = [{ id: guildId, type: 0, allow: '0', deny: String(P.ViewChannel) }]
    general.permission_overwrites = [{ id: DEMO.bot, type: 1, allow: '0', deny: String(P.ManageChannels) }]
    assert.equal(await refusedWith(rename('1100000000000009999')), 10003)
    assert.equal(await refusedWith(rename(channels.staff)), 50001)
    assert.equal(await refusedWith(rename(channels.general)), 50013)
  })

  test('moves with others at once and can take over the overwrites of its category', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const category = simulator.state.channels.get(channels.tickets)
    assert.ok(category)
    category.permission_overwrites = [{ id: roles.bot, type: 0, allow: String(P.ViewChannel), deny: '0' }]
    await client.rest.patch(CHANNELS, {
      body: [
        { id: channels.general, position: 0 },
        { id: channels.rules, position: 2, parent_id: channels.tickets, lock_permissions: true },
      ],
    })
    assert.equal(simulator.state.channels.get(channels.general)?.position, 0)
    const rules = simulator.state.channels.get(channels.rules)
    assert.equal(rules?.parent_id, channels.tickets)
    assert.deepEqual(rules?.permission_overwrites, category.permission_overwrites)
    const unknown = [
      { id: channels.general, position: 5 },
      { id: channels.otherGeneral, position: 1 },
    ]
    assert.equal(await refusedWith(client.rest.patch(CHANNELS, { body: unknown })), 10003)
    assert.equal(simulator.state.channels.get(channels.general)?.position, 0)
  })
})

describe('channels that move together', () => {
  test('fit into their category together or not at all', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    for (let made = 0; made < 49; made += 1)
      await client.rest.post(CHANNELS, { body: { name: 'ticket', parent_id: channels.tickets } })
    const body = [channels.general, channels.rules].map((id) => ({ id, parent_id: channels.tickets }))
    assert.match(await refusedForm(client.rest.patch(CHANNELS, { body })), /CHANNEL_PARENT_MAX_CHANNELS/)
    assert.equal(simulator.state.channels.get(channels.general)?.parent_id, null)
    await client.rest.patch(CHANNELS, { body: body.slice(1) })
    assert.equal(simulator.state.channels.get(channels.rules)?.parent_id, channels.tickets)
  })

  test('are renamed twice in ten minutes and no more', async () => {
    await using connected = await connect({ rateLimits: {}, clock: { frozen: true } })
    const { simulator } = connected
    const headers = { authorization: `Bot ${simulator.token}`, 'content-type': 'application/json' }
    const patch = async (body: object) => {
      const url = `${simulator.restUrl}/v10/channels/${channels.general}`
      return (await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(body) })).status
    }
    assert.deepEqual(
      [await patch({ name: 'a' }), await patch({ name: 'b' }), await patch({ name: 'c' })],
      [200, 200, 429],
    )
    assert.equal(await patch({ nsfw: true }), 200)
    simulator.clock.advance(600_000)
    assert.equal(await patch({ name: 'c' }), 200)
  })
})

describe('an overwrite', () => {
  test('lets a member into a hidden channel and out again', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const mira = simulator.person(people.demo_member)
    const staff = await client.channels.fetch(channels.staff)
    assert.ok(staff?.type === ChannelType.GuildText)
    assert.equal(mira.sees(channels.staff), false)
    await staff.permissionOverwrites.create(people.demo_member, { ViewChannel: true }, { reason: 'helps out' })
    assert.equal(mira.sees(channels.staff), true)
    await connected.until(() => staff.permissionOverwrites.cache.has(people.demo_member))
    await staff.permissionOverwrites.delete(people.demo_member)
    assert.equal(mira.sees(channels.staff), false)
    const kinds = simulator.state.guilds.get(guildId)?.audit_log.map(({ action_type }) => action_type)
    assert.deepEqual(kinds?.slice(-2), [AuditLogEvent.ChannelOverwriteCreate, AuditLogEvent.ChannelOverwriteDelete])
  })

  test('gives nothing that the bot has not', async () => {
    await using connected = await connect()
    const { rest } = connected.client
    const put = (bits: bigint, id: string = roles.member) =>
      rest.put(`/channels/${channels.general}/permissions/${id}`, {
        body: { type: OverwriteType.Role, allow: String(bits), deny: '0' },
      })
    await put(P.ManageMessages)
    assert.equal(await refusedWith(put(P.ManageWebhooks)), 50013)
    assert.equal(await refusedWith(put(P.ManageRoles)), 50013)
    assert.equal(await refusedWith(put(P.SendMessages, '1100000000000009999')), 10009)
    const gone = rest.delete(`/channels/${channels.general}/permissions/1100000000000009999`)
    assert.equal(await refusedWith(gone), 10009)
    const sneaked = {
      permission_overwrites: [{ id: roles.member, type: 0, allow: String(P.ManageWebhooks), deny: '0' }],
    }
    assert.equal(await refusedWith(rest.patch(`/channels/${channels.general}`, { body: sneaked })), 50013)
    assert.equal(await refusedWith(rest.post(CHANNELS, { body: { name: 'x', ...sneaked } })), 50013)
  })
})

describe('a channel that is deleted', () => {
  test('leaves the channels of a category behind and is gone for everybody', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const guild = await client.guilds.fetch(guildId)
    const inside = await guild.channels.create({ name: 'inside', parent: channels.tickets })
    await client.rest.delete(`/channels/${channels.tickets}`)
    assert.equal(simulator.state.channels.get(inside.id)?.parent_id, null)
    await connected.until(() => !client.channels.cache.has(channels.tickets))
    await client.rest.delete(`/channels/${channels.general}`)
    assert.equal(simulator.state.guilds.get(guildId)?.system_channel_id, null)
    assert.equal(await refusedWith(client.rest.get(`/channels/${channels.general}/messages`)), 10003)
  })

  test('stays when the community needs it', async () => {
    await using connected = await connect()
    connected.simulator.state.guilds.get(guildId)?.features.push('COMMUNITY')
    assert.equal(await refusedWith(connected.client.rest.delete(`/channels/${channels.rules}`)), 50074)
  })
})
