import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { forged } from '../../testing/forged.ts'
import { type Range, rangeText } from './cleaning-rules.ts'

const app = await startApp({ roles: ['gateway'] })
after(() => app[Symbol.asyncDispose]())
const { member, simulator } = app
const staff = simulator.person(DEMO.people.demo_staff)
const guest = simulator.person(DEMO.people.demo_guest)
const { id: CHANNEL } = simulator.createChannel(DEMO.guild, { name: 'spam' })
const HERE = { channel: CHANNEL }

const texts = () => simulator.messages(CHANNEL).map(({ content }) => content)
const say = (count: number, prefix = 'm') =>
  [...Array(count)].map((_, index) => member.say(CHANNEL, `${prefix}${index + 1}`))
const clean = async (options: Record<string, string | number> = {}) =>
  (await staff.slash('clean', options, HERE)).settled()
const events = () =>
  app.db.selectFrom('operational_events').select(['details']).where('event_type', '=', 'MESSAGES_CLEANED').execute()

beforeEach(async () => {
  simulator.state.messages.get(CHANNEL)?.clear()
  await app.db.deleteFrom('operational_events').execute()
})

describe('/clean', () => {
  test('deletes the newest messages but no pinned one, and tells who did it', async () => {
    const [, , pinned] = say(5)
    assert.ok(pinned)
    pinned.pinned = true
    const seen = await clean({ limit: 3 })
    assert.ok(seen.ephemeral)
    assert.equal(seen.content, 'Deleted 3 messages.')
    assert.deepEqual(texts(), ['m1', 'm3'])
    const entry = simulator.state.guilds.get(DEMO.guild)?.audit_log.at(-1)
    assert.equal(entry?.reason, `/clean by demo_staff (${staff.id})`)
    assert.deepEqual(await events(), [{ details: { channel_id: CHANNEL, count: 3, user_id: staff.id } }])
  })

  test('deletes only what one person wrote, when that is asked for', async () => {
    say(3)
    staff.say(CHANNEL, 'mine')
    assert.equal((await clean({ user: member.id, limit: 2 })).content, 'Deleted 2 messages.')
    assert.deepEqual(texts(), ['m1', 'mine'])
    assert.equal((await clean({ limit: 1 })).content, 'Deleted 1 message.')
    assert.deepEqual(texts(), ['m1'])
  })

  test('says that there is nothing, and records nothing', async () => {
    staff.speaks('nl')
    assert.match((await clean()).content, /^Hier valt niets \(meer\) te verwijderen/)
    staff.speaks('en-US')
    assert.match((await clean({ limit: 100 })).content, /^There is nothing to delete/)
    assert.deepEqual(await events(), [])
  })

  test('deletes what is older than two weeks one by one, and says what is left', async () => {
    say(30, 'old')
    await app.moveTo(app.clock.now().add({ hours: 24 * 14 + 1 }))
    say(2, 'new')
    const asked = await clean({ limit: 100 })
    const seen = await (await staff.click(asked, 'Delete 32 messages')).settled()
    assert.match(seen.content, /^Deleted 27 messages\.\n5 messages older than 14 days are left/)
    assert.deepEqual(texts(), ['old1', 'old2', 'old3', 'old4', 'old5'])
  })
})

describe('what goes wrong', () => {
  test('two presses at once count every message once', async () => {
    const messages = say(30)
    const seen = await clean({ limit: 30 })
    const shown = [seen, await clean({ limit: 30 })]
    await Promise.all(shown.map(async (one) => (await staff.click(one, 'Delete 30 messages')).settled()))
    assert.deepEqual(texts(), [])
    assert.deepEqual(
      (await events()).map(({ details }) => details),
      [{ channel_id: CHANNEL, count: messages.length, user_id: staff.id }],
    )
  })

  test('a lost answer of Discord is asked for again, and silence is told', async () => {
    const bulk = { method: 'POST', path: `/channels/${CHANNEL}/messages/bulk-delete` }
    say(5)
    simulator.faults.on(bulk, 'drop_after', { times: 1 })
    assert.equal((await clean({ limit: 3 })).content, 'Deleted 3 messages.')
    simulator.faults.on(bulk, { status: 503 }, { times: 2 })
    assert.match((await clean()).content, /^Of 2 messages I do not know: Discord did not answer\./)
    assert.deepEqual(texts(), ['m1', 'm2'])
  })

  test('a log that cannot be written does not hide that the messages are gone', async () => {
    say(2)
    await app.db.schema.alterTable('operational_events').renameTo('hidden').execute()
    assert.equal((await clean()).content, 'Deleted 2 messages.')
    await app.db.schema.alterTable('hidden').renameTo('operational_events').execute()
  })
})

