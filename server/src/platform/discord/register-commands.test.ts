import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { after, beforeEach, describe, test } from 'node:test'
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { inEach, type Localised } from '../../kernel/language.ts'
import { say } from './answers.ts'
import { defineCommand, defineCommandTree, defineSubcommand } from './commands.ts'
import { channel, choice, integer, required } from './options.ts'
import { registerCommands } from './register-commands.ts'
import { discordRest } from './rest.ts'

type Given = Readonly<Record<string, unknown>>

/** What Discord adds to what it was given: https://discord.com/developers/docs/interactions/application-commands#application-command-object */
const ADDED = {
  id: '1100000000000000301',
  application_id: '1100000000000000300',
  version: '1100000000000000302',
  default_permission: true,
  integration_types: [0],
  nsfw: false,
  name_localizations: null,
}
/** Of what it was given, what it leaves out where it is empty. */
const isEmpty = (value: unknown) => value === false || (Array.isArray(value) && value.length === 0)

const isParts = (value: unknown): value is Given[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object')

/** As Discord would give it back: other keys first, names without translations said to be so, nothing that is empty. */
function givenBack(given: Given): Given {
  const entries = Object.entries(given)
    .filter(([, value]) => !isEmpty(value))
    .map(([key, value]) => [key, isParts(value) ? value.map(givenBack) : value] as const)
  return { name_localizations: null, ...Object.fromEntries(entries.toReversed()) }
}

let known: Given[] = []
let writes = 0
/** Discord, as far as it keeps commands. */
const server = createServer(async (request, response) => {
  if (request.method === 'PUT') {
    // A list of commands, which is all that is put here.
    known = ((await json(request)) as Given[]).map((command) => ({ ...givenBack(command), ...ADDED }))
    writes += 1
  }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(known))
})

await once(server.listen(0, '127.0.0.1'), 'listening')
after(() => server.close())
// A server that listens on a port has an address of this kind.
const { port } = server.address() as AddressInfo
const logger = pino({ level: 'silent' })
const discord = discordRest({ apiUrl: `http://127.0.0.1:${port}`, token: 'of.a.test', logger, clock: systemClock })

const ENGLISH = 'Makes tea'
const DUTCH = 'Zet thee'
const GREEN = { en: 'Green', nl: 'Groen' }
const BLACK = { en: 'Black', nl: 'Zwart' }
const KINDS: Readonly<Record<string, Localised>> = { green: GREEN, black: BLACK }

/** A command with everything that can be declared, but for what is given. */
function tea({ description = { en: ENGLISH, nl: DUTCH }, kinds = KINDS, most = 9 } = {}) {
  return defineCommand({
    name: 'tea',
    description,
    needs: { member: PermissionFlagsBits.ManageMessages },
    options: {
      kind: required(
        choice<string>(
          inEach(() => 'Which'),
          kinds,
        ),
      ),
      cups: integer(
        inEach(() => 'How many'),
        { min: 0, max: most },
      ),
      room: channel(
        inEach(() => 'Where'),
        [ChannelType.GuildVoice, ChannelType.GuildText],
      ),
    },
    answers: 'message',
    handle: async () => say('Here you are.'),
  })
}
const menu = defineCommandTree({
  name: 'menu',
  description: inEach(() => 'What there is'),
  subcommands: ['show', 'hide'].map((name) =>
    defineSubcommand({
      name,
      description: inEach(() => name),
      options: {},
      answers: 'message',
      handle: async () => say('Yes.'),
    }),
  ),
})

const register = (changed = tea()) => registerCommands(discord, '1100000000000000300', [changed, menu], logger)

beforeEach(async () => {
  known = []
  await register()
  writes = 0
})

describe('commands that Discord knows', () => {
  test('are not written again, in whatever order and with whatever additions it gives them back', async () => {
    assert.deepEqual(await register(), { commandCount: 2, synced: 0, skipped: 2 })
    known = known.toReversed()
    await register()
    assert.equal(writes, 0)
  })

  test('are written when anything is said otherwise, in either language, or chosen or bounded otherwise', async () => {
    for (const changed of [
      tea({ description: { en: ENGLISH, nl: 'Schenkt thee' } }),
      tea({ description: { en: 'Pours tea', nl: DUTCH } }),
      tea({ kinds: { green: { ...GREEN, nl: 'Groene' }, black: BLACK } }),
      tea({ kinds: { green: { ...GREEN, en: 'Greenish' }, black: BLACK } }),
      tea({ kinds: { verde: GREEN, black: BLACK } }),
      tea({ kinds: { green: GREEN } }),
      tea({ most: 8 }),
    ]) {
      writes = 0
      await register(changed)
      await register(changed)
      assert.equal(writes, 1, JSON.stringify(changed.definition))
      await register()
    }
  })

  test('are written when one is gone there or was changed there', async () => {
    const [first, ...others] = known
    known = others
    await register()
    known = [{ ...first, default_member_permissions: null }, ...others]
    await register()
    assert.equal(writes, 2)
  })
})
