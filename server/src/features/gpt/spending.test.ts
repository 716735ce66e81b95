/** Budgets and quotas hold, whatever the service does and however many processes ask at once. */
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { startModelProcess } from '../../testing/model-process.ts'
import { startModelServer } from '../../testing/model-server.ts'
import { until } from '../../testing/until.ts'
import { lostWorker } from './lost-worker.ts'

const GUILD = GuildId.parse('1100000000000000001')
const OTHER = GuildId.parse('1100000000000000002')
const MEMBER = UserId.parse('1100000000000000104')
const LOGS = '1100000000000000203'

const server = await startModelServer()
const database = await testDatabase()
const { db } = database
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const start = (more: Record<string, string> = {}) =>
  startModelProcess(database.url, clock, { LLM_BASE_URL: server.url, LLM_TIMEOUT_SECONDS: '1', ...more })
const one = await start()
const other = await start()

after(async () => {
  for (const each of [one, other, database, server]) await each[Symbol.asyncDispose]()
})
beforeEach(async () => {
  for (const table of [
    'model_calls',
    'model_days',
    'guild_settings',
    'outgoing_messages',
    'operational_events',
    'guild_milestones',
  ] as const)
    await db.deleteFrom(table).execute()
  for (const { platform } of [one, other]) for (const guild of [GUILD, OTHER]) platform.settings.forget(guild)
  server.asked.splice(0)
  server.answers({ says: {} })
})

/** What one question reserves: 100 tokens that services add, a byte for each of its own, and what may be written. */
const QUESTION = { instructions: 'Answer.', data: 'x', mostTokens: 90 }
const MOST = 100 + 'Answer.'.length + '"x"'.length + 90
/** What the server says that it used. */
const USED = 15

const TYPES = { model: 'string', enabled: 'boolean', log_channel_id: 'channel', daily_money_budget: 'number' }

async function set(values: Record<string, unknown>, scope = 'gpt') {
  for (const [key, value] of Object.entries(values)) {
    const value_type = new Map(Object.entries(TYPES)).get(key) ?? 'integer'
    const row = { guild_id: GUILD, scope, key, value_type, value: JSON.stringify(value), updated_at: clock.now() }
    await db.insertInto('guild_settings').values(row).execute()
  }
  for (const { platform } of [one, other]) platform.settings.forget(GUILD)
}

const asking = (change: Partial<Parameters<typeof one.model.askForObject>[0]> = {}) =>
  ({ guildId: GUILD, userId: MEMBER, purpose: 'ask', ...change }) as const
const ask = (process = one, change = {}) => process.model.askForObject(asking(change), QUESTION)
const outcome = (process = one, change = {}) =>
  ask(process, change).then(
    () => 'answered' as const,
    (error: unknown) => (error instanceof ModelFailure ? error.kind : ('broken' as const)),
  )
const days = () => db.selectFrom('model_days').selectAll().orderBy('guild_id').execute()
async function today() {
  const [day] = await days()
  return { spent: Number(day?.spent_tokens ?? 0), reserved: Number(day?.reserved_tokens ?? 0) }
}
const events = async () => {
  const rows = await db.selectFrom('operational_events').select('event_type').orderBy('id').execute()
  return rows.map(({ event_type }) => event_type)
}
const notices = async () => {
  const rows = await db.selectFrom('outgoing_messages').select('body').orderBy('id').execute()
  return rows.map(({ body }) => JSON.stringify(body))
}

describe('a budget in tokens', () => {
  test('holds for twenty questions at once in two processes, and to the token', async () => {
    await set({ daily_token_budget: 3 * MOST + USED })
    server.answers('hang')
    const answers = Array.from({ length: 20 }, (_, at) => outcome(at % 2 === 0 ? one : other))
    await until('three questions', () => server.asked.length === 3)
    assert.deepEqual(await today(), { spent: 0, reserved: 3 * MOST })
    const outcomes = await Promise.all(answers)
    assert.equal(server.asked.length, 3)
    assert.equal(outcomes.filter((each) => each === 'over_budget').length, 17)
    assert.deepEqual(await today(), { spent: 3 * MOST, reserved: 0 })
    assert.equal(await outcome(), 'over_budget')
  })

  test('is charged what the service says, and gives back what was not needed', async () => {
    await set({ daily_token_budget: MOST + USED })
    assert.deepEqual([await outcome(), await outcome(), await outcome()], ['answered', 'answered', 'over_budget'])
    assert.deepEqual(await today(), { spent: 2 * USED, reserved: 0 })
  })

  test('is not charged for what a service refuses to do, and not touched by other guilds or other days', async () => {
    await set({ daily_token_budget: MOST })
    server.answers({ status: 400 })
    assert.equal(await outcome(), 'refused')
    assert.deepEqual(await today(), { spent: 0, reserved: 0 })
    server.answers({ says: {} })
    assert.equal(await outcome(one, { guildId: OTHER }), 'answered')
    assert.deepEqual([await outcome(), await outcome()], ['answered', 'over_budget'])
    await clock.advance({ hours: 12 })
    assert.equal(await outcome(), 'answered')
    assert.equal((await days()).length, 3)
  })

  test('counts all that was reserved for a call whose process ended, also once it is known to be lost', async () => {
    await set({ daily_token_budget: 2 * MOST })
    const dying = await start({ LLM_TIMEOUT_SECONDS: '30' })
    server.answers('hang')
    const asked = dying.model.askForObject(asking(), QUESTION).catch(() => 'ended')
    await until('the question', () => server.asked.length === 1)
    await dying.platform.db.destroy()
    dying.platform.languageModel.giveUp()
    await asked
    assert.deepEqual(await today(), { spent: 0, reserved: MOST })
    await clock.advance({ minutes: 11 })
    const ending = new AbortController()
    const working = lostWorker(one.platform).run(ending.signal)
    await until('the lost call', async () => (await today()).spent === MOST)
    ending.abort()
    await working
    assert.deepEqual(await today(), { spent: MOST, reserved: 0 })
    const [call] = await db.selectFrom('model_calls').selectAll().execute()
    assert.deepEqual([call?.outcome, call?.latency_ms], ['lost', null])
  })

  test('that suffices for no answer is no budget for a fall-over either, and says when it starts anew', async () => {
    await set({ daily_token_budget: MOST - 1 })
    const failure = await ask().catch((error: unknown) => error)
    assert.ok(failure instanceof ModelFailure)
    const tomorrow = clock.now().toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()
    assert.deepEqual([failure.kind, failure.resetsAt?.toString()], ['over_budget', tomorrow.toString()])
    assert.deepEqual([server.asked, await db.selectFrom('model_calls').selectAll().execute()], [[], []])
  })
})

