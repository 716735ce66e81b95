import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pulse } from './pulse.ts'

function pulseAt() {
  const time = { ms: 1000 }
  const pulse = new Pulse(0, () => time.ms)
  pulse.beatsEvery(100)
  return { pulse, time }
}

test('a shard is offline until Discord acknowledged a heartbeat', () => {
  const { pulse } = pulseAt()
  assert.equal(pulse.state().isOnline, false)
  pulse.started()
  assert.equal(pulse.state().isOnline, false)
  pulse.acknowledged(12)
  assert.equal(pulse.state().isOnline, true)
  assert.equal(pulse.state().latencyMs, 12)
})

test('a shard is offline once two intervals pass without an acknowledgement', () => {
  const { pulse, time } = pulseAt()
  pulse.started()
  pulse.acknowledged(12)
  time.ms += 200
  assert.equal(pulse.state().isOnline, true)
  time.ms += 1
  assert.equal(pulse.state().isOnline, false)
  pulse.acknowledged(5)
  assert.equal(pulse.state().isOnline, true)
})

test('a shard is offline as soon as its connection is lost, and online when it is resumed', () => {
  const { pulse } = pulseAt()
  pulse.started()
  pulse.acknowledged(12)
  pulse.closed()
  assert.equal(pulse.state().isOnline, false)
  pulse.resumed()
  assert.equal(pulse.state().isOnline, true)
})

test('a resumed session has lasted since it began, a new one starts anew', () => {
  const { pulse, time } = pulseAt()
  pulse.started()
  time.ms += 50
  pulse.closed()
  pulse.resumed()
  assert.equal(pulse.state().sinceStartMs, 50)
  pulse.started()
  assert.equal(pulse.state().sinceStartMs, 0)
})

test('measures the latency of a heartbeat of our own', () => {
  const { pulse, time } = pulseAt()
  pulse.started()
  pulse.sent()
  time.ms += 7
  pulse.acknowledged(null)
  assert.equal(pulse.state().latencyMs, 7)
})
