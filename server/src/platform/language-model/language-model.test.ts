import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { startModelServer } from '../../testing/model-server.ts'
import { until } from '../../testing/until.ts'
import { parseConfig } from '../config/config.ts'
import { metersOfProcess } from '../metrics/meters.ts'
import { ModelFailure } from './failure.ts'
import { languageModel } from './language-model.ts'

const server = await startModelServer()
after(() => server[Symbol.asyncDispose]())
beforeEach(() => server.asked.splice(0))

const KEY = 'xai-0123456789abcdef'
const QUESTION = { model: 'm', temperature: 0, instructions: 'Answer JSON.', data: { text: 'hello' }, mostTokens: 100 }

function modelWith(variables: Record<string, string> = {}) {
  const config = parseConfig({ LLM_BASE_URL: server.url, LLM_TIMEOUT_SECONDS: '1', ...variables }).languageModel
  const log: string[] = []
  const meters = metersOfProcess()
  let ahead = Temporal.Duration.from({ seconds: 0 })
  const now = () => systemClock.now().add(ahead)
  const waitUntil: typeof systemClock.waitUntil = (instant, signal) =>
    systemClock.waitUntil(instant.subtract(ahead), signal)
  const logger = pino({}, { write: (line) => void log.push(line) })
  const model = languageModel({ config, clock: { now, waitUntil }, logger, meters })
  return {
    log,
    meters,
    model,
    pass: (duration: Temporal.DurationLike) => {
      ahead = ahead.add(duration)
    },
    ask: (change: Partial<typeof QUESTION> = {}) => model.askForObject({ ...QUESTION, ...change }),
    /** The kind of failure that asking comes to. */
    failure: (change: Partial<typeof QUESTION> = {}) =>
      model.askForObject({ ...QUESTION, ...change }).then(
        () => 'none',
        (error: unknown) => (error instanceof ModelFailure ? error.kind : error),
      ),
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
  })

  test('needs no key at an address of the operator, and is sent none', async () => {
    const { model, ask } = modelWith()
    assert.equal(model.isConfigured, true)
    await ask()
    assert.equal(server.asked[0]?.headers.authorization, undefined)
  })

  test('that is not set up is not asked', async () => {
    const { model, failure } = modelWith({ LLM_BASE_URL: '' })
    assert.equal(model.isConfigured, false)
    assert.equal(await failure(), 'not_configured')
  })

  test('is asked once more when it is busy or broken, after the wait that it asks for', async () => {
    for (const status of [429, 503]) {
      server.asked.splice(0)
      server.answers(() =>
        server.asked.length === 1 ? { status, headers: { 'retry-after': '0' } } : { says: { ok: true } },
      )
      assert.deepEqual(await modelWith().ask(), { ok: true })
      assert.equal(server.asked.length, 2)
    }
  })

  test('is given up at once when it asks for a wait longer than the time-out', async () => {
    server.answers({ status: 429, headers: { 'retry-after': '2' } })
    assert.equal(await modelWith().failure(), 'rate_limited')
    assert.equal(server.asked.length, 1)
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
    server.answers({ status: 404 })
    assert.equal(await failure(), 'refused')
    assert.equal(await failure({ data: { text: 'a'.repeat(20_000) } }), 'refused')
  })

  test('that failed five times in a row is left alone for a minute, then tried once', async () => {
    const { failure, pass } = modelWith()
    server.answers({ status: 500, headers: { 'retry-after': '9' } })
    for (let times = 0; times < 6; times += 1) assert.equal(await failure(), 'unavailable')
    assert.equal(server.asked.length, 5)
    pass({ seconds: 61 })
    await failure()
    await failure()
    assert.equal(server.asked.length, 6)
    pass({ seconds: 61 })
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
  })

  test('whose name is wrong in one server stays there for the others', async () => {
    const { failure } = modelWith()
    server.answers({ status: 404 })
    for (let times = 0; times < 6; times += 1) await failure()
    server.answers({ says: {} })
    assert.equal(await failure(), 'none')
  })

  test('that hangs is given up in time, as is what waits behind the two questions that are asked at once', async () => {
    const { failure } = modelWith()
    server.answers('hang')
    const all = [failure(), failure(), failure()]
    await until('two questions', () => server.asked.length === 2)
    assert.deepEqual(await Promise.all(all), ['unavailable', 'unavailable', 'unavailable'])
    assert.equal(server.asked.length, 2)
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
    const { text } = await meters.exposition()
    assert.match(text, /alphapy_language_model_duration_seconds_count\{outcome="refused"\} 1/)
  })
})
