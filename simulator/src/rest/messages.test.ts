import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DiscordAPIError, PermissionFlagsBits, REST } from 'discord.js'
import { DEMO, type Simulator, type SimulatorOptions, startSimulator } from '../index.ts'

const { general, staff } = DEMO.channels
const { demo_owner, demo_member } = DEMO.people
const MESSAGES = `/channels/${general}/messages` as const

interface Sent {
  readonly id: string
  readonly content: string
  readonly nonce?: string
  readonly mention_everyone: boolean
  readonly mentions: readonly { readonly id: string }[]
  readonly mention_roles: readonly string[]
  readonly attachments: readonly { readonly url: string; readonly description?: string }[]
  readonly embeds: readonly { readonly image?: { readonly url: string } }[]
  readonly components: readonly { readonly id: number }[]
}

async function started(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ strict: true, ...options })
  const rest = new REST({ api: simulator.restUrl, retries: 0 }).setToken(simulator.token)
  const post = async (body: object, channel: string = general) =>
    (await rest.post(`/channels/${channel}/messages`, { body })) as Sent
  return {
    simulator,
    rest,
    post,
    /** The code a request is refused with. */
    refused: async (request: Promise<unknown>) =>
      await request.then(
        () => 'accepted',
        (error: DiscordAPIError) => error.code,
      ),
    async [Symbol.asyncDispose]() {
      await simulator.stop()
      assert.deepEqual(simulator.broken, [])
    },
  }
}

/** What the bot may not do in #general. */
function deny(simulator: Simulator, bits: bigint): void {
  const overwrite = { id: DEMO.bot, type: 1 as const, allow: '0', deny: String(bits) }
  simulator.state.channels.get(general)?.permission_overwrites.push(overwrite)
}

describe('a nonce', () => {
  test('that is enforced makes one message of many requests', async () => {
    await using house = await started()
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => house.post({ content: 'x', nonce: 'n', enforce_nonce: true })),
    )
    assert.equal(new Set(sent.map(({ id }) => id)).size, 1)
    assert.equal(sent[0]?.nonce, 'n')
    assert.equal(house.simulator.messages(general).filter(({ content }) => content === 'x').length, 1)
  })

  test('that is not enforced, or another one, makes a new message', async () => {
    await using house = await started()
    const ids = [
      await house.post({ content: 'x', nonce: 'n', enforce_nonce: true }),
      await house.post({ content: 'x', nonce: 'n' }),
      await house.post({ content: 'x', nonce: 'm', enforce_nonce: true }),
    ].map(({ id }) => id)
    assert.equal(new Set(ids).size, 3)
  })

  test('is forgotten after three minutes', async () => {
    await using house = await started({ clock: { frozen: true } })
    const first = await house.post({ content: 'x', nonce: 'n', enforce_nonce: true })
    house.simulator.clock.advance(180_000)
    assert.equal((await house.post({ content: 'x', nonce: 'n', enforce_nonce: true })).id, first.id)
    house.simulator.clock.advance(1)
    assert.notEqual((await house.post({ content: 'x', nonce: 'n', enforce_nonce: true })).id, first.id)
  })

  test('of a message that was deleted is 10008', async () => {
    await using house = await started()
    const { id } = await house.post({ content: 'x', nonce: 'n', enforce_nonce: true })
    await house.rest.delete(`${MESSAGES}/${id}`)
    assert.equal(await house.refused(house.post({ content: 'x', nonce: 'n', enforce_nonce: true })), 10008)
  })

  test("is the author's own", async () => {
    await using house = await started()
    const { id } = await house.post({ content: 'x', nonce: '7', enforce_nonce: true })
    const said = house.simulator.person(demo_member).say(general, 'x')
    assert.notEqual(said.id, id)
    assert.equal(said.nonce, null)
  })
})

