import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { SimulatorClock } from './clock.ts'
import { demoCommunity } from './demo.ts'
import { DEMO } from './demo-ids.ts'
import { has, mayAssign, outranks, permissionsOf } from './permissions.ts'
import { madeAtMs } from './snowflake.ts'
import type { Channel, Guild } from './state/model.ts'

const clock = new SimulatorClock({ frozen: true, startMs: Date.parse('2026-11-23T12:00:00Z') })
const state = demoCommunity(clock)
const { people, channels, roles } = DEMO

function guildOf(id: string): Guild {
  const guild = state.guilds.get(id)
  assert.ok(guild)
  return guild
}

function can(userId: string, channelId: string, bits: bigint): boolean {
  const channel: Channel | undefined = state.channels.get(channelId)
  assert.ok(channel)
  return has(permissionsOf(state, userId, channel, clock.now()), bits)
}

const guild = guildOf(DEMO.guild)
const names = (permitted: (userId: string) => boolean) =>
  Object.entries(people)
    .filter(([, id]) => guild.members.has(id) && permitted(id))
    .map(([name]) => name)

describe('the demo community', () => {
  test('has the ids of the contract', () => {
    assert.equal(guild.name, 'Alphapy Demo')
    assert.equal(state.guilds.get('1100000000000000002')?.name, 'Other Guild')
    assert.equal(state.users.get('1100000000000000103')?.username, 'demo_staff')
    assert.equal(state.channels.get('1100000000000000205')?.type, 4)
    assert.equal(guild.roles.get('1100000000000000303')?.name, 'Member')
    assert.equal(state.application.id, '1100000000000000900')
  })

  test('lets staff, admins and the owner into #staff and #logs, and the bot', () => {
    for (const id of [channels.staff, channels.logs]) {
      assert.deepEqual(
        names((user) => can(user, id, P.ViewChannel)),
        ['demo_owner', 'demo_admin', 'demo_staff'],
      )
      assert.ok(can(DEMO.bot, id, P.ViewChannel | P.SendMessages | P.EmbedLinks))
    }
  })

  test('lets only owner, admins and the bot write in #rules', () => {
    assert.deepEqual(
      names((user) => can(user, channels.rules, P.SendMessages)),
      ['demo_owner', 'demo_admin'],
    )
    assert.ok(can(people.demo_guest, channels.rules, P.ViewChannel | P.ReadMessageHistory))
    assert.ok(can(DEMO.bot, channels.rules, P.SendMessages | P.EmbedLinks))
  })

  test('lets everybody write in #general', () => {
    assert.equal(names((user) => can(user, channels.general, P.SendMessages)).length, 5)
  })

  test('has a bot above Member and Staff and below Admin', () => {
    const bot = guild.members.get(DEMO.bot)
    const [admin, staff] = [people.demo_admin, people.demo_staff].map((id) => guild.members.get(id))
    const [staffRole, adminRole] = [roles.staff, roles.admin].map((id) => guild.roles.get(id))
    assert.ok(bot && admin && staff && staffRole && adminRole)
    assert.ok(outranks(guild, bot, staff))
    assert.ok(!outranks(guild, bot, admin))
    assert.ok(mayAssign(guild, bot, staffRole, clock.now()))
    assert.ok(!mayAssign(guild, bot, adminRole, clock.now()))
  })

  test('keeps the owner out of the other guild, where the bot is', () => {
    assert.deepEqual([...guildOf(DEMO.otherGuild).members.keys()], [people.demo_guest, DEMO.bot])
    assert.ok(!can(people.demo_owner, channels.otherGeneral, P.ViewChannel))
  })
})

describe('what was said in it', () => {
  const messages = [...state.messages.values()].flatMap((ofChannel) => [...ofChannel.values()])

  test('was said before the start, by people who could see the channel', () => {
    assert.ok(messages.length >= 10)
    for (const message of messages) {
      assert.ok(Date.parse(message.timestamp) < clock.now())
      assert.equal(madeAtMs(message.id), Date.parse(message.timestamp))
      assert.ok(can(message.author_id, message.channel_id, P.ViewChannel))
    }
  })

  test('lies in order, with the last message noted in the channel', () => {
    for (const [channelId, ofChannel] of state.messages) {
      const ids = [...ofChannel.keys()]
      assert.deepEqual(ids, ids.toSorted())
      assert.equal(state.channels.get(channelId)?.last_message_id, ids.at(-1))
    }
  })

  test('announces a game night in the future', () => {
    const [embed] = state.messagesOf(channels.announcements).at(-1)?.embeds ?? []
    assert.equal(embed?.fields?.[0]?.value, 'Friday 27 November 2026')
  })
})
