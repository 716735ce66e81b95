import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, startSimulator } from '../index.ts'
import { RateLimits } from './rate-limits.ts'

const SEND = 'POST /channels/{channel_id}/messages'
const NOW = 1_790_000_000_000

function takeTimes(limits: RateLimits, times: number, major = '1', now = NOW) {
  return Array.from({ length: times }, () => limits.take(SEND, major, now)).at(-1)
}

describe('a bucket', () => {
  test('says in its headers what is left and when it refills', () => {
    const { headers, limited } = new RateLimits().take(SEND, '1', NOW)
    assert.equal(limited, undefined)
    assert.equal(headers['X-RateLimit-Limit'], '5')
    assert.equal(headers['X-RateLimit-Remaining'], '4')
    assert.equal(headers['X-RateLimit-Reset'], '1790000005.000')
    assert.equal(headers['X-RateLimit-Reset-After'], '5.000')
    assert.match(headers['X-RateLimit-Bucket'] ?? '', /^[0-9a-f]{32}$/)
  })

  test('refuses the sixth message within five seconds', () => {
    const limits = new RateLimits()
    assert.equal(takeTimes(limits, 5)?.limited, undefined)
    const sixth = limits.take(SEND, '1', NOW + 1500)
    assert.deepEqual(sixth.limited?.body, { message: 'You are being rate limited.', retry_after: 3.5, global: false })
    assert.equal(sixth.limited?.headers['Retry-After'], '4')
    assert.equal(sixth.limited?.headers['X-RateLimit-Scope'], 'user')
    assert.equal(sixth.limited?.headers['X-RateLimit-Remaining'], '0')
    assert.equal(sixth.limited?.headers['X-RateLimit-Reset-After'], '3.500')
    assert.equal(sixth.limited?.headers['X-RateLimit-Global'], undefined)
  })

  test('is whole again when its window has ended', () => {
    const limits = new RateLimits()
    takeTimes(limits, 5)
    assert.ok(limits.take(SEND, '1', NOW + 4999).limited)
    assert.equal(limits.take(SEND, '1', NOW + 5000).headers['X-RateLimit-Remaining'], '4')
  })

  test('is one per channel, with one hash per route', () => {
    const limits = new RateLimits()
    const first = takeTimes(limits, 5)
    const other = limits.take(SEND, '2', NOW)
    assert.equal(other.limited, undefined)
    assert.equal(other.headers['X-RateLimit-Bucket'], first?.headers['X-RateLimit-Bucket'])
    assert.notEqual(
      limits.take('GET /channels/:channel', '2', NOW).headers['X-RateLimit-Bucket'],
      other.headers['X-RateLimit-Bucket'],
    )
  })

  test('is the same for both ways to write a parameter', () => {
    const limits = new RateLimits({ buckets: { 'GET /guilds/:guild': { limit: 1, windowMs: 1000 } } })
    limits.take('GET /guilds/{guild_id}', '1', NOW)
    assert.ok(limits.take('GET /guilds/:id', '1', NOW).limited)
  })

  test('opens again after the clock was set back', () => {
    const limits = new RateLimits()
    takeTimes(limits, 5)
    assert.equal(limits.take(SEND, '1', NOW - 3_600_000).limited, undefined)
  })
})

describe('a sublimit', () => {
  test('refuses the third rename in ten minutes while the route has calls left', () => {
    const limits = new RateLimits()
    const rename = () => limits.take('PATCH /channels/{channel_id}', '1', NOW, { sublimit: 'name' })
    assert.equal(rename().limited, undefined)
    assert.equal(rename().limited, undefined)
    const third = rename()
    assert.equal(third.limited?.headers['Retry-After'], '600')
    assert.equal(third.limited?.headers['X-RateLimit-Remaining'], '97')
    assert.equal(limits.take('PATCH /channels/{channel_id}', '1', NOW).limited, undefined)
  })
})

describe('the global limit', () => {
  test('refuses the 51st request of a token within a second', () => {
    const limits = new RateLimits()
    for (let i = 0; i < 50; i++) {
      assert.equal(limits.take('GET /channels/{channel_id}', String(i), NOW, { token: 'a' }).limited, undefined)
    }
    const last = limits.take('GET /channels/{channel_id}', '50', NOW + 100, { token: 'a' })
    assert.deepEqual(last.limited?.body, { message: 'You are being rate limited.', retry_after: 0.9, global: true })
    assert.equal(last.limited?.headers['X-RateLimit-Global'], 'true')
    assert.equal(last.limited?.headers['X-RateLimit-Scope'], 'global')
    assert.equal(limits.take('GET /channels/{channel_id}', '50', NOW + 100, { token: 'b' }).limited, undefined)
    assert.equal(limits.take('GET /channels/{channel_id}', '50', NOW + 1000, { token: 'a' }).limited, undefined)
  })

  test('does not touch requests without a token of their own', () => {
    const limits = new RateLimits({ global: { limit: 1, windowMs: 1000 } })
    limits.take('GET /gateway/bot', '', NOW, { token: 'a' })
    const callback = 'POST /interactions/{interaction_id}/{interaction_token}/callback'
    assert.equal(limits.take(callback, '1', NOW).limited, undefined)
    assert.equal(limits.take(callback, '1', NOW).limited, undefined)
  })
})

test('a disabled limiter counts nothing and sends no headers', () => {
  const limits = new RateLimits({ disabled: true })
  assert.deepEqual(takeTimes(limits, 500), { headers: {}, limited: undefined })
  assert.equal(limits.size, 0)
})

test('memory is bounded, whatever ids are asked for', () => {
  const limits = new RateLimits({ maxBuckets: 100 })
  for (let i = 0; i < 10_000; i++) limits.take(SEND, String(i), NOW + i)
  assert.ok(limits.size <= 100, `${limits.size} buckets are kept`)
})

describe('a simulator with limits', () => {
  const asBot = (token: string) => ({ authorization: `Bot ${token}`, 'content-type': 'application/json' })

  test('lets a channel be renamed twice in ten minutes, and moved more often', async () => {
    await using simulator = await startSimulator({ strict: true, rateLimits: {} })
    const patch = async (body: object) => {
      const sent = { method: 'PATCH', headers: asBot(simulator.token), body: JSON.stringify(body) }
      return (await fetch(`${simulator.restUrl}/v10/channels/${DEMO.channels.general}`, sent)).status
    }
    const rename = (name: string) => patch({ name })
    assert.deepEqual([await rename('a'), await rename('b'), await rename('c')], [200, 200, 429])
    assert.equal(await patch({ position: 1 }), 200)
    simulator.clock.advance(600_000)
    assert.equal(await rename('c'), 200)
  })

  test('refuses the sixth message in a channel with the documented headers', async () => {
    await using simulator = await startSimulator({ strict: true, rateLimits: {}, clock: { frozen: true } })
    const send = (channel: string) => {
      const sent = { method: 'POST', headers: asBot(simulator.token), body: '{"content":"x"}' }
      return fetch(`${simulator.restUrl}/v10/channels/${channel}/messages`, sent)
    }
    for (let i = 0; i < 5; i++) assert.equal((await send(DEMO.channels.general)).status, 200)
    const sixth = await send(DEMO.channels.general)
    assert.equal(sixth.status, 429)
    assert.equal(sixth.headers.get('retry-after'), '5')
    assert.equal(sixth.headers.get('x-ratelimit-remaining'), '0')
    assert.equal((await send(DEMO.channels.announcements)).status, 200)
  })
})