describe('a budget in money', () => {
  test('holds by the price of the model, and by the dearest where that is not known', async () => {
    await set({ daily_money_budget: 0.002 })
    assert.equal(await outcome(), 'answered')
    await set({ model: 'unheard-of' })
    assert.equal(await outcome(), 'over_budget')
    assert.deepEqual(
      (await days()).map((day) => day.spent_nano_dollars),
      [String(10 * 3000 + 5 * 15_000)],
    )
  })
})

describe('the quota of a member', () => {
  test('holds for ten questions at once in two processes, of each member alone, and for questions alone', async () => {
    await set({ member_daily_questions: 2 })
    server.answers({ says: {}, dripMs: 20 })
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => outcome(at % 2 === 0 ? one : other)))
    assert.deepEqual(outcomes.toSorted(), [...Array(2).fill('answered'), ...Array(8).fill('over_quota')])
    assert.equal(await outcome(one, { purpose: 'reply_draft' }), 'answered')
    assert.equal(await outcome(one, { userId: UserId.parse('1100000000000000105') }), 'answered')
    assert.equal(await outcome(one, { userId: null, purpose: 'announcement' }), 'answered')
  })

  test('does not count what the service did not answer', async () => {
    await set({ member_daily_questions: 1 })
    server.answers({ status: 429, headers: { 'retry-after': '0' } })
    assert.equal(await outcome(), 'rate_limited')
    server.answers({ says: {} })
    assert.deepEqual([await outcome(), await outcome()], ['answered', 'over_quota'])
  })
})

describe('admins', () => {
  test('are warned once at 80 % and told once that nothing more is answered, as events and in the log channel', async () => {
    await set({ daily_token_budget: 300 })
    await set({ log_channel_id: LOGS }, 'system')
    server.answers({ says: {}, usage: { prompt_tokens: 100, completion_tokens: 0 } })
    assert.equal(await outcome(), 'answered')
    assert.deepEqual(await events(), [])
    server.answers({ says: {}, usage: { prompt_tokens: 140, completion_tokens: 0 } })
    await Promise.all([outcome(), outcome(other)])
    assert.deepEqual([await outcome(), await outcome(other), await outcome()], Array(3).fill('over_budget'))
    assert.deepEqual(await events(), ['MODEL_BUDGET_WARNED', 'MODEL_BUDGET_SPENT'])
    const [warned = '', stopped = '', ...more] = await notices()
    assert.match(warned, /has spent 80 % of today's budget: 240 of 300 tokens. It starts anew <t:\d+:R>/)
    assert.match(stopped, /too little for another answer; 240 of 300 tokens are spent/)
    assert.deepEqual(more, [])
  })

  test('are told when the first answer was given, once', async () => {
    const reached = () => db.selectFrom('guild_milestones').select(['guild_id', 'milestone']).execute()
    server.answers({ status: 400 })
    await outcome()
    assert.deepEqual(await reached(), [])
    server.answers({ says: {} })
    await outcome()
    await outcome()
    assert.deepEqual(await reached(), [{ guild_id: GUILD, milestone: 'first_gpt' }])
  })
})

describe('a guild that wants no language model', () => {
  test('has nothing asked, and a bot without one says so', async () => {
    await set({ enabled: false })
    assert.deepEqual([await outcome(), await one.model.readiness(GUILD)], ['off', 'off'])
    await using bare = await start({ LLM_BASE_URL: '' })
    assert.deepEqual([await outcome(bare, { guildId: OTHER }), server.asked], ['not_configured', []])
  })
})