describe('a bot', () => {
  for (const [name, bits, body, code] of [
    ['see', PermissionFlagsBits.ViewChannel, { content: 'x' }, 50001],
    ['send', PermissionFlagsBits.SendMessages, { content: 'x' }, 50013],
    ['embed', PermissionFlagsBits.EmbedLinks, { embeds: [{ title: 'x' }] }, 50013],
    [
      'read history',
      PermissionFlagsBits.ReadMessageHistory,
      { content: 'x', message_reference: { message_id: '1' } },
      160002,
    ],
  ] as const) {
    test(`that may not ${name} is refused with ${code}`, async () => {
      await using house = await started()
      deny(house.simulator, bits)
      assert.equal(await house.refused(house.post(body)), code)
    })
  }

  test('that may not attach files is refused with 50013', async () => {
    await using house = await started()
    deny(house.simulator, PermissionFlagsBits.AttachFiles)
    const files = [{ name: 'a.txt', data: Buffer.from('a') }]
    assert.equal(await house.refused(house.rest.post(MESSAGES, { files })), 50013)
  })

  test('pings everybody only where it may', async () => {
    await using house = await started()
    assert.equal((await house.post({ content: '@everyone' })).mention_everyone, true)
    deny(house.simulator, PermissionFlagsBits.MentionEveryone)
    assert.equal((await house.post({ content: '@everyone' })).mention_everyone, false)
  })

  test('or a person pings a role only where it may or the role allows it', async () => {
    await using house = await started()
    const role = house.simulator.createRole(DEMO.guild, { name: 'Quiet' })
    const text = `<@&${role.id}>`
    const person = house.simulator.person(demo_member)
    assert.deepEqual(person.say(general, text).mention_roles, [])
    assert.deepEqual((await house.post({ content: text })).mention_roles, [role.id])
    role.mentionable = true
    assert.deepEqual(person.say(general, text).mention_roles, [role.id])
  })

  test('edits only its own messages and deletes others with permission', async () => {
    await using house = await started()
    const said = house.simulator.person(demo_member).say(general, 'mine')
    assert.equal(await house.refused(house.rest.patch(`${MESSAGES}/${said.id}`, { body: { content: 'x' } })), 50005)
    deny(house.simulator, PermissionFlagsBits.ManageMessages)
    assert.equal(await house.refused(house.rest.delete(`${MESSAGES}/${said.id}`)), 50013)
  })

  test('reaches nobody who takes no direct messages or shares no guild', async () => {
    await using house = await started()
    const channel = (await house.rest.post('/users/@me/channels', { body: { recipient_id: demo_member } })) as Sent
    await house.post({ content: 'hello' }, channel.id)
    const person = house.simulator.person(demo_member)
    assert.deepEqual(
      person.dms().map(({ content }) => content),
      ['hello'],
    )
    person.acceptDms(false)
    assert.equal(await house.refused(house.post({ content: 'x' }, channel.id)), 50007)
    person.leave(DEMO.guild)
    assert.equal(await house.refused(house.post({ content: 'x' }, channel.id)), 50278)
  })
})

describe('allowed mentions', () => {
  const content = `<@${demo_owner}> <@${demo_member}> <@&${DEMO.roles.staff}> @everyone`
  const cases: readonly (readonly [string, object | undefined, readonly unknown[]])[] = [
    ['left out ping everybody', undefined, [[demo_owner, demo_member], [DEMO.roles.staff], true]],
    ['of nothing ping nobody', { parse: [] }, [[], [], false]],
    ['of users ping users', { parse: ['users'] }, [[demo_owner, demo_member], [], false]],
    ['of one user ping that one', { parse: [], users: [demo_member] }, [[demo_member], [], false]],
    ['of one role ping that one', { parse: [], roles: [DEMO.roles.staff] }, [[], [DEMO.roles.staff], false]],
  ]
  for (const [name, allowed_mentions, expected] of cases) {
    test(name, async () => {
      await using house = await started()
      const sent = await house.post({ content, ...(allowed_mentions ? { allowed_mentions } : {}) })
      assert.deepEqual([sent.mentions.map(({ id }) => id), sent.mention_roles, sent.mention_everyone], expected)
    })
  }

  test('that say the same twice are refused', async () => {
    await using house = await started()
    const allowed_mentions = { parse: ['users'], users: [demo_owner] }
    assert.equal(await house.refused(house.post({ content, allowed_mentions })), 50035)
  })

  test('decide whether an answer pings', async () => {
    await using house = await started()
    const said = house.simulator.person(demo_member).say(general, 'question')
    const message_reference = { message_id: said.id }
    assert.equal((await house.post({ content: 'a', message_reference })).mentions.length, 1)
    const quiet = await house.post({
      content: 'a',
      message_reference,
      allowed_mentions: { parse: [], replied_user: false },
    })
    assert.equal(quiet.mentions.length, 0)
  })
})

