import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { RoleId } from '../../kernel/ids.ts'
import { startApp } from '../../testing/app.ts'
import { mentionsAllowed } from './mentions.ts'

const app = await startApp({ roles: ['gateway'] })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app
const guest = simulator.person(DEMO.people.demo_guest)
const { id: CHANNEL } = simulator.createChannel(DEMO.guild, { name: 'news' })
const SENDS = { method: 'POST', path: `/channels/${CHANNEL}/messages` }

const messages = () => simulator.messages(CHANNEL)
const send = async (message: string, channel: string = CHANNEL) =>
  (await owner.slash('sendto', { channel, message })).settled()
const events = () =>
  app.db.selectFrom('operational_events').select('details').where('event_type', '=', 'MESSAGE_SENT_BY_ADMIN').execute()

beforeEach(async () => {
  simulator.state.messages.get(CHANNEL)?.clear()
  await app.db.deleteFrom('operational_events').execute()
})

describe('/sendto', () => {
  test('writes in the channel, with line breaks, links to it and records who, but not what', async () => {
    const seen = await send(String.raw`Hello\n**all**`)
    const [message] = messages()
    assert.equal(message?.content, 'Hello\n**all**')
    assert.ok(seen.ephemeral)
    assert.equal(
      seen.content,
      `Sent to <#${CHANNEL}>: https://discord.com/channels/${DEMO.guild}/${CHANNEL}/${message?.id}`,
    )
    const details = { channel_id: CHANNEL, message_id: message?.id, user_id: owner.id, command: 'sendto' }
    assert.deepEqual(await events(), [{ details }])
  })

  test('is sent once, though the answer of Discord was lost', async () => {
    simulator.faults.on(SENDS, 'drop_after', { times: 2 })
    assert.match((await send('Once')).content, /^Sent to/)
    assert.equal(messages().length, 1)
  })

  test('says that it does not know when Discord stays silent', async () => {
    simulator.faults.on(SENDS, { status: 503 }, { times: 3 })
    assert.match((await send('Silent')).content, /^Discord did not answer\. Look whether the message is in the channel/)
    assert.deepEqual([messages(), await events()], [[], []])
  })

  test('refuses what is empty or too long, naming field and rule', async () => {
    assert.equal((await send(String.raw`\n \n`)).content, 'Message must have something in it besides blanks.')
    assert.match((await send('x'.repeat(2001))).content, /^Message must have up to 2000 characters, and has 2001\.$/)
    assert.equal((await send(String.raw`${'x'.repeat(1999)}\n`)).content.startsWith('Sent'), true)
    assert.equal(messages().length, 1)
  })
})

describe('nobody without rights has the bot write (S-09)', () => {
  const opened = async (name: string, act: () => Promise<void>) => {
    const command = [...simulator.state.commands.values()].find((one) => one.name === name)
    assert.ok(command)
    const asked = command.default_member_permissions
    command.default_member_permissions = null
    await act()
    command.default_member_permissions = asked
  }

  test('a member, also where the server opened the command', async () => {
    assert.ok(!member.offered().some(({ name }) => name === 'sendto'))
    await opened('sendto', async () => {
      const { content } = await member.slash('sendto', { channel: CHANNEL, message: 'Hi' })
      assert.equal(content, 'Only admins of this server can do that.')
    })
    assert.deepEqual(messages(), [])
  })

  test('an admin of another server', async () => {
    const place = { guild: DEMO.otherGuild }
    await assert.rejects(guest.slash('sendto', { channel: CHANNEL, message: 'Hi' }, place), /no channel of this guild/)
    // Discord's own client offers only channels of the server; what is sent past it names any.
    const channel = simulator.state.channels.get(CHANNEL)
    assert.ok(channel)
    Object.assign(channel, { guild_id: DEMO.otherGuild })
    simulator.faults.before({ method: 'GET', path: `/channels/${CHANNEL}` }, () => {
      Object.assign(channel, { guild_id: DEMO.guild })
    })
    const { content } = await (await guest.slash('sendto', { channel: CHANNEL, message: 'Hi' }, place)).settled()
    assert.equal(content, 'This channel is not one of this server, or I cannot see it.')
    assert.deepEqual(messages(), [])
  })

  test('a bot that may not write there: it says which permission is missing', async () => {
    const channel = simulator.state.channels.get(CHANNEL)
    assert.ok(channel)
    channel.permission_overwrites = [{ id: DEMO.roles.bot, type: 0, allow: '0', deny: String(P.SendMessages) }]
    const { content } = await send('Hi')
    assert.match(content, new RegExp(`^For that I need the permission Send Messages in <#${CHANNEL}>\\.`))
    owner.speaks('nl')
    assert.match((await send('Hi')).content, /de permissie Berichten versturen nodig/)
    owner.speaks('en-US')
    channel.permission_overwrites = []
    assert.deepEqual(messages(), [])
  })
})

describe('who is notified', () => {
  const TEXT = `@everyone <@${member.id}> <@!${owner.id}> <@&${DEMO.roles.staff}> <@&${DEMO.roles.admin}> <@&99999999999999999999>`

  test('is whom the sender could mention there', () => {
    const [staff, admin] = [DEMO.roles.staff, DEMO.roles.admin].map(RoleId.parse)
    const humble = { canMentionEveryone: false, canMention: (role: RoleId) => role === staff }
    assert.deepEqual(mentionsAllowed(TEXT, humble), { parse: [], users: [member.id, owner.id], roles: [staff] })
    const mighty = { canMentionEveryone: true, canMention: (role: RoleId) => role === staff || role === admin }
    const all = mentionsAllowed(TEXT, mighty)
    assert.deepEqual([all.parse, all.roles], [['everyone'], [staff, admin]])
  })

  test('is nobody whom the text does not name, and at most 100 of a kind', async () => {
    await send(`Hello <@${member.id}>`)
    assert.deepEqual([messages()[0]?.mentions, messages()[0]?.mention_everyone], [[member.id], false])
    const many = [...Array(120)].map((_, index) => `<@${1000 + index}>`).join('')
    assert.equal(mentionsAllowed(many, { canMentionEveryone: false, canMention: () => false }).users?.length, 100)
  })
})
