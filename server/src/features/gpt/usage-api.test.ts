/** What the language model did, as metrics, health, /gptstatus and admins are told of it, and as it is kept. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { startApp } from '../../testing/app.ts'
import { TestClock } from '../../testing/clock.ts'
import { as, sendJson } from '../../testing/http.ts'
import { startModelProcess } from '../../testing/model-process.ts'
import { type ModelManner, startModelServer } from '../../testing/model-server.ts'
import { until } from '../../testing/until.ts'
import { gptPrivacy } from './privacy.ts'
import type { Purpose } from './purpose.ts'

const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const server = await startModelServer()
const MODEL = { LLM_BASE_URL: server.url }
const app = await startApp({ environment: MODEL })
/** A process that asks for features, with a clock that goes on while the model answers. */
const clock = new TestClock(app.clock.now())
const asking = await startModelProcess(app.databaseUrl, clock, MODEL)

after(async () => {
  for (const each of [asking, app, server]) await each[Symbol.asyncDispose]()
})

const usage = { prompt_tokens: 100, completion_tokens: 20 }

/** Asks the model, which takes so long for it. */
async function ask(
  { guild = DEMO.guild, user = MEMBER, purpose = 'ask', ms = 200 }: Asked = {},
  manner: ModelManner = { says: {}, usage },
) {
  server.answers(() => {
    void clock.advance({ milliseconds: ms })
    return manner
  })
  const call = { guildId: GuildId.parse(guild), userId: user === null ? null : UserId.parse(user), purpose }
  await asking.model.askForText(call, { instructions: 'Answer.', data: 'x', mostTokens: 50 }).catch(() => null)
}

interface Asked {
  readonly guild?: string
  readonly user?: string | null
  readonly purpose?: Purpose
  readonly ms?: number
}

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : value)
const gptOf = async (user: string, query = '') => {
  const headers = { prefer: 'snowflakes=string' }
  return (await app.send(user, 'GET', `/api/dashboard/metrics${query}`, undefined, headers)).json.gpt
}
/** As a browser that this user is signed in with. */
const signedIn = async (user: string, method: string, path: string, body?: unknown) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, {
    ...(await app.signIn(user)),
    prefer: 'snowflakes=string',
  })
const usageOf = (user: string, guild: string = DEMO.guild, query = '') =>
  signedIn(user, 'GET', `/api/dashboard/${guild}/gpt/usage${query}`)
const gptStatus = async () => (await app.send(OWNER, 'GET', '/api/health')).json.gpt_status
const shown = async (person = app.member) => JSON.stringify((await person.slash('gptstatus')).embeds)
const configure = (settings: Record<string, unknown>) =>
  signedIn(OWNER, 'POST', `/api/dashboard/settings/${DEMO.guild}`, { category: 'gpt', settings })

describe('with nothing asked yet', () => {
  test('figures are of nothing, and the model is operational', async () => {
    const gpt = await gptOf(OWNER)
    assert.deepEqual([gpt.current_model, gpt.success_count, gpt.last_success_time], ['grok-3', 0, null])
    assert.equal(await gptStatus(), 'operational')
    assert.match(await shown(), /nothing was asked/)
  })
})

