import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { startModelServer } from '../../testing/model-server.ts'
import { until } from '../../testing/until.ts'
import { parseConfig } from '../config/config.ts'
import { metersOfProcess } from '../metrics/meters.ts'
import { ModelFailure } from './failure.ts'
import { languageModel, type ModelQuestion, objectIn } from './language-model.ts'
import type { Spending } from './prices.ts'
import { servicesOf } from './services.ts'

const server = await startModelServer()
const second = await startModelServer()
after(() => Promise.all([server[Symbol.asyncDispose](), second[Symbol.asyncDispose]()]))
beforeEach(() => {
  server.asked.splice(0)
  second.asked.splice(0)
  second.answers({ says: { from: 'second' } })
})

const KEY = 'xai-0123456789abcdef'
const WITH_SECOND = {
  LLM_FALLBACK_BASE_URL: second.url,
  LLM_FALLBACK_MODEL: 'ours',
  GROK_API_KEY: KEY,
  OPENAI_API_KEY: KEY,
}
const DATA = { text: 'hello' }
const QUESTION: ModelQuestion = {
  form: 'object',
  model: 'm',
  temperature: 0,
  instructions: 'Answer JSON.',
  data: DATA,
  mostTokens: 100,
}
/** The most that this question can cost: each byte a token, and what services add. */
const MOST = { read: Buffer.byteLength('Answer JSON.') + JSON.stringify(DATA).length + 100, written: 100 }

function modelWith(variables: Record<string, string> = {}, timeoutSeconds = 1) {
  const { languageModel: chosen } = parseConfig({ LLM_BASE_URL: server.url, ...variables })
  const config = { ...chosen, timeoutSeconds }
  const log: string[] = []
  const meters = metersOfProcess()
  let ahead = Temporal.Duration.from({ seconds: 0 })
  const now = () => systemClock.now().add(ahead)
  const waits: number[] = []
  const waitUntil: typeof systemClock.waitUntil = (instant, signal) => {
    waits.push(instant.since(now()).total('milliseconds'))
    return systemClock.waitUntil(instant.subtract(ahead), signal)
  }
  const logger = pino({}, { write: (line) => void log.push(line) })
  const model = languageModel({ config, clock: { now, waitUntil }, logger, meters })
  const covered: Spending[] = []
  let mostCovered = Number.POSITIVE_INFINITY
  const books = {
    async cover(most: Spending) {
      if (most.read + most.written > mostCovered) throw new ModelFailure('over_budget', 'the budget is spent')
      covered.push(most)
    },
  }
  const course = (change: Partial<ModelQuestion> = {}) =>
    model.ask({ ...QUESTION, ...change }, { books, read: objectIn })
  return {
    log,
    meters,
    model,
    covered,
    /** How long it waited before it asked again, in milliseconds. */
    waits,
    coversAtMost: (tokens: number) => {
      mostCovered = tokens
    },
    pass: (duration: Temporal.DurationLike) => {
      ahead = ahead.add(duration)
    },
    course,
    ask: async (change: Partial<ModelQuestion> = {}) => (await course(change)).ended,
    /** The kind of failure that asking comes to. */
    async failure(change: Partial<ModelQuestion> = {}) {
      const { ended } = await course(change)
      return ended instanceof ModelFailure ? ended.kind : 'none'
    },
    /** A text with what was heard of it while it was written. */
    async text(data: unknown = DATA) {
      const heard: string[] = []
      const asker = { books, read: (written: string) => written, onText: (soFar: string) => void heard.push(soFar) }
      return { ...(await model.ask({ ...QUESTION, data, form: 'text' }, asker)), heard }
    },
  }
}

