import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { strFromU8, unzipSync } from 'fflate'
import { systemClock } from '../kernel/clock.ts'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { startModelServer } from '../testing/model-server.ts'
import { act, controlOf, onboardingGuild, type Script, titleOf, walkOn } from '../testing/onboarding.ts'
import { Program } from '../testing/program.ts'
import { until } from '../testing/until.ts'
import { unstarted } from './unstarted.ts'

/** One member's life in a guild, through all that people do in Discord; the process that answers dies on the way. */

const { guild: GUILD, channels, people, roles } = DEMO

const model = await startModelServer()
after(() => model[Symbol.asyncDispose]())
model.answers({ says: 'It brews for three minutes. [1]' })
const withModel = { LLM_BASE_URL: model.url, LLM_PRICE_INPUT: '0', LLM_PRICE_OUTPUT: '0' }
const app = await startApp({
  roles: ['api', 'worker'],
  environment: withModel,
  clock: systemClock,
  simulator: { clock: { startMs: Temporal.Now.instant().epochMilliseconds, frozen: false } },
})
after(() => app[Symbol.asyncDispose]())
const { simulator } = app
const apiUrl = app.alphapy.apiUrl ?? ''
const home = await onboardingGuild(
  { simulator, apiUrl },
  { guild: GUILD, admin: people.demo_owner, rulesChannel: channels.rules },
)
await home.set('system', { rules_channel_id: channels.rules, log_channel_id: channels.logs })
await home.set('onboarding', { completion_role_id: roles.member })
await home.set('invites', { announcement_channel_id: channels.general })
await home.set('embedwatcher', { announcements_channel_id: channels.announcements })
await home.set('gdpr', { channel_id: channels.general })
await home.set('ticketbot', { category_id: channels.tickets, staff_role_id: roles.staff })
await home.rule('Be kind')
await home.rule('Be patient')
const drinks = ['Tea', 'Coffee'].map((label) => ({ label, value: label.toLowerCase() }))
await home.question('What do you drink?', 'select', { options: drinks, followup: { tea: { question: 'Which tea?' } } })
await home.question('Your email address?', 'email')

const SCRIPT: Script = {
  Be: ['accept'],
  'What do': ['choose', 'tea'],
  'Which tea': ['write', 'Assam'],
  'Your email': ['write', 'nora@example.com'],
  'May we': ['choose', 'no'],
  'Is this': ['confirm'],
}

/** The process that is connected to Discord; the worker and the API are this one. */
let gateway = await startGateway()
after(() => gateway[Symbol.asyncDispose]())

async function startGateway(): Promise<Program> {
  const program = new Program({
    ROLES: 'gateway',
    BOT_TOKEN: simulator.token,
    DISCORD_API_URL: simulator.restUrl,
    DATABASE_URL: app.databaseUrl,
    LOG_LEVEL: 'warn',
    ...withModel,
  })
  await until('the gateway', () => program.output.includes('is running'))
  return program
}

async function killed(): Promise<void> {
  await gateway.end('SIGKILL')
  gateway = await startGateway()
}

const headers = { ...(await app.signIn(people.demo_owner)), prefer: 'snowflakes=string' }
const read = async (path: string) => (await sendJson(`${apiUrl}${path}`, 'GET', undefined, headers)).json
const dashboard = (path: string) => read(`/api/dashboard/${path}`)
const said = (channelId: string) => simulator.messages(channelId).map(({ content }) => content)
const rolesOf = (id: string) => simulator.state.guilds.get(GUILD)?.members.get(id)?.roles ?? []
const nora = simulator.person(simulator.createUser({ username: 'nora' }).id)
const elsewhere = { channel: channels.general }

async function kept() {
  const seen = await (await nora.slash('my_data export', { scope: 'everywhere' }, elsewhere)).settled()
  const bytes = await (await fetch(seen.message?.attachments[0]?.url ?? assert.fail(seen.content))).arrayBuffer()
  const files = Object.entries(unzipSync(new Uint8Array(bytes))).filter(([name]) => name.endsWith('.json'))
  return Object.fromEntries(files.map(([name, data]) => [name, Object.keys(JSON.parse(strFromU8(data)))]))
}

describe('a member', () => {
  test("joins by the owner's invite, is welcomed, walks through the onboarding though the process is killed, and gets the role", async () => {
    await until('a first look at the invites', async () =>
      (await app.db.selectFrom('invite_watches').select(['guild_id', 'looked_at']).execute()).some(
        ({ guild_id, looked_at }) => guild_id === GUILD && looked_at !== null,
      ),
    )
    const { code } = app.owner.invite(channels.general)
    await until('the invite to be known', async () =>
      (await app.db.selectFrom('guild_invites').select('code').execute()).some((known) => known.code === code),
    )
    nora.join(GUILD, { invite: code })
    const welcome = await until('the welcome', () => said(channels.general).find((text) => text.includes(nora.id)))
    assert.equal(welcome, `<@${nora.id}> joined! <@${people.demo_owner}> now has 1 invites.`)

    const panel = await home.panel()
    const first = await nora.click(panel, controlOf(panel, 'start'))
    const second = await act(nora, first, ['accept'])
    assert.equal(titleOf(second), 'Be patient')
    await killed()
    const third = await act(nora, second, ['accept'])
    assert.equal(titleOf(third), 'What do you drink?')
    const follow = await act(nora, third, ['choose', 'tea'])
    await killed()
    const { last } = await walkOn(nora, follow, SCRIPT)
    assert.match(titleOf(last), /You have done it/)
    await until('the role', () => rolesOf(nora.id).includes(roles.member))
  })

  test('is found with answers, inviter and the whole story in the API', async () => {
    const { responses } = await dashboard(`${GUILD}/onboarding/responses`)
    assert.deepEqual(
      responses.map(({ user_id, answers }: { user_id: string; answers: { answer: string }[] }) => [
        user_id,
        ...answers.map(({ answer }) => answer),
      ]),
      [[nora.id, 'tea', 'nora@example.com']],
    )
    const { logs } = await dashboard(`logs?guild_id=${GUILD}&limit=100`)
    const types = new Set(logs.map(({ event_type }: { event_type: string }) => event_type))
    for (const type of ['SETTINGS_CHANGED', 'ONBOARDING_CHANGED', 'BOT_READY', 'GUILD_SYNC', 'ONBOARDING_COMPLETED'])
      assert.ok(types.has(type), `${type} is not among ${[...types].join()}`)
    assert.ok(!JSON.stringify(logs).includes('nora@example.com'))
  })
})

