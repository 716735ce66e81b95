import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { ChannelId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { DiscordFailure, type DiscordFailureKind } from './failure.ts'
import { NO_MENTIONS } from './message.ts'
import { discordRest } from './rest.ts'

const general = ChannelId.parse(DEMO.channels.general)
const hello = { content: 'hello', allowed_mentions: NO_MENTIONS }
const SENDING = { method: 'POST', path: `/channels/${general}/messages` }

function restTo(
  { restUrl, token }: Pick<Simulator, 'restUrl' | 'token'>,
  write: (line: string) => void = () => undefined,
) {
  const clock = new TestClock(Temporal.Instant.from('2026-03-01T12:00:00Z'))
  return { rest: discordRest({ apiUrl: restUrl, token, logger: pino({ level: 'warn' }, { write }), clock }), clock }
}

const isFailure = (kind: DiscordFailureKind, code?: number) => (error: unknown) =>
  error instanceof DiscordFailure && error.kind === kind && (code === undefined || error.code === code)

describe('sending', () => {
  test('a repeat with the same nonce gives the first message back', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    const before = simulator.messages(general).length
    const first = await rest.sendMessage(general, hello, { nonce: 'abc' })
    const again = await rest.sendMessage(general, hello, { nonce: 'abc' })
    assert.equal(again.id, first.id)
    assert.equal(simulator.messages(general).length, before + 1)
    assert.deepEqual(simulator.violations, [])
  })

  test('is tried once, since a send that failed may have had its effect', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    const before = simulator.messages(general).length
    simulator.faults.on(SENDING, 'drop_after', { times: 1 })
    await assert.rejects(rest.sendMessage(general, hello), isFailure('unavailable'))
    assert.equal(simulator.messages(general).length, before + 1)
  })

  test('what is longer than Discord allows is cut, which is logged as a fault, in a new message and in an edit', async () => {
    await using simulator = await startSimulator({ strict: true })
    const log: string[] = []
    const { rest } = restTo(simulator, (line) => void log.push(line))
    const long = { content: '😀'.repeat(2001), allowed_mentions: NO_MENTIONS }
    const sent = await rest.sendMessage(general, long)
    assert.equal(sent.content, `${'😀'.repeat(1999)}…`)
    await rest.editMessage(general, sent.id, { ...long, content: 'x'.repeat(2001) })
    assert.equal((await rest.message(general, sent.id)).content, `${'x'.repeat(1999)}…`)
    assert.equal(log.filter((line) => line.includes('"cut":["content"]')).length, 2)
  })

  test('gives up on a Discord that does not answer', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    simulator.faults.on(SENDING, 'hang', { times: 1 })
    await assert.rejects(rest.sendMessage(general, hello), isFailure('unavailable'))
  })

  test('gives a long rate limit back to its caller', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    simulator.faults.on(SENDING, { status: 429 }, { times: 1, retryAfter: 60 })
    await assert.rejects(
      rest.sendMessage(general, hello),
      (error) =>
        isFailure('unavailable')(error) && error instanceof DiscordFailure && (error.retryAfterMs ?? 0) >= 60_000,
    )
  })

  test('waits for a short rate limit', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    simulator.faults.on(SENDING, { status: 429 }, { times: 1, retryAfter: 0.1 })
    assert.equal((await rest.sendMessage(general, hello)).content, 'hello')
  })

  test('reaches a member by direct message, unless they take none', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    const member = UserId.parse(DEMO.people.demo_member)
    assert.equal((await rest.sendDm(member, hello)).content, 'hello')
    const user = simulator.state.users.get(member)
    assert.ok(user)
    user.accepts_dms = false
    await assert.rejects(rest.sendDm(member, hello), isFailure('forbidden', 50007))
  })
})

describe('reading', () => {
  test('gives the messages that follow another, newest first', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    const first = await rest.sendMessage(general, hello)
    const second = await rest.sendMessage(general, hello)
    const third = await rest.sendMessage(general, hello)
    const found = await rest.recentMessages(general, { limit: 100, after: first.id })
    assert.deepEqual(
      found.map(({ id }) => id),
      [third.id, second.id],
    )
    assert.equal(found[0]?.authorId, await rest.self())
  })

  test('is tried twice', async () => {
    await using simulator = await startSimulator({ strict: true })
    const { rest } = restTo(simulator)
    simulator.faults.on({ method: 'GET' }, { status: 502 }, { times: 1 })
    assert.equal(await rest.self(), DEMO.bot)
    simulator.faults.on({ method: 'GET' }, { status: 502 }, { times: 2 })
    await assert.rejects(rest.channel(general), isFailure('unavailable'))
  })
})

describe('what Discord refuses', () => {
  test('is told apart by what can be done about it', async () => {
    await using simulator = await startSimulator()
    const { rest } = restTo(simulator)
    const nowhere = ChannelId.parse('1100000000000000999')
    await assert.rejects(rest.sendMessage(nowhere, hello), isFailure('gone', 10003))
    await assert.rejects(rest.sendMessage(general, { allowed_mentions: NO_MENTIONS }), isFailure('invalid', 50006))
  })

  test('a Discord that is gone is unavailable', async () => {
    const simulator = await startSimulator()
    const { rest } = restTo(simulator)
    await simulator.stop()
    await assert.rejects(rest.sendMessage(general, hello), isFailure('unavailable'))
  })

  test('a token that is not valid is tried once a minute', async () => {
    await using simulator = await startSimulator({ token: 'right' })
    const { rest, clock } = restTo({ restUrl: simulator.restUrl, token: 'wrong' })
    let requests = 0
    simulator.faults.before(SENDING, () => requests++, Number.POSITIVE_INFINITY)
    for (const _ of Array(5).keys()) await assert.rejects(rest.sendMessage(general, hello), isFailure('unauthorized'))
    assert.equal(requests, 1)
    await clock.advance({ minutes: 1 })
    await assert.rejects(rest.sendMessage(general, hello), isFailure('unauthorized'))
    assert.equal(requests, 2)
  })
})
