import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { ChannelType, ComponentType } from 'discord-api-types/v10'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { inEach } from '../../kernel/language.ts'
import { say } from './answers.ts'
import { type Command, defineCommandTree, defineSubcommand } from './commands.ts'
import { defineSelect } from './components.ts'
import { customId } from './custom-id.ts'
import { discordGateway, type Gateway } from './gateway.ts'
import { type InteractionRouter, interactionRouter } from './interactions.ts'
import { boolean, integer, number, required, text, user } from './options.ts'
import { registerCommands } from './register-commands.ts'
import { type DiscordRest, discordRest } from './rest.ts'

const said = (text: string) => inEach(() => text)
const search = defineSubcommand({
  name: 'search',
  description: said('Searches'),
  options: {
    query: required(
      text(said('What for'), {
        complete: async (typed, { guildId }, given) => [
          { name: `${typed} in ${given.get('place') ?? 'all'} of ${guildId}`, value: typed },
        ],
      }),
    ),
    place: text(said('Where')),
    most: integer(said('How many'), { min: 1, max: 25 }),
    weight: number(said('How heavy'), { min: 0, max: 2 }),
    public: boolean(said('For all to see')),
    by: user(said('Whose')),
  },
  answers: 'message',
  handle: async (options) => say(JSON.stringify(options)),
})
const inGroup = defineSubcommand({
  name: 'add',
  description: said('Adds'),
  options: { name: required(text(said('Its name'))) },
  answers: 'message',
  handle: async ({ name }) => say(`added ${name}`),
})
const pickers = defineSubcommand({
  name: 'pick',
  description: said('Picks'),
  options: {},
  answers: 'message',
  handle: async () =>
    say('Pick', {
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.ChannelSelect,
              custom_id: customId('test', 'picked', 'channel'),
              channel_types: [ChannelType.GuildText],
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              custom_id: customId('test', 'picked', 'text'),
              max_values: 2,
              options: ['one', 'two', 'three'].map((value) => ({ label: value, value })),
            },
          ],
        },
      ],
    }),
})
const tree = defineCommandTree({
  name: 'faq',
  description: said('Questions and answers'),
  subcommands: [search, pickers, { name: 'topics', description: said('Topics'), subcommands: [inGroup] }],
})
const picked = defineSelect({
  feature: 'test',
  act: 'picked',
  answers: 'update',
  run: async ({ about, values }) => ({ ...say(`${about}: ${values.join(', ')}`), kind: 'update' }),
})

let simulator: Simulator
let discord: DiscordRest
let gateway: Gateway
let router: InteractionRouter
const logger = pino({ level: 'silent' })
const register = (command: Command) => registerCommands(discord, DEMO.bot, [command], logger)
const member = () => simulator.person(DEMO.people.demo_member)

before(async () => {
  simulator = await startSimulator({ strict: true })
  const address = { apiUrl: simulator.restUrl, token: simulator.token, logger, clock: systemClock }
  discord = discordRest(address)
  router = interactionRouter(
    { commands: [tree], buttons: [], forms: [], selects: [picked] },
    { discord, logger, guildLanguage: async () => 'en' },
  )
  gateway = discordGateway({ ...address, onInteraction: router.receive, onEnded: () => undefined })
  await gateway.connect()
  await register(tree)
})
after(async () => {
  await router.settled()
  await gateway.stop()
  await simulator.stop()
  assert.deepEqual(simulator.violations, [])
})

describe('a tree of commands', () => {
  test('is used by its sub-commands, which are given what their options hold', async () => {
    const given = { query: 'tea', most: 3, weight: 0.5, public: true, by: DEMO.people.demo_owner }
    const seen = await member().slash('faq search', given)
    assert.deepEqual(JSON.parse(seen.content), { ...given, place: null })
    assert.deepEqual(JSON.parse((await member().slash('faq search', { query: 'tea' })).content), {
      query: 'tea',
      place: null,
      most: null,
      weight: null,
      public: null,
      by: null,
    })
  })

  test('has groups of sub-commands', async () => {
    assert.equal((await member().slash('faq topics add', { name: 'Tea' })).content, 'added Tea')
  })

  test('completes the option of a sub-command, knowing what the others hold', async () => {
    const choices = await member().autocomplete('faq search', 'query', 'te', { place: 'kitchen' })
    assert.deepEqual(choices, [{ name: `te in kitchen of ${DEMO.guild}`, value: 'te' }])
  })

  test('answers politely for a sub-command that an update took away', async () => {
    const older = [...simulator.state.commands.values()].find(({ name }) => name === 'faq')
    assert.ok(older)
    const { options } = older
    older.options = [{ type: 1, name: 'gone', description: 'Gone' }]
    const seen = await member().slash('faq gone')
    older.options = options
    assert.match(seen.content, /do not know this one any more/)
  })

  test('is registered anew when a bound deep inside it changes, and not otherwise', async () => {
    let puts = 0
    simulator.faults.before({ method: 'PUT', path: '/applications/*' }, () => puts++, Number.POSITIVE_INFINITY)
    await register(tree)
    assert.equal(puts, 0)
    const narrower = {
      ...search,
      options: [integer(said('How many'), { min: 1, max: 10 }).describe('most')],
    }
    const changed = defineCommandTree({
      name: 'faq',
      description: said('Questions and answers'),
      subcommands: [{ name: 'topics', description: said('Topics'), subcommands: [narrower] }],
    })
    await register(changed)
    assert.equal(puts, 1)
    const wider = {
      ...search,
      options: [integer(said('How many'), { min: 1, max: 11 }).describe('most')],
    }
    await register(
      defineCommandTree({
        name: 'faq',
        description: said('Questions and answers'),
        subcommands: [{ name: 'topics', description: said('Topics'), subcommands: [wider] }],
      }),
    )
    assert.equal(puts, 2)
    await register(tree)
  })
})

describe('a select', () => {
  test('gives the channels or texts that were chosen', async () => {
    const shown = await member().slash('faq pick')
    const first = await member().select(shown, 'test:picked:text', ['one', 'three'])
    assert.equal(first.content, 'text: one, three')
    const again = await member().slash('faq pick')
    const second = await member().select(again, 'test:picked:channel', [DEMO.channels.rules])
    assert.equal(second.content, `channel: ${DEMO.channels.rules}`)
  })
})
