import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { UserId } from '../../kernel/ids.ts'
import { inEach } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { until } from '../../testing/until.ts'
import { say } from './answers.ts'
import type { CommandRun } from './command-run.ts'
import { defineCommand } from './commands.ts'
import { defineButton, defineForm } from './components.ts'
import { customId } from './custom-id.ts'
import { DiscordFailure, UNKNOWN_CHANNEL } from './failure.ts'
import { choiceField, openForm, textField } from './form-parts.ts'
import { discordGateway } from './gateway.ts'
import { interactionRouter } from './interactions.ts'
import type { Invocation } from './invocation.ts'
import { plain } from './message-parts.ts'
import { required, text } from './options.ts'
import { registerCommands } from './register-commands.ts'
import { discordRest } from './rest.ts'

const button = (act: string) => ({
  components: [
    {
      type: ComponentType.ActionRow as const,
      components: [
        {
          type: ComponentType.Button as const,
          style: ButtonStyle.Primary as const,
          label: 'Press',
          custom_id: customId('test', act, '7'),
        },
      ],
    },
  ],
})
const OPTIONS = ['billing', 'other'].map((value) => ({ label: value, value }))
const FORM = openForm(
  customId('test', 'form', '7'),
  'Form',
  textField({ name: 'field', label: 'Field', maxLength: 100 }),
  choiceField({ name: 'kind', label: 'Kind', hint: 'One or two', options: OPTIONS, most: 2 }),
  choiceField({ name: 'more', label: 'More', options: OPTIONS, isRequired: false }),
)

/** A bot whose handlers wait for `release` before they answer, if told to. */
async function startBot(simulator: Simulator) {
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line) => void log.push(line) })
  const handled: string[] = []
  const gate = Promise.withResolvers<void>()
  const command = <How extends 'message' | 'modal'>(
    name: string,
    answers: How,
    handle: (options: object, invocation: Invocation) => Promise<ReturnType<typeof say>>,
  ) => defineCommand({ name, description: inEach(() => name), options: {}, answers, handle })
  const commands = [
    defineCommand({
      name: 'echo',
      description: inEach(() => 'Echoes'),
      options: {
        what: required(
          text(
            inEach(() => 'What'),
            { complete: async (typed) => [{ name: `${typed}!`, value: typed }] },
          ),
        ),
      },
      answers: 'message',
      handle: async ({ what }, { actor, guildId }) => {
        handled.push(what)
        return say(`${what} ${actor.userId} ${actor.adminOf === guildId}`)
      },
    }),
    command('slow', 'message', async () => {
      await gate.promise
      return say('late')
    }),
    command('growing', 'message', async (_options, { show }) => {
      for (const soFar of ['one', 'one two', 'one two three']) show(plain(soFar))
      await gate.promise
      return { ...say('one two three four'), more: [plain('five'), plain('six')] }
    }),
    command('slow_refusal', 'message', async () => {
      await gate.promise
      throw new Refusal('invalid', 'test.no', 'this cannot be')
    }),
    command('slow_form', 'modal', async () => {
      await gate.promise
      return say('never seen')
    }),
    command('refuse', 'message', () => Promise.reject(new Refusal('forbidden', 'test.no', 'this cannot be'))),
    command('vanish', 'message', () =>
      Promise.reject(new DiscordFailure('gone', 'Unknown', { code: UNKNOWN_CHANNEL })),
    ),
    command('fail', 'message', () => Promise.reject(new Error('a secret detail'))),
    command('empty', 'message', async () => say('')),
    command('overflow', 'message', async () => say('x'.repeat(2001))),
    command('buttons', 'message', async () => say('Here', button('press'))),
    command('slow_buttons', 'message', async () => say('Here', button('slow'))),
    command('unknown_button', 'message', async () => say('Here', button('nobody'))),
    defineCommand({
      name: 'form',
      description: inEach(() => 'Opens a form'),
      options: {},
      answers: 'modal',
      handle: async () => FORM,
    }),
  ]
  const buttons = [
    defineButton({
      feature: 'test',
      act: 'press',
      answers: 'update',
      run: async ({ about }) => ({ ...say(`pressed ${about}`), kind: 'update' }),
    }),
    defineButton({
      feature: 'test',
      act: 'slow',
      answers: 'update',
      async run() {
        await gate.promise
        throw new Refusal('conflict', 'test.no', 'too late for that')
      },
    }),
    defineButton({
      feature: 'test',
      act: 'direct',
      answers: 'modal',
      run: async () => say('in a guild'),
      direct: async () => FORM,
    }),
  ]
  const forms = [
    defineForm({
      feature: 'test',
      act: 'form',
      answers: 'message',
      run: async ({ about, fields, choices }) =>
        say([about, fields.get('field'), choices.get('kind')?.join('+'), choices.get('more')?.length].join(' ')),
      direct: async ({ about, userId, language, fields }) =>
        say(['direct', about, userId, language, fields.get('field')].join(' ')),
    }),
  ]
  const discord = discordRest({ apiUrl: simulator.restUrl, token: simulator.token, logger, clock: systemClock })
  const runs: CommandRun[] = []
  const router = interactionRouter(
    { commands, buttons, forms },
    { discord, logger, guildLanguage: async () => 'en', onRun: (run) => void runs.push(run) },
  )
  const gateway = discordGateway({
    apiUrl: simulator.restUrl,
    token: simulator.token,
    logger,
    clock: systemClock,
    onInteraction: router.receive,
    onEnded: () => undefined,
  })
  await gateway.connect()
  const register = () => registerCommands(discord, DEMO.bot, commands, logger)
  await register()
  return {
    handled,
    runs,
    log,
    register,
    whisper: (act: string) =>
      discord.sendDm(UserId.parse(DEMO.people.demo_member), { ...button(act), content: 'Here', allowed_mentions: {} }),
    release: () => gate.resolve(),
    settled: router.settled,
    async [Symbol.asyncDispose]() {
      gate.resolve()
      await router.settled()
      await gateway.stop()
    },
  }
}

