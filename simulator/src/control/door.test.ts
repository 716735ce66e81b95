import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '../index.ts'

const { general, rules, otherGeneral } = DEMO.channels

async function sim(simulator: Simulator, method: string, path: string, body?: object) {
  const headers = body ? { 'content-type': 'application/json' } : {}
  const text = body ? { body: JSON.stringify(body) } : {}
  const response = await fetch(`${simulator.world.origin}/sim${path}`, { method, headers, ...text })
  const answer = await response.text()
  return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
}

async function statusFor(simulator: Simulator, headers: Record<string, string>, body = '') {
  const sent = request(`${simulator.world.origin}/sim/people/demo_member/say`, { method: 'POST', headers })
  sent.end(body)
  const [response]: IncomingMessage[] = await once(sent, 'response')
  response?.resume()
  return response?.statusCode
}

describe('the control door', () => {
  test('says what it offers', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { status, body } = await sim(simulator, 'GET', '')
    assert.equal(status, 200)
    assert.ok(body.keep.includes('PUT /sim/state'))
  })

  test('lists people with their guilds and roles, and channels with their guild', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { body: people } = await sim(simulator, 'GET', '/people')
    const staff = people.find(({ username }: { username: string }) => username === 'demo_staff')
    assert.deepEqual(staff.guilds, [{ id: DEMO.guild, name: 'Alphapy Demo', owner: false, roles: ['Staff'] }])
    const { body: channels } = await sim(simulator, 'GET', '/channels')
    const other = channels.find(({ id }: { id: string }) => id === otherGeneral)
    assert.equal(other.guild, 'Other Guild')
  })

  test('lets a person speak by name and by id', async () => {
    await using simulator = await startSimulator({ strict: true })
    const said = await sim(simulator, 'POST', '/people/demo_member/say', { channel: '#general', content: 'hello' })
    assert.equal(said.status, 200)
    assert.equal(said.body.author.username, 'demo_member')
    await sim(simulator, 'POST', `/people/${DEMO.people.demo_guest}/say`, { channel: otherGeneral, content: 'there' })
    assert.deepEqual(
      [general, otherGeneral].map((id) => simulator.messages(id).at(-1)?.content),
      ['hello', 'there'],
    )
  })

  test('shows a channel as the person sees it', async () => {
    await using simulator = await startSimulator({ strict: true })
    const seen = await sim(simulator, 'GET', '/people/demo_member/messages?channel=general&limit=2')
    assert.deepEqual(
      seen.body.map(({ author }: { author: { username: string } }) => author.username),
      ['demo_guest', 'demo_member'],
    )
    const { status, body } = await sim(simulator, 'GET', '/people/demo_member/messages?channel=staff')
    assert.equal(status, 404)
    assert.match(body.error, /demo_member sees no channel #staff; seen are: .*#general/)
    assert.equal((await sim(simulator, 'GET', '/people/demo_staff/messages?channel=staff')).status, 200)
  })

  test('refuses as Discord does what a person may not do', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { status, body } = await sim(simulator, 'POST', '/people/demo_member/say', { channel: rules, content: 'x' })
    assert.equal(status, 403)
    assert.equal(body.discord.code, 50013)
  })

  test('says in a sentence what is wrong', async () => {
    await using simulator = await startSimulator({ strict: true })
    const wrong = [
      [
        'POST',
        '/people/nobody/say',
        { channel: 'general', content: 'x' },
        404,
        /Nobody is called nobody; there are: demo_owner/,
      ],
      ['POST', '/people/demo_member/say', { content: 'x' }, 400, /"channel" must be a text/],
      ['POST', '/people/demo_member/say', { channel: 'general', content: 5 }, 400, /"content" must be a text/],
      ['GET', '/people/demo_member/say', undefined, 405, /takes POST/],
      ['POST', '/nothing', {}, 404, /GET \/sim lists/],
      ['POST', '/clock', { advance_ms: -1 }, 400, /advance_ms/],
      ['POST', '/faults', { fault: 'explode' }, 400, /must be one of: 429/],
      ['POST', '/gateway', { act: 'explode' }, 400, /must be one of: reconnect/],
    ] as const
    for (const [method, path, body, status, pattern] of wrong) {
      const answer = await sim(simulator, method, path, body)
      assert.equal(answer.status, status, `${method} ${path}`)
      assert.match(answer.body.error, pattern)
    }
  })

  test('turns away other names, other origins, and forms', async () => {
    await using simulator = await startSimulator({ strict: true })
    const json = { 'content-type': 'application/json' }
    const body = JSON.stringify({ channel: 'general', content: 'x' })
    const before = simulator.messages(general).length
    assert.equal(await statusFor(simulator, { ...json, host: 'evil.example' }, body), 403)
    assert.equal(await statusFor(simulator, { ...json, origin: 'https://evil.example' }, body), 403)
    assert.equal(await statusFor(simulator, { 'content-type': 'text/plain' }, body), 415)
    assert.equal(simulator.messages(general).length, before)
    assert.equal(await statusFor(simulator, json, body), 200)
    assert.equal(await statusFor(simulator, json, '{"half":'), 400)
  })
})

describe('through the control door', () => {
  const me = async (simulator: Simulator) => {
    const headers = { authorization: `Bot ${simulator.token}` }
    const { status } = await fetch(`${simulator.restUrl}/v10/users/@me`, { headers })
    return status
  }

  test('requests fail as often as asked', async () => {
    await using simulator = await startSimulator({ strict: true })
    const rule = { method: 'GET', path: '/users/@me', fault: 503, times: 2 }
    assert.equal((await sim(simulator, 'POST', '/faults', rule)).status, 204)
    assert.deepEqual([await me(simulator), await me(simulator), await me(simulator)], [503, 503, 200])
    assert.deepEqual((await sim(simulator, 'GET', '/faults')).body, { struck: 2 })
    await sim(simulator, 'POST', '/faults', { fault: 500 })
    await sim(simulator, 'DELETE', '/faults')
    assert.equal(await me(simulator), 200)
  })

  test('the clock moves', async () => {
    await using simulator = await startSimulator({
      strict: true,
      clock: { frozen: true, startMs: Date.parse('2026-11-23T12:00:00Z') },
    })
    const { body } = await sim(simulator, 'POST', '/clock', { advance_ms: 3_600_000 })
    assert.deepEqual(body, { now: '2026-11-23T13:00:00.000Z', frozen: true })
    assert.equal(simulator.clock.now(), Date.parse('2026-11-23T13:00:00Z'))
  })

  test('a state is taken out of one simulator and put into another', async () => {
    await using first = await startSimulator({ strict: true })
    await using second = await startSimulator({ strict: true, community: 'empty' })
    await sim(first, 'POST', '/people/demo_member/say', { channel: 'general', content: 'take me along' })
    const { body: state } = await sim(first, 'GET', '/state')
    assert.equal((await sim(second, 'PUT', '/state', state)).status, 204)
    assert.equal(second.messages(general).at(-1)?.content, 'take me along')
    const refused = await sim(second, 'PUT', '/state', { ...state, version: 99 })
    assert.equal(refused.status, 400)
    assert.match(refused.body.error, /version 99/)
  })
})
