import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { sql } from 'kysely'
import { UNLIMITED } from '../testing/app.ts'
import { tokenAt } from '../testing/browser.ts'
import { testDatabase } from '../testing/database.ts'
import { sendJson } from '../testing/http.ts'
import { startModelServer } from '../testing/model-server.ts'
import { Program } from '../testing/program.ts'
import { isThorough } from '../testing/thorough.ts'
import { until } from '../testing/until.ts'

/** One question, from the ticket it becomes to the entry that answers it the next time; the processes die on the way. */

const { guild: GUILD, channels, people, roles } = DEMO
const QUESTION = 'Which glaze survives the kiln in winter?'
const ANSWER = 'Only the blue glaze, fired twice below 900 degrees.'
const SUMMARY = 'The member asked for a glaze.'
const KNOWN = { title: 'Which glaze is safe for food?', summary: 'Any.', keywords: ['glaze'] }
/** What was being written when the API died. */
const BROKEN_OFF = { title: 'Where can I park?', summary: 'Behind the house.', keywords: ['car'] }
const ENTRY = { title: 'Which glaze for winter firing?', answer: ANSWER, keywords: ['glaze', 'kiln', 'winter'] }

/** What a killed process had taken on is taken up again when its lease has run out, one piece after the other. */
const LEASES_MS = 240_000

const model = await startModelServer()
after(() => model[Symbol.asyncDispose]())
const isSummary = (data: string) => !data.includes('"faq"') && data.includes('"by":"staff"')
const modelAnswers = (data: string) => ({ says: isSummary(data) ? { summary: SUMMARY, entry: ENTRY } : ANSWER })
model.answers(modelAnswers)
const { db, url: databaseUrl, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const simulator = await startSimulator({ community: 'demo', strict: true })
after(async () => {
  await simulator.stop()
  assert.deepEqual([simulator.violations, simulator.broken], [[], []])
})

/** The process that answers the API, and the one that is connected to Discord and works. */
let [api, desk] = await Promise.all([startProgram('api'), startProgram('gateway,worker')])
after(async () => {
  await api[Symbol.asyncDispose]()
  await desk[Symbol.asyncDispose]()
})

async function startProgram(ROLES: string): Promise<Program> {
  const program = new Program({
    ROLES,
    PORT: '0',
    BOT_TOKEN: simulator.token,
    DISCORD_API_URL: simulator.restUrl,
    DISCORD_CLIENT_ID: DEMO.bot,
    DISCORD_CLIENT_SECRET: 'demo-client-secret',
    DATABASE_URL: databaseUrl,
    LLM_BASE_URL: model.url,
    LLM_PRICE_INPUT: '0',
    LLM_PRICE_OUTPUT: '0',
    LLM_TIMEOUT_SECONDS: '5',
    LOG_LEVEL: 'warn',
    ...UNLIMITED,
  })
  await until(ROLES, () => program.output.includes('is running'))
  return program
}

type When = 'always' | 'thorough'
const isTime = (when: When) => when === 'always' || isThorough

/** Kills the desk. @param meanwhile happens while there is none. */
async function killed(when: When = 'thorough', meanwhile: () => unknown = () => undefined): Promise<void> {
  if (!isTime(when)) return
  await desk.end('SIGKILL')
  meanwhile()
  desk = await startProgram('gateway,worker')
}

const unanswered = () => simulator.rest.log.filter(({ status }) => status === 0).length

/** Kills the desk when Discord has carried out the request that follows from `begin` and has not answered it. */
async function killedHalfWay(when: When, rule: { method: string; path: string }, begin: () => unknown): Promise<void> {
  const before = unanswered()
  if (isTime(when)) simulator.faults.on(rule, 'hang_after', { times: 1 })
  await begin()
  if (!isTime(when)) return
  await until(`${rule.method} ${rule.path}`, () => unanswered() > before, LEASES_MS)
  await killed(when)
}

/** Kills the desk when the model has been asked for the summary and has not answered. */
async function killedWhileSummedUp(begin: () => unknown): Promise<void> {
  if (isThorough) model.answers('hang')
  const before = model.asked.length
  await begin()
  if (!isThorough) return
  await until('the model to be asked', () => model.asked.length > before, LEASES_MS)
  model.answers(modelAnswers)
  await killed()
}

async function killedApi(): Promise<void> {
  if (!isThorough) return
  await api.end('SIGKILL')
  api = await startProgram('api')
}

const apiUrl = (of = api) => /API +(\S+)/.exec(of.output)?.[1] ?? assert.fail(of.output)
const signedIn = { ...(await tokenAt(apiUrl(), people.demo_owner)), prefer: 'snowflakes=string' }
const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}, to = api) =>
  sendJson(`${apiUrl(to)}/api/dashboard/${path}`, method, body, { ...signedIn, ...headers })