describe('a member who has used everything', () => {
  const FIGURES = [1, 1, 1, 1, 1]
  const counted = async () => {
    const { started, completed } = await dashboard(`${GUILD}/onboarding/funnel`)
    const { inviters } = await dashboard(`${GUILD}/invites`)
    const { commands } = await read(`/top-commands?guild_id=${GUILD}`)
    const tickets = await dashboard(`${GUILD}/tickets`)
    return [started, completed, inviters?.[0]?.joins, commands.add_reminder, tickets.length]
  }

  /** As a member. */
  async function takesPart(): Promise<void> {
    const preview = await nora.slash('add_reminder', { name: 'Tea', when: 'in 5 hours' }, elsewhere)
    await nora.click(preview, 'Save')
    nora.say(channels.announcements, '', {
      embeds: [{ type: 'rich', title: 'Tasting', description: 'Next Friday at 20:00' }],
    })
    nora.invite(channels.general)
    await app.owner.slash('gdpr post')
    const agreement = await until('the agreement', () =>
      simulator.messages(channels.general).find(({ components }) => JSON.stringify(components).includes('gdpr:agree')),
    )
    await nora.click(agreement, 'I agree')
    await until(
      'the announcement',
      async () => (await app.db.selectFrom('announcements').select('id').execute()).length,
    )
    await (await nora.slash('ask', { question: 'How long does tea brew?' }, elsewhere)).settled()
  }

  /** As one of the staff and as an admin. */
  async function keepsHouse(): Promise<void> {
    simulator.state.guilds.get(GUILD)?.members.get(nora.id)?.roles.push(roles.staff, roles.admin)
    await app.signIn(nora.id)
    await nora.slash('config set', { setting: 'fyi.enabled', value: 'no' }, elsewhere)
    await nora.submit(await nora.slash('embed', { channel: channels.general }, elsewhere), {
      title: 'Tea',
      description: 'At five',
      colour: '',
      footer: '',
      image: '',
    })
    await nora.submit(await nora.slash('faq add', {}, elsewhere), {
      title: 'How long does tea brew?',
      answer: 'Three minutes.',
      keywords: 'tea',
      category: '',
      language: ['en'],
    })
  }

  /** With a draft of the model. */
  async function opensTicket(): Promise<void> {
    const shown = await (await nora.slash('ticket', { description: 'The kettle is broken' }, elsewhere)).settled()
    if (JSON.stringify(shown.components).includes('Open the ticket')) await nora.click(shown, 'Open the ticket')
    const place = await until(
      'its channel',
      async () => (await app.db.selectFrom('tickets').select('channel_id').executeTakeFirst())?.channel_id,
    )
    const head = await until('its buttons', () =>
      simulator.messages(place).find(({ components }) => JSON.stringify(components).includes('Draft a reply')),
    )
    nora.say(place, 'It leaks')
    await until(
      'the words to be kept',
      async () => (await app.db.selectFrom('ticket_messages').select('message_id').execute()).length,
    )
    await (await nora.click(head, 'Draft a reply')).settled()
  }

  test('exports what every feature keeps', async () => {
    await takesPart()
    await keepsHouse()
    await opensTicket()
    await until('her runs', async () =>
      (await app.db.selectFrom('command_runs').select('command').execute()).some(
        ({ command }) => command === 'add_reminder',
      ),
    )
    assert.deepEqual(await counted(), FIGURES)
    const { features, built } = unstarted()
    const keepers = features.filter((_, index) => built[index]?.privacy).map(({ name }) => `${name}.json`)
    assert.deepEqual(Object.keys(await kept()).toSorted(), keepers.toSorted())
  })

  test('and has it erased finds nothing but the receipt, and the figures of the guild still add up', async () => {
    const asked = await nora.slash('my_data delete', { scope: 'everywhere' }, elsewhere)
    const sure = await nora.click(asked, 'Erase…')
    const receipt = await (await nora.click(sure, 'Yes, erase')).settled()
    assert.match(receipt.content, /\*\*\d+\*\*|\*\*[\w-]+\*\*/)
    assert.deepEqual(await kept(), { 'gdpr.json': ['privacy_receipts'] })
    assert.deepEqual(await counted(), FIGURES)
  })
})
