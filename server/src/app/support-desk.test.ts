import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { systemClock } from '../kernel/clock.ts'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { startModelServer } from '../testing/model-server.ts'
import { Program } from '../testing/program.ts'
import { isThorough } from '../testing/thorough.ts'
import { until } from '../testing/until.ts'

/** One question, from the ticket it becomes to the entry that answers it the next time; the process dies on the way. */

const { guild: GUILD, channels, people, roles } = DEMO
const QUESTION = 'Which glaze survives the kiln in winter?'
const ANSWER = 'Only the blue glaze, fired twice below 900 degrees.'
const ENTRY = { title: 'Which glaze for winter firing?', answer: ANSWER, keywords: ['glaze', 'kiln', 'winter'] }

/** What a killed process had taken on is taken up again when its lease has run out, one piece after the other. */
const LEASES_MS = 120_000

const model = await startModelServer()
after(() => model[Symbol.asyncDispose]())
model.answers((data) =>
  data.includes('"faq"') || !data.includes('"by":"staff"')
    ? { says: ANSWER }
    : { says: { summary: 'The member asked for a glaze.', entry: ENTRY } },
)
const app = await startApp({
  roles: ['api'],
  clock: systemClock,
  simulator: { clock: { startMs: Temporal.Now.instant().epochMilliseconds, frozen: false } },
})
after(() => app[Symbol.asyncDispose]())
const { simulator } = app
const apiUrl = app.alphapy.apiUrl ?? ''

/** The process that is connected to Discord and works; the API is this one. */
let desk = await startDesk()
after(() => desk[Symbol.asyncDispose]())

async function startDesk(): Promise<Program> {
  const program = new Program({
    ROLES: 'gateway,worker',
    BOT_TOKEN: simulator.token,
    DISCORD_API_URL: simulator.restUrl,
    DATABASE_URL: app.databaseUrl,
    LLM_BASE_URL: model.url,
    LLM_PRICE_INPUT: '0',
    LLM_PRICE_OUTPUT: '0',
    LOG_LEVEL: 'warn',
  })
  await until('the desk', () => program.output.includes('is running'), 30_000)
  return program
}

async function killed(when: 'always' | 'thorough' = 'thorough'): Promise<void> {
  if (when === 'thorough' && !isThorough) return
  await desk.end('SIGKILL')
  desk = await startDesk()
}

const headers = { ...(await app.signIn(people.demo_owner)), prefer: 'snowflakes=string' }
const ask = async (method: string, path: string, body?: object) => {
  const answer = await sendJson(`${apiUrl}/api/dashboard/${path}`, method, body, headers)
  assert.ok(answer.status < 300, `${path}: ${answer.text}`)
  return answer.json
}
const read = (path: string) => ask('GET', path)
const member = simulator.person(people.demo_member)
const staff = simulator.person(people.demo_staff)
const guest = simulator.person(people.demo_guest)
const general = { channel: channels.general }
const labelled = (channelId: string, label: string) =>
  simulator.messages(channelId).findLast(({ components }) => JSON.stringify(components).includes(`"label":"${label}"`))
const button = (channelId: string, label: string) =>
  until(`the button ${label}`, () => labelled(channelId, label), LEASES_MS)

await ask('PUT', `settings/${GUILD}`, {
  ticketbot: { category_id: channels.tickets, staff_role_id: roles.staff },
})
await ask('POST', `${GUILD}/faq`, { title: 'Which glaze is safe for food?', summary: 'Any.', keywords: ['glaze'] })