const ask = async (method: string, path: string, body?: object) => {
  const answer = await send(method, path, body)
  assert.ok(answer.status < 300, `${path}: ${answer.text}`)
  return answer.json
}
const read = (path: string) => ask('GET', path)

const write = (entry: object, key: string, to = api) =>
  send('POST', `${GUILD}/faq`, entry, { 'idempotency-key': key }, to)

/** Writes the entry, and kills the API while it waits for the table. The key stays with the dead process for a while. */
async function killedWhileWriting(entry: object): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await db.transaction().execute(async (tx) => {
    await sql`lock table faq_entries in exclusive mode`.execute(tx)
    const broken = assert.rejects(write(entry, 'unanswered'), TypeError)
    await until('the request to be under way', async () => (await waiting.execute(tx)).rows.length > 0)
    await api.end('SIGKILL')
    await broken
  })
  api = await startProgram('api')
  assert.deepEqual((await read(`${GUILD}/faq`)).entries, [])
  assert.equal((await write(entry, 'unanswered')).json.code, 'http.idempotency_key_in_use')
}

const member = simulator.person(people.demo_member)
const staff = simulator.person(people.demo_staff)
const guest = simulator.person(people.demo_guest)
const general = { channel: channels.general }
const labelled = (channelId: string, label: string) =>
  simulator.messages(channelId).filter(({ components }) => JSON.stringify(components).includes(`"label":"${label}"`))
const button = (channelId: string, label: string) =>
  until(`the button ${label}`, () => labelled(channelId, label).at(-1), LEASES_MS)

await ask('PUT', `settings/${GUILD}`, {
  ticketbot: { category_id: channels.tickets, staff_role_id: roles.staff },
})
await killedWhileWriting(BROKEN_OFF)
assert.equal((await write(KNOWN, 'answered')).status, 200)

