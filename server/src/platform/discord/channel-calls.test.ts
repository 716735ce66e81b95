import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { pino } from 'pino'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { channelTrouble } from './channel-calls.ts'
import { DiscordFailure } from './failure.ts'
import { discordRest } from './rest.ts'

const guildId = GuildId.parse(DEMO.guild)
const memberId = UserId.parse(DEMO.people.demo_member)
const view = PermissionFlagsBits.ViewChannel
const draft = { name: 'ticket-1', parentId: null, topic: 'Tea', overwrites: [] }

function restTo({ restUrl, token }: Simulator) {
  const clock = new TestClock(Temporal.Instant.from('2026-03-01T12:00:00Z'))
  return discordRest({ apiUrl: restUrl, token, logger: pino({ level: 'silent' }), clock })
}

async function failureOf(asked: Promise<unknown>): Promise<DiscordFailure> {
  const error = await asked.catch((thrown: unknown) => thrown)
  assert.ok(error instanceof DiscordFailure)
  return error
}

describe('channels', () => {
  test('are made, changed and deleted, each with its reason in the audit log', async () => {
    await using simulator = await startSimulator({ strict: true })
    const rest = restTo(simulator)
    const overwrites = [{ of: 'member' as const, id: memberId, allow: view, deny: 0n }]
    const made = await rest.createChannel(guildId, { ...draft, overwrites }, 'a ticket')
    assert.deepEqual([made.name, made.topic, made.thread], ['ticket-1', 'Tea', null])
    const edited = await rest.editChannel(made.id, { topic: null }, 'closed')
    assert.deepEqual([edited.name, edited.topic, edited.overwrites.length], ['ticket-1', null, 1])
    await rest.setOverwrite(made.id, { of: 'member', id: memberId, allow: 0n, deny: view }, 'no longer')
    assert.equal((await rest.channel(made.id)).overwrites[0]?.deny, String(view))
    await rest.deleteOverwrite(made.id, memberId, 'over')
    assert.deepEqual((await rest.channel(made.id)).overwrites, [])
    await rest.deleteChannel(made.id, 'gone')
    assert.equal((await failureOf(rest.channel(made.id))).kind, 'gone')
    const reasons = simulator.rest.log.flatMap(({ reason }) => reason ?? [])
    assert.deepEqual(reasons, ['a ticket', 'closed', 'no longer', 'over', 'gone'])
    assert.deepEqual(simulator.violations, [])
  })

  test('that cannot be made say whether the category or the guild is full or the name refused', async () => {
    await using simulator = await startSimulator({ strict: true })
    const rest = restTo(simulator)
    const category = simulator.createChannel(guildId, { name: 'Tickets', type: ChannelType.GuildCategory })
    const inside = Array.from({ length: 50 }, () =>
      simulator.createChannel(guildId, { name: 'one', parent_id: category.id }),
    )
    const parentId = ChannelId.parse(category.id)
    const trouble = async () =>
      channelTrouble(await failureOf(rest.createChannel(guildId, { ...draft, parentId }, 'a ticket')))
    assert.equal(inside.length, 50)
    assert.equal(await trouble(), 'category_full')
    simulator.refusedNames.push(/1488/)
    const refused = await failureOf(rest.createChannel(guildId, { ...draft, name: 'ticket-1488' }, 'a ticket'))
    assert.deepEqual(refused.problems, [{ path: '/name', code: 'INVALID_COMMUNITY_PROPERTY_NAME' }])
    assert.equal(channelTrouble(refused), 'name_refused')
    while (simulator.state.channelsOf(guildId).length < 500) simulator.createChannel(guildId, { name: 'more' })
    assert.equal(await trouble(), 'guild_full')
  })

  test('are renamed twice in ten minutes; a third time fails at once and says how long to wait', async () => {
    await using simulator = await startSimulator({ strict: true, rateLimits: {}, clock: { frozen: true } })
    const rest = restTo(simulator)
    const { id } = await rest.createChannel(guildId, draft, 'a ticket')
    await rest.editChannel(id, { name: 'ticket-2' }, 'renamed')
    await rest.editChannel(id, { topic: 'Coffee' }, 'renamed')
    const failure = await failureOf(rest.editChannel(id, { name: 'ticket-3' }, 'renamed'))
    assert.deepEqual([failure.kind, failure.isRateLimited], ['unavailable', true])
    assert.ok((failure.retryAfterMs ?? 0) > 590_000)
    // What is no name and no topic goes on.
    await rest.editChannel(id, { parentId: null }, 'moved')
    simulator.clock.advance(600_000)
    assert.equal((await rest.editChannel(id, { name: 'ticket-3' }, 'renamed')).name, 'ticket-3')
  })
})

describe('private threads', () => {
  test('are made, joined, left, locked and archived, and listed while they are open', async () => {
    await using simulator = await startSimulator({ strict: true })
    const rest = restTo(simulator)
    const { id: home } = await rest.createChannel(guildId, draft, 'home')
    const thread = await rest.createPrivateThread(home, { name: 'Tea', autoArchiveMinutes: 1440 }, 'a ticket')
    assert.deepEqual([thread.parentId, thread.thread], [home, { isArchived: false, isLocked: false }])
    assert.equal(simulator.state.channels.get(thread.id)?.thread?.metadata.invitable, false)
    await rest.addThreadMember(thread.id, memberId)
    assert.equal(simulator.person(memberId).sees(thread.id), true)
    await rest.removeThreadMember(thread.id, memberId)
    assert.equal(simulator.person(memberId).sees(thread.id), false)
    assert.ok((await rest.activeThreads(guildId)).some(({ id }) => id === thread.id))
    const closed = await rest.editThread(thread.id, { isArchived: true, isLocked: true }, 'closed')
    assert.deepEqual(closed.thread, { isArchived: true, isLocked: true })
    assert.ok(!(await rest.activeThreads(guildId)).some(({ id }) => id === thread.id))
    const opened = await rest.editThread(thread.id, { isArchived: false, isLocked: false }, 'opened')
    assert.deepEqual(opened.thread, { isArchived: false, isLocked: false })
    assert.deepEqual(simulator.violations, [])
  })
})