describe('a question', () => {
  let place = ''
  const ticket = () => read(`${GUILD}/tickets/1`)
  const said = async () => JSON.stringify(await read(`${GUILD}/tickets/1/transcript`))

  test('that known answers do not settle becomes a ticket', async () => {
    const shown = await (await member.slash('ticket', { description: QUESTION }, general)).settled()
    assert.match(JSON.stringify(shown.embeds), /safe for food/)
    await killed('always')
    await (await member.click(shown, 'Open the ticket')).settled()
    place = await until('its channel', async () => (await ticket()).channel_id, LEASES_MS)
    await button(place, 'Claim')
    assert.equal((await ticket()).description, QUESTION)
  })

  test('is taken on, talked about and answered with a draft of the model', async () => {
    await killed()
    await staff.click(await button(place, 'Claim'), 'Claim')
    assert.equal((await ticket()).status, 'claimed')
    await killed()
    const asked = member.say(place, 'It is for a winter kilm')
    await until('the words to be kept', async () => (await said()).includes('winter kilm'), LEASES_MS)
    member.edit(asked, 'It is for a winter kiln')
    const slip = staff.say(place, 'Wrong channel, sorry')
    await until('the slip to be kept', async () => (await said()).includes('Wrong channel'), LEASES_MS)
    staff.delete(slip)
    const drafted = await (await staff.click(await button(place, 'Draft a reply'), 'Draft a reply')).settled(20_000)
    assert.match(drafted.content, /blue glaze/)
    await killed('always')
    await staff.click(drafted, 'Send')
    await until('the reply', () => simulator.messages(place).some(({ content }) => content.includes(ANSWER)), LEASES_MS)
    const transcript = await until(
      'the transcript',
      async () => {
        const text = await said()
        return text.includes('winter kiln') && text.includes(ANSWER) ? text : null
      },
      LEASES_MS,
    )
    assert.match(transcript, /winter kilm/)
    assert.match(transcript, /Wrong channel/)
  })

  test('is closed with a summary, rated, and made an entry', async () => {
    const form = await staff.click(await button(place, 'Close'), 'Close')
    await staff.submit(form, { reason: 'Answered' })
    assert.equal((await ticket()).status, 'closed')
    await killed()
    const offer = await button(place, 'Make it an FAQ entry')
    assert.equal((await read(`${GUILD}/tickets/1/summary`)).summary, 'The member asked for a glaze.')
    assert.match(JSON.stringify(offer.embeds), /asked for a glaze/)
    const direct = [...simulator.state.channels.values()].find(({ recipients }) => recipients.includes(member.id))
    const rating = await until('the question for stars', () => simulator.messages(direct?.id ?? '').at(-1), LEASES_MS)
    const five = JSON.stringify(rating.components).match(/"custom_id":"(tickets:rate:[^"]*5)"/)?.[1] ?? assert.fail()
    const stars = await member.click(rating, five)
    if (stars.modal) await member.submit(stars, {})
    await until('the stars', async () => (await ticket()).rating?.score === 5, LEASES_MS)
    await killed()
    const proposed = await (await staff.click(offer, 'Make it an FAQ entry')).settled()
    assert.match(JSON.stringify(proposed.embeds), /winter firing/)
    await killed()
    assert.match((await (await staff.click(proposed, 'Publish')).settled()).content, /is published/)
  })

  test('needs no ticket the next time', async () => {
    await killed()
    const shown = await (await guest.slash('ticket', { description: QUESTION }, general)).settled()
    assert.match(shown.embeds[0]?.title ?? '', /Which glaze for winter firing/)
    const solves = JSON.stringify(shown.components).match(/"label":"(This solves it[^"]*)"/)?.[1] ?? assert.fail()
    await (await guest.click(shown, solves)).settled()
    assert.equal((await read(`${GUILD}/faq/figures`)).solved, 1)
    assert.equal((await read(`${GUILD}/tickets`)).length, 1)
  })

  test('is told of from beginning to end, and stays readable when its channel is gone', async () => {
    await staff.click(await button(place, 'Archive'), 'Archive')
    await until('the channel to be gone', () => !simulator.state.channels.has(place), LEASES_MS)
    const { events, rating, status } = await ticket()
    assert.deepEqual(
      events.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'rated'),
      ['opened', 'claim', 'close', 'archive'],
    )
    assert.deepEqual([rating.score, status], [5, 'archived'])
    assert.match(await said(), /blue glaze/)
    const { logs } = await read(`logs?guild_id=${GUILD}&limit=100`)
    const types = new Set(logs.map(({ event_type }: { event_type: string }) => event_type))
    for (const type of ['TICKET_OPENED', 'TICKET_CHANGED', 'TICKET_RATED', 'FAQ_CHANGED'])
      assert.ok(types.has(type), `${type} is not among ${[...types].join()}`)
  })
})