const startDiscord = () => startSimulator({ strict: true })
const onlyOne = <Item>([first, ...others]: readonly Item[]): Item => {
  assert.ok(first && others.length === 0)
  return first
}
const memberOf = (simulator: Simulator) => simulator.person(DEMO.people.demo_member)

describe('a command', () => {
  test('is answered to the member who used it', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    const seen = await memberOf(simulator).slash('echo', { what: 'hi' })
    assert.ok(seen.ephemeral)
    assert.equal(seen.content, `hi ${DEMO.people.demo_member} false`)
    const owner = simulator.person(DEMO.people.demo_owner)
    assert.match((await owner.slash('echo', { what: 'hi' })).content, /true$/)
    assert.deepEqual(simulator.violations, [])
  })

  test('offers what completes an option', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    assert.deepEqual(await memberOf(simulator).autocomplete('echo', 'what', 'hel'), [{ name: 'hel!', value: 'hel' }])
  })

  test('that takes long is announced in time and answered later', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    const seen = await memberOf(simulator).slash('slow')
    assert.ok(seen.isThinking && seen.ephemeral)
    bot.release()
    assert.equal((await seen.settled()).content, 'late')
  })

  test('that takes long may still be refused', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    const seen = await memberOf(simulator).slash('slow_refusal')
    bot.release()
    assert.equal((await seen.settled()).content, 'This cannot be.')
  })

  test('that takes too long for a form says so', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    assert.match((await memberOf(simulator).slash('slow_form')).content, /took too long/)
  })

  test('that is refused says why', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    const seen = await memberOf(simulator).slash('refuse')
    assert.ok(seen.ephemeral)
    assert.equal(seen.content, 'This cannot be.')
  })

  test('about a channel that vanished meanwhile is refused in words, without an error in the log', async () => {
    await using simulator = await startSimulator({ community: 'demo' })
    await using bot = await startBot(simulator)
    const seen = await memberOf(simulator).slash('vanish')
    assert.equal(seen.content, 'The channel that this is about is not there any more.')
    assert.deepEqual(
      bot.log.filter((line) => line.includes('"level":50')),
      [],
    )
  })

  test('that fails gives a number, under which the log has the rest once', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    const seen = await memberOf(simulator).slash('fail')
    assert.doesNotMatch(seen.content, /secret/)
    const [, id = 'none'] = /`(\d+)`/.exec(seen.content) ?? []
    const lines = bot.log.filter((line) => line.includes(id))
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /a secret detail/)
  })

  test('whose answer Discord does not take is answered all the same', async () => {
    await using simulator = await startSimulator()
    await using _ = await startBot(simulator)
    assert.match((await memberOf(simulator).slash('empty')).content, /Something went wrong/)
  })

  test('whose answer is longer than Discord allows is answered with what fits', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    assert.equal((await memberOf(simulator).slash('overflow')).content, `${'x'.repeat(1999)}…`)
  })

  test('shows what a slow answer has so far, then the answer, and what follows it to nobody else', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    // What cannot be shown meanwhile is lost; the answer is not.
    simulator.faults.on({ method: 'PATCH', path: '/webhooks/*' }, { status: 500 }, { times: 2 })
    const first = await memberOf(simulator).slash('growing')
    await until('the failed edit', async () => simulator.rest.count(500) === 2)
    bot.release()
    assert.equal((await first.settled()).content, 'one two three four')
    await first.followUp(2)
    assert.deepEqual(
      first.followUps().map(({ content, ephemeral_to }) => [content, ephemeral_to]),
      ['five', 'six'].map((content) => [content, DEMO.people.demo_member]),
    )
  })

  test('is handled once when Discord delivers it twice', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    simulator.gateway.faults.duplicateNext('INTERACTION_CREATE')
    await memberOf(simulator).slash('echo', { what: 'once' })
    await memberOf(simulator).slash('echo', { what: 'more' })
    assert.deepEqual(bot.handled, ['once', 'more'])
  })

  test('given while the connection is lost is answered after the RESUME', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    simulator.gateway.terminate()
    assert.match((await memberOf(simulator).slash('echo', { what: 'hi' })).content, /^hi/)
    assert.equal(simulator.gateway.identifies, 1)
  })

  for (const fault of ['drop', 'drop_after'] as const)
    test(`is answered when the connection breaks once (${fault})`, async () => {
      await using simulator = await startDiscord()
      await using bot = await startBot(simulator)
      simulator.faults.on({ path: /^\/interactions\// }, fault, { times: 1 })
      assert.match((await memberOf(simulator).slash('echo', { what: 'hi' })).content, /^hi/)
      await bot.settled()
      assert.deepEqual(
        bot.log.filter((line) => JSON.parse(line).level >= 40),
        [],
      )
    })
})