describe('messages', () => {
  test('are listed newest first, before, after and around one', async () => {
    await using house = await started()
    const sent: string[] = []
    for (const content of ['1', '2', '3', '4', '5']) sent.push((await house.post({ content })).id)
    const listed = async (query: string) =>
      ((await house.rest.get(`${MESSAGES}?${query}` as typeof MESSAGES)) as Sent[]).map(({ content }) => content)
    assert.deepEqual(await listed('limit=2'), ['5', '4'])
    assert.deepEqual(await listed(`before=${sent[2]}&limit=2`), ['2', '1'])
    assert.deepEqual(await listed(`after=${sent[1]}&limit=2`), ['4', '3'])
    assert.deepEqual(await listed(`around=${sent[2]}&limit=3`), ['4', '3', '2'])
    assert.equal(await house.refused(listed('limit=101')), 50035)
  })

  test('carry uploads that embeds name and that can be fetched', async () => {
    await using house = await started()
    const body = { embeds: [{ image: { url: 'attachment://a.png' } }], attachments: [{ id: '0', description: 'A' }] }
    const files = [{ name: 'a.png', data: Buffer.from('picture') }]
    const sent = (await house.rest.post(MESSAGES, { body, files })) as Sent
    const [attachment] = sent.attachments
    assert.equal(attachment?.description, 'A')
    assert.equal(sent.embeds[0]?.image?.url, attachment?.url)
    assert.equal(await (await fetch(attachment?.url ?? '')).text(), 'picture')
  })

  test('with the v2 flag hold components and number them', async () => {
    await using house = await started()
    const components = [{ type: 17, components: [{ type: 10, content: `<@${demo_owner}>` }] }]
    const sent = await house.post({ flags: 32768, components })
    assert.equal(sent.components[0]?.id, 1)
    assert.deepEqual(
      sent.mentions.map(({ id }) => id),
      [demo_owner],
    )
    assert.equal(await house.refused(house.post({ components })), 50035)
    assert.equal(await house.refused(house.post({ flags: 32768, content: 'x', components })), 50035)
  })

  test('that are empty, too long or misspelt are refused', async () => {
    await using house = await started()
    assert.equal(await house.refused(house.post({})), 50006)
    assert.equal(await house.refused(house.post({ content: ' ' })), 50006)
    assert.equal(await house.refused(house.post({ content: 'x'.repeat(2001) })), 50035)
    assert.equal(await house.refused(house.post({ content: 'x', embed: {} })), 50035)
  })

  test('are deleted in bulk unless one is older than two weeks, with the reason in the audit log', async () => {
    await using house = await started({ clock: { frozen: true } })
    const old = await house.post({ content: 'old' })
    house.simulator.clock.advance(14 * 24 * 3_600_000 + 1)
    const messages = [await house.post({ content: '1' }), await house.post({ content: '2' })].map(({ id }) => id)
    const remove = (ids: string[]) =>
      house.rest.post(`${MESSAGES}/bulk-delete`, { body: { messages: ids }, reason: 'spam' })
    assert.equal(await house.refused(remove([...messages, old.id])), 50034)
    await remove(messages)
    const entry = house.simulator.state.guilds.get(DEMO.guild)?.audit_log.at(-1)
    assert.deepEqual([entry?.action_type, entry?.target_id, entry?.reason], [73, general, 'spam'])
    assert.equal(house.simulator.messages(general).at(-1)?.content, 'old')
  })

  test('take reactions and pins', async () => {
    await using house = await started()
    const { id } = await house.post({ content: 'x' })
    await house.rest.put(`${MESSAGES}/${id}/reactions/${encodeURIComponent('👍')}/@me`)
    const message = house.simulator.messages(general).at(-1)
    assert.ok(message)
    house.simulator.person(demo_member).react(message, '👍')
    assert.equal(message.reactions[0]?.user_ids.length, 2)
    const users = (await house.rest.get(`${MESSAGES}/${id}/reactions/${encodeURIComponent('👍')}`)) as Sent[]
    assert.deepEqual(
      users.map((user) => user.id),
      [demo_member, DEMO.bot],
    )
    await house.rest.put(`/channels/${general}/messages/pins/${id}`)
    assert.equal(
      ((await house.rest.get(`/channels/${general}/pins`)) as Sent[]).some((pin) => pin.id === id),
      true,
    )
    await house.rest.delete(`${MESSAGES}/${id}/reactions`)
    assert.equal(message.reactions.length, 0)
  })

  test('of a hidden channel are not read by a member', async () => {
    await using house = await started()
    assert.throws(() => house.simulator.person(demo_member).reads(staff), { code: 50001 })
    assert.ok(house.simulator.person(demo_owner).reads(staff))
  })
})