describe('nobody without rights', () => {
  const BUTTON = (range: Partial<Range>) =>
    `channel_tools:clean:${rangeText({
      newest: MessageId.parse('9000000000000000000'),
      oldest: MessageId.parse('1'),
      limit: 100,
      by: UserId.parse(staff.id),
      of: null,
      ...range,
    })}`

  test('deletes anything: a member who was let in by the server, or who presses a button of another', async () => {
    say(3)
    assert.ok(!member.offered(HERE).some(({ name }) => name === 'clean'))
    const command = [...simulator.state.commands.values()].find(({ name }) => name === 'clean')
    assert.ok(command)
    const asked = command.default_member_permissions
    command.default_member_permissions = null
    const refusal = 'For that you need the permission Manage Messages here.'
    assert.equal((await member.slash('clean', {}, HERE)).content, refusal)
    command.default_member_permissions = asked
    const own = await member.slash('version', {}, HERE)
    const pressed = await member.click(forged(own, BUTTON({ by: UserId.parse(member.id) })), 'Forged')
    assert.equal(pressed.followUps()[0]?.content ?? pressed.content, refusal)
    const other = await staff.click(
      forged(await staff.slash('version', {}, HERE), BUTTON({ by: UserId.parse(member.id) })),
      'Forged',
    )
    assert.match(other.content, /^Only whoever used `\/clean` can confirm it\./)
    const broken = await staff.click(forged(await staff.slash('version', {}, HERE), 'channel_tools:clean:!'), 'Forged')
    assert.match(broken.content, /^Only whoever used `\/clean` can confirm it\./)
    assert.deepEqual(texts(), ['m1', 'm2', 'm3'])
  })

  test('reaches the messages of another server', async () => {
    say(3)
    const there = { guild: GuildId.parse(DEMO.otherGuild) }
    const seen = forged(await guest.slash('version', {}, there), BUTTON({ by: UserId.parse(guest.id) }))
    await (await guest.click(seen, 'Forged')).settled()
    assert.equal(texts().length, 3)
  })

  test('has the bot do what it may not: it says which permission is missing', async () => {
    say(3)
    const channel = simulator.state.channels.get(CHANNEL)
    assert.ok(channel)
    const denied = { id: DEMO.roles.bot, type: 0 as const, allow: '0', deny: String(P.ManageMessages) }
    channel.permission_overwrites = [denied]
    assert.match((await clean()).content, /^For that I need the permission Manage Messages in this channel\./)
    channel.permission_overwrites = []
    assert.equal(texts().length, 3)
  })
})

describe('more than twenty', () => {
  test('are asked about first; what is written meanwhile stays, and a second press finds nothing', async () => {
    say(25)
    const seen = await clean({ limit: 25 })
    assert.match(seen.content, /^Delete 25 messages, from <t:\d+:f> to <t:\d+:f>\?/)
    say(1, 'meanwhile')
    const button =
      seen.components.flatMap(({ components }) => components as { custom_id: string }[])[0]?.custom_id ?? ''
    await app.alphapy.stop()
    await using again = await startAgain(app, 'gateway').then(({ stop }) => ({ [Symbol.asyncDispose]: stop }))
    assert.ok(again)
    assert.equal((await (await staff.click(seen, button)).settled()).content, 'Deleted 25 messages.')
    assert.deepEqual(texts(), ['meanwhile1'])
    const twice = await (await staff.click(forged(seen, button), button)).settled()
    assert.match(twice.content, /^There is nothing to delete here \(any more\)/)
    assert.deepEqual(texts(), ['meanwhile1'])
    assert.equal((await events()).length, 1)
  })
})