describe('a run of a command is told', () => {
  const told = ({ runs }: { runs: readonly CommandRun[] }) => runs.map(({ command, error }) => [command, error])

  test('by the name that was typed, with who, where, when and how long', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    await memberOf(simulator).slash('echo', { what: 'hi' })
    await bot.settled()
    const [{ interactionId, durationMs, ranAt, ...run } = assert.fail('no run')] = bot.runs
    assert.match(interactionId, /^\d{18,19}$/)
    assert.ok(durationMs >= 0 && durationMs < 5000)
    assert.ok(Math.abs(ranAt.epochMilliseconds - simulator.clock.now()) < 5000)
    assert.deepEqual(run, {
      guildId: DEMO.guild,
      userId: DEMO.people.demo_member,
      command: 'echo',
      error: null,
    })
  })

  test('also when it was refused, failed, came too late, or got an answer that Discord does not take', async () => {
    await using simulator = await startSimulator()
    await using bot = await startBot(simulator)
    const member = memberOf(simulator)
    for (const name of ['refuse', 'fail', 'empty']) await member.slash(name)
    await member.slash('slow_form')
    bot.release()
    await bot.settled()
    assert.deepEqual(told(bot).slice(0, 2), [
      ['refuse', { kind: 'refused', errorClass: 'test.no', message: 'this cannot be' }],
      ['fail', { kind: 'fault', errorClass: 'Error', message: 'a secret detail' }],
    ])
    assert.deepEqual(
      told(bot)
        .slice(2)
        .map(([command, error]) => [command, typeof error === 'object' && error?.errorClass]),
      [
        ['empty', 'DiscordFailure'],
        ['slow_form', 'DiscordFailure'],
      ],
    )
  })

  test('once, though Discord delivers it twice, and not of buttons or suggestions', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    simulator.gateway.faults.duplicateNext('INTERACTION_CREATE')
    const shown = await memberOf(simulator).slash('buttons')
    await memberOf(simulator).click(shown, 'Press')
    await memberOf(simulator).autocomplete('echo', 'what', 'hel')
    await bot.settled()
    assert.deepEqual(told(bot), [['buttons', null]])
  })
})