describe('a question', () => {
  let place = ''
  const ticket = () => read(`${GUILD}/tickets/1`)
  const statusIs = (status: string) => until(status, async () => (await ticket()).status === status)
  const ticketChannels = () =>
    [...simulator.state.channels.values()]
      .filter(({ parent_id: parent }) => parent === channels.tickets)
      .map(({ id }) => id)
  const said = async () => JSON.stringify(await read(`${GUILD}/tickets/1/transcript`))

  test('that known answers do not settle becomes a ticket', async () => {
    const shown = await (await member.slash('ticket', { description: QUESTION }, general)).settled()
    assert.match(JSON.stringify(shown.embeds), /safe for food/)
    await killed()
    const making = { method: 'POST', path: `/guilds/${GUILD}/channels` }
    await killedHalfWay('always', making, () => member.click(shown, 'Open the ticket'))
    place = await until('its channel', async () => (await ticket()).channel_id, LEASES_MS)
    await button(place, 'Claim')
    assert.deepEqual([ticketChannels(), labelled(place, 'Claim').length], [[place], 1])
    assert.equal((await ticket()).description, QUESTION)
  })

  test('is taken on, talked about and answered with a draft of the model', async () => {
    await staff.click(await button(place, 'Claim'), 'Claim')
    await statusIs('claimed')
    await killed()
    const asked = member.say(place, 'It is for a winter kilm')
    await until('the words to be kept', async () => (await said()).includes('winter kilm'), LEASES_MS)
    member.edit(asked, 'It is for a winter kiln')
    const slip = staff.say(place, 'Wrong channel, sorry')
    await until('the slip to be kept', async () => (await said()).includes('Wrong channel'), LEASES_MS)
    staff.delete(slip)
    const unheard = () => member.say(place, 'It is a small kiln')
    const drafted = await staff.click(await button(place, 'Draft a reply'), 'Draft a reply')
    await until('the whole draft', () => JSON.stringify(drafted.components).includes('"label":"Send"'))
    assert.match(drafted.content, /blue glaze/)
    await killed('always', unheard)
    const replying = { method: 'POST', path: `/channels/${place}/messages` }
    await killedHalfWay('thorough', replying, () => staff.click(drafted, 'Send'))
    const replies = () => simulator.messages(place).filter(({ content }) => content.includes(ANSWER))
    await until('the reply', () => replies().length > 0, LEASES_MS)
    const transcript = await until(
      'the transcript',
      async () => {
        const text = await said()
        return text.includes('winter kiln') && text.includes('small kiln') && text.includes(ANSWER) ? text : null
      },
      LEASES_MS,
    )
    assert.match(transcript, /winter kilm/)
    assert.match(transcript, /Wrong channel/)
    assert.equal(replies().length, 1)
  })

  test('is closed with a summary, rated, and made an entry', async () => {
    const form = await staff.click(await button(place, 'Close'), 'Close')
    await killedWhileSummedUp(() => staff.submit(form, { reason: 'Answered' }))
    await statusIs('closed')
    const offer = await button(place, 'Make it an FAQ entry')
    assert.equal((await read(`${GUILD}/tickets/1/summary`)).summary, SUMMARY)
    assert.match(JSON.stringify(offer.embeds), /asked for a glaze/)
    const direct = [...simulator.state.channels.values()].find(({ recipients }) => recipients.includes(member.id))
    const rating = await until('the question for stars', () => simulator.messages(direct?.id ?? '').at(-1), LEASES_MS)
    const five = JSON.stringify(rating.components).match(/"custom_id":"(tickets:rate:[^"]*5)"/)?.[1] ?? assert.fail()
    const stars = await member.click(rating, five)
    if (stars.modal) await member.submit(stars, {})
    await killedApi()
    await until('the stars', async () => (await ticket()).rating?.score === 5, LEASES_MS)
    await killed()
    const proposed = await (await staff.click(offer, 'Make it an FAQ entry')).settled()
    assert.match(JSON.stringify(proposed.embeds), /winter firing/)
    await killed()
    assert.match((await (await staff.click(proposed, 'Publish')).settled()).content, /is published/)
    assert.deepEqual(
      [labelled(place, 'Make it an FAQ entry').length, simulator.messages(rating.channel_id).length],
      [1, 1],
    )
  })

  test('needs no ticket the next time', async () => {
    await killed()
    const shown = await (await guest.slash('ticket', { description: QUESTION }, general)).settled()
    assert.match(shown.embeds[0]?.title ?? '', /Which glaze for winter firing/)
    const solves = JSON.stringify(shown.components).match(/"label":"(This solves it[^"]*)"/)?.[1] ?? assert.fail()
    await (await guest.click(shown, solves)).settled()
    await until('it to count', async () => (await read(`${GUILD}/faq/figures`)).solved === 1)
    assert.equal((await read(`${GUILD}/tickets`)).length, 1)
  })

  test('is told of from beginning to end, and stays readable when its channel is gone', async () => {
    const head = await button(place, 'Archive')
    const removing = { method: 'DELETE', path: `/channels/${place}` }
    await killedHalfWay('thorough', removing, () => staff.click(head, 'Archive'))
    await until('the channel to be gone', () => !simulator.state.channels.has(place), LEASES_MS)
    await killedApi()
    await until('it to be archived', async () => (await ticket()).channel_id === null, LEASES_MS)
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

  test('leaves what was written meanwhile once, also where another process took over the key of a dead one', async () => {
    await using other = await startProgram('api')
    const both = await until(
      'the key to be free',
      async () => {
        const answers = await Promise.all([api, other].map((each) => write(BROKEN_OFF, 'unanswered', each)))
        return answers.some(({ status }) => status === 200) ? answers : null
      },
      LEASES_MS,
    )
    const done = both.filter(({ status }) => status === 200)
    for (const { json } of both.filter((each) => !done.includes(each)))
      assert.equal(json.code, 'http.idempotency_key_in_use')
    const repeated = [await write(BROKEN_OFF, 'unanswered', other), await write(KNOWN, 'answered')]
    for (const { headers } of repeated) assert.equal(headers.get('idempotent-replay'), 'true')
    assert.deepEqual(new Set([...done, repeated[0]].map((answer) => answer?.text)).size, 1)
    const { entries } = await read(`${GUILD}/faq`)
    assert.deepEqual(
      entries.map(({ title }: { title: string }) => title).toSorted(),
      [KNOWN.title, ENTRY.title, BROKEN_OFF.title].toSorted(),
    )
    const { logs } = await read(`logs?guild_id=${GUILD}&limit=100`)
    const numbers = logs
      .filter(
        (log: { event_type: string; details: { action: string } }) =>
          log.event_type === 'FAQ_CHANGED' && log.details.action === 'created',
      )
      .map(({ details }: { details: { number: number } }) => details.number)
    assert.equal(new Set(numbers).size, numbers.length)
    assert.equal(numbers.length, 3)
  })
})
