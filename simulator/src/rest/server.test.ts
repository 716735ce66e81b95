import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { REST } from 'discord.js'
import { DEMO, type Simulator, startSimulator } from '../index.ts'
import { until } from '../testing.ts'

const { general } = DEMO.channels
const MESSAGES = `/channels/${general}/messages` as const
/** After which a client gives up where nothing but silence is expected. */
const SOON_MS = 1_000
const created = ({ simulator }: { simulator: Simulator }) =>
  simulator.messages(general).filter(({ content }) => content === 'x').length

async function bodyOf(answer: Response): Promise<{ readonly code: number; readonly errors?: object }> {
  return JSON.parse(await answer.text())
}

async function started(options = {}, timeout = 60_000) {
  const simulator = await startSimulator({ strict: true, ...options })
  const rest = new REST({ api: simulator.restUrl, retries: 0, timeout }).setToken(simulator.token)
  return {
    simulator,
    rest,
    post: () => rest.post(MESSAGES, { body: { content: 'x' } }),
    call: (path: string, init?: RequestInit) =>
      fetch(`${simulator.restUrl}/v10${path}`, {
        ...init,
        headers: { authorization: `Bot ${simulator.token}`, ...init?.headers },
      }),
    [Symbol.asyncDispose]: () => simulator.stop(),
  }
}

describe('an answer', () => {
  test('to an unknown path is 404 with code 0, to a wrong method 405', async () => {
    await using house = await started()
    const unknown = await house.call('/nowhere')
    assert.deepEqual([unknown.status, await unknown.json()], [404, { message: '404: Not Found', code: 0 }])
    const wrong = await house.call(`/channels/${general}/typing`, { method: 'DELETE' })
    assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'POST'])
  })

  test('without the token is 401', async () => {
    await using house = await started()
    const answer = await house.call('/users/@me', { headers: { authorization: 'Bot wrong' } })
    assert.deepEqual([answer.status, await answer.json()], [401, { message: '401: Unauthorized', code: 0 }])
  })

  test('without a body has no content type', async () => {
    await using house = await started()
    const answer = await house.call(`/channels/${general}/typing`, { method: 'POST' })
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [204, null])
  })

  test('to broken JSON is 50109, to a wrong field 50035 with its path', async () => {
    await using house = await started()
    const headers = { 'content-type': 'application/json' }
    const broken = await house.call(MESSAGES, { method: 'POST', body: '{', headers })
    assert.equal((await bodyOf(broken)).code, 50109)
    const wrong = await house.call(MESSAGES, {
      method: 'POST',
      body: JSON.stringify({ embeds: [{ title: 'x'.repeat(257) }] }),
      headers,
    })
    const body = await bodyOf(wrong)
    assert.equal(body.code, 50035)
    assert.ok(body.errors)
  })

  test('to a file over 10 MiB is 40005', async () => {
    await using house = await started()
    const form = new FormData()
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin')
    const answer = await house.call(MESSAGES, { method: 'POST', body: form })
    assert.deepEqual([answer.status, (await bodyOf(answer)).code], [413, 40005])
  })
})

describe('a fault', () => {
  test('answers with its status and leaves nothing behind', async () => {
    await using house = await started()
    house.simulator.faults.on({ method: 'POST', path: MESSAGES }, { status: 500 }, { times: 1 })
    await assert.rejects(house.post(), { status: 500 })
    assert.equal(created(house), 0)
    await house.post()
    assert.equal(created(house), 1)
  })

  test('that drops or hangs before processing leaves nothing behind', async () => {
    await using house = await started({}, SOON_MS)
    for (const fault of ['drop', 'hang'] as const) {
      house.simulator.faults.on({ path: /messages$/ }, fault, { times: 1 })
      await assert.rejects(house.post())
    }
    assert.equal(created(house), 0)
  })

  test('that drops or hangs afterwards leaves the message', async () => {
    await using house = await started({}, SOON_MS)
    for (const fault of ['drop_after', 'hang_after'] as const) {
      house.simulator.faults.on({ path: `/channels/${general}/*` }, fault, { times: 1 })
      await assert.rejects(house.post())
    }
    await until(() => created(house) === 2)
  })

  test('of 429 is waited for by the client', async () => {
    await using house = await started()
    house.simulator.faults.on({ method: 'POST' }, { status: 429 }, { times: 1, retryAfter: 0.05 })
    await house.post()
    assert.equal(created(house), 1)
    assert.equal(house.simulator.rest.count(429), 1)
  })

  test('with a probability strikes the same requests for the same seed', async () => {
    const run = async (seed: number) => {
      await using house = await started()
      house.simulator.faults.on({ method: 'GET' }, { status: 503 }, { probability: 0.3, seed })
      const statuses: number[] = []
      for (let index = 0; index < 40; index += 1) statuses.push((await house.call('/users/@me')).status)
      return statuses
    }
    const first = await run(7)
    assert.deepEqual(await run(7), first)
    assert.notDeepEqual(await run(8), first)
    const struck = first.filter((status) => status === 503).length
    assert.ok(struck > 3 && struck < 25, `${struck} of 40`)
  })

  test('can delete a channel between two requests', async () => {
    await using house = await started()
    house.simulator.faults.before({ method: 'POST', path: MESSAGES }, () =>
      house.simulator.state.channels.delete(general),
    )
    await assert.rejects(house.post(), { code: 10003 })
  })
})

describe('rate limits', () => {
  test('hold the client back and are kept by it', async () => {
    await using house = await started({
      rateLimits: { buckets: { 'POST /channels/{channel_id}/messages': { limit: 2, windowMs: 100 } } },
    })
    await Promise.all(Array.from({ length: 5 }, house.post))
    assert.equal(created(house), 5)
  })
})

test('a reason for the audit log arrives decoded', async () => {
  await using house = await started()
  await house.rest.get('/users/@me', { reason: 'spam é' }).catch(() => undefined)
  assert.equal(house.simulator.rest.log.at(-1)?.reason, 'spam é')
})

test('a simulator starts in less than a fifth of a second of the processor', async () => {
  const before = process.cpuUsage()
  await using _ = await startSimulator()
  const { user, system } = process.cpuUsage(before)
  assert.ok((user + system) / 1000 < 200)
})
