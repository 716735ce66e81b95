import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { ChannelId, RoleId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { accessReader } from './channel-access.ts'
import { guildReader } from './guild-reader.ts'
import { discordRest } from './rest.ts'

const { general, staff, otherGeneral } = DEMO.channels

async function start() {
  const simulator = await startSimulator({ strict: true })
  const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
  const rest = discordRest({
    apiUrl: simulator.restUrl,
    token: simulator.token,
    logger: pino({ level: 'silent' }),
    clock,
  })
  const reader = accessReader(rest, guildReader(rest, clock), clock)
  return {
    simulator,
    clock,
    reader,
    access: (channel: string, user: string) => reader.channelAccess(ChannelId.parse(channel), UserId.parse(user)),
    [Symbol.asyncDispose]: () => simulator.stop(),
  }
}

test('a member may write where the channel lets them', async () => {
  await using discord = await start()
  const open = await discord.access(general, DEMO.people.demo_member)
  assert.equal(open?.guildId, DEMO.guild)
  assert.deepEqual([open?.user.isMember, open?.user.canSend, open?.bot.canSend], [true, true, true])
  const hidden = await discord.access(staff, DEMO.people.demo_member)
  assert.deepEqual([hidden?.user.isMember, hidden?.user.canView, hidden?.user.canSend], [true, false, false])
  assert.deepEqual(discord.simulator.violations, [])
})

test('owner and admins may mention everybody, members may not', async () => {
  await using discord = await start()
  const role = RoleId.parse(DEMO.roles.staff)
  const rights = async (user: string) => (await discord.access(general, user))?.user
  const owner = await rights(DEMO.people.demo_owner)
  assert.deepEqual([owner?.isAdmin, owner?.canMentionEveryone, owner?.canMention(role)], [true, true, true])
  const member = await rights(DEMO.people.demo_member)
  assert.deepEqual([member?.isAdmin, member?.canMentionEveryone], [false, false])
})

test('somebody of another guild has no rights here', async () => {
  await using discord = await start()
  const access = await discord.access(otherGeneral, DEMO.people.demo_owner)
  assert.equal(access?.guildId, DEMO.otherGuild)
  assert.deepEqual([access?.user.isMember, access?.user.canView, access?.user.canSend], [false, false, false])
})

test('a channel that is not there is null', async () => {
  await using discord = await start()
  assert.equal(await discord.access('1100000000000000999', DEMO.people.demo_owner), null)
})

test('a time-out counts at once', async () => {
  await using discord = await start()
  const canSend = async () => (await discord.access(general, DEMO.people.demo_member))?.user.canSend
  assert.equal(await canSend(), true)
  const member = discord.simulator.state.guilds.get(DEMO.guild)?.members.get(DEMO.people.demo_member)
  assert.ok(member)
  member.communication_disabled_until = '2027-03-01T12:10:00.000000+00:00'
  assert.equal(await canSend(), false)
  member.communication_disabled_until = null
  assert.equal(await canSend(), true)
})
