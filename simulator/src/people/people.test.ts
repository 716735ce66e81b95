import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { DEMO, type Simulator } from '../index.ts'
import { connect } from '../testing.ts'

const owner = (simulator: Simulator) => simulator.person(DEMO.people.demo_owner)
const member = (simulator: Simulator) => simulator.person(DEMO.people.demo_member)

/** Registers commands and answers interactions. */
async function bot(client: Client<true>, answer: (interaction: Interaction) => Promise<unknown>) {
  await client.application.commands.set([
    {
      name: 'greet',
      description: 'Greets',
      options: [
        { type: ApplicationCommandOptionType.String, name: 'who', description: 'Who', required: true, maxLength: 20 },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'where',
          description: 'Where',
          channelTypes: [ChannelType.GuildText],
        },
        { type: ApplicationCommandOptionType.User, name: 'user', description: 'User' },
        { type: ApplicationCommandOptionType.Integer, name: 'times', description: 'Times', minValue: 1, maxValue: 3 },
        {
          type: ApplicationCommandOptionType.String,
          name: 'tone',
          description: 'Tone',
          choices: [{ name: 'Loud', value: 'loud' }],
        },
      ],
    },
    {
      name: 'pick',
      description: 'Picks',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'item',
          description: 'Item',
          required: true,
          autocomplete: true,
        },
      ],
    },
    {
      name: 'set',
      description: 'Sets',
      defaultMemberPermissions: '32',
      options: [
        {
          type: ApplicationCommandOptionType.SubcommandGroup,
          name: 'zone',
          description: 'Zone',
          options: [
            {
              type: ApplicationCommandOptionType.Subcommand,
              name: 'home',
              description: 'Home',
              options: [
                { type: ApplicationCommandOptionType.String, name: 'name', description: 'Name', required: true },
              ],
            },
          ],
        },
      ],
    },
    { name: 'Quote', type: ApplicationCommandType.Message },
    { name: 'Wave', type: ApplicationCommandType.User },
  ])
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction))
}

describe('a chat command', () => {
  test('reaches the bot with its options and shows the answer', async () => {
    await using house = await connect()
    await bot(house.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const where = interaction.options.getChannel('where')
      const user = interaction.options.getMember('user')
      assert.ok(interaction.memberPermissions?.has('Administrator'))
      await interaction.reply(`Hello ${interaction.options.getString('who')} in ${where?.name}, ${user !== null}`)
    })
    const seen = await owner(house.simulator).slash('greet', {
      who: 'world',
      where: DEMO.channels.general,
      user: DEMO.people.demo_member,
    })
    assert.equal(seen.content, 'Hello world in general, true')
    assert.equal(seen.ephemeral, false)
    assert.equal(house.simulator.messages(DEMO.channels.general).at(-1)?.content, seen.content)
  })

  test('finds its way to a sub-command of a group', async () => {
    await using house = await connect()
    await bot(house.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { options } = interaction
      await interaction.reply(`${options.getSubcommandGroup()} ${options.getSubcommand()} ${options.getString('name')}`)
    })
    const seen = await owner(house.simulator).slash('set zone home', { name: 'UTC' })
    assert.equal(seen.content, 'zone home UTC')
  })

  test('is refused by the client when an option does not fit', async () => {
    await using house = await connect()
    await bot(house.client, async () => undefined)
    const person = owner(house.simulator)
    await assert.rejects(person.slash('greet', {}), /option who is required/)
    await assert.rejects(person.slash('greet', { who: 'x'.repeat(21) }), /at most 20/)
    await assert.rejects(person.slash('greet', { who: 'x', times: 4 }), /at most 3/)
    await assert.rejects(person.slash('greet', { who: 'x', times: 1.5 }), /whole number/)
    await assert.rejects(person.slash('greet', { who: 'x', tone: 'low' }), /takes one of loud/)
    await assert.rejects(person.slash('greet', { who: 'x', where: DEMO.channels.tickets }), /another type of channel/)
    await assert.rejects(person.slash('greet', { who: 'x', nope: 1 }), /no option nope/)
    await assert.rejects(person.slash('nope'), /no command nope/)
    await assert.rejects(member(house.simulator).slash('set zone home', { name: 'x' }), /no command set/)
  })

  test('says so when the bot is silent for three seconds', async () => {
    await using house = await connect({ clock: { frozen: true } })
    await bot(house.client, async () => house.simulator.clock.advance(3001))
    await assert.rejects(owner(house.simulator).slash('greet', { who: 'x' }), /did not answer within 3 s/)
  })
})

