import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { Client, Events, GatewayIntentBits, type Interaction, MessageFlags } from 'discord.js'
import { DEMO, type Simulator, startSimulator } from '../index.ts'

const text = (custom_id: string) => ({ type: 4, custom_id, style: 1 as const })
const button = (custom_id: string, label: string) => ({ type: 2 as const, style: 1 as const, custom_id, label })

const COMMANDS = [
  {
    name: 'greet',
    description: 'Says hello',
    options: [{ type: 3, name: 'whom', description: 'Whom', required: true, autocomplete: true }],
  },
  { name: 'think', description: 'Answers late' },
  { name: 'form', description: 'Opens a form' },
  { name: 'mute', description: 'Never answers' },
  { name: 'Quote', type: 3 },
]

/** A bot small enough to read, with one answer of each kind. */
async function bot(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) return await interaction.respond([{ name: 'World', value: 'world' }])
  if (interaction.isModalSubmit())
    return await interaction.reply(`wrote ${interaction.fields.getTextInputValue('name')}`)
  if (interaction.isButton()) return await interaction.update({ content: 'clicked', components: [] })
  if (interaction.isStringSelectMenu()) return await interaction.reply(`picked ${interaction.values.join()}`)
  if (interaction.isMessageContextMenuCommand())
    return await interaction.reply(`> ${interaction.targetMessage.content}`)
  if (!interaction.isChatInputCommand()) return undefined
  switch (interaction.commandName) {
    case 'greet': {
      const select = { type: 3 as const, custom_id: 'pick', options: [{ label: 'A', value: 'a' }] }
      const components = [
        { type: 1 as const, components: [button('wave', 'Wave')] },
        { type: 1 as const, components: [select] },
      ]
      const content = `hello ${interaction.options.getString('whom')}`
      return await interaction.reply({ content, components, flags: MessageFlags.Ephemeral })
    }
    case 'think':
      await interaction.deferReply()
      await interaction.editReply('thought')
      return await interaction.followUp('and more')
    case 'form':
      return await interaction.showModal({
        custom_id: 'f',
        title: 'Form',
        components: [{ type: 18, label: 'Name', component: text('name') }],
      })
    default:
      return undefined
  }
}

describe('through the control door', () => {
  let simulator: Simulator
  let client: Client

  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify({ channel: 'general', ...body }) }
    const response = await fetch(`${simulator.world.origin}/sim/people/${path}`, sent)
    const answer = await response.text()
    return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
  }
  const get = async (path: string) =>
    JSON.parse(await (await fetch(`${simulator.world.origin}/sim/people/${path}`)).text())

  before(async () => {
    simulator = await startSimulator({ strict: true })
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
    client = new Client({ intents, rest: { api: simulator.restUrl } })
    client.on(Events.InteractionCreate, (interaction) => bot(interaction).catch((error) => client.emit('error', error)))
    const ready = once(client, Events.ClientReady)
    await client.login(simulator.token)
    await ready
    await client.rest.put(`/applications/${DEMO.bot}/guilds/${DEMO.guild}/commands`, { body: COMMANDS })
  })

  after(async () => {
    assert.deepEqual(simulator.violations, [])
    assert.deepEqual(simulator.broken, [])
    await client.destroy()
    await simulator.stop()
  })

  test('a command is answered, and only the one who used it sees an ephemeral answer', async () => {
    const { status, body } = await post('demo_member/slash', { command: 'greet', options: { whom: 'you' } })
    assert.equal(status, 200)
    assert.equal(body.ephemeral, true)
    assert.equal(body.message.content, 'hello you')
    const last = async (who: string) => (await get(`${who}/messages?channel=general&limit=1`))[0].content
    assert.equal(await last('demo_member'), 'hello you')
    assert.notEqual(await last('demo_staff'), 'hello you')
  })

  test('a button and a select of that answer are used', async () => {
    await post('demo_member/slash', { command: 'greet', options: { whom: 'you' } })
    assert.equal((await post('demo_member/select', { select: 'pick', values: ['a'] })).body.message.content, 'picked a')
    assert.equal((await post('demo_member/click', { button: 'Wave' })).body.message.content, 'clicked')
  })

  test('autocomplete offers its choices', async () => {
    const { body } = await post('demo_member/autocomplete', { command: 'greet', option: 'whom', typed: 'w' })
    assert.deepEqual(body, [{ name: 'World', value: 'world' }])
  })

  test('a deferred answer is waited for', async () => {
    const { body } = await post('demo_member/slash', { command: 'think' })
    assert.equal(body.message.content, 'thought')
    assert.equal(body.thinking, false)
  })

  test('a form is opened and sent', async () => {
    const { body: opened } = await post('demo_staff/slash', { command: 'form' })
    assert.equal(opened.modal.title, 'Form')
    const sent = await post('demo_staff/submit', { interaction: opened.interaction, values: { name: 'Stella' } })
    assert.equal(sent.body.message.content, 'wrote Stella')
    const stolen = await post('demo_member/submit', { interaction: opened.interaction, values: { name: 'x' } })
    assert.equal(stolen.status, 409)
  })

  test('a command of the context menu is used on a message', async () => {
    const { body: said } = await post('demo_guest/say', { content: 'wise words' })
    const quoted = await post('demo_member/menu', { command: 'Quote', message: said.id })
    assert.equal(quoted.body.message.content, '> wise words')
  })

  test('what Discord would not let a person do is refused with what there is', async () => {
    const unknown = await post('demo_member/slash', { command: 'sing' })
    assert.equal(unknown.status, 409)
    assert.match(unknown.body.error, /offered: greet, think/)
    const names = await get('demo_member/commands?channel=general')
    assert.deepEqual(
      names.map(({ name }: { name: string }) => name),
      ['greet', 'think', 'form', 'mute', 'Quote'],
    )
  })

  test('a bot that stays silent is told of', async () => {
    const asked = once(client, Events.InteractionCreate)
    const answer = post('demo_member/slash', { command: 'mute' })
    await asked
    simulator.clock.advance(3000)
    const { status, body } = await answer
    assert.equal(status, 504)
    assert.match(body.error, /did not answer within 3 s/)
  })

  test('people react, leave and come back', async () => {
    const { body: said } = await post('demo_member/say', { content: 'vote' })
    assert.equal((await post('demo_staff/react', { message: said.id, emoji: '👍' })).status, 204)
    const [seen] = await get('demo_member/messages?channel=general&limit=1')
    assert.deepEqual([seen.reactions[0].emoji.name, seen.reactions[0].count], ['👍', 1])
    assert.equal((await post('demo_guest/leave', { guild: 'Alphapy Demo' })).status, 204)
    const elsewhere = await post('demo_guest/say', { channel: DEMO.channels.general, content: 'still here?' })
    assert.equal(elsewhere.body.discord.code, 50001)
    assert.equal((await post('demo_guest/join', { guild: DEMO.guild })).body.user.username, 'demo_guest')
    assert.equal((await post('demo_guest/say', { content: 'back' })).status, 200)
  })

  test('people and the bot talk directly', async () => {
    await post('demo_member/whisper', { content: 'psst' })
    const user = await client.users.fetch(DEMO.people.demo_member)
    await user.send('hello there')
    const dms = await get('demo_member/dms')
    assert.deepEqual(
      dms.map(({ content }: { content: string }) => content),
      ['hello there'],
    )
  })
})
