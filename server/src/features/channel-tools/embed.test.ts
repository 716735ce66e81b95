import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { forged } from '../../testing/forged.ts'
import { until } from '../../testing/until.ts'
import { channelToolsPrivacy } from './privacy.ts'

const app = await startApp({ roles: ['gateway', 'worker'] })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app
const admin = simulator.person(DEMO.people.demo_admin)
const guest = simulator.person(DEMO.people.demo_guest)
const { id: CHANNEL } = simulator.createChannel(DEMO.guild, { name: 'news' })
const SENDS = { method: 'POST', path: `/channels/${CHANNEL}/messages` }
const TYPED = { title: 'Game *night*', description: 'Friday', colour: 'red', footer: 'Bring dice', image: '' }

type Shown = Awaited<ReturnType<typeof owner.slash>>
const messages = () => simulator.messages(CHANNEL)
const rows = () => app.db.selectFrom('embed_drafts').selectAll().execute()
const events = () =>
  app.db.selectFrom('operational_events').select('details').where('event_type', '=', 'MESSAGE_SENT_BY_ADMIN').execute()
const write = async (typed: Partial<typeof TYPED> = {}) =>
  owner.submit(await owner.slash('embed', { channel: CHANNEL }), { ...TYPED, ...typed })
const press = async (seen: Shown, label: string) => (await owner.click(seen, label)).settled()
/** What a press was answered beside the message that bears the button. */
const answered = (seen: Shown) => seen.followUps()[0]?.content ?? seen.content

/** What stands in the form, by field. */
function filled({ modal }: Shown): Record<string, string | undefined> {
  const labels = (modal?.components ?? []) as { component: { custom_id: string; value?: string } }[]
  return Object.fromEntries(labels.map(({ component }) => [component.custom_id, component.value]))
}

async function denied<Result>(bits: bigint, act: () => Promise<Result>): Promise<Result> {
  const channel = simulator.state.channels.get(CHANNEL)
  assert.ok(channel)
  channel.permission_overwrites = [{ id: DEMO.roles.bot, type: 0, allow: '0', deny: String(bits) }]
  const result = await act()
  channel.permission_overwrites = []
  return result
}

beforeEach(async () => {
  simulator.state.messages.get(CHANNEL)?.clear()
  await app.db.deleteFrom('operational_events').execute()
  await app.db.deleteFrom('embed_drafts').execute()
})