describe('a language model', () => {
  test('is given instructions and data apart, the data quoted, no tools, and the key of its service', async () => {
    server.answers({ says: { kind: 'none' } })
    assert.deepEqual(await modelWith({ GROK_API_KEY: KEY }).ask(), { kind: 'none' })
    const [{ headers, body } = assert.fail()] = server.asked
    assert.equal(headers.authorization, `Bearer ${KEY}`)
    assert.deepEqual(body.messages, [
      { role: 'system', content: 'Answer JSON.' },
      { role: 'user', content: '{"text":"hello"}' },
    ])
    assert.equal('tools' in body, false)
    assert.deepEqual([body.max_completion_tokens, body.response_format], [100, { type: 'json_object' }])
  })

  test('is that of xAI unless the operator names OpenAI or an address of his own', () => {
    const addresses = (variables: Record<string, string>) =>
      servicesOf(parseConfig({ GROK_API_KEY: KEY, OPENAI_API_KEY: KEY, ...variables }).languageModel).map(
        ({ baseUrl }) => baseUrl,
      )
    assert.deepEqual(addresses({}), ['https://api.x.ai/v1'])
    assert.deepEqual(addresses({ LLM_PROVIDER: 'openai' }), ['https://api.openai.com/v1'])
    const own = 'http://127.0.0.1:11434/v1'
    assert.deepEqual(addresses({ LLM_BASE_URL: own, LLM_FALLBACK_PROVIDER: 'openai' }), [
      own,
      'https://api.openai.com/v1',
    ])
  })

  test('needs no key at an address of the operator, and is sent none', async () => {
    const { model, ask } = modelWith()
    assert.equal(model.isConfigured, true)
    await ask()
    assert.equal(server.asked[0]?.headers.authorization, undefined)
  })

  test('that is not set up is not asked', async () => {
    const { model, course } = modelWith({ LLM_BASE_URL: '' })
    assert.deepEqual([model.isConfigured, model.modelFor('m')], [false, ''])
    await assert.rejects(course(), { name: 'ModelFailure', kind: 'not_configured' })
  })

  test('is asked again when it is busy or broken, after the wait that it asks for', async () => {
    for (const status of [429, 503]) {
      server.asked.splice(0)
      server.answers(() =>
        server.asked.length === 1 ? { status, headers: { 'retry-after': '0' } } : { says: { ok: true } },
      )
      assert.deepEqual(await modelWith().ask(), { ok: true })
      assert.equal(server.asked.length, 2)
    }
  })

  test('is asked again after a pause that grows and is not the same for all', async () => {
    server.answers({ status: 503 })
    const models = Array.from({ length: 6 }, () => modelWith({}, 3))
    await Promise.all(models.map(({ failure }) => failure()))
    const waits = models.map((model) => model.waits)
    for (const [first = 0, second = 0, ...more] of waits) {
      assert.ok(first > 200 && first <= 500 && second > 450 && second <= 1000, `${first}, ${second}`)
      assert.deepEqual(more, [])
    }
    assert.ok(new Set(waits.map(([first = 0]) => Math.round(first / 10))).size > 1, waits.join())
  })

  test('is not asked again before the time that it names', async () => {
    const { ask, waits } = modelWith({}, 3)
    server.answers(() =>
      server.asked.length === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { says: { ok: true } },
    )
    assert.deepEqual(await ask(), { ok: true })
    assert.equal(waits.length, 1)
    assert.ok((waits[0] ?? 0) > 900, waits.join())
  })

  test('is given up at once when it asks for a wait longer than the time-out, in seconds or as a date', async () => {
    for (const wait of ['2', new Date(Temporal.Now.instant().add({ minutes: 1 }).epochMilliseconds).toUTCString()]) {
      server.asked.splice(0)
      server.answers({ status: 429, headers: { 'retry-after': wait } })
      assert.equal(await modelWith().failure(), 'rate_limited')
      assert.equal(server.asked.length, 1)
    }
  })

  test('that asks to be left alone is left alone so long, and says until when', async () => {
    const { course, failure, pass } = modelWith()
    server.answers({ status: 429, headers: { 'retry-after': '60' } })
    const { limitedUntil } = await course()
    assert.ok(limitedUntil)
    const { ended } = await course()
    assert.ok(ended instanceof ModelFailure)
    assert.deepEqual([ended.kind, ended.resetsAt?.toString()], ['rate_limited', limitedUntil.toString()])
    assert.equal(server.asked.length, 1)
    pass({ seconds: 61 })
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
  })

  test('that answers anything but one JSON object, refuses or breaks off is no answer', async () => {
    const { failure } = modelWith()
    for (const says of ['Sure! {"kind":"none"}', '[1]', 'null', '']) {
      server.answers({ says })
      assert.equal(await failure(), 'nonsense', says)
    }
    server.answers({ says: { kind: 'none' }, finish: 'length' })
    assert.equal(await failure(), 'nonsense')
    server.answers({ says: { kind: 'none' }, finish: 'content_filter' })
    assert.equal(await failure(), 'refused')
    server.answers({ status: 200, body: '<html>' })
    assert.equal(await failure(), 'nonsense')
    server.answers({ stream: 'data: {"choices": [\n\n' })
    assert.equal(await failure(), 'nonsense')
    for (const it of ['breaks off', 'ends'] as const) {
      server.answers({ says: { kind: 'none' }, after: { pieces: 1, it } })
      assert.equal(await failure(), 'unavailable', it)
    }
    server.answers({ status: 404 })
    assert.equal(await failure(), 'refused')
    assert.equal(await failure({ data: { text: 'a'.repeat(40_000) } }), 'refused')
  })

  test('that failed five times in a row is left alone for a minute, then tried once', async () => {
    const { failure, pass, meters } = modelWith()
    server.answers({ status: 500, headers: { 'retry-after': '9' } })
    for (let times = 0; times < 6; times += 1) assert.equal(await failure(), 'unavailable')
    assert.equal(server.asked.length, 5)
    assert.match((await meters.exposition()).text, /language_model_first_resting 1\n/)
    pass({ seconds: 61 })
    await failure()
    await failure()
    assert.equal(server.asked.length, 6)
    pass({ seconds: 61 })
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
    assert.match((await meters.exposition()).text, /language_model_first_resting 0\n/)
  })

  test('whose name is wrong in one server stays there for the others', async () => {
    const { failure } = modelWith()
    server.answers({ status: 404 })
    for (let times = 0; times < 6; times += 1) await failure()
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
  })

  test('that hangs is given up in time, as is what waits behind the four questions that are asked at once', async () => {
    const { failure, covered } = modelWith()
    server.answers('hang')
    const all = Array.from({ length: 5 }, () => failure())
    await until('four questions', () => server.asked.length === 4)
    assert.deepEqual(await Promise.all(all), Array(5).fill('unavailable'))
    assert.deepEqual([server.asked.length, covered.length], [4, 4])
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
  })

  test('is measured, and neither its key nor what it was asked reaches the log', async () => {
    const { failure, log, meters } = modelWith({ GROK_API_KEY: KEY })
    const body = JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}` } })
    server.answers({ status: 401, body })
    assert.equal(await failure({ data: { text: 'our secret party' } }), 'refused')
    assert.match(log.join(), /the language model answered 401/)
    assert.doesNotMatch(log.join(), new RegExp(`${KEY}|secret party`))
    server.answers({ says: {} })
    await failure({ model: 'grok-3' })
    const { text } = await meters.exposition()
    assert.match(text, /alphapy_language_model_duration_seconds_count\{outcome="refused"\} 1/)
    assert.match(text, /alphapy_language_model_attempts_total\{provider="grok",outcome="answered"\} 1/)
    assert.match(text, /alphapy_language_model_tokens_total\{provider="grok",direction="read"\} 10\n/)
    assert.match(text, /alphapy_language_model_cost_dollars_total\{provider="grok"\} 0.000105\n/)
  })
})

describe('a text', () => {
  test('is heard while it is written, each time all of it so far', async () => {
    server.answers({ says: 'one two three', pieces: 4 })
    const { ended, heard } = await modelWith().text()
    assert.deepEqual([ended, heard], ['one two three', ['one ', 'one two ', 'one two thre', 'one two three']])
    assert.equal(server.asked[0]?.body.response_format, undefined)
  })

  test('may take longer than the time-out as long as words come, and not for ever', async () => {
    const { text } = modelWith({}, 0.5)
    server.answers({ says: 'slow but sure', pieces: 2, dripMs: 120 })
    assert.equal((await text()).ended, 'slow but sure')
    server.answers((data) =>
      data.includes('drips')
        ? { says: 'for ever '.repeat(1000), pieces: 9, dripMs: 100 }
        : { says: 'for ever and ever', pieces: 2, after: { pieces: 2, it: 'hangs' } },
    )
    const dripping = text('drips')
    const hanging = text('hangs')
    assert.equal(await Promise.race([dripping.then(() => 'dripping'), hanging.then(() => 'hanging')]), 'hanging')
    assert.ok((await dripping).ended instanceof ModelFailure)
    const { ended, heard, spent } = await hanging
    assert.ok(ended instanceof ModelFailure)
    assert.deepEqual([ended.kind, heard.at(-1)], ['unavailable', 'for '])
    assert.equal(spent.written, MOST.written)
  })
})

describe('what a question costs', () => {
  const spentOf = async (manner: Parameters<typeof server.answers>[0], variables: Record<string, string> = {}) => {
    server.answers(manner)
    const { course, covered } = modelWith(variables, manner === 'hang' && !variables.LLM_BASE_URL ? 0.4 : 1)
    const { spent } = await course({ model: 'grok-3' })
    return { covered, read: spent.read, written: spent.written, nanoDollars: spent.nanoDollars }
  }

  test('is covered before it is asked by the most that it can be, and what the service says afterwards', async () => {
    const { covered, ...spent } = await spentOf({ says: {}, usage: { prompt_tokens: 7, completion_tokens: 3 } })
    assert.deepEqual(covered, [{ ...MOST, nanoDollars: MOST.read * 3000 + MOST.written * 15_000 }])
    assert.deepEqual(spent, { read: 7, written: 3, nanoDollars: 7 * 3000 + 3 * 15_000 })
  })

  test('counts what was thought before it was written', async () => {
    const usage = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 30 }
    assert.equal((await spentOf({ says: {}, usage })).written, 23)
  })

  test('is the most that it can be where a service does not say, breaks off or hangs', async () => {
    for (const manner of [
      { says: {}, usage: null },
      { says: { a: 'long one' }, after: { pieces: 1, it: 'breaks off' } },
      'hang',
    ] as const) {
      const { read, written } = await spentOf(manner)
      assert.deepEqual({ read, written }, MOST)
    }
  })

  test('is nothing where a service refuses or nobody is reached', async () => {
    for (const manner of [{ status: 400 }, { status: 500, headers: { 'retry-after': '9' } }] as const)
      assert.equal((await spentOf(manner)).read, 0)
    const gone = await startModelServer()
    await gone[Symbol.asyncDispose]()
    const { covered, read } = await spentOf('hang', { LLM_BASE_URL: gone.url })
    assert.deepEqual([read, covered.length > 1, new Set(covered.map((each) => each.read)).size], [0, true, 1])
  })

  test('is by the price of the operator at an address of the operator, else by what is known, else the dearest', async () => {
    const usage = { prompt_tokens: 1_000_000, completion_tokens: 0 }
    const priced = async (variables: Record<string, string>, model: string) => {
      server.answers({ says: {}, usage })
      return (await modelWith(variables).course({ model })).spent.nanoDollars / 1e9
    }
    const own = { LLM_PRICE_INPUT: '0.07', LLM_PRICE_OUTPUT: '0' }
    assert.equal(await priced(own, 'grok-3'), 0.07)
    assert.equal(await priced({}, 'grok-3'), 3)
    assert.equal(await priced({}, 'gpt-4.1-mini-2025-04-14'), 0.4)
    assert.equal(await priced({}, 'gpt-5-pro'), 5)
  })
})

describe('a second service', () => {
  test('is asked at once with its own model and key where the first one is busy, broken or has a wrong key', async () => {
    for (const status of [429, 500, 401]) {
      second.asked.splice(0)
      server.answers({ status, headers: { 'retry-after': '60' } })
      const { ended, provider, model } = await modelWith(WITH_SECOND).course()
      assert.deepEqual([ended, provider, model], [{ from: 'second' }, 'openai', 'ours'])
      assert.deepEqual([second.asked[0]?.headers.authorization, second.asked[0]?.body.model], [undefined, 'ours'])
    }
  })

  test('is asked in time where the first one hangs, and the budget covers what that one may have cost', async () => {
    server.answers('hang')
    const { course, covered, coversAtMost } = modelWith(WITH_SECOND)
    const { ended, spent } = await course()
    assert.deepEqual([ended, spent.read], [{ from: 'second' }, MOST.read + 10])
    assert.deepEqual(
      covered.map(({ read }) => read),
      [MOST.read, 2 * MOST.read],
    )
    coversAtMost(MOST.read + MOST.written)
    second.asked.splice(0)
    const failed = await course()
    assert.ok(failed.ended instanceof ModelFailure)
    assert.deepEqual([failed.ended.kind, second.asked], ['unavailable', []])
  })

  test('is not asked what the first one does not want to answer, or answered badly', async () => {
    for (const manner of [{ status: 400 }, { says: 'nonsense' }, { says: {}, finish: 'content_filter' }] as const) {
      server.answers(manner)
      await modelWith(WITH_SECOND).course()
    }
    assert.deepEqual(second.asked, [])
  })

  test('is the only one that is asked while the first one is left alone, each with a breaker of its own', async () => {
    const { failure, meters } = modelWith(WITH_SECOND)
    server.answers({ status: 500 })
    for (let times = 0; times < 7; times += 1) assert.equal(await failure(), 'none')
    assert.deepEqual([server.asked.length, second.asked.length], [5, 7])
    const { text } = await meters.exposition()
    assert.match(text, /first_resting 1\n(.*\n)*.*second_resting 0\n/)
  })

  test('that fails as well has both asked again while the time lasts', async () => {
    server.answers({ status: 500 })
    second.answers(() => (second.asked.length === 1 ? { status: 503 } : { says: { late: true } }))
    assert.deepEqual(await modelWith(WITH_SECOND).ask(), { late: true })
    assert.deepEqual([server.asked.length, second.asked.length], [2, 2])
  })
})
