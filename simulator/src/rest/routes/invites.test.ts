import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelType, PermissionFlagsBits as P } from 'discord.js'
import { DEMO, type Simulator } from '../../index.ts'
import { connect } from '../../testing.ts'
import { refusedForm, refusedWith } from './answered.ts'

const { channels, guild: guildId, people, roles } = DEMO
const INVITES = `/channels/${channels.general}/invites` as const

function stranger(simulator: Simulator, id: string) {
  const plain = { avatar: null, bot: false, locale: 'en-US', accepts_dms: true }
  simulator.state.users.set(id, { ...plain, id, username: `stranger_${id}`, global_name: null })
  return simulator.person(id)
}

describe('an invite', () => {
  test('counts its uses and is gone after the last', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const gone: string[] = []
    client.on('inviteDelete', ({ code }) => gone.push(code))
    const guild = await client.guilds.fetch(guildId)
    const invite = await guild.invites.create(channels.general, { maxUses: 2, unique: true })
    stranger(simulator, '1100000000000000701').join(guildId, { invite: invite.code })
    assert.equal((await guild.invites.fetch({ cache: false })).get(invite.code)?.uses, 1)
    stranger(simulator, '1100000000000000702').join(guildId, { invite: invite.code })
    await connected.until(() => gone.includes(invite.code))
    assert.equal(await refusedWith(client.rest.get(`/invites/${invite.code}`)), 10006)
    assert.equal((await guild.invites.fetch({ cache: false })).size, 0)
  })

  test('lasts a day unless said otherwise', async () => {
    await using connected = await connect({ clock: { frozen: true } })
    const { client, simulator } = connected
    const { code } = { ...Object(await client.rest.post(INVITES, { body: { unique: true } })) }
    const forever = { ...Object(await client.rest.post(INVITES, { body: { max_age: 0 } })) }
    simulator.clock.advance(86_399_999)
    await client.rest.get(`/invites/${code}`)
    simulator.clock.advance(1)
    assert.equal(await refusedWith(client.rest.get(`/invites/${code}`)), 10006)
    await client.rest.get(`/invites/${forever.code}`)
  })

  test('is made again only when it must be unique', async () => {
    await using connected = await connect()
    const made = async (unique: boolean) =>
      ({ ...Object(await connected.client.rest.post(INVITES, { body: { unique } })) }).code
    const first = await made(false)
    assert.equal(await made(false), first)
    assert.notEqual(await made(true), first)
  })

  test('shows its limits to managers and its guild to everybody', async () => {
    await using connected = await connect()
    const { client } = connected
    const { code } = { ...Object(await client.rest.post(INVITES, { body: { max_uses: 5, temporary: true } })) }
    const seen = await client.fetchInvite(code)
    assert.equal(seen.memberCount, 6)
    assert.equal(seen.maxUses, null)
    const [managed] = (
      await (await client.guilds.fetch(guildId)).invites.fetch({ channelId: channels.general })
    ).values()
    assert.equal(managed?.maxUses, 5)
    assert.equal(managed?.temporary, true)
  })

  test('is refused without the permission, for categories, and beyond its bounds', async () => {
    await using connected = await connect({ strict: false })
    const { client, simulator } = connected
    assert.match(await refusedForm(client.rest.post(INVITES, { body: { max_uses: 101 } })), /NUMBER_TYPE_MAX/)
    assert.match(await refusedForm(client.rest.post(INVITES, { body: { max_age: 604_801 } })), /NUMBER_TYPE_MAX/)
    assert.equal(simulator.state.channels.get(channels.tickets)?.type, ChannelType.GuildCategory)
    assert.equal(await refusedWith(client.rest.post(`/channels/${channels.tickets}/invites`, { body: {} })), 50024)
    const role = simulator.state.guilds.get(guildId)?.roles.get(roles.bot)
    assert.ok(role)
    role.permissions = String(BigInt(role.permissions) & ~(P.CreateInstantInvite | P.ManageGuild | P.ManageChannels))
    assert.equal(await refusedWith(client.rest.post(INVITES, { body: {} })), 50013)
    assert.equal(await refusedWith(client.rest.get(`/guilds/${guildId}/invites`)), 50013)
    assert.equal(await refusedWith(client.rest.get(INVITES)), 50013)
  })

  test('is withdrawn by who manages the channel', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const { code } = { ...Object(await client.rest.post(INVITES, { body: {} })) }
    await client.rest.delete(`/invites/${code}`)
    assert.equal(await refusedWith(client.rest.delete(`/invites/${code}`)), 10006)
    assert.throws(() => stranger(simulator, '1100000000000000701').join(guildId, { invite: code }))
    assert.ok(people.demo_guest)
  })

  test('of a person, and the address of the guild, let others in', async () => {
    await using connected = await connect()
    const { client, simulator } = connected
    const owner = simulator.person(people.demo_owner)
    const kept = owner.invite(channels.general, { maxUses: 1 })
    stranger(simulator, '1100000000000000701').join(guildId, { invite: kept.code })
    assert.throws(() => stranger(simulator, '1100000000000000702').join(guildId, { invite: kept.code }))
    const withdrawn = owner.invite(channels.general)
    owner.revoke(withdrawn.code)
    assert.equal(await refusedWith(client.rest.get(`/invites/${withdrawn.code}`)), 10006)
    Object.assign(simulator.state.guilds.get(guildId) ?? {}, { vanity_url_code: 'games', vanity_uses: 7 })
    stranger(simulator, '1100000000000000702').join(guildId, { invite: 'games' })
    assert.deepEqual(await client.rest.get(`/guilds/${guildId}/vanity-url`), { code: 'games', uses: 8 })
  })
})