describe('after some questions', () => {
  before(async () => {
    await ask()
    await ask({ ms: 400 })
    await ask({ user: null, purpose: 'announcement', ms: 300 })
    await ask({ ms: 100 }, { status: 400 })
    await ask({ guild: DEMO.otherGuild, user: GUEST })
    await app.moveTo(clock.now())
  })

  test('metrics tell what happened, of the guilds of the caller alone (C13)', async () => {
    const gpt = await gptOf(OWNER)
    const at = (ms: number) => app.clock.now().subtract({ milliseconds: ms }).toString()
    const { recent_successes: successes, recent_errors: errors, ...figures } = gpt
    assert.deepEqual(figures, {
      last_success_time: at(300),
      last_error_type: 'refused',
      average_latency_ms: 250,
      total_tokens_today: 360,
      rate_limit_reset: null,
      current_model: 'grok-3',
      last_user_id: MEMBER,
      success_count: 3,
      error_count: 1,
      last_success_latency_ms: 300,
    })
    const event = { timestamp: at(300), user_id: null, tokens_used: 120, latency_ms: 300, error_type: null }
    assert.deepEqual(successes[0], event)
    assert.equal(successes.length, 3)
    assert.deepEqual(errors, [
      { timestamp: at(200), user_id: MEMBER, tokens_used: 0, latency_ms: 100, error_type: 'refused' },
    ])
    assert.deepEqual([(await gptOf(GUEST)).success_count, (await gptOf(MEMBER)).success_count], [1, 0])
  })

  test('they are the same in another process, and after a restart', async () => {
    const another = await app.startAnother()
    const headers = { ...(await app.signIn(OWNER)), prefer: 'snowflakes=string' }
    const { json } = await sendJson(`${another}/api/dashboard/metrics`, 'GET', undefined, headers)
    assert.deepEqual(json.gpt, await gptOf(OWNER))
  })

  test('admins see days, purposes and members, with what is left of the budget', async () => {
    assert.equal((await configure({ daily_token_budget: 1000, member_daily_questions: 5 })).status, 200)
    const { status, json } = await usageOf(OWNER)
    const cost = (calls: number) => (calls * (100 * 3 + 20 * 15)) / 1e6
    assert.equal(status, 200)
    assert.deepEqual(json, {
      period_days: 30,
      days: [{ day: '2027-03-01', answers: 3, failures: 1, tokens: 360, cost_usd: cost(3) }],
      purposes: [
        { purpose: 'ask', answers: 2, failures: 1, tokens: 240, cost_usd: cost(2) },
        { purpose: 'announcement', answers: 1, failures: 0, tokens: 120, cost_usd: cost(1) },
      ],
      members: [{ user_id: MEMBER, questions: 3, tokens: 240, cost_usd: cost(2) }],
      today: {
        resets_at: '2027-03-02T00:00:00Z',
        tokens: { limit: 1000, spent: 360, reserved: 0, left: 640 },
        money_usd: { limit: null, spent: cost(3), reserved: 0, left: null },
        member_questions: 5,
      },
    })
    assert.deepEqual((await usageOf(GUEST, DEMO.otherGuild)).json.members.length, 1)
    assert.equal((await usageOf(OWNER, DEMO.otherGuild)).status, 403)
    assert.deepEqual(
      [(await usageOf(MEMBER)).status, (await usageOf(OWNER, DEMO.guild, '?days=91')).status],
      [403, 400],
    )
  })

  test('/gptstatus tells of this guild today, with its budget and the quota of whoever asks', async () => {
    assert.match(await shown(), /3 answers, 1 failure, 360 tokens, calls take 250 ms on average/)
    assert.match(await shown(), /360 of 1,000 tokens.*Your questions today.*3 of 5/)
    assert.match(await shown(app.owner), /0 of 5/)
  })

  test('all of it outlives the program: one that starts on the same database tells the same', async () => {
    const again = await app.startAnother()
    const told = async (url: string, path: string) => {
      const { json } = await sendJson(`${url}${path}`, 'GET', undefined, { ...as(OWNER), prefer: 'snowflakes=string' })
      return json
    }
    const before = app.alphapy.apiUrl ?? ''
    const metrics = await told(again, '/api/dashboard/metrics')
    assert.deepEqual(metrics.gpt, (await told(before, '/api/dashboard/metrics')).gpt)
    assert.deepEqual([metrics.gpt.success_count, metrics.gpt.error_count, metrics.gpt.total_tokens_today], [3, 1, 360])
    assert.equal((await told(again, '/api/health')).gpt_status, await gptStatus())
  })

  test('a member is given what is kept, and loses the name on it; the sums stay', async () => {
    const person = { userId: UserId.parse(MEMBER), guildId: null }
    const [given, erased, left] = await app.db
      .transaction()
      .execute(async (tx) => [
        await gptPrivacy.export(tx, person),
        await gptPrivacy.erase(tx, person),
        await gptPrivacy.export(tx, person),
      ])
    assert.deepEqual([given?.model_calls, left?.model_calls].map(lengthOf), [3, 0])
    assert.equal(erased?.model_calls, 3)
    assert.deepEqual((await usageOf(OWNER)).json.members, [])
    assert.equal((await gptOf(OWNER)).success_count, 3)
  })
})

describe('the status for everybody', () => {
  test('is degraded while the service asks for patience, and says until when', async () => {
    await configure({ daily_token_budget: 0 })
    asking.platform.settings.forget(GuildId.parse(DEMO.guild))
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    await clock.moveTo(app.clock.now())
    assert.equal(await gptStatus(), 'operational')
    for (let times = 0; times < 5; times += 1) await ask({ user: null, purpose: 'faq_draft' })
    await app.moveTo(clock.now())
    assert.equal(await gptStatus(), 'operational')
    await ask({}, { status: 429, headers: { 'retry-after': '60' } })
    await app.moveTo(clock.now())
    assert.equal(await gptStatus(), 'degraded')
    const reset = Temporal.Instant.from((await gptOf(OWNER)).rate_limit_reset)
    assert.equal(Math.round(reset.since(app.clock.now()).total('seconds')), 60)
  })

  test('is an error with nothing but failures, and stands in the history', async () => {
    await app.moveTo(app.clock.now().add({ minutes: 20 }))
    await clock.moveTo(app.clock.now())
    await ask({}, { says: 'cut', finish: 'length' })
    await app.moveTo(clock.now())
    assert.equal(await gptStatus(), 'error')
    await app.moveTo(app.clock.now().add({ minutes: 1 }))
    await until('a sample', async () => {
      const { history } = (await app.send(OWNER, 'GET', '/api/health/history?limit=1')).json
      return history[0]?.gpt_status === 'error'
    })
  })

  test('and the tokens of today begin anew at midnight UTC, while counts go on', async () => {
    const before = await gptOf(OWNER)
    assert.ok(before.total_tokens_today > 0)
    await app.moveTo(Temporal.Instant.from('2027-03-02T00:00:00Z'))
    const { total_tokens_today, success_count } = await gptOf(OWNER)
    assert.deepEqual([total_tokens_today, success_count], [0, before.success_count])
  })
})