describe('an answer', () => {
  test('after three seconds is 10062 and a second one 40060', async () => {
    await using house = await connect({ clock: { frozen: true } })
    const codes: unknown[] = []
    let isLate = true
    await bot(house.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      if (isLate) house.simulator.clock.advance(3001)
      await interaction.reply('first').catch((error) => codes.push(error.code))
      interaction.replied = false
      await interaction.reply('second').catch((error) => codes.push(error.code))
      await interaction.user.fetch()
    })
    await assert.rejects(owner(house.simulator).slash('greet', { who: 'x' }))
    await house.until(() => codes.length === 2)
    isLate = false
    await owner(house.simulator).slash('greet', { who: 'x' })
    await house.until(() => codes.length === 3)
    assert.deepEqual(codes, [10062, 10062, 40060])
  })

  test('that is deferred shows itself when it is edited and keeps being ephemeral', async () => {
    await using house = await connect()
    await bot(house.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.followUp('at last')
      await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral })
    })
    const seen = await owner(house.simulator).slash('greet', { who: 'x' })
    assert.equal((await seen.settled()).content, 'at last')
    assert.equal(seen.ephemeral, true)
    assert.equal((await seen.followUp()).content, 'more')
    assert.ok(
      owner(house.simulator)
        .reads(DEMO.channels.general)
        .some(({ content }) => content === 'at last'),
    )
    assert.ok(
      member(house.simulator)
        .reads(DEMO.channels.general)
        .every(({ content }) => content !== 'at last'),
    )
    assert.ok(house.simulator.messages(DEMO.channels.general).every(({ content }) => content !== 'at last'))
  })

  test('can be read, edited and deleted for fifteen minutes', async () => {
    await using house = await connect({ clock: { frozen: true } })
    const codes: unknown[] = []
    await bot(house.client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { resource } = await interaction.reply({ content: 'one', withResponse: true })
      assert.equal(resource?.message?.content, 'one')
      assert.equal((await interaction.fetchReply()).content, 'one')
      await interaction.editReply({ content: 'two', files: [{ attachment: Buffer.from('bytes'), name: 'a.txt' }] })
      house.simulator.clock.advance(15 * 60 * 1000 + 1)
      await interaction.deleteReply().catch((error) => codes.push(error.code))
    })
    const seen = await owner(house.simulator).slash('greet', { who: 'x' })
    await house.until(() => codes.length === 1)
    assert.deepEqual(codes, [50027])
    assert.equal(seen.content, 'two')
    const [attachment] = seen.message?.attachments ?? []
    assert.equal(await (await fetch(attachment?.url ?? '')).text(), 'bytes')
  })
})

test('commands can be used in the direct conversation, where there is no guild', async () => {
  await using house = await connect()
  await bot(house.client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(`${interaction.guildId} ${interaction.user.username}`)
  })
  const seen = await member(house.simulator).slash('greet', { who: 'x' }, { dm: true })
  assert.equal(seen.content, 'null demo_member')
  assert.equal(member(house.simulator).dms().at(-1)?.content, seen.content)
})

test('autocomplete offers what the bot says', async () => {
  await using house = await connect()
  await bot(house.client, async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }])
  })
  const choices = await owner(house.simulator).autocomplete('pick', 'item', 'typed')
  assert.deepEqual(choices, [{ name: 'typed', value: 'v' }])
})

test('context menus name the message or the user they were opened on', async () => {
  await using house = await connect()
  await bot(house.client, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(`> ${interaction.targetMessage.content}`)
    if (interaction.isUserContextMenuCommand()) await interaction.reply(`wave ${interaction.targetUser.username}`)
  })
  const said = member(house.simulator).say(DEMO.channels.general, 'words')
  assert.equal((await owner(house.simulator).contextMenu('Quote', said)).content, '> words')
  assert.equal((await owner(house.simulator).contextMenu('Wave', DEMO.people.demo_member)).content, 'wave demo_member')
})

test('buttons, selects and forms lead to answers and updates', async () => {
  await using house = await connect()
  await bot(house.client, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const button = new ButtonBuilder({ customId: 'open', label: 'Open', style: ButtonStyle.Primary })
      const select = new StringSelectMenuBuilder({ customId: 'colour', options: [{ label: 'Red', value: 'red' }] })
      await interaction.reply({
        content: 'panel',
        components: [
          new ActionRowBuilder<ButtonBuilder>({ components: [button] }),
          new ActionRowBuilder<StringSelectMenuBuilder>({ components: [select] }),
        ],
      })
    }
    if (interaction.isStringSelectMenu())
      await interaction.update({ content: `panel ${interaction.values}`, components: [] })
    if (interaction.isButton()) {
      const input = new TextInputBuilder({ customId: 'why', style: TextInputStyle.Short, minLength: 2 })
      await interaction.showModal(
        new ModalBuilder({ customId: 'form', title: 'Form' }).addLabelComponents(
          new LabelBuilder({ label: 'Why' }).setTextInputComponent(input),
        ),
      )
    }
    if (interaction.isModalSubmit()) await interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`)
  })
  const person = owner(house.simulator)
  const panel = await person.slash('greet', { who: 'x' })
  await assert.rejects(person.click(panel, 'closed'), /no button closed; there are: Open \(open\)/)
  const form = await person.click(panel, 'Open')
  assert.equal(form.modal?.title, 'Form')
  await assert.rejects(person.submit(form, { why: 'x' }), /at least 2/)
  assert.equal((await person.submit(form, { why: 'so' })).content, 'because so')
  await assert.rejects(person.select(panel, 'colour', ['blue']), /does not offer blue/)
  const updated = await person.select(panel, 'colour', ['red'])
  assert.equal(updated.content, 'panel red')
  assert.equal(panel.components.length, 0)
})