describe('/embed', () => {
  test('shows what was written to the admin alone, and posts it when told so', async () => {
    const seen = await write()
    assert.ok(seen.ephemeral)
    assert.match(seen.content, new RegExp(`^This is how it will look in <#${CHANNEL}>\\.`))
    const [{ title, description, color, footer } = {}] = seen.embeds
    assert.deepEqual([title, description, color, footer?.text], ['Game *night*', 'Friday', 0xe7_4c_3c, 'Bring dice'])
    assert.deepEqual(messages(), [])
    await press(seen, 'Send')
    const [message] = messages()
    assert.deepEqual(message?.embeds[0]?.title, 'Game *night*')
    const link = `https://discord.com/channels/${DEMO.guild}/${CHANNEL}/${message?.id}`
    assert.equal(seen.content, `Sent to <#${CHANNEL}>: ${link}`)
    assert.deepEqual([seen.embeds, seen.components], [[], []])
    const details = { channel_id: CHANNEL, message_id: message?.id, user_id: owner.id, command: 'embed' }
    assert.deepEqual(await events(), [{ details }])
  })

  test('keeps what was typed when a field is wrong, and names field and rule', async () => {
    const seen = await write({ colour: 'reddish', image: 'http://example.com/a.png' })
    assert.match(seen.content, /- Colour must be like #ff8800, .*\n- Address of an image must begin with https:\/\//)
    await assert.rejects(owner.click(seen, 'Send'), /there is no button Send/)
    await owner.submit(await owner.click(seen, 'Edit'), { colour: '', image: '' })
    assert.match(seen.content, /^This is how it will look/)
    assert.equal(seen.embeds[0]?.description, 'Friday')
  })

  test('is discarded without a trace', async () => {
    const seen = await write()
    await press(seen, 'Discard')
    assert.equal(seen.content, 'Discarded. Nothing was sent.')
    assert.deepEqual([await rows(), messages()], [[], []])
  })

  test('is said in Dutch to whoever reads Dutch', async () => {
    owner.speaks('nl')
    const seen = await write({ title: '', description: '' })
    assert.match(seen.content, /- Titel en tekst kunnen niet allebei leeg zijn\.$/)
    owner.speaks('en-US')
  })
})

describe('a draft is sent once', () => {
  test('though the button is pressed twice at once, and again much later', async () => {
    const seen = await write()
    const buttons = seen.components
    await Promise.all([press(seen, 'Send'), press(seen, 'Send')])
    await app.moveTo(app.clock.now().add({ minutes: 20 }))
    assert.ok(seen.message)
    Object.assign(seen.message, { components: buttons })
    await press(seen, 'Send')
    assert.match(seen.content, /^Sent to/)
    assert.deepEqual([messages().length, (await events()).length], [1, 1])
    Object.assign(seen.message, { components: buttons })
    assert.match(answered(await press(seen, 'Discard')), /^This embed is on its way or was sent already/)
  })

  test('though the answer of Discord was lost, and its nonce has lapsed', async () => {
    const seen = await write()
    simulator.faults.on(SENDS, 'drop_after', { times: 3 })
    assert.match(answered(await press(seen, 'Send')), /^Discord did not answer\. Look whether/)
    await app.moveTo(app.clock.now().add({ minutes: 20 }))
    await press(seen, 'Send')
    assert.match(seen.content, /^Sent to/)
    assert.deepEqual([messages().length, (await events()).length], [1, 1])
  })

  test('or not at all, and can be changed, when Discord refused it', async () => {
    const seen = await write()
    const channel = simulator.state.channels.get(CHANNEL)
    assert.ok(channel)
    simulator.faults.before(SENDS, () => {
      channel.permission_overwrites = [{ id: DEMO.roles.bot, type: 0, allow: '0', deny: String(P.SendMessages) }]
    })
    assert.match(answered(await press(seen, 'Send')), /^Discord does not let me write in this channel\./)
    channel.permission_overwrites = []
    await owner.submit(await owner.click(seen, 'Edit'), { title: 'Changed' })
    await press(seen, 'Send')
    assert.deepEqual(
      messages().map(({ embeds }) => embeds[0]?.title),
      ['Changed'],
    )
  })
})

describe('nobody without rights has an embed posted', () => {
  test('a member, also where the server opened the command and who presses the button of another', async () => {
    assert.ok(!member.offered().some(({ name }) => name === 'embed'))
    await write()
    const [draft] = await rows()
    const command = [...simulator.state.commands.values()].find(({ name }) => name === 'embed')
    assert.ok(command)
    const asked = command.default_member_permissions
    command.default_member_permissions = null
    const refusal = 'Only admins of this server can do that.'
    assert.equal((await member.slash('embed', { channel: CHANNEL })).content, refusal)
    command.default_member_permissions = asked
    for (const act of ['send', 'edit', 'discard']) {
      const seen = forged(await member.slash('version'), `channel_tools:embed_${act}:${draft?.id}`)
      assert.equal(answered(await member.click(seen, 'Forged')), refusal, act)
    }
    assert.deepEqual([(await rows()).length, messages()], [1, []])
  })

  test('another admin, here or in another server, with the draft of somebody else', async () => {
    await write()
    const [draft] = await rows()
    for (const [person, place] of [
      [admin, { guild: DEMO.guild }],
      [guest, { guild: DEMO.otherGuild }],
    ] as const) {
      for (const about of [draft?.id, '0', 'x', '99999999999999999999']) {
        const seen = forged(await person.slash('version', {}, place), `channel_tools:embed_send:${about}`)
        assert.match(answered(await person.click(seen, 'Forged')), /^This draft was discarded, or waited/)
      }
    }
    assert.deepEqual(messages(), [])
  })

  test('the same admin from another server', async () => {
    await write()
    await app.db.updateTable('embed_drafts').set({ user_id: guest.id }).execute()
    const [draft] = await rows()
    const seen = await guest.slash('version', {}, { guild: DEMO.otherGuild })
    const pressed = await guest.click(forged(seen, `channel_tools:embed_send:${draft?.id}`), 'Forged')
    assert.match(answered(pressed), /^This draft was discarded, or waited/)
    assert.deepEqual(messages(), [])
  })

  test('a bot that may not: it says which permission is missing, when asked and when it is to send', async () => {
    const needs = (name: string) => new RegExp(`^For that I need the permission ${name} in <#${CHANNEL}>\\.`)
    const refused = await denied(P.EmbedLinks, () => owner.slash('embed', { channel: CHANNEL }))
    assert.match(refused.content, needs('Embed Links'))
    const seen = await write()
    const pressed = await denied(P.SendMessages, () => press(seen, 'Send'))
    assert.match(answered(pressed), needs('Send Messages'))
    assert.deepEqual(messages(), [])
    await press(seen, 'Send')
    assert.equal(messages().length, 1)
  })
})

test('what is kept of a person is exported and erased, of one server or of all', async () => {
  await write()
  const person = { userId: UserId.parse(owner.id), guildId: GuildId.parse(DEMO.guild) }
  await app.db.transaction().execute(async (tx) => {
    const { embed_drafts: [draft] = [] } = await channelToolsPrivacy.export(tx, person)
    assert.deepEqual([draft?.title, draft?.channel_id], [TYPED.title, CHANNEL])
    const elsewhere = { ...person, guildId: GuildId.parse(DEMO.otherGuild) }
    assert.deepEqual(await channelToolsPrivacy.export(tx, elsewhere), { embed_drafts: [] })
    assert.deepEqual(await channelToolsPrivacy.erase(tx, elsewhere), { embed_drafts: 0 })
    assert.deepEqual(await channelToolsPrivacy.erase(tx, { ...person, guildId: null }), { embed_drafts: 1 })
  })
  assert.deepEqual(await rows(), [])
})

test('a draft is forgotten after a day', async () => {
  const seen = await write()
  await app.moveTo(app.clock.now().add({ hours: 24 }))
  assert.match(answered(await press(seen, 'Send')), /^This draft was discarded, or waited for more than a day\./)
  await app.moveTo(app.clock.now().add({ hours: 1 }))
  await until('the draft to be gone', async () => (await rows()).length === 0)
})

test('a restart between any two steps loses nothing', async () => {
  const seen = await write({ colour: 'reddish' })
  await app.alphapy.stop()
  const restarted = async (act: () => Promise<unknown>) => {
    const again = await startAgain(app, 'gateway')
    await act().finally(() => again.stop())
  }
  await restarted(async () => {
    const form = await owner.click(seen, 'Edit')
    assert.deepEqual(filled(form), { ...TYPED, colour: 'reddish', image: undefined })
    await owner.submit(form, { colour: '#00ff00' })
    assert.match(seen.content, /^This is how it will look/)
  })
  await restarted(async () => press(seen, 'Send'))
  assert.deepEqual([messages()[0]?.embeds[0]?.color, messages().length], [0x00_ff_00, 1])
})