describe('a button', () => {
  test('changes its message', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    const shown = await memberOf(simulator).slash('buttons')
    const seen = await memberOf(simulator).click(shown, 'Press')
    assert.equal(seen.content, 'pressed 7')
    assert.deepEqual(seen.components, [])
  })

  test('of before a restart works', async () => {
    await using simulator = await startDiscord()
    const before = await startBot(simulator)
    const shown = await memberOf(simulator).slash('buttons')
    await before[Symbol.asyncDispose]()
    await using _ = await startBot(simulator)
    assert.equal((await memberOf(simulator).click(shown, 'Press')).content, 'pressed 7')
  })

  test('that nobody handles is answered politely', async () => {
    await using simulator = await startDiscord()
    await using _ = await startBot(simulator)
    const shown = await memberOf(simulator).slash('unknown_button')
    const seen = await memberOf(simulator).click(shown, 'Press')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /do not know this one any more/)
  })

  test('whose late answer is a refusal leaves its message alone', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    const shown = await memberOf(simulator).slash('slow_buttons')
    const seen = await memberOf(simulator).click(shown, 'Press')
    bot.release()
    assert.equal((await seen.followUp()).content, 'Too late for that.')
    assert.equal(shown.content, 'Here')
  })
})

describe('in the direct conversation with the bot', () => {
  test('a button and a form that say so work, with who pressed and in their language', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    await bot.whisper('direct')
    const member = memberOf(simulator)
    member.speaks('nl')
    const form = await member.click(onlyOne(member.dms()), 'Press')
    const sent = await member.submit(form, { field: 'text', kind: ['billing'] })
    assert.equal(sent.content, `direct 7 ${DEMO.people.demo_member} nl text`)
    assert.deepEqual(simulator.violations, [])
  })

  test('every other button does nothing', async () => {
    await using simulator = await startDiscord()
    await using bot = await startBot(simulator)
    await bot.whisper('press')
    const member = memberOf(simulator)
    assert.match((await member.click(onlyOne(member.dms()), 'Press')).content, /server/)
  })
})

test('a form is opened, filled in and answered', async () => {
  await using simulator = await startDiscord()
  await using _ = await startBot(simulator)
  const form = await memberOf(simulator).slash('form')
  const values = { field: 'text', kind: ['billing', 'other'] }
  assert.equal((await memberOf(simulator).submit(form, values)).content, '7 text billing+other 0')
  assert.deepEqual(simulator.violations, [])
})

describe('commands are registered', () => {
  test('when they differ from what Discord has, and only then', async () => {
    await using simulator = await startDiscord()
    let puts = 0
    simulator.faults.before({ method: 'PUT', path: '/applications/*' }, () => puts++, Number.POSITIVE_INFINITY)
    await using bot = await startBot(simulator)
    assert.equal(puts, 1)
    await bot.register()
    assert.equal(puts, 1)
    for (const command of simulator.state.commands.values())
      if (command.name === 'echo') command.description = 'Otherwise'
    await bot.register()
    assert.equal(puts, 2)
  })
})
